"""The bare loop is what `make bench` measures the API server against, so it must serve others and count truly."""
import re
import shutil
import subprocess

import pytest
from conftest import BINARIES, Server, free_port

PROGRAM = BINARIES / "bare-loop"
pytestmark = pytest.mark.skipif(not PROGRAM.exists(), reason="bare-loop is not built")


def figures(text):
    return {name: float(value) for name, value in (line.split() for line in text.splitlines())}


def drive(*flags, check=True, seconds=120):
    done = subprocess.run(
        [PROGRAM, "drive", "--timeout", str(seconds), *map(str, flags)], capture_output=True, text=True, timeout=150)
    if check:
        assert done.returncode == 0, done.stderr
    return done, figures(done.stdout)


@pytest.fixture(params=[1, 3], ids=["one loop", "three loops"])
def bare(request):
    plain, tls = free_port(), free_port()
    process = subprocess.Popen(
        [PROGRAM, "serve", "--plain", str(plain), "--tls", str(tls), "--loops", str(request.param)],
        stderr=subprocess.PIPE, text=True)
    assert process.stderr.readline() == "ready\n"
    yield plain, tls, process.pid
    process.terminate()
    process.wait(60)
    process.stderr.close()


def test_every_watch_gets_every_event(bare):
    plain, tls, pid = bare
    for way in (["--port", plain], ["--port", tls, "--tls"]):
        _, found = drive(*way, "--pid", pid, "--watches", 200, "--connections", 4, "--writes", 50)
        assert found["deliveries"] == 200 * 50
        assert found["server_cpu_us_per_delivery"] > 0
        assert found["bytes_per_delivery"] > 1024


def test_one_event_under_way_is_one_frame_a_delivery(bare):
    plain, _, _ = bare
    _, found = drive("--port", plain, "--watches", 50, "--writes", 40, "--in-flight", 1)
    assert found["deliveries_per_frame"] == 1


def test_stalled_readers_leave_the_others_alone(bare):
    plain, _, _ = bare
    # 100 events are more than a window of 64 KiB takes.
    _, found = drive("--port", plain, "--watches", 20, "--stalled", 5, "--writes", 100, "--window", 65536)
    assert found["deliveries"] == 15 * 100


@pytest.mark.skipif(not shutil.which("h2load"), reason="h2load is not installed (nghttp2-client)")
def test_serves_a_client_that_is_not_ours(bare, tmp_path):
    plain, _, _ = bare
    body = tmp_path / "call"
    # A gRPC frame around an UpdateRequest whose value (field 3) is three bytes.
    body.write_bytes(b"\0\0\0\0\5\x1a\3abc")
    done = subprocess.run(
        ["h2load", "-n", "200", "-c", "4", "-m", "10", "-d", str(body), "-H", "content-type: application/grpc",
         f"http://127.0.0.1:{plain}/apus.v1.Cluster/Update"], capture_output=True, text=True, timeout=150)
    assert re.search(r"200 succeeded, 0 failed, 0 errored", done.stdout), done.stdout + done.stderr


def test_drives_an_api_server_as_well(server):
    way = ["--port", server.port, "--cert", server.pki("admin.crt"), "--key", server.pki("admin.key"),
           "--pid", server.process.pid]
    _, found = drive(*way, "--watches", 50, "--connections", 2, "--writes", 20)
    assert found["deliveries"] == 50 * 20
    _, found = drive(*way, "--watches", 50, "--interested", 3, "--writes", 20, "--in-flight", 1)
    assert found["deliveries"] == 3 * 20
    _, found = drive(*way, "--watches", 50, "--connections", 2, "--storm")
    assert found["deliveries"] == 50 * 2


def test_writers_have_their_turn_while_watchers_begin_with_lists(tmp_path):
    # One loop for all: connections that read as fast as it writes must not keep it from the writer's.
    server = Server(tmp_path / "data", "--loops", "1").start()
    try:
        drive("--port", server.insecure_port, "--in-flight", 1000, "--writes", 0, "--size", 64)
        _, found = drive(
            "--port", server.insecure_port, "--rate", 50, "--in-flight", 4, "--writes", 5000, "--watches", 1000,
            "--connections", 10, "--initial", 1000, "--size", 64)
        assert found["deliveries"] >= 1000 * 1000
        assert found["write_ms_p99"] < found["listing_seconds"] * 1000 / 2
    finally:
        server.stop()


def test_says_when_writes_are_refused(server):
    # Over the API server's limit for an object.
    done, found = drive(
        "--port", server.port, "--cert", server.pki("admin.crt"), "--key", server.pki("admin.key"),
        "--watches", 2, "--writes", 2, "--in-flight", 1, "--size", 1_700_000, check=False,
        seconds=5)
    assert done.returncode == 1
    assert found["refused"] > 0
    assert "refused" in done.stderr


def test_fetches_and_says_what_came(server):
    done = subprocess.run(
        [PROGRAM, "get", "--port", str(server.insecure_port), "--path", "/api/v1/namespaces", "--times", "3"],
        capture_output=True, text=True, timeout=150)
    assert done.returncode == 0, done.stderr
    assert figures(done.stdout)["status"] == 200
    assert figures(done.stdout)["bytes"] > 100
    missing = subprocess.run(
        [PROGRAM, "get", "--port", str(server.insecure_port), "--path", "/nothing", "--times", "1"],
        capture_output=True, text=True, timeout=150)
    assert missing.returncode == 1
