"""Follows the store's history in copies of its files, faster than compaction takes it away."""
import pathlib
import shutil
import sqlite3
import tempfile
import threading

from promises.history import Change, History
from promises.state import from_message, opened

PERIOD_SECONDS = 0.15
# A row's id holds the revision above its place within it.
PLACE_BITS = 16
SALTS = slice(16, 24)


class Missed(Exception):
    """The judge came too late: history was compacted before it was read."""


class Tail:
    def __init__(self, folder, resources=("configmaps", "pods")):
        self.files = [pathlib.Path(folder) / "store" / name for name in ("store.db", "store.db-wal")]
        self.prefixes = {resource: f"/registry/{resource}/".encode() for resource in resources}
        self.changes = []
        # By key of the store: the newest row's id, and the state then.
        self.newest = {}
        self.last = 0
        self.revision = 0
        self.compacted = 0
        self.failure = None
        self.lock = threading.Lock()
        self.is_over = threading.Event()
        self.thread = None

    def start(self):
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        while not self.is_over.wait(PERIOD_SECONDS):
            try:
                self.read()
            except Exception as failure:  # Whatever it is, the run must hear of it.
                self.failure = failure
                return

    def stop(self):
        self.is_over.set()
        if self.thread:
            self.thread.join()
        if self.failure:
            raise self.failure
        self.read()

    def read(self):
        """Takes in what is new; afterwards `revision` and `compacted` are the store's."""
        with self.lock, tempfile.TemporaryDirectory() as folder:
            self._copy(folder)
            database = sqlite3.connect(f"{folder}/store.db")
            try:
                self._take(database)
            finally:
                database.close()

    def _copy(self, folder):
        """A copy that SQLite can read as after a crash: the log, copied last, has all that the database lacks, unless it
        was begun anew meanwhile."""
        for _ in range(100):
            before = self._salts()
            for file in self.files:
                if file.exists():
                    shutil.copyfile(file, f"{folder}/{file.name}")
            if self._salts() == before:
                return
        raise AssertionError("the store's log was begun anew again and again")

    def _salts(self):
        try:
            with self.files[1].open("rb") as log:
                return log.read(32)[SALTS]
        except FileNotFoundError:
            return b""

    def _take(self, database):
        target, = database.execute("SELECT target FROM compaction").fetchone()
        rows = database.execute(
            "SELECT id, previous, live, key, value FROM history WHERE id > ? ORDER BY id", [self.last]).fetchall()
        for row, previous, live, key, value in rows:
            self.last = row
            resource = next((name for name, prefix in self.prefixes.items() if key.startswith(prefix)), None)
            if resource is None:
                continue
            known, before = self.newest.get(key, (0, None))
            # A deletion that was compacted leaves its key without a previous row.
            if previous != known and not (previous == 0 and before is None):
                raise Missed(f"{key} has a version {previous >> PLACE_BITS} that was compacted before it was read")
            after = from_message(resource, opened(value))[0] if live else None
            self.newest[key] = row, after
            place = tuple(key[len(self.prefixes[resource]):].decode().split("/"))
            self.changes.append(Change(row >> PLACE_BITS, resource, place, before, after))
        self.compacted = target
        self.revision = max(self.revision, self.last >> PLACE_BITS, target, 1)

    def history(self):
        with self.lock:
            return History(self.changes, self.revision)
