"""Judges one watch, whichever way it began."""
from promises.record import AFTER, NOW, OBJECTS, SNAPSHOT, Violation
from promises.sequence import judge_sequence
from promises.snapshots import judge_objects, judge_part


def judge_episode(evidence, selection, episode, *, earlier=frozenset(), through=0):
    """What is wrong with a watch, and the revision that it began after, where that is known."""
    begin = {AFTER: _after, NOW: _now, SNAPSHOT: _snapshot, OBJECTS: _objects}[episode.begins]
    return begin(evidence, selection, episode, earlier, through)


def latest_start(evidence, episode):
    """The newest revision at which a watch can have begun that had been answered by then."""
    if episode.opened is None:
        return evidence.history.revision
    later = [write.revision for write in evidence.writes
             if write.outcome == "acknowledged" and write.began > episode.opened and write.is_new]
    return min(later, default=evidence.history.revision + 1) - 1


def _sequence(evidence, selection, episode, start, told, earlier, through, source):
    return judge_sequence(
        evidence.history, selection, start, told, source=source, has_bookmarks=episode.has_bookmarks, earlier=earlier,
        through=through)


def _after(evidence, selection, episode, earlier, through):
    return _sequence(
        evidence, selection, episode, episode.revision, episode.told, earlier, through, episode.source)


def _now(evidence, selection, episode, earlier, through):
    """It began at some revision between the one that had to be there and the one that was when it was answered."""
    most = latest_start(evidence, episode)
    first = next((item.revision for item in episode.told), None)
    start = max(episode.revision, most)
    if first is not None:
        before = [item.revision for item in evidence.history.after(selection, episode.revision) if item.revision < first]
        start = max(episode.revision, min([most, *before[-1:]])) if before else episode.revision
    return _sequence(evidence, selection, episode, start, episode.told, frozenset(), through, "start")


def _types(initial):
    return [Violation("is_create", f"{item.type} of {'/'.join(item.state.key)} at {item.revision} among the first objects")
            for item in initial if item.type != "ADDED"]


def _snapshot(evidence, selection, episode, earlier, through):
    what = f"the first objects of a watch of {selection}"
    end = next((at for at, item in enumerate(episode.told) if item.ends_initial), None)
    if end is None:
        told = [item for item in episode.told if item.state]
        found = [Violation("bookmarkable", f"{what}: a bookmark at {item.revision} that does not end them")
                 for item in episode.told if not item.state]
        if through and episode.end == "open":
            found.append(Violation("bookmarkable", f"{what}: no bookmark ever ended them"))
        part = [(item.state, item.revision) for item in told]
        return found + _types(told) + judge_part(
            evidence.history, selection, episode.revision, evidence.history.revision, part, what)
    start = episode.told[end].revision
    initial = [item for item in episode.told[:end] if item.state]
    found = _types(initial)
    found += [Violation("bookmarkable", f"{what}: a bookmark at {item.revision} among them")
              for item in episode.told[:end] if not item.state]
    if start < episode.revision:
        found.append(Violation("reliable", f"{what} are of {start}, older than {episode.revision}"))
    found += judge_objects(evidence.history, selection, start, [(i.state, i.revision) for i in initial], what)
    return found + _sequence(
        evidence, selection, episode, start, episode.told[end + 1:], frozenset(), through, "start")


def _objects(evidence, selection, episode, earlier, through):
    """Nothing says where the first objects end: there must be one revision with which all that was told agrees."""
    what = f"the first objects of a watch of {selection}"
    history, least = evidence.history, episode.revision
    most = max(least, latest_start(evidence, episode))
    starts = {least, *(item.revision for item in history.after(selection, least) if item.revision <= most)}
    moments = [(start, history.at(selection, start)) for start in sorted(starts)]
    # Where the objects of some moment are what came first, the others need no look.
    fitting = [(start, wanted) for start, wanted in moments
               if {item.identity for item in episode.told[:len(wanted)] if item.state}
               == {(own, key) for key, (_, own) in wanted.items()}]
    best = None
    for start, wanted in fitting or moments:
        initial = episode.told[:len(wanted)]
        if len(initial) < len(wanted) and not (episode.end == "open" and through):
            continue
        if any(item.state is None for item in initial):
            continue
        found = _types(initial)
        found += judge_objects(history, selection, start, [(i.state, i.revision) for i in initial], what)
        found += _sequence(
            evidence, selection, episode, start, episode.told[len(wanted):], frozenset(), through, "start")
        if best is None or len(found) < len(best):
            best = found
        if not found:
            return []
    bookmark = next((at for at, item in enumerate(episode.told) if item.state is None), None)
    if bookmark is None and not (episode.end == "open" and through):
        part = [(item.state, item.revision) for item in episode.told]
        found = _types(episode.told) + judge_part(history, selection, least, most, part, what)
        if best is None or len(found) < len(best):
            best = found
    return best or []
