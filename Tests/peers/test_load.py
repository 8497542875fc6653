"""apus-load against a server of its own: every scenario small, over every face, and what it writes down."""
import fcntl
import json
import os
import pty
import signal
import struct
import subprocess
import termios

import httpx
import pytest
from conftest import BINARIES, Server
from faulty_server import FAULTS, FaultyServer


def load(server, *arguments, code=0):
    """Runs the load tester; returns its JSON report."""
    done = subprocess.run(
        [BINARIES / "apus-load", *map(str, arguments), "--kubeconfig", server.kubeconfig, "--json", "-"],
        capture_output=True, text=True, timeout=300)
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout)


def check(report):
    assert report["violationCount"] == 0, report["violations"]
    assert report["closedByServer"] == 0
    assert report["errors"] == {}


@pytest.mark.parametrize("face", ["rpc", "json", "protobuf"])
def test_fanout_delivers_every_write_to_every_watch(server, face):
    report = load(server, "fanout", "--face", face, "--watches", 30, "--connections", 3, "--writes", 40, "--pid",
                  server.process.pid)
    check(report)
    assert report["writes"] == 40
    assert report["deliveries"] == 30 * 40
    assert report["latencyMilliseconds"]["count"] == 30 * 40
    assert report["lastWatchMilliseconds"]["count"] == 40
    assert report["updateMilliseconds"]["count"] == 40
    assert report["serverIdle"]["residentBytes"] > 0
    assert report["serverCPUSeconds"] >= 0
    assert report["openSeconds"] > 0


def test_several_loops_and_a_rate(server):
    report = load(server, "fanout", "--loops", 2, "--watches", 20, "--connections", 4, "--rate", 40, "--duration", 5)
    check(report)
    assert report["deliveries"] == 20 * report["writes"]
    # What is late is made up for, so that only a pause at the very end costs some.
    assert 100 <= report["writes"] <= 201


