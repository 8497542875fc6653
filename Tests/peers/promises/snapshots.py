"""Judges what claims to be all objects at one revision: a list, or what a watch begins with."""
from promises.record import Violation


def judge_objects(history, selection, revision, items, what):
    """`items`: states with their own revisions."""
    wanted = history.at(selection, revision)
    found, seen = [], set()
    for state, own in items:
        name = f"{what} at {revision}: {'/'.join(state.key)} of {own}"
        if state.key in seen:
            found.append(Violation("unique", f"{name} is there twice"))
        seen.add(state.key)
        if not selection.matches(state):
            found.append(Violation("filtered", f"{name} is not selected by {selection}"))
        elif history.find(selection.resource, own, state.key) is None:
            found.append(Violation("reliable", f"{name} never was"))
        elif wanted.get(state.key) != (state, own):
            now = wanted.get(state.key)
            found.append(Violation("atomic", f"{name} is not what was there then ({now and now[1]})"))
    for key in sorted(wanted.keys() - seen):
        found.append(Violation("atomic", f"{what} at {revision}: {'/'.join(key)} of {wanted[key][1]} is missing"))
    return found


def judge_part(history, selection, least, most, items, what):
    """A watch that ended before all its first objects had come: those that came were there together at some revision
    from `least` to `most`."""
    low, high = least, most
    found = []
    view = history.view(selection)
    for state, own in items:
        changes = [told for told in view if told.state.key == state.key]
        at = next((i for i, told in enumerate(changes) if told.revision == own and told.type != "DELETED"), None)
        if at is None or changes[at].state != state:
            promise = "reliable" if selection.matches(state) else "filtered"
            found.append(Violation(promise, f"{what}: {'/'.join(state.key)} of {own} was never to be told so"))
            continue
        low = max(low, own)
        if at + 1 < len(changes):
            high = min(high, changes[at + 1].revision - 1)
    if not found and low > high:
        found.append(Violation("atomic", f"{what}: its objects were never there together after {least}"))
    return found


def judge_listing(history, listing):
    what = f"the list of {listing.selection}"
    found = judge_objects(history, listing.selection, listing.revision, listing.items, what)
    if listing.exact is not None and listing.revision != listing.exact:
        found.append(Violation("atomic", f"{what} is of {listing.revision}, not of {listing.exact}"))
    if listing.revision < listing.least:
        found.append(Violation("reliable", f"{what} is of {listing.revision}, older than {listing.least}"))
    if listing.revision > history.revision:
        found.append(Violation("reliable", f"{what} is of {listing.revision}, which the store never came to"))
    return found
