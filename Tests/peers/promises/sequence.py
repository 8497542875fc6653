"""Judges a sequence of events that begins after a known revision."""
from promises.record import Violation


def judge_sequence(history, selection, start, told, *, source="list", has_bookmarks=True, earlier=frozenset(),
                   through=0):
    """What is wrong with `told`, all that a watch told after revision `start`.

    `source`: where `start` came from. `earlier`: what the watcher had been told before. `through`: everything up to
    this revision must have been told.
    """
    expected = history.after(selection, start)
    place = {item.identity: at for at, item in enumerate(expected)}
    told_at_all = {item.identity for item in told if item.state}
    found, seen = [], set()
    # The next expected event, and the revision that the watcher has come to.
    at, come = 0, start

    def broken(promise, text):
        found.append(Violation(promise, text))

    def missed(until):
        """Expected events from `at` to `until` that never came."""
        for item in expected[at:until]:
            if item.identity in told_at_all:
                continue
            text = f"{item.type} of {'/'.join(item.state.key)} at {item.revision} is missing after {come}"
            if any(revision == item.revision for revision, _ in told_at_all):
                broken("atomic", text + ", which tells of that revision only in part")
            elif not seen and source == "bookmark":
                broken("bookmarkable", text + ", a bookmark's")
            elif not seen and source != "start":
                broken("resumable", text + f", from where it resumed ({source})")
            else:
                broken("reliable", text)

    for item in told:
        if item.type == "BOOKMARK":
            if not has_bookmarks:
                broken("bookmarkable", f"a bookmark at {item.revision}, which was not asked for")
            if item.revision < come:
                broken("bookmarkable", f"a bookmark at {item.revision} after {come}")
            if item.revision > history.revision:
                broken("bookmarkable", f"a bookmark at {item.revision}, which the store never came to")
            if at < len(expected) and expected[at].revision <= item.revision:
                broken("bookmarkable", f"a bookmark at {item.revision} before the event at {expected[at].revision}")
            come = max(come, item.revision)
            continue
        name = f"{item.type} of {'/'.join(item.state.key)} at {item.revision}"
        identity = item.identity
        if identity in seen or identity in earlier:
            broken("unique", f"{name} came again")
        elif identity in place:
            index = place[identity]
            if index < at:
                broken("ordered", f"{name} came after {come}")
            else:
                missed(index)
                at = index + 1
            _compare(item, expected[index], broken)
        elif history.find(selection.resource, item.revision, item.state.key) is None:
            broken("reliable", f"{name} never happened")
        elif item.revision <= start:
            broken("resumable", f"{name} came after resuming from {start}")
        else:
            broken("filtered", f"{name} is not selected by {selection}")
        seen.add(identity)
        come = max(come, item.revision)
    end = at
    while end < len(expected) and expected[end].revision <= through:
        end += 1
    missed(end)
    return found


def _compare(item, expected, broken):
    name = f"{'/'.join(item.state.key)} at {item.revision}"
    if item.type != expected.type:
        # To leave the selection looks like a deletion: who is told otherwise is told of what is not selected.
        promise = "filtered" if "DELETED" in (item.type, expected.type) else "is_create"
        broken(promise, f"{item.type} of {name} ought to be {expected.type}")
    elif item.state != expected.state:
        promise = "previous_value" if item.type == "DELETED" else "reliable"
        broken(promise, f"{item.type} of {name} shows {item.state}, not {expected.state}")


def judge_split(history, selection, told):
    """A watch that ended with an event of some revision, from which the watcher resumes, had told all of it."""
    last = next((item for item in reversed(told) if item.type != "BOOKMARK"), None)
    if last is None:
        return []
    whole = {item.identity for item in history.after(selection, last.revision - 1) if item.revision == last.revision}
    missing = whole - {item.identity for item in told if item.state}
    return [Violation("atomic", f"revision {last.revision} was told in part, and {key} was lost by resuming after it")
            for _, key in sorted(missing)]