def test_plain_http2(server):
    done = subprocess.run(
        [BINARIES / "apus-load", "fanout", "--server", f"http://127.0.0.1:{server.insecure_port}", "--watches", "5",
         "--writes", "5", "--json", "-"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    check(report)
    assert report["deliveries"] == 25


def test_storm_resumes_every_watch_and_lists_again(server):
    report = load(server, "storm", "--watches", 40, "--connections", 4, "--rate", 50, "--duration", 0.5, "--objects", 7)
    check(report)
    assert [phase["name"] for phase in report["phases"]] == ["steady", "resume", "list"]
    assert report["initialEvents"] == 40 * 7
    assert report["resumeSeconds"] > 0 and report["listSeconds"] > 0


@pytest.mark.parametrize("mode", ["stall", "trickle", "window"])
def test_slow_readers_catch_up(server, mode):
    report = load(server, "slow", "--slow-mode", mode, "--slow-percent", 25, "--watches", 40, "--connections", 4,
                  "--rate", 200, "--duration", 1, "--size", 4096)
    check(report)
    assert report["slowWatches"] == 10
    quick, slow = report["phases"]
    assert quick["laggingDeliveries"] == 10 * quick["writes"]
    assert slow["deliveries"] == 30 * slow["writes"]
    if mode == "window":
        # A window of 64 KiB holds no more than 16 events of 4 KiB.
        assert slow["laggingDeliveries"] <= 10 * 16


def test_churn_misses_nothing(server):
    report = load(server, "churn", "--watches", 40, "--connections", 4, "--churn", 200, "--rate", 50, "--duration", 3)
    check(report)
    assert report["cancelled"] > 50
    assert report["deliveries"] == 20 * report["writes"]


@pytest.mark.parametrize("by", ["label", "namespace", "node"])
def test_interest_delivers_to_the_interested_alone(server, by):
    report = load(server, "interest", "--by", by, "--watches", 60, "--connections", 6, "--objects", 20, "--writes", 40)
    check(report)
    for phase in report["phases"]:
        assert phase["deliveries"] == 3 * phase["writes"]


def test_mixed_calls_come_in_their_ratio(server):
    report = load(server, "mixed", "--mix", "update=1,get=2,list=1", "--watches", 10, "--writes", 80)
    check(report)
    assert report["calls"] == 80
    assert report["updateMilliseconds"]["count"] == 20
    assert report["getMilliseconds"]["count"] == 40
    assert report["listMilliseconds"]["count"] == 20
    assert report["deliveries"] == 10 * 20


def test_soak_survives_lost_connections_and_writes_a_page(server, tmp_path):
    page = tmp_path / "soak.html"
    report = load(server, "soak", "--watches", 40, "--connections", 4, "--duration", 4, "--lose", 0.3, "--rate", 50,
                  "--report", page, "--pid", server.process.pid)
    check(report)
    assert report["connectionsLost"] >= 3
    assert len(report["timeline"]) >= 4
    text = page.read_text()
    assert text.startswith("<!doctype html>") and text.count("<svg") == 6
    assert "http-equiv" not in text and "<script" not in text and "src=" not in text


def test_what_it_makes_it_removes(server):
    load(server, "fanout", "--watches", 2, "--writes", 2, "--namespace", "default")
    left = load(server, "fanout", "--watches", 1, "--writes", 1, "--namespace", "default", "--objects", 1, "--keep")
    assert left["writes"] == 1
    listed = subprocess.run(
        [BINARIES / "apusctl", "get", "configmaps", "-o", "name", "--kubeconfig", server.kubeconfig],
        capture_output=True, text=True, check=True)
    assert listed.stdout.count("load-") == 1


def test_ctrl_c_ends_it_early_with_a_report(server):
    process = subprocess.Popen(
        [BINARIES / "apus-load", "fanout", "--watches", "5", "--duration", "600", "--pid", str(server.process.pid),
         "--kubeconfig", server.kubeconfig, "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    # Deliveries have begun when the server has the run's watches.
    while "apus-load" not in subprocess.run(
            [BINARIES / "apusctl", "get", "configmaps", "-A", "--kubeconfig", server.kubeconfig],
            capture_output=True, text=True).stdout:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=300)
    assert process.returncode in (0, 3), err
    if process.returncode == 3:
        assert "interrupted" in err
    else:
        assert json.loads(out)["violationCount"] == 0


def once(pairs):
    """For `json.loads`: no name may occur twice in an object."""
    names = [name for name, _ in pairs]
    assert len(names) == len(set(names)), names
    return dict(pairs)


def test_json_says_what_was_asked_for_and_every_name_once(server):
    done = subprocess.run(
        [BINARIES / "apus-load", "slow", "--watches", "20", "--connections", "4", "--duration", "0.5", "--rate", "50",
         "--kubeconfig", server.kubeconfig, "--pid", str(server.process.pid), "--json", "-"],
        capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout, object_pairs_hook=once)
    assert report["server"] == server.url
    assert report["serverMemory"]["residentBytes"] > 0
    assert report["load"]["slowMode"] == "stall" and report["load"]["slowPercent"] == 10
    assert report["load"]["durationSeconds"] == 0.5


def test_watches_are_a_part_of_the_mix(server):
    report = load(server, "mixed", "--mix", "update=1,watch=3", "--watches", 5, "--connections", 1, "--writes", 40)
    check(report)
    assert report["watchMilliseconds"]["count"] == 30
    assert report["updateMilliseconds"]["count"] == 10
    assert report["deliveries"] == 5 * 10


def test_a_token_instead_of_a_certificate(tmp_path):
    tokens = tmp_path / "tokens.csv"
    tokens.write_text("a-secret,somebody,1,\"system:masters\"\n")
    mine = tmp_path / "token"
    mine.write_text("a-secret\n")
    server = Server(tmp_path / "data", "--token-auth-file", str(tokens)).start()
    try:
        for path, code in ((mine, 0), (tokens, 3)):
            done = subprocess.run(
                [BINARIES / "apus-load", "fanout", "--face", "json", "--server", server.url, "--ca", server.pki("ca.crt"),
                 "--token-file", path, "--watches", "3", "--writes", "3"], capture_output=True, text=True, timeout=60)
            assert done.returncode == code, done.stderr
    finally:
        server.stop()


class OnTerminal:
    """apus-load whose standard error is a terminal of 80 columns."""

    def __init__(self, server, *arguments):
        self.own, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [BINARIES / "apus-load", *map(str, arguments), "--kubeconfig", server.kubeconfig],
            stdout=subprocess.PIPE, stderr=other, text=True)
        os.close(other)
        self.shown = ""

    def read(self, until=None):
        """Reads until a text is shown, or to the end."""
        while until is None or until not in self.shown:
            try:
                piece = os.read(self.own, 65536)
            except OSError:  # The other end is closed.
                piece = b""
            if not piece:
                assert until is None, self.shown
                break
            self.shown += piece.decode()

    def ended(self):
        """Its exit code and its table."""
        self.read()
        os.close(self.own)
        out, _ = self.process.communicate(timeout=60)
        return self.process.returncode, out


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("scenario", ["churn", "soak", "slow"])
def test_an_interrupted_run_shows_what_it_has(server, scenario, how):
    run = OnTerminal(server, scenario, "--watches", 40, "--connections", 4, "--rate", 50, "--duration", 600)
    # Some events have come.
    run.read(until="p99")
    run.process.send_signal(how)
    code, out = run.ended()
    assert code == 0
    assert "answer to event" in out and "interrupted" in out
    assert "every watch saw every write once" not in out


def test_a_progress_line_can_be_taken_back(server):
    """It must not wrap: a terminal clears the line that the cursor is in, and no other."""
    run = OnTerminal(server, "fanout", "--watches", 20, "--duration", 1, "--pid", server.process.pid)
    assert run.ended()[0] == 0
    lines = [line for line in run.shown.split("\r\x1b[K") if line]
    assert any(len(line) > 80 for line in lines)
    assert all(line.startswith("\x1b[?7l") and line.endswith("\x1b[?7h") for line in lines)


@pytest.mark.parametrize("watches", [20, 0])
def test_a_server_that_goes_for_good_breaks_no_promise_and_is_not_fine(server, watches):
    run = OnTerminal(
        server, "fanout", "--watches", watches, "--connections", 2, "--rate", 100, "--duration", 3, "--drain", 1)
    # The first sample of the writing.
    run.read(until=" s  fanout  ")
    server.stop(signal.SIGKILL)
    code, _ = run.ended()
    assert code == 3, run.shown
    assert "broken promises" not in run.shown


def test_output_that_cannot_be_written_is_told_before_the_run(server, tmp_path):
    for flag in ("--report", "--json"):
        done = subprocess.run(
            [BINARIES / "apus-load", "fanout", "--duration", "600", flag, tmp_path / "none" / "file", "--kubeconfig",
             server.kubeconfig], capture_output=True, text=True, timeout=30)
        assert done.returncode == 3
        assert "cannot write" in done.stderr


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_promise_is_found_with_its_evidence(fault):
    faulty = FaultyServer(fault)
    # Where nothing is missing the end is not waited for; where something is, it was never sent.
    drain = "5" if fault in ("gap", "missing", "phantom") else "30"
    done = subprocess.run(
        [BINARIES / "apus-load", "fanout", "--server", faulty.url, "--face", "json", "--watches", "3", "--connections",
         "1", "--writes", "5", "--rate", "1000", "--objects", "1", "--drain", drain, "--json", "-"],
        capture_output=True, text=True, timeout=300)
    faulty.close()
    report = json.loads(done.stdout)
    kinds = {violation["kind"] for violation in report["violations"]}
    if fault == "none":
        assert done.returncode == 0, done.stderr
        assert report["deliveries"] == 15
        return
    assert done.returncode == 1
    assert fault in kinds
    guilty = [violation for violation in report["violations"] if violation["kind"] == fault]
    assert guilty[0]["watch"] in (1, -1)
    assert f"{fault}" in done.stderr
    if fault in ("gap", "repetition", "disorder"):
        assert '"resourceVersion":"' in guilty[0]["bytes"]


def test_watches_whose_place_history_has_forgotten_begin_again_with_all_objects(tmp_path):
    server = Server(
        tmp_path / "data", "--watch-limits", "history_events=5,history_bytes=65536,group_log_bytes=65536").start()
    try:
        # It ends, though a lost watch cannot come back from where it was.
        report = load(server, "soak", "--watches", 60, "--connections", 6, "--rate", 300, "--duration", 4, "--lose", 0.1)
    finally:
        server.stop()
    assert report["violationCount"] == 0
    assert report["errors"] in ({}, {"watch: 410 Gone": report["gone"]})


def test_promises_hold_when_the_server_is_killed(server):
    process = subprocess.Popen(
        [BINARIES / "apus-load", "fanout", "--watches", "20", "--connections", "2", "--writes", "3000", "--in-flight", "4",
         "--kubeconfig", str(server.kubeconfig), "--json", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def revision():
        with httpx.Client(http1=False, http2=True, timeout=120) as client:
            listed = client.get(f"http://127.0.0.1:{server.insecure_port}/api/v1/configmaps").json()
        return max(int(item["metadata"]["resourceVersion"]) for item in listed["items"])

    # Twice, each time when there were more writes.
    for _ in range(2):
        before = revision()
        while revision() < before + 120:
            assert process.poll() is None, process.stderr.read()
        server.stop(signal.SIGKILL)
        server.start()
    out, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    report = json.loads(out)
    assert report["violationCount"] == 0
    # But for those that were under way when the server ended.
    assert report["writes"] > 2900
    assert report["errors"].get("connection: lost", 0) >= 2


def test_exit_codes(server, tmp_path):
    def run(*arguments):
        environment = {key: value for key, value in os.environ.items() if key != "KUBECONFIG"}
        return subprocess.run(
            [BINARIES / "apus-load", *arguments], capture_output=True, text=True, timeout=300, env=environment)

    helped = run("--help")
    assert helped.returncode == 0 and "--in-flight" in helped.stdout
    assert run("fanout", "--nonsense").returncode == 2
    assert run("fanout", "--kubeconfig", str(tmp_path / "none")).returncode == 3
    server.stop()
    refused = run("fanout", "--kubeconfig", str(server.kubeconfig))
    assert refused.returncode == 3 and "cannot be reached" in refused.stderr
