"""python -m promises: plays seeds against the server in APUS_BINARIES and says what was broken."""
import argparse
import pathlib
import random
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HERE))

from conftest import BINARIES  # noqa: E402
from promises.plan import make_plan  # noqa: E402
from promises.run import play  # noqa: E402


def main():
    parser = argparse.ArgumentParser(prog="promises", description="Checks what watches promise, seed by seed.")
    parser.add_argument("--seed", type=int, action="append", help="play this one; may be repeated (default: random ones)")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each is played (%(default)s)")
    parser.add_argument("--watchers", type=int, default=12, help="how many watchers each has (%(default)s)")
    parser.add_argument("--minutes", type=float, default=0, help="play random seeds for so long")
    parser.add_argument("--repeat", type=int, default=1, help="play each seed so often")
    parser.add_argument("--coverage", action="store_true", help="say what happened how often")
    options = parser.parse_args()
    until = time.monotonic() + options.minutes * 60
    failed = []
    for seed in seeds(options, until):
        plan = make_plan(seed, seconds=options.seconds, watchers=options.watchers)
        with tempfile.TemporaryDirectory() as folder:
            try:
                outcome = play(plan, pathlib.Path(folder) / "data")
                is_fine = not outcome.violations
                print(outcome, flush=True)
                if options.coverage:
                    print(dict(sorted(outcome.coverage.items())))
            except Exception as failure:  # One broken run must not end the others.
                is_fine = False
                print(f"seed {seed}: {type(failure).__name__}: {failure}", flush=True)
        if not is_fine:
            failed.append(seed)
            print(f"  repeat with: (cd {HERE} && APUS_BINARIES={BINARIES} {sys.executable} -m promises --seed {seed} "
                  f"--seconds {options.seconds:g} --watchers {options.watchers} --repeat 10)", flush=True)
    print(f"{len(failed)} seeds failed{': ' if failed else ''}{' '.join(map(str, failed))}")
    return 1 if failed else 0


def seeds(options, until):
    for seed in options.seed or []:
        yield from [seed] * options.repeat
    if not options.seed:
        yield random.randrange(1 << 31)
        while time.monotonic() < until:
            yield random.randrange(1 << 31)


sys.exit(main())
