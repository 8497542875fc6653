"""Connections to containers: exec, attach, cp, port-forward and run, by kubectls of both kinds, Python's client, and
sockets that break the rules."""
import fcntl
import functools
import itertools
import json
import os
import pathlib
import pty
import re
import select
import signal
import socket
import struct
import subprocess
import termios
import time

import pytest

from cluster import ROOT, eventually
from components import OBSTACLE, ComponentCluster
from test_http1 import Wire
from test_pods import IMAGE, step

pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=f"no node can run here: {OBSTACLE}")
numbers = itertools.count()


@functools.cache
def kubectl(kind):
    """`new` (the machine's own) speaks WebSocket, `old` (Debian's) SPDY."""
    found = subprocess.run([ROOT / ".make/kubectls"], capture_output=True, text=True).stdout.split()
    place = {"new": 0, "old": 1}[kind]
    return found[place] if len(found) > place else None


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    running = ComponentCluster(tmp_path_factory.mktemp("streams"))
    try:
        running.start()
        running.apply(
            pod("box", "while true; do sleep 1; done"),
            pod("echo", "echo ready; while read line; do echo got $line; done", stdin=True),
            pod("terminal", "while read line; do echo got $line; done", stdin=True, tty=True),
            {**pod("web", ""), "spec": {"terminationGracePeriodSeconds": 1, "containers": [
                {"name": "main", "image": IMAGE, "imagePullPolicy": "IfNotPresent"}]}},
            {**pod("two", ""), "spec": {"terminationGracePeriodSeconds": 1, "containers": [
                step("first", "while true; do sleep 1; done"), step("second", "while true; do sleep 1; done")]}})
        running.run("kubectl", "wait", "--for=condition=Ready", "pod", "--all", "--timeout=180s", timeout=240)
        yield running
    finally:
        running.stop()


def pod(name, script, **fields):
    return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name},
            "spec": {"terminationGracePeriodSeconds": 1, "containers": [step("main", script, **fields)]}}


@pytest.fixture(params=["new", "old"])
def tool(request, cluster):
    program = kubectl(request.param)
    if not program:
        pytest.skip("there is one version of kubectl here, and Debian's could not be fetched")

    def run(*arguments, data=None, timeout=180):
        return subprocess.run(
            [program, *arguments], env=cluster.environment, input=data, capture_output=True, timeout=timeout,
            **({} if data is not None else {"stdin": subprocess.DEVNULL}))
    run.program = program
    run.kind = request.param
    return run


def open_connections(cluster):
    """Tunnels are counted as the streams that they were."""
    import httpx
    with httpx.Client(http1=False, http2=True, timeout=60) as client:
        page = client.get(f"http://127.0.0.1:{cluster.server.insecure_port}/metrics").text
    return int(re.search(r"^apus_http2_streams (\d+)$", page, re.M)[1])


# exec

def test_exec_keeps_output_and_errors_apart_and_gives_the_exit_code(tool):
    done = tool("exec", "box", "--", "sh", "-c", "echo out; echo err >&2; exit 7")
    assert (done.returncode, done.stdout) == (7, b"out\n")
    assert done.stderr.startswith(b"err\n") and b"exit code 7" in done.stderr


def test_exec_passes_input_and_its_end(tool):
    assert tool("exec", "-i", "box", "--", "cat", data=b"hello\n").stdout == b"hello\n"
    assert tool("exec", "-i", "box", "--", "cat", data=b"").stdout == b""


@pytest.mark.parametrize("size", [1, 32_768, 5_000_000])
def test_bytes_arrive_as_they_were_sent(tool, size):
    data = os.urandom(size)
    assert tool("exec", "-i", "box", "--", "cat", data=data).stdout == data


def test_a_command_that_does_not_read_its_input_ends(tool):
    # No more than fits into a pipe: containerd 1.6 waits for ever for who does not read the rest.
    assert tool("exec", "-i", "box", "--", "sh", "-c", "exec <&-; echo done", data=os.urandom(30_000)).stdout == b"done\n"


