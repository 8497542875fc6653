"""Servers for the tests: the debug build's binaries, each with a data folder and a port of its own."""
import collections
import os
import pathlib
import signal
import socket
import subprocess

import pytest

BINARIES = pathlib.Path(os.environ.get("APUS_BINARIES", pathlib.Path(__file__).parents[2] / ".build/debug"))


# The sockets that hold the ports given out last: of as many servers as live at a time, and some more.
HELD = collections.deque(maxlen=128)


def free_port():
    """A port for a server. It is held by a socket that does not listen: the server, which sets SO_REUSEADDR as this does,
    can listen there, now and after a restart, and the kernel gives the port to nobody else."""
    holder = socket.socket()
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind(("127.0.0.1", 0))
    if len(HELD) == HELD.maxlen:
        HELD.popleft().close()
    HELD.append(holder)
    return holder.getsockname()[1]


def outside_address():
    """An address of this machine that is not loopback: the server leads nobody to its own."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as s:
        try:
            s.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = s.getsockname()[0]
    return None if address.startswith(("127.", "169.254.")) else address


class Server:
    """`apus apiserver` in a folder. `start` returns when it serves."""

    def __init__(self, folder, *flags):
        self.folder = pathlib.Path(folder)
        self.flags = flags
        self.port = free_port()
        self.insecure_port = free_port()
        self.process = None

    @property
    def url(self):
        return f"https://127.0.0.1:{self.port}"

    @property
    def kubeconfig(self):
        return self.folder / "admin.kubeconfig"

    def pki(self, name):
        return str(self.folder / "pki" / name)

    def start(self):
        self.process = subprocess.Popen(
            [BINARIES / "apus", "apiserver", "--data-dir", self.folder, "--bind-address", "127.0.0.1", "--port",
             str(self.port), "--insecure-port", str(self.insecure_port), *self.flags],
            stderr=subprocess.PIPE, text=True)
        lines = []
        for line in self.process.stderr:
            lines.append(line)
            if line.startswith("ready in"):
                return self
        raise AssertionError("the server did not start:\n" + "".join(lines))

    def stop(self, how=signal.SIGTERM):
        if self.process and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(60)
        if self.process:
            self.process.stderr.close()


@pytest.fixture
def server(tmp_path):
    running = Server(tmp_path / "data").start()
    yield running
    running.stop()
