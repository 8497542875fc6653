"""Compares all that was seen with the store's history."""
from promises.episodes import judge_episode
from promises.record import AFTER, Violation
from promises.sequence import judge_split
from promises.snapshots import judge_listing
from promises.writes import judge_writes


def judge(evidence):
    """Every promise that was broken, with what shows it."""
    found = judge_writes(evidence)
    for listing in evidence.listings:
        found += judge_listing(evidence.history, listing)
    for seen in evidence.watchers:
        found += [Violation(v.promise, f"{seen.name}: {v.text}") for v in judge_watcher(evidence, seen)]
    return found


# With a bookmark every second, a watch that was open for so long and has none will not get any.
BOOKMARK_SECONDS = 6


def judge_watcher(evidence, seen):
    found, earlier = [], set()
    for number, episode in enumerate(seen.episodes):
        is_last = number + 1 == len(seen.episodes)
        through = evidence.history.revision if is_last and evidence.is_drained else 0
        found += [Violation(broken.promise, f"{broken.text} [watch {number} {episode}]") for broken in judge_episode(
            evidence, seen.selection, episode, earlier=frozenset(earlier), through=through)]
        following = None if is_last else seen.episodes[number + 1]
        if following and following.begins == AFTER and following.source == "event":
            told = [item for before in seen.episodes[:number + 1] for item in before.told]
            found += judge_split(evidence.history, seen.selection, told)
        found += _unmarked(episode)
        if episode.end == "expired":
            found += _expired(evidence, seen.selection, episode, seen.episodes[number + 1:])
        if following and following.begins == AFTER and following.source in ("event", "bookmark"):
            earlier.update(item.identity for item in episode.told if item.state)
        else:
            earlier.clear()
    return found


def _unmarked(episode):
    """Who asks for bookmarks gets some."""
    if not episode.has_bookmarks or not episode.is_prompt or episode.opened is None or episode.ended is None:
        return []
    if episode.ended - episode.opened < BOOKMARK_SECONDS or any(item.state is None for item in episode.told):
        return []
    return [Violation("bookmarkable", f"no bookmark in {episode.ended - episode.opened:.1f} seconds")]


def _expired(evidence, selection, episode, following):
    """410 may only be said of what the server does not keep any more."""
    come = max([episode.revision, *(item.revision for item in episode.told)])
    if episode.begins != AFTER and not any(item.ends_initial for item in episode.told):
        come = episode.revision
    # The server had not come further than this when it said so.
    through = next((later.revision for later in following if later.source == "list" and later.begins == AFTER),
                   evidence.history.revision)
    lives = [epoch for at, epoch in enumerate(evidence.epochs)
             if epoch.began <= episode.ended
             and (at + 1 == len(evidence.epochs) or evidence.epochs[at + 1].began >= episode.asked)]
    floors = [evidence.history.floor(selection.resource, epoch.start, through, evidence.kept) for epoch in lives]
    # Who fell behind after an event finds its way back from the revision before that, which may be the one that is gone.
    if episode.told:
        come -= 1
    if floors and come >= max(floors):
        return [Violation("resumable", f"410 at {come}, though everything after {max(floors)} is kept")]
    return []
