"""How a server starts: on which port, with how many descriptors, and what it says when it cannot."""
import contextlib
import os
import pathlib
import re
import resource
import signal
import socket
import ssl
import subprocess
import time

import httpx
import pytest
import yaml
from conftest import BINARIES, Server, free_port, outside_address
from hostile import Honest

ADDRESS = outside_address()
needs_address = pytest.mark.skipif(ADDRESS is None, reason="this machine has no address but loopback")

# What "at once" may take on a slow and busy machine with a debug build.
AT_ONCE_SECONDS = 15


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
    start.running = running
    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        process.stderr.close()


def address(kubeconfig):
    return yaml.safe_load(kubeconfig.read_text())["clusters"][0]["cluster"]["server"]


def test_port_0_takes_one_that_is_free_and_says_which(started, tmp_path):
    lines = started("--bind-address", "127.0.0.1", "--port", "0", "--insecure-port", "0")
    port = int(re.fullmatch(r"ready in \d+ ms on 127\.0\.0\.1:(\d+)\n", lines[-1])[1])
    plain = int(re.fullmatch(r"plain HTTP/2 on 127\.0\.0\.1:(\d+)\n", lines[-2])[1])
    assert 0 < port != plain > 0
    folder = tmp_path / "data"
    for kubeconfig in [folder / "admin.kubeconfig", *(folder / "pki").glob("*.kubeconfig")]:
        assert address(kubeconfig) == f"https://127.0.0.1:{port}"
    asked = subprocess.run(
        ["kubectl", "--kubeconfig", folder / "admin.kubeconfig", "get", "--raw", "/api"], capture_output=True, text=True)
    # Discovery says it too, with the address that others are told of.
    assert f'"serverAddress":"{ADDRESS or "127.0.0.1"}:{port}"' in asked.stdout, asked.stderr
    with httpx.Client(http1=False, http2=True, timeout=60) as client:
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
        flags = ["--port", "0"] if flag == "--insecure-port" else ["--bind-address", "127.0.0.1"]
        began = time.monotonic()
        result = subprocess.run(
            [BINARIES / "apus", command, "--data-dir", folder, *flags, flag, str(port)], capture_output=True, text=True,
            timeout=60)
        took = time.monotonic() - began
    assert result.returncode == 1 and took < AT_ONCE_SECONDS
    assert result.stderr == (
        f"apus {command}: port {port} of 127.0.0.1 is taken by process {os.getpid()} ({comm()}): {advice}\n")
    assert not any(str(folder).encode() in line for line in command_lines())
    assert not (folder / "store").exists()


def version(folder, host, port, connect=None):
    """What the server says of itself to somebody who knows the cluster's authority, and calls it `host`."""
    verify = ssl.create_default_context(cafile=folder / "pki/ca.crt")
    with socket.create_connection((connect or host, port), 60) as plain, \
            verify.wrap_socket(plain, server_hostname=host) as secure:
        secure.sendall(f"GET /version HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        return b"".join(iter(lambda: secure.recv(4096), b"")).split(b"\r\n", 1)[0]


def listening(process):
    """The addresses at which it listens, without the port."""
    rows = subprocess.run(["ss", "-Hltnp"], capture_output=True, text=True, check=True).stdout.splitlines()
    return sorted(row.split()[3].rpartition(":")[0] for row in rows if f"pid={process.pid}," in row)


@needs_address
def test_unless_told_otherwise_it_serves_with_tls_at_all_addresses(started, tmp_path):
    folder, port, plain = tmp_path / "data", free_port(), free_port()
    lines = started("--port", str(port), "--insecure-port", str(plain), "--tls-san", "api.example.org,198.51.100.7")
    assert lines[-1].endswith(f" on 127.0.0.1:{port}\n")
    # ss writes a socket of both families as *.
    everywhere = "*" if socket.has_dualstack_ipv6() else "0.0.0.0"
    assert listening(started.running[-1]) == [everywhere, "127.0.0.1"], "plain text stays on the machine"
    names = ["127.0.0.1", "localhost", ADDRESS]
    if socket.has_dualstack_ipv6():
        names.append("::1")
    for name in names:
        assert version(folder, name, port) == b"HTTP/1.1 200 OK", name
    for name in ("kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
                 "10.0.0.1", "api.example.org", "198.51.100.7", socket.gethostname().lower()):
        assert version(folder, name, port, connect="127.0.0.1") == b"HTTP/1.1 200 OK", name
    with pytest.raises(ssl.SSLCertVerificationError):
        version(folder, "other.example.org", port, connect="127.0.0.1")


@needs_address
def test_it_listens_at_the_addresses_that_it_is_told_and_no_others(started, tmp_path):
    folder, port = tmp_path / "data", free_port()
    lines = started("--port", str(port), "--bind-address", f"127.0.0.2,{ADDRESS}")
    assert lines[-1].endswith(f" on 127.0.0.2:{port}\n")
    assert listening(started.running[-1]) == sorted(["127.0.0.2", ADDRESS])
    assert address(folder / "admin.kubeconfig") == f"https://127.0.0.2:{port}"
    for name in ("127.0.0.2", ADDRESS):
        assert version(folder, name, port) == b"HTTP/1.1 200 OK"
    with pytest.raises(ConnectionRefusedError):
        version(folder, "127.0.0.1", port)


@pytest.mark.parametrize("flags, status, words", [
    (["--bind-address", "203.0.113.77"], 1, "this machine has no address 203.0.113.77: --bind-address takes those that it has"),
    (["--bind-address", "everywhere"], 2, "--bind-address takes addresses of this machine, such as 0.0.0.0 or "),
    (["--bind-address", "127.0.0.1", "--tls-san", "a b"], 1, '"a b" is neither an IP address nor a host name'),
    (["--advertise-address", "127.0.0.1"], 2, "--advertise-address takes an address that pods can reach, not 127.0.0.1"),
])
def test_an_address_that_cannot_be_is_said(flags, status, words, tmp_path):
    result = subprocess.run(
        [BINARIES / "apus", "apiserver", "--data-dir", tmp_path / "data", "--port", str(free_port()), *flags],
        capture_output=True, text=True, timeout=60)
    assert result.returncode == status and words in result.stderr, result.stderr


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
