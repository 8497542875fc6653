"""Judges what writers were answered: the store has what was acknowledged, and nothing that was refused."""
from promises.record import Violation


def judge_writes(evidence):
    history = evidence.history
    found = []
    stamps = {}
    for change in history.changes:
        # A state that is written again with its stamp is told from the write that made it by what came before.
        stamp = change.after and change.after.stamp
        if stamp and (change.before is None or change.before.stamp != stamp):
            stamps.setdefault(stamp, []).append(change)
    for write in evidence.writes:
        made = stamps.pop(write.stamp, []) if write.stamp else []
        name = f"{write.verb} of {write.resource} {'/'.join(write.key)} ({write.stamp or 'no stamp'})"
        if len(made) > 1:
            found.append(Violation("durable", f"{name} is in the store twice: {[change.revision for change in made]}"))
        if write.outcome == "refused" and made:
            found.append(Violation("durable", f"{name} was refused ({write.code}) but is there at {made[0].revision}"))
        if write.outcome == "acknowledged":
            found += [Violation("durable", f"{name}: {text}") for text in _acknowledged(history, write)]
    for stamp, changes in stamps.items():
        found.append(Violation("durable", f"nobody wrote {stamp}, which is there at {changes[0].revision}"))
    return found


def _acknowledged(history, write):
    gone = {(change.key, change.before.uid) for change in history.changes
            if change.after is None and change.before is not None} if write.removed_uids else set()
    for key, uid in write.removed_uids:
        if (key, uid) not in gone:
            yield f"{'/'.join(key)} ({uid}) was said to be removed, but never was"
    if write.revision is None:
        return
    change = history.find(write.resource, write.revision, write.key)
    if change is None:
        yield f"acknowledged at {write.revision}, where the store has nothing of it"
        return
    if change.after is not None and write.state is not None and change.after != write.state:
        yield f"acknowledged {write.state} at {write.revision}, but the store has {change.after}"
    if change.after is None and not write.may_remove:
        yield f"acknowledged at {write.revision}, where the store has it deleted"
    if not write.is_new:
        return
    if write.revision <= write.known:
        yield f"acknowledged at {write.revision}, though {write.known} had been acknowledged before it was sent"
    if write.condition is not None:
        last = max((c.revision for c in history.changes
                    if (c.resource, c.key) == (write.resource, write.key) and c.revision < write.revision), default=0)
        if last != write.condition:
            yield f"was to replace {write.condition}, but replaced {last}"
