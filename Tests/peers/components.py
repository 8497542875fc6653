"""A cluster of separate processes for the tests: `apus apiserver`, `scheduler`, `controller-manager` and `kubelet`."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from cluster import ROOT, eventually
from conftest import BINARIES, Server

# What keeps a node from running here; empty: nothing.
OBSTACLE = "; ".join(
    [f"{tool} is not installed" for tool in ("containerd", "runc", "umoci", "kubectl") if shutil.which(tool) is None]
    + ([] if os.getuid() == 0 else ["not root"]))


class Component:
    """One process, whose standard error is kept."""

    def __init__(self, log, *arguments):
        self.log = pathlib.Path(log)
        self.arguments = [BINARIES / "apus", *arguments]
        self.process = None

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.arguments, stderr=log, stdout=log, start_new_session=True)
        return self

    def wait_for(self, text):
        def says():
            assert self.process.poll() is None or text in self.log.read_text(), self.log.read_text()
            return text in self.log.read_text()
        eventually(says)
        return self

    def stop(self, how=signal.SIGTERM):
        """How long the end took, in seconds, and the exit status."""
        began = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(60)
        return time.monotonic() - began, status


class ComponentCluster:
    def __init__(self, folder, controllers=(), kubelet=()):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(exist_ok=True)
        self.node_folder = self.folder / "node"
        self.server = Server(self.folder / "server")
        node_identity = self.server.folder / "pki"
        self.scheduler = Component(
            self.folder / "scheduler.log", "scheduler", "--kubeconfig", node_identity / "scheduler.kubeconfig")
        self.controllers = Component(
            self.folder / "controllers.log", "controller-manager", "--kubeconfig",
            node_identity / "controller-manager.kubeconfig", *controllers)
        self.kubelet = Component(
            self.folder / "kubelet.log", "kubelet", "--kubeconfig", node_identity / "kubelet.kubeconfig", "--data-dir",
            self.node_folder, *kubelet)

    def start(self):
        self.node_folder.mkdir(mode=0o700, exist_ok=True)
        pack_images(self.node_folder / "images")
        self.server.start()
        for component in (self.scheduler, self.controllers, self.kubelet):
            component.start()
        eventually(self.is_node_ready, 120)
        return self

    def stop(self):
        try:
            for component in (self.kubelet, self.controllers, self.scheduler):
                if component.process:
                    component.stop()
            self.server.stop()
        finally:
            down(self.node_folder)

    def run(self, tool, *arguments, check=True, stdin=None, timeout=120):
        result = subprocess.run(
            [tool if tool == "kubectl" else BINARIES / tool, *arguments], env=self.environment, capture_output=True,
            text=True, input=stdin, timeout=timeout)
        if check:
            assert result.returncode == 0, f"{tool} {' '.join(map(str, arguments))}: {result.stdout}{result.stderr}"
        return result

    @property
    def environment(self):
        return {**os.environ, "KUBECONFIG": str(self.server.kubeconfig)}

    def apusctl(self, *arguments, **options):
        return self.run("apusctl", *arguments, **options).stdout

    def kubectl(self, *arguments, **options):
        return self.run("kubectl", *arguments, **options).stdout

    def get(self, *arguments):
        """The object or list; nothing when there is none."""
        result = self.run("apusctl", "get", *arguments, "-o", "json", check=False)
        return json.loads(result.stdout) if result.returncode == 0 else None

    def apply(self, *objects):
        self.apusctl("apply", "-f", "-", stdin="\n---\n".join(map(json.dumps, objects)))

    def is_node_ready(self):
        nodes = self.get("nodes")
        return bool(nodes and nodes["items"]) and all(condition(n, "Ready")["status"] == "True" for n in nodes["items"])


def pack_images(folder):
    """Packed once for all tests; `.make/images` sees whether they are current."""
    packed = BINARIES.resolve().parent / "test-images"
    subprocess.run([ROOT / ".make/images", packed], check=True, stdout=subprocess.DEVNULL)
    shutil.copytree(packed, folder, dirs_exist_ok=True)


def down(folder):
    result = subprocess.run(
        [BINARIES / "apus", "down", "--data-dir", folder], capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stderr


def condition(thing, type):
    return next((c for c in thing.get("status", {}).get("conditions", []) if c["type"] == type), {"status": ""})


def container(pod, number=0):
    """The status of a container; empty before there is one."""
    found = pod.get("status", {}).get("containerStatuses", [])
    return found[number] if len(found) > number else {}
