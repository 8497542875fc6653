"""The judge of the promises finds each kind of fault, and none where there is none. No server takes part."""
import copy
import dataclasses
import random

import pytest
from promises import PROMISES
from promises.history import Change, History
from promises.judge import judge
from promises.record import (
    AFTER, NOW, OBJECTS, SNAPSHOT, Episode, Epoch, Evidence, Listing, Seen, Told, Write)
from promises.selection import Selection, Term
from promises.state import STAMP, State

EVERYTHING = Selection("configmaps")
TIER_A = Selection("configmaps", labels=(Term("tier", ("a",)),))


def make_history(chance, length=60):
    """Objects that are made, changed, moved in and out of selections, deleted and made again."""
    objects, changes = {}, []
    for revision in range(10, 10 + length):
        key = chance.choice(["alpha", "beta"]), chance.choice(["n0", "n1", "n2"])
        before = objects.get(key)
        after = None
        if before is None or chance.random() < 0.75:
            after = State(*key, uid=before.uid if before else f"u{revision}", labels=(("tier", chance.choice("ab")),),
                          annotations=((STAMP, f"s{revision}"),))
        changes.append(Change(revision, "configmaps", key, before, after))
        objects[key] = after
    return History(changes)


def told(history, selection, after):
    return [Told(item.type, item.revision, item.state) for item in history.after(selection, after)]


def first(history, selection, revision):
    return [Told("ADDED", own, state) for state, own in history.at(selection, revision).values()]


def acknowledged(change, **rest):
    values = dict(verb="update", resource="configmaps", key=change.key, stamp=change.after.stamp, outcome="acknowledged",
                  revision=change.revision, state=change.after, known=change.revision - 1, is_new=True)
    return Write(**(values | rest))


def all_of(history, **rest):
    """Evidence in which every write is accounted for."""
    writes = [acknowledged(change) for change in history.changes if change.after and change.after.stamp]
    return Evidence(history, **({"writes": writes} | rest))


def evidence_of(history, selection, *episodes, **rest):
    for episode in episodes[:-1]:
        episode.end = "cancelled" if episode.end == "open" else episode.end
    return all_of(history, watchers=[Seen("w", selection, list(episodes))], **rest)


def promises(evidence):
    return {violation.promise for violation in judge(evidence)}


@pytest.fixture(params=range(8))
def history(request):
    return make_history(random.Random(request.param))


@pytest.fixture(params=[EVERYTHING, TIER_A, Selection("configmaps", "beta"),
                        Selection("configmaps", fields=(Term("metadata.name", ("n1",)),))], ids=str)
def selection(request):
    return request.param


def test_what_a_good_server_tells_is_not_faulted(history, selection):
    middle = 40
    snapshot = [*first(history, selection, middle), Told("BOOKMARK", middle, ends_initial=True)]
    for episodes in [
        [Episode(AFTER, 20, told=told(history, selection, 20))],
        [Episode(NOW, 20, told=told(history, selection, 33))],
        [Episode(SNAPSHOT, 20, has_bookmarks=True, told=snapshot + told(history, selection, middle))],
        [Episode(OBJECTS, 20, told=first(history, selection, middle) + told(history, selection, middle))],
        [Episode(OBJECTS, 20, told=first(history, selection, middle)[:2]),
         Episode(AFTER, middle, told=told(history, selection, middle))],
    ]:
        assert judge(evidence_of(history, selection, *episodes)) == []
    items = list(history.at(selection, middle).values())
    assert judge(all_of(history, listings=[Listing(selection, middle, items, middle, middle)])) == []


def test_resuming_anywhere_is_not_faulted(history, selection):
    whole = told(history, selection, 15)
    for cut in range(1, len(whole)):
        come = whole[cut - 1].revision
        with_bookmark = [*whole[:cut], Told("BOOKMARK", come)]
        for source, part in [("event", whole[:cut]), ("bookmark", with_bookmark)]:
            assert judge(evidence_of(
                history, selection, Episode(AFTER, 15, has_bookmarks=True, told=part),
                Episode(AFTER, come, source=source, told=whole[cut:]))) == []


# Each fault is made in what a good server told: (promise, what to do to the list of events).
def swap(events, at):
    events[at], events[at + 1] = events[at + 1], events[at]


