"""What may only break after a while: the promises on new seeds, the abuse suite, and one server under load that must not
grow, in turns until the time is over. Prints each failure with the command that repeats it.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import httpx
from conftest import BINARIES, Server
from hostile import client_context

HERE = pathlib.Path(__file__).parent
# A round: so much of it for each part, in seconds of five minutes.
ROUND_SECONDS = 300
PROMISES, LOAD = 0.5, 0.3
# What the server under load keeps for watches, so little that the first rounds fill it: what grows after that leaks.
LIMITS = "history_events=2000,history_bytes=4194304"
COMPACTION = "20s"
# What an allocator may keep, or the database's cache take, once the server has been under load.
SLACK_BYTES = 16 << 20
SLACK_SHARE = 0.25
SLACK_DESCRIPTORS = 4


class Loaded:
    """A server that lives as long as the soak, and what it has taken at the end of each round."""

    def __init__(self, folder):
        self.server = Server(folder, "--watch-limits", LIMITS, "--compaction-interval", COMPACTION).start()
        self.client = httpx.Client(
            http2=True, verify=client_context(self.server, ()), base_url=self.server.url, timeout=60)
        self.samples = []

    @property
    def process(self):
        return pathlib.Path(f"/proc/{self.server.process.pid}")

    def load(self, seconds):
        """Whether every watch of `apus-load soak` saw every write."""
        command = [
            BINARIES / "apus-load", "soak", "--kubeconfig", self.server.kubeconfig, "--watches", "500", "--rate", "200",
            "--duration", str(int(seconds)), "--lose", "2", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            report(f"apus-load soak ended with {done.returncode}: {done.stdout}{done.stderr}", command)
        return done.returncode == 0

    def is_at_rest(self):
        values = {name: float(value) for name, value in (
            line.rsplit(" ", 1) for line in self.client.get("/metrics").text.splitlines() if not line.startswith("#"))}
        # This client's connection, and its request.
        return values["apus_http2_connections"] <= 1 and values["apus_http2_streams"] <= 1

    def sample(self):
        """Takes the figures at rest; says what has grown since the server was first under load."""
        until = time.monotonic() + 60
        while not self.is_at_rest():
            if time.monotonic() > until:
                yield "connections or streams stay open though nobody is there"
                return
            time.sleep(0.2)
        status = (self.process / "status").read_text()
        resident = next(int(line.split()[1]) << 10 for line in status.splitlines() if line.startswith("VmRSS"))
        descriptors = len(list((self.process / "fd").iterdir()))
        self.samples.append((resident, descriptors))
        print(f"  at rest: {resident / (1 << 20):.1f} MiB, {descriptors} descriptors", flush=True)
        first = self.samples[0]
        if resident > first[0] * (1 + SLACK_SHARE) + SLACK_BYTES:
            yield f"memory grew from {first[0] >> 20} to {resident >> 20} MiB"
        if descriptors > first[1] + SLACK_DESCRIPTORS:
            yield f"descriptors grew from {first[1]} to {descriptors}"


def report(text, command):
    words = " ".join(map(str, command))
    print(f"FAILED: {text}\n  repeat with: (cd {HERE} && APUS_BINARIES={BINARIES} PYTHONPATH=. {words})", flush=True)


def run(name, *command):
    """Runs a part of the tests; what it prints is shown as it comes."""
    print(name, flush=True)
    done = subprocess.run([sys.executable, *command], cwd=HERE, env=os.environ | {"PYTHONPATH": str(HERE)}, check=False)
    if done.returncode:
        report(name, [sys.executable, *command])
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    minutes = parser.parse_args().minutes
    until = time.monotonic() + minutes * 60
    # At least three, so that growth can be seen.
    seconds = min(ROUND_SECONDS, minutes * 60 / 3)
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        loaded = Loaded(pathlib.Path(folder) / "data")
        rounds = 0
        while rounds == 0 or time.monotonic() + seconds / 2 < until:
            rounds += 1
            print(f"round {rounds}, {max(0, until - time.monotonic()) / 60:.1f} minutes left", flush=True)
            failures += not run(
                "the promises", "-m", "promises", "--minutes", str(seconds * PROMISES / 60), "--seconds", "12",
                "--watchers", "24")
            failures += not run("the abuse suite", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "test_abuse.py")
            print("one server under load", flush=True)
            failures += not loaded.load(max(5, seconds * LOAD))
            if loaded.server.process.poll() is not None:
                print("FAILED: the server under load ended by itself", flush=True)
                failures += 1
                break
            for growth in loaded.sample():
                print(f"FAILED: {growth}", flush=True)
                failures += 1
        loaded.client.close()
        loaded.server.stop()
    print(f"{rounds} rounds, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
