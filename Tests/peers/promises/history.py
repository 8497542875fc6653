"""The store's history, and what of it a selection is to be told."""
import bisect
import dataclasses

from promises.state import State


@dataclasses.dataclass(frozen=True)
class Change:
    """One write of one object. No `after`: it was deleted."""
    revision: int
    resource: str
    key: tuple
    before: State | None
    after: State | None


@dataclasses.dataclass(frozen=True)
class Expected:
    """What a change is to a watcher."""
    type: str
    revision: int
    state: State

    @property
    def identity(self):
        return self.revision, self.state.key


class History:
    def __init__(self, changes, revision=0):
        """`changes` in the order of their revisions; `revision`: the store's newest, which may be of another resource."""
        self.changes = list(changes)
        self.revision = max([revision, *(change.revision for change in self.changes[-1:])])
        self.identities = {(c.resource, c.revision, c.key): c for c in self.changes}
        self.revisions = {}
        for change in self.changes:
            self.revisions.setdefault(change.resource, []).append(change.revision)
        self._views = {}

    def find(self, resource, revision, key):
        return self.identities.get((resource, revision, key))

    def view(self, selection):
        """All that there ever was to tell to a watcher with that selection."""
        if selection not in self._views:
            told = []
            for change in self.changes:
                if change.resource != selection.resource:
                    continue
                before = change.before is not None and selection.matches(change.before)
                after = change.after is not None and selection.matches(change.after)
                if after:
                    told.append(Expected("MODIFIED" if before else "ADDED", change.revision, change.after))
                elif before:
                    told.append(Expected("DELETED", change.revision, change.before))
            self._views[selection] = told
        return self._views[selection]

    def after(self, selection, revision):
        """What is to be told after that revision."""
        view = self.view(selection)
        return view[bisect.bisect_right(view, revision, key=lambda told: told.revision):]

    def at(self, selection, revision):
        """The selected objects as they stood then: state and own revision by key."""
        found = {}
        for told in self.view(selection):
            if told.revision > revision:
                break
            if told.type == "DELETED":
                found.pop(told.state.key, None)
            else:
                found[told.state.key] = (told.state, told.revision)
        return found

    def count(self, resource, after, through):
        """Changes of a resource in that range."""
        revisions = self.revisions.get(resource, [])
        return bisect.bisect_right(revisions, through) - bisect.bisect_right(revisions, after)

    def floor(self, resource, start, through, kept):
        """The oldest revision from which a server that has read history since `start`, and keeps so many of its changes,
        can resume once it has come to `through`."""
        revisions = self.revisions.get(resource, [])
        first, end = bisect.bisect_right(revisions, start), bisect.bisect_right(revisions, through)
        return start if end - first <= kept else revisions[end - kept - 1]
