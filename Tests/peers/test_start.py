"""How a server starts: on which port, with how many descriptors, and what it says when it cannot."""
import contextlib
import os
import pathlib
import re
import resource
import signal
import socket
import subprocess
import time

import httpx
import pytest
import yaml
from conftest import BINARIES, Server
from hostile import Honest

# What "at once" may take on a busy machine with a debug build.
AT_ONCE_SECONDS = 3


@pytest.fixture
def started(tmp_path):
    """Starts `apus apiserver` and returns its lines up to the one that says that it is ready."""
    running = []

    def start(*flags):
        process = subprocess.Popen(
            [BINARIES / "apus", "apiserver", "--data-dir", tmp_path / "data", *flags], stderr=subprocess.PIPE, text=True)
        running.append(process)
        lines = []
        for line in process.stderr:
            lines.append(line)
            if line.startswith("ready in"):
                break
        return lines
    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        process.stderr.close()


def address(kubeconfig):
    return yaml.safe_load(kubeconfig.read_text())["clusters"][0]["cluster"]["server"]


def test_port_0_takes_one_that_is_free_and_says_which(started, tmp_path):
    lines = started("--port", "0", "--insecure-port", "0")
    port = int(re.fullmatch(r"ready in \d+ ms on 127\.0\.0\.1:(\d+)\n", lines[-1])[1])
    plain = int(re.fullmatch(r"plain HTTP/2 on 127\.0\.0\.1:(\d+)\n", lines[-2])[1])
    assert 0 < port != plain > 0
    folder = tmp_path / "data"
    for kubeconfig in [folder / "admin.kubeconfig", *(folder / "pki").glob("*.kubeconfig")]:
        assert address(kubeconfig) == f"https://127.0.0.1:{port}"
    asked = subprocess.run(
        ["kubectl", "--kubeconfig", folder / "admin.kubeconfig", "get", "--raw", "/api"], capture_output=True, text=True)
    # Discovery says it too.
    assert f'"serverAddress":"127.0.0.1:{port}"' in asked.stdout, asked.stderr
    with httpx.Client(http1=False, http2=True) as client:
        assert client.get(f"http://127.0.0.1:{plain}/readyz").text == "ok"


@pytest.mark.parametrize("command, flag, advice", [
    ("apiserver", "--port", "choose another: --port N, or 0 for one that is free"),
    ("apiserver", "--insecure-port", "choose another: --insecure-port N, or 0 for one that is free"),
    ("up", "--port", "choose another: `make up PORT=N`, or --port N"),
])
def test_a_taken_port_is_said_before_anything_starts(command, flag, advice, tmp_path):
    if command == "up" and os.geteuid() != 0:
        pytest.skip("apus up needs root")
    folder = tmp_path / "data"
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        flags = ["--port", "0"] if flag == "--insecure-port" else []
        began = time.monotonic()
        result = subprocess.run(
            [BINARIES / "apus", command, "--data-dir", folder, *flags, flag, str(port)], capture_output=True, text=True,
            timeout=30)
        took = time.monotonic() - began
    assert result.returncode == 1 and took < AT_ONCE_SECONDS
    assert result.stderr == (
        f"apus {command}: port {port} of 127.0.0.1 is taken by process {os.getpid()} ({comm()}): {advice}\n")
    assert not any(str(folder).encode() in line for line in command_lines())
    assert not (folder / "store").exists()


def command_lines():
    for file in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            yield file.read_bytes()


def comm():
    with open("/proc/self/comm") as file:
        return file.read().strip()


def test_the_limit_of_descriptors_is_raised_to_the_hard_one(tmp_path):
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (512, hard))
    try:
        server = Server(tmp_path / "data").start()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    try:
        honest = Honest(server)
        assert honest.metrics()["process_max_fds"] == hard > 512
        honest.close()
    finally:
        server.stop()
