"""What watches promise, on a few seeds: one test a promise, so that a failure names what was broken.

`make soak` plays new seeds for as long as one likes. A seed that fails is kept in KEPT with what it found.
"""
import pytest
from promises import PROMISES
from promises.plan import make_plan
from promises.run import play

# Chosen so that together they do everything that `test_the_seeds_do_everything` asks for.
SEEDS = (1, 2, 3, 5)
# Seeds that once failed, and why.
KEPT = {
    1013690684: "a bookmark at an older revision came after an event",
}
# What must have happened, so that the promises have been put to the test.
EVERYTHING = (
    "begins after", "begins now", "begins objects", "begins snapshot", "after event", "after bookmark", "after list",
    "after rewind", "ends cancelled", "ends cut", "ends ended", "ends expired", "told ADDED", "told MODIFIED",
    "told DELETED", "told BOOKMARK", "left the selection", "objects that wait to be deleted", "restarts", "stalls",
    "lists", "write create acknowledged", "write create refused", "write create unknown", "write generate acknowledged",
    "write replace acknowledged", "write replace version acknowledged", "write patch acknowledged",
    "write delete acknowledged", "write sweep acknowledged", "write release acknowledged", "write bind acknowledged",
    "write dry run refused")
# A machine that is slow or busy does less in the same time: it plays more seeds, up to so many.
MORE = range(6, 36)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory):
    """All seeds played once; a run that breaks off is told by every test."""
    def played(seed):
        return play(make_plan(seed), tmp_path_factory.mktemp(f"seed-{seed}") / "data")
    found = [played(seed) for seed in (*SEEDS, *KEPT)]
    for seed in MORE:
        if all(done(found, what) for what in EVERYTHING):
            break
        found.append(played(seed))
    return found


def done(outcomes, what):
    return sum(outcome.coverage[what] for outcome in outcomes)


@pytest.mark.parametrize("promise", PROMISES)
def test_promise(outcomes, promise):
    broken = [f"{violation} (python -m promises --seed {outcome.plan.seed})"
              for outcome in outcomes for violation in outcome.violations if violation.promise == promise]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("what", EVERYTHING)
def test_the_seeds_do_everything(outcomes, what):
    """A promise is not kept by never being put to the test."""
    assert done(outcomes, what) > 0