def test_a_command_that_is_not_there(tool):
    done = tool("exec", "box", "--", "no-such-command")
    assert done.returncode != 0 and b"no-such-command" in done.stderr and b"not found" in done.stderr


def test_containers_are_named(tool):
    done = tool("exec", "two", "-c", "second", "--", "hostname")
    assert done.stdout == b"two\n"
    done = tool("exec", "two", "-c", "third", "--", "true")
    assert done.returncode != 0 and b"container third is not valid for pod two" in done.stderr
    done = tool("exec", "absent", "--", "true")
    assert done.returncode != 0 and b'pods "absent" not found' in done.stderr


class Terminal:
    """kubectl on a terminal of its own."""

    def __init__(self, cluster, program, *arguments, size=(33, 91)):
        self.master, slave = pty.openpty()
        self.resize(*size)
        self.process = subprocess.Popen(
            [program, *arguments], env=cluster.environment, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
            # Its controlling terminal, so that it is told of a new size.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(slave)
        self.said = b""

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if hasattr(self, "process"):
            os.kill(self.process.pid, signal.SIGWINCH)

    def type(self, text):
        os.write(self.master, text)

    def until(self, text, seconds=90):
        end = time.monotonic() + seconds
        while text not in self.said:
            assert time.monotonic() < end, self.said
            if select.select([self.master], [], [], 0.2)[0]:
                try:
                    self.said += os.read(self.master, 4096)
                except OSError:
                    assert text in self.said, self.said
        before, self.said = self.said.split(text, 1)
        return before

    def end(self):
        try:
            return self.process.wait(60)
        finally:
            os.close(self.master)


def test_a_terminal_has_a_size_that_follows(cluster, tool):
    terminal = Terminal(cluster, tool.program, "exec", "-it", "box", "--", "sh")
    terminal.type(b"while [ \"$(stty size)\" != '33 91' ]; do usleep 10000; done; echo first-$?\n")
    terminal.until(b"first-0\r\n")
    terminal.resize(20, 70)
    terminal.type(b"while [ \"$(stty size)\" != '20 70' ]; do usleep 10000; done; echo second-$?\n")
    terminal.until(b"second-0\r\n")
    terminal.type(b"exit 3\n")
    assert terminal.end() == 3


def test_control_c_reaches_the_command(cluster, tool):
    terminal = Terminal(cluster, tool.program, "exec", "-it", "box", "--", "sh", "-c", "echo begun; sleep 100")
    terminal.until(b"begun")
    terminal.type(b"\x03")
    assert terminal.end() == 130


# attach, run, cp

def test_attach_reads_what_is_said_from_now_on(cluster, tool):
    process = subprocess.Popen([tool.program, "attach", "-i", "echo", "-c", "main"], env=cluster.environment,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdin.write(b"one\ntwo\n")
    process.stdin.flush()
    assert [process.stdout.readline() for _ in range(2)] == [b"got one\n", b"got two\n"]
    process.kill()
    process.communicate()


def test_attach_to_a_terminal(cluster, tool):
    terminal = Terminal(cluster, tool.program, "attach", "-it", "terminal", "-c", "main")
    terminal.type(b"hello\n")
    terminal.until(b"got hello\r\n")
    terminal.process.kill()
    terminal.end()


def test_run_and_remove(cluster, tool):
    name = f"run-{next(numbers)}"
    done = tool("run", "-i", "--rm", name, f"--image={IMAGE}", "--image-pull-policy=IfNotPresent", "--restart=Never",
                "--command", "--", "sh", "-c", "read x; echo said $x; sleep 1", data=b"this\n")
    assert done.returncode == 0 and b"said this\n" in done.stdout and b"deleted" in done.stdout + done.stderr
    # It is told to go, and not waited for.
    eventually(lambda: cluster.get("pod", name) is None)


def test_cp_there_and_back(tool, tmp_path):
    folder = tmp_path / "folder"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "bytes").write_bytes(os.urandom(2_000_000))
    (folder / "text").write_text("text")
    place = f"/tmp/{tool.kind}-{next(numbers)}"
    assert tool("cp", str(folder), f"box:{place}").returncode == 0
    assert tool("cp", f"box:{place}", str(tmp_path / "back")).returncode == 0
    for name in ("deep/bytes", "text"):
        assert (tmp_path / "back" / name).read_bytes() == (folder / name).read_bytes()


# port-forward

class Forward:
    def __init__(self, cluster, program, target, port):
        self.port = None
        self.process = subprocess.Popen(
            # It takes a port that is free, and says which.
            [program, "port-forward", target, f":{port}"], env=cluster.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True)

    def __enter__(self):
        for line in self.process.stdout:
            if found := re.match(r"Forwarding from 127\.0\.0\.1:(\d+) ", line):
                self.port = int(found[1])
                return self
        raise AssertionError("port-forward ended")

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()

    def get(self, path="/"):
        with socket.create_connection(("127.0.0.1", self.port), 60) as sock:
            sock.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
            text = b""
            while piece := sock.recv(65536):
                text += piece
            return text


def test_port_forward_serves_many_connections(cluster, tool):
    with Forward(cluster, tool.program, "pod/web", 8080) as forward:
        # Where the server ends the connection the runtime waits for a second.
        for _ in range(3):
            assert b"web serves version 1" in forward.get()
        with socket.create_connection(("127.0.0.1", forward.port), 60) as idle:
            assert b"404" in forward.get("/absent"), "one that is silent keeps no other waiting"
            idle.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert b"200" in idle.recv(4096)


def test_port_forward_to_nobody_says_so(cluster, tool):
    """Older ones go on after that, newer ones end."""
    with Forward(cluster, tool.program, "pod/web", 9) as forward:
        try:
            assert forward.get() == b""
        except ConnectionResetError:
            pass
        assert any("refused" in line for line in forward.process.stdout)


# Python's client

class TestPython:
    @pytest.fixture
    def core(self, cluster):
        kubernetes = pytest.importorskip("kubernetes")
        configuration = kubernetes.client.Configuration()
        kubernetes.config.load_kube_config(str(cluster.server.kubeconfig), client_configuration=configuration)
        # Its stream functions put another transport into the client that they are given.
        with kubernetes.client.ApiClient(configuration) as client:
            yield kubernetes.client.CoreV1Api(client)

    def test_exec(self, core):
        from kubernetes.stream import stream
        running = stream(
            core.connect_get_namespaced_pod_exec, "box", "default", command=["sh", "-c", "read x; echo got $x; exit 5"],
            stdin=True, stdout=True, stderr=True, tty=False, _preload_content=False)
        running.write_stdin("hällo\n")
        running.run_forever(timeout=60)
        assert (running.read_stdout(), running.returncode) == ("got hällo\n", 5)

    def test_port_forward(self, core):
        from kubernetes.stream import portforward
        forwarded = portforward(core.connect_get_namespaced_pod_portforward, "web", "default", ports="8080")
        sock = forwarded.socket(8080)
        sock.settimeout(60)
        sock.sendall(b"GET / HTTP/1.0\r\n\r\n")
        text = b""
        while piece := sock.recv(4096):
            text += piece
        assert b"web serves version 1" in text and forwarded.error(8080) is None


# Sockets made by hand

EXEC = b"/api/v1/namespaces/default/pods/box/exec"
KEY = b"dGhlIHNhbXBsZSBub25jZQ=="


def frame(opcode, payload=b"", final=True, mask=b"abcd", first=0):
    head = bytes([(0x80 if final else 0) | first | opcode])
    bit = 0x80 if mask else 0
    if len(payload) < 126:
        head += bytes([bit | len(payload)])
    elif len(payload) < 65536:
        head += bytes([bit | 126]) + struct.pack(">H", len(payload))
    else:
        head += bytes([bit | 127]) + struct.pack(">Q", len(payload))
    return head + (mask or b"") + (bytes(b ^ mask[n % 4] for n, b in enumerate(payload)) if mask else payload)


class WebSocket(Wire):
    def __init__(self, cluster, command, protocol=b"v5.channel.k8s.io", more=b"stdin=true&stdout=true&stderr=true"):
        super().__init__(cluster.server, tls=True)
        query = b"&".join([more, *(b"command=" + c for c in command)])
        self.send(b"GET " + EXEC + b"?" + query + b" HTTP/1.1\r\nHost: apus\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + b"\r\nSec-WebSocket-Protocol: " + protocol
                  + b"\r\n\r\n")

    def opened(self):
        head = self.until(b"\r\n\r\n").lower()
        assert head.startswith(b"http/1.1 101 ") and b"sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=" in head
        return self

    def read(self, count):
        while len(self.buffer) < count:
            assert self._more(), "the connection ended"
        piece, self.buffer = self.buffer[:count], self.buffer[count:]
        return piece

    def frame(self):
        first, second = self.read(2)
        assert first & 0x80 and not second & 0x80, "a server's frames are whole and not masked"
        size = second
        if size == 126:
            size, = struct.unpack(">H", self.read(2))
        elif size == 127:
            size, = struct.unpack(">Q", self.read(8))
        return first & 15, self.read(size)

    def said(self):
        """What comes on each channel to the end, and the code of the goodbye."""
        channels = {}
        while True:
            opcode, payload = self.frame()
            if opcode == 8:
                return channels, int.from_bytes(payload[:2], "big")
            if opcode == 2:
                channels[payload[0]] = channels.get(payload[0], b"") + payload[1:]


def test_channels_and_status(cluster):
    with WebSocket(cluster, [b"sh", b"-c", b"cat%3B%20exit%203"]).opened() as wire:
        # In fragments, with a ping in between, as the rules allow.
        wire.send(frame(2, b"\0he", final=False), frame(9, b"there?"), frame(0, b"", final=False), frame(0, b"llo"))
        assert wire.frame() == (10, b"there?")
        wire.send(frame(2, b"\x07not a channel"), frame(2, b""), frame(2, b"\xff\0"))
        channels, code = wire.said()
        status = json.loads(channels[3])
        assert channels[1] == b"hello" and code == 1000
        assert status["reason"] == "NonZeroExitCode" and status["details"]["causes"][0]["message"] == "3"


BROKEN = {
    "no mask": (frame(2, b"\0x", mask=None), 1002),
    "a reserved bit": (frame(2, b"\0x", first=0x40), 1002),
    "an unknown opcode": (frame(3, b"\0x"), 1002),
    "a continuation of nothing": (frame(0, b"\0x"), 1002),
    "a message within a message": (frame(2, b"\0x", final=False) + frame(2, b"\0x"), 1002),
    "a control frame in fragments": (frame(9, b"x", final=False), 1002),
    "a control frame that is too long": (frame(9, b"x" * 126), 1002),
    "a length that is too long": (b"\x82\xfe\0\x05abcdhello", 1002),
    "a length of 2^63": (b"\x82\xff\x80" + bytes(7) + b"abcd", 1002),
    "a goodbye of one byte": (frame(8, b"x"), 1002),
    "a goodbye with a code that is none": (frame(8, struct.pack(">H", 1005)), 1002),
    "text that is none": (frame(1, b"\0\xff\xfe"), 1007),
}


@pytest.mark.parametrize("shape", BROKEN)
def test_broken_frames_end_the_connection(cluster, shape):
    before = open_connections(cluster)
    with WebSocket(cluster, [b"sleep", b"100"]).opened() as wire:
        wire.send(BROKEN[shape][0])
        assert wire.said()[1] == BROKEN[shape][1] and wire.is_ended()
    assert eventually(lambda: open_connections(cluster) <= before or None)


@pytest.mark.parametrize("fields, status", [
    (b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2hvcnQ=\r\n"
     b"Sec-WebSocket-Protocol: v5.channel.k8s.io\r\n", 400),
    (b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: " + KEY + b"\r\n"
     b"Sec-WebSocket-Protocol: v5.channel.k8s.io\r\n", 400),
    (b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + b"\r\n"
     b"Sec-WebSocket-Protocol: chat\r\n", 400),
    (b"", 400),
], ids=["key", "version", "subprotocol", "no upgrade"])
def test_bad_handshakes_are_answered(cluster, fields, status):
    with Wire(cluster.server, tls=True) as wire:
        wire.send(b"GET " + EXEC + b"?stdout=true&command=true HTTP/1.1\r\nHost: apus\r\n" + fields + b"\r\n")
        code, _, body = wire.answer()
        assert code == status and json.loads(body)["kind"] == "Status"


def sleeping(cluster, mark):
    """Processes in the box that hold the mark in their command."""
    return cluster.run("kubectl", "exec", "box", "--", "sh", "-c", "cat /proc/*/cmdline | tr '\\0' ' '").stdout.count(mark)


@pytest.mark.parametrize("how", ["closes", "resets"])
def test_a_client_that_vanishes_is_forgotten(cluster, how):
    before = open_connections(cluster)
    wires = [WebSocket(cluster, [b"cat"]).opened() for _ in range(10)]
    # Before, some request of the components' may have been under way.
    assert eventually(lambda: open_connections(cluster) >= before + 10)
    for wire in wires:
        if how == "resets":
            wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        wire.socket.close()
    assert eventually(lambda: open_connections(cluster) <= before or None)
    # The runtime closes the command's input, at which `cat` ends.
    assert eventually(lambda: sleeping(cluster, "cat  ") == 0 or None)


def resident(process):
    pages = pathlib.Path(f"/proc/{process.pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def test_who_does_not_read_costs_no_memory(cluster):
    """A command that says hundreds of megabytes to a client that reads none of it: it waits, and nobody holds them."""
    servers = [cluster.server.process, cluster.kubelet.process]
    with WebSocket(cluster, [b"yes"], more=b"stdout=true").opened() as wire:
        wire.frame()
        before = [resident(p) for p in servers]
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            grown = [resident(p) - b for p, b in zip(servers, before)]
            assert max(grown) < 16 << 20, grown
            select.select([], [], [], 0.2)
        # It goes on where it stood.
        for _ in range(100):
            opcode, payload = wire.frame()
            assert opcode == 2 and set(payload[1:]) <= {ord("y"), ord("\n")}


def test_a_command_that_does_not_read_costs_no_memory(cluster):
    servers = [cluster.server.process, cluster.kubelet.process]
    with WebSocket(cluster, [b"sleep", b"100"], more=b"stdin=true").opened() as wire:
        before = [resident(p) for p in servers]
        wire.socket.settimeout(1)
        piece = frame(2, b"\0" + bytes(60_000))
        sent = 0
        try:
            while sent < 400 << 20:
                wire.socket.sendall(piece)
                sent += len(piece)
        except (TimeoutError, OSError):
            pass
        assert sent < 400 << 20, "the socket takes no more"
        assert max(resident(p) - b for p, b in zip(servers, before)) < 16 << 20


def test_a_proxy_leads_to_a_pod_and_to_its_kubelet(cluster):
    def raw(path):
        return cluster.run("kubectl", "get", "--raw", path).stdout

    node = cluster.run("kubectl", "get", "pod", "web", "-o", "jsonpath={.spec.nodeName}").stdout
    assert raw("/api/v1/namespaces/default/pods/web:8080/proxy/")
    assert raw(f"/api/v1/nodes/{node}/proxy/healthz").strip() == "ok"
    names = {found["metadata"]["name"] for found in json.loads(raw(f"/api/v1/nodes/{node}/proxy/pods"))["items"]}
    assert "web" in names