def retype(events, at, kinds):
    index = next(i for i, item in enumerate(events) if i >= at // 2 and item.type in kinds)
    events[index].type = kinds[events[index].type]


def restate(events, kind):
    item = next(item for item in events if item.type == kind)
    item.state = dataclasses.replace(item.state, labels=(("tier", item.state.label("tier")), ("more", "x")))


FAULTS = {
    "gap": ("reliable", lambda events, at: events.pop(at)),
    "repeat": ("unique", lambda events, at: events.insert(at + 1, copy.copy(events[at]))),
    "late repeat": ("unique", lambda events, at: events.append(copy.copy(events[at]))),
    "disorder": ("ordered", swap),
    "lost end": ("reliable", lambda events, at: events.__delitem__(slice(at, None))),
    "made up": ("reliable", lambda events, at: events.insert(at, Told("MODIFIED", 9, State("alpha", "n0")))),
    "added for modified": ("is_create", lambda events, at: retype(events, at, {"MODIFIED": "ADDED"})),
    "modified for added": ("is_create", lambda events, at: retype(events, at, {"ADDED": "MODIFIED"})),
    "modified for deleted": ("filtered", lambda events, at: retype(events, at, {"DELETED": "MODIFIED"})),
    "another last state": ("previous_value", lambda events, at: restate(events, "DELETED")),
    "another state": ("reliable", lambda events, at: restate(events, "MODIFIED")),
    "bookmark ahead": ("bookmarkable", lambda events, at: events.insert(at, Told("BOOKMARK", events[at].revision))),
    "bookmark behind": (
        "bookmarkable", lambda events, at: events.insert(at, Told("BOOKMARK", events[at - 1].revision - 1))),
    "bookmark from the future": ("bookmarkable", lambda events, at: events.append(Told("BOOKMARK", 10_000))),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_named(history, fault):
    promise, make = FAULTS[fault]
    events = told(history, TIER_A, 15)
    make(events, len(events) // 2)
    found = promises(evidence_of(history, TIER_A, Episode(AFTER, 15, has_bookmarks=True, told=events)))
    assert found == {promise}


def test_what_is_not_selected_is_found(history):
    other = Selection("configmaps", labels=(Term("tier", ("b",)),))
    mine, others = told(history, TIER_A, 15), told(history, other, 15)
    mine_at = {item.revision for item in mine}
    stray = next(item for item in others if item.revision not in mine_at)
    events = sorted([*mine, stray], key=lambda item: item.revision)
    assert promises(evidence_of(history, TIER_A, Episode(AFTER, 15, told=events))) == {"filtered"}


def test_a_bookmark_that_nobody_asked_for_is_found(history):
    events = [*told(history, TIER_A, 15), Told("BOOKMARK", history.revision)]
    assert promises(evidence_of(history, TIER_A, Episode(AFTER, 15, told=events))) == {"bookmarkable"}


def test_bookmarks_that_never_come_are_missed(history):
    def watched(**rest):
        return promises(evidence_of(history, TIER_A, Episode(
            AFTER, 15, told=told(history, TIER_A, 15), opened=1.0, ended=8.0, **rest)))
    assert watched(has_bookmarks=True, is_prompt=True) == {"bookmarkable"}
    assert watched(has_bookmarks=True) == watched(is_prompt=True) == set()


@pytest.mark.parametrize("source,promise", [("event", "resumable"), ("bookmark", "bookmarkable")])
def test_an_event_that_is_lost_by_resuming_is_found(history, source, promise):
    whole = told(history, TIER_A, 15)
    come = whole[4].revision
    for rest in [whole[6:], []]:
        episodes = [Episode(AFTER, 15, has_bookmarks=True, told=[*whole[:5], Told("BOOKMARK", come)]),
                    Episode(AFTER, come, source=source, told=rest)]
        assert promises(evidence_of(history, TIER_A, *episodes)) == {promise}


def test_an_event_that_is_told_again_after_resuming_is_found(history):
    whole = told(history, TIER_A, 15)
    episodes = [Episode(AFTER, 15, told=whole[:5]), Episode(AFTER, whole[4].revision, source="event", told=whole[4:])]
    assert promises(evidence_of(history, TIER_A, *episodes)) == {"unique"}
    # One that it has not seen itself, but that is older than where it resumed.
    episodes = [Episode(AFTER, whole[4].revision, told=whole[3:])]
    assert promises(evidence_of(history, TIER_A, *episodes)) == {"resumable"}


def both_at_once():
    """A history with one revision that changes two objects."""
    one, two = State("alpha", "n0", uid="1"), State("alpha", "n1", uid="2")
    return History([Change(10, "configmaps", one.key, None, one), Change(11, "configmaps", two.key, None, two),
                    Change(12, "configmaps", one.key, one, None), Change(12, "configmaps", two.key, two, None),
                    Change(13, "configmaps", one.key, None, one)])


def test_a_revision_that_is_split_is_found():
    history = both_at_once()
    whole = told(history, EVERYTHING, 9)
    assert judge(evidence_of(history, EVERYTHING, Episode(AFTER, 9, told=whole))) == []
    parted = [*whole[:3], *whole[4:]]
    assert promises(evidence_of(history, EVERYTHING, Episode(AFTER, 9, told=parted))) == {"atomic"}
    episodes = [Episode(AFTER, 9, told=whole[:3]), Episode(AFTER, 12, source="event", told=whole[4:])]
    assert promises(evidence_of(history, EVERYTHING, *episodes)) == {"atomic"}


@pytest.mark.parametrize("begins", [SNAPSHOT, OBJECTS])
@pytest.mark.parametrize("older", [False, True])
def test_first_objects_that_are_torn_are_found(history, begins, older):
    """An object in its next or its previous state among those of one revision."""
    for start in range(30, 50):
        items = first(history, EVERYTHING, start)
        if not items:
            continue
        item = items[0]
        others = [c for c in history.changes if c.key == item.state.key and c.after]
        at = next(i for i, c in enumerate(others) if c.revision == item.revision)
        at += -1 if older else 1
        if not 0 <= at < len(others) or len(items) < 3:
            continue
        item.revision, item.state = others[at].revision, others[at].after
        # Not torn if it is how things were at some other moment.
        if any(first(history, EVERYTHING, other) == items for other in range(10, 70)):
            continue
        end = [Told("BOOKMARK", start, ends_initial=True)] if begins == SNAPSHOT else []
        told_all = [*items, *end, *told(history, EVERYTHING, start)]
        found = promises(evidence_of(
            history, EVERYTHING, Episode(begins, 20, has_bookmarks=bool(end), told=told_all)))
        # Where nothing says which moment was meant, another name may fit as well.
        assert "atomic" in found if begins == SNAPSHOT else found, (start, found)
        return
    pytest.fail("the history has no such state")


def test_first_objects_that_are_too_old_are_found(history):
    told_all = [*first(history, EVERYTHING, 30), Told("BOOKMARK", 30, ends_initial=True), *told(history, EVERYTHING, 30)]
    found = promises(evidence_of(history, EVERYTHING, Episode(SNAPSHOT, 31, has_bookmarks=True, told=told_all)))
    assert found == {"reliable"}
    assert promises(evidence_of(history, EVERYTHING, Episode(SNAPSHOT, 30, has_bookmarks=True, told=[]))) == {
        "bookmarkable"}


def test_a_list_that_is_not_of_one_moment_is_found(history):
    items = list(history.at(EVERYTHING, 40).values())
    for kind, listing in [
        ("atomic", Listing(EVERYTHING, 40, items[1:])),
        ("unique", Listing(EVERYTHING, 40, [*items, items[0]])),
        ("atomic", Listing(EVERYTHING, 40, items, exact=39)),
        ("reliable", Listing(EVERYTHING, 40, items, least=41)),
        ("reliable", Listing(EVERYTHING, 40, [*items, (State("alpha", "n9"), 12)])),
        ("filtered", Listing(EVERYTHING, 40, [*items, (State("gamma", "n9"), 12)]))]:
        if kind == "filtered":
            listing.selection = Selection("configmaps", "alpha")
            listing.items = [item for item in listing.items if item[0].namespace != "beta"]
        assert promises(all_of(history, listings=[listing])) == {kind}


def test_410_is_right_only_for_what_is_not_kept(history):
    def expired(revision, kept):
        episodes = [Episode(AFTER, revision, end="expired", ended=2.0), Episode(AFTER, 69, told=[], asked=3.0)]
        return promises(evidence_of(history, EVERYTHING, *episodes, kept=kept, epochs=[Epoch(0.0, 10)]))
    assert expired(50, kept=100) == {"resumable"}
    assert expired(50, kept=19) == {"resumable"}
    assert expired(49, kept=19) == set()


def test_writes_that_the_store_does_not_have_as_answered_are_found(history):
    change = next(c for c in history.changes[20:] if c.after and c.before)
    writes = [acknowledged(c) for c in history.changes if c.after]
    assert judge(Evidence(history, writes=writes)) == []
    assert judge(Evidence(history, writes=[
        w if w.stamp != change.after.stamp else dataclasses.replace(w, outcome="unknown") for w in writes])) == []
    for fault in [
        dict(revision=change.revision + 1000), dict(outcome="refused"), dict(known=change.revision),
        dict(state=dataclasses.replace(change.after, uid="another")), dict(condition=1),
        dict(removed_uids=((change.key, "another"),)), dict(stamp="lost")]:
        faulty = [w if w.stamp != change.after.stamp else acknowledged(change, **fault) for w in writes]
        assert promises(Evidence(history, writes=faulty)) == {"durable"}, fault


def test_every_promise_has_a_fault_here_that_breaks_it():
    named = {promise for promise, _ in FAULTS.values()}
    assert named | {"resumable", "filtered", "atomic", "durable"} == set(PROMISES)
