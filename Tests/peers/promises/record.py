"""What was done and what was seen, as the judge gets it."""
import dataclasses

from promises.selection import Selection
from promises.state import State

# How a watch began. `after`: from a revision; `now`: with whatever comes next; `snapshot`: with all objects, and a
# bookmark that ends them; `objects`: with all objects, and nothing that says where they end.
AFTER, NOW, SNAPSHOT, OBJECTS = "after", "now", "snapshot", "objects"


@dataclasses.dataclass
class Told:
    """One event. `state` is None for a bookmark."""
    type: str
    revision: int
    state: State | None = None
    ends_initial: bool = False

    @property
    def identity(self):
        return self.revision, self.state.key


@dataclasses.dataclass
class Episode:
    """One watch, from its opening until it ended for whatever reason."""
    begins: str
    # The revision to begin after, for `after`; else the least that the first state may have.
    revision: int
    # Where that revision came from: a list, an event, a bookmark, or something older that was seen (rewind).
    source: str = "list"
    has_bookmarks: bool = False
    told: list = dataclasses.field(default_factory=list)
    # Seconds: when it was asked for, answered, over.
    asked: float = 0.0
    opened: float | None = None
    ended: float | None = None
    # open, cancelled, cut (the server died), ended (in good order), expired (410)
    end: str = "open"
    # It read whatever came as soon as it came.
    is_prompt: bool = False

    def __str__(self):
        times = " to ".join(f"{at:.3f}" if at else "?" for at in (self.asked, self.opened, self.ended))
        return (f"{self.begins} {self.revision} ({self.source}): {len(self.told)} told, bookmarks {self.has_bookmarks}, "
                f"{self.end}, {times}")


@dataclasses.dataclass
class Listing:
    """One list, all its pages together. `least`: it may not be older; `exact`: it must be this old."""
    selection: Selection
    revision: int
    items: list
    least: int = 0
    exact: int | None = None


@dataclasses.dataclass
class Seen:
    """All that one watcher saw."""
    name: str
    selection: Selection
    episodes: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Write:
    """One write. `outcome`: acknowledged, refused, or unknown (cut off)."""
    verb: str
    resource: str
    key: tuple
    stamp: str | None = None
    # The newest revision that had been acknowledged to anyone when it was sent.
    known: int = 0
    began: float = 0.0
    outcome: str = "unknown"
    revision: int | None = None
    state: State | None = None
    # The version that the write named as its condition.
    condition: int | None = None
    # Objects (key and uid) that were said to be gone.
    removed_uids: tuple = ()
    # Taking the last finalizer away may end the object.
    may_remove: bool = False
    code: object = None
    # It made a revision, rather than being answered with one that was there.
    is_new: bool = False


@dataclasses.dataclass
class Epoch:
    """One life of the server: since when (seconds), and from which revision on it has history."""
    began: float
    start: int


@dataclasses.dataclass
class Evidence:
    history: object
    watchers: list = dataclasses.field(default_factory=list)
    listings: list = dataclasses.field(default_factory=list)
    writes: list = dataclasses.field(default_factory=list)
    epochs: list = dataclasses.field(default_factory=list)
    # Changes of a resource that the server keeps for those who resume.
    kept: int = 100_000
    # Whether everybody had the time to be told everything.
    is_drained: bool = True


@dataclasses.dataclass(frozen=True)
class Violation:
    promise: str
    text: str

    def __str__(self):
        return f"{self.promise}: {self.text}"
