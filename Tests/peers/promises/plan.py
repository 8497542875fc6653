"""What is done in one run, all of it drawn from a seed."""
import dataclasses
import random
import signal

from promises.selection import Selection, Term

NAMESPACES = ("alpha", "beta")
NAMES = tuple(f"n{number}" for number in range(6))
TIERS = ("a", "b", "c")
TEAMS = ("x", "y")
NODES = ("node-1", "node-2")
FACES = ("json", "protobuf", "rpc")


@dataclasses.dataclass(frozen=True)
class WatcherPlan:
    name: str
    face: str
    selection: Selection
    # Whose connection it uses: its own number, or that of one before it.
    connection: int
    # Bytes of a stream's window that it gives the server, and how long it takes over an event.
    window: int
    pace_seconds: float
    # How likely it is, each time, to cancel, to stop reading for a while, to let the server end the watch.
    cancels: float
    stalls: float
    times_out: float


@dataclasses.dataclass(frozen=True)
class Plan:
    seed: int
    seconds: float
    loops: int
    is_secure: bool
    kept: int
    group_log_bytes: int
    resume_revisions: int
    compaction_milliseconds: int
    writers: int
    pause_seconds: float
    data_bytes: int
    watchers: tuple
    # When the server ends, and by which signal.
    restarts: tuple

    @property
    def flags(self):
        limits = (f"history_events={self.kept},group_log_bytes={self.group_log_bytes},"
                  f"resume_revisions={self.resume_revisions},bookmark_seconds=1")
        return ["--loops", str(self.loops), "--watch-limits", limits,
                "--compaction-interval", f"{self.compaction_milliseconds}ms"]


def make_plan(seed, *, seconds=3.0, watchers=12):
    chance = random.Random(seed)
    restarts = sorted(chance.uniform(0.2, 0.9) * seconds for _ in range(max(1, round(seconds / 3))))
    # At least a second between them, so that something happens meanwhile.
    spread = [at for n, at in enumerate(restarts) if n == 0 or at - restarts[n - 1] > 1]
    return Plan(
        seed=seed, seconds=seconds, loops=1 + seed % 2, is_secure=chance.random() < 0.5,
        kept=chance.choice([40, 150, 100_000]), group_log_bytes=chance.choice([4096, 65_536, 12 << 20]),
        resume_revisions=chance.choice([30, 200, 10_000]),
        compaction_milliseconds=chance.choice([1000, 2000, 60_000]), writers=chance.randrange(4, 11),
        pause_seconds=chance.choice([0.002, 0.01, 0.02]), data_bytes=chance.choice([0, 300, 3000]),
        watchers=make_watchers(chance, watchers),
        restarts=tuple((at, chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])) for at in spread))


def make_watchers(chance, count):
    """Watchers of everything, of something, and their twins: who wants the same in the same form shares the server's work,
    whether they share a connection or not, and each has its own pace."""
    made = []
    for number in range(count):
        twin = chance.choice(made) if number > 4 and chance.random() < 0.5 else None
        face = twin.face if twin else FACES[number % 3]
        selection = Selection("configmaps") if number < 1 else Selection("pods") if number < 2 else make_selection(chance)
        shares = twin is not None and chance.random() < 0.5
        made.append(WatcherPlan(
            name=f"w{number}", face=face, selection=twin.selection if twin else selection,
            connection=twin.connection if shares else number,
            window=twin.window if shares else chance.choice([1024, 16_384, 65_535]),
            pace_seconds=chance.choice([0, 0, 0.01, 0.04]), cancels=chance.choice([0, 0.3, 0.9]),
            stalls=chance.choice([0, 0.4]), times_out=chance.choice([0, 0.3])))
    return tuple(made)


def make_selection(chance):
    resource = chance.choice(["configmaps", "configmaps", "pods"])
    labels = {
        "none": (),
        "equal": (Term("tier", (chance.choice(TIERS),)),),
        "not equal": (Term("tier", (chance.choice(TIERS),), True),),
        "in": (Term("tier", tuple(sorted(chance.sample(TIERS, 2)))),),
        "not in": (Term("tier", tuple(sorted(chance.sample(TIERS, 2))), True),),
        "there": (Term("team"),),
        "not there": (Term("team", (), True),),
        "two": (Term("tier", (chance.choice(TIERS),)), Term("team", (chance.choice(TEAMS),))),
    }[chance.choice(["none", "equal", "not equal", "in", "not in", "there", "not there", "two"])]
    fields = [(), (), (Term("metadata.name", (chance.choice(NAMES),)),),
              (Term("metadata.name", (chance.choice(NAMES),), True),),
              (Term("metadata.namespace", (chance.choice(NAMESPACES),)),)]
    if resource == "pods":
        node = (Term("spec.nodeName", (chance.choice(NODES),)),)
        fields = [(), node, node, (Term("spec.nodeName", (chance.choice(NODES),), True),)]
    return Selection(resource, chance.choice(["", *NAMESPACES]), labels, chance.choice(fields))
