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
    # Bytes of a stream's window that it gives the server.
    window: int
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
    # The first two watchers see everything, over different faces.
    selections = [Selection("configmaps"), Selection("pods")]
    selections += [make_selection(chance) for _ in range(watchers - len(selections))]
    restarts = sorted(chance.uniform(0.2, 0.9) * seconds for _ in range(max(1, round(seconds / 3))))
    # At least a second between them, so that something happens meanwhile.
    spread = [at for n, at in enumerate(restarts) if n == 0 or at - restarts[n - 1] > 1]
    return Plan(
        seed=seed, seconds=seconds, loops=1 + seed % 2, is_secure=chance.random() < 0.5,
        kept=chance.choice([40, 150, 100_000]), group_log_bytes=chance.choice([4096, 65_536, 12 << 20]),
        resume_revisions=chance.choice([30, 200, 10_000]),
        compaction_milliseconds=chance.choice([800, 1200, 60_000]), writers=chance.randrange(3, 6),
        pause_seconds=chance.choice([0.002, 0.01, 0.02]), data_bytes=chance.choice([0, 300, 3000]),
        watchers=tuple(
            WatcherPlan(
                name=f"w{number}", face=FACES[(seed + number) % 3], selection=selection,
                window=chance.choice([1024, 16_384, 65_535]), cancels=chance.choice([0, 0.3, 0.9]),
                stalls=chance.choice([0, 0.4]), times_out=chance.choice([0, 0.3]))
            for number, selection in enumerate(selections)),
        restarts=tuple((at, chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM])) for at in spread))


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
