"""A whole cluster for the tests: `apus up` with a containerd of its own, driven as its users drive it."""
import json
import os
import pathlib
import signal
import subprocess
import time

from conftest import BINARIES, free_port

ROOT = pathlib.Path(__file__).parents[2]
# Debian's kubernetes-client has the same name as upstream's.
KUBECTL = "kubectl"


def eventually(condition, seconds=60, every=0.1):
    """The condition's first true value. Fails with its last value when the time is over, which is long: machines are slow
    and busy at times."""
    deadline = time.monotonic() + seconds
    while True:
        found = condition()
        if found:
            return found
        assert time.monotonic() < deadline, f"not within {seconds} s; the last answer was {found!r}"
        time.sleep(every)


class Cluster:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.port = free_port()
        self.process = None

    @property
    def kubeconfig(self):
        return self.folder / "admin.kubeconfig"

    @property
    def log(self):
        return (self.folder.parent / f"{self.folder.name}.log")

    def start(self):
        self.folder.mkdir(mode=0o700, exist_ok=True)
        subprocess.run([ROOT / ".make/images", self.folder / "images"], check=True, stdout=subprocess.DEVNULL)
        with open(self.log, "ab") as log:
            before = log.tell()
            self.process = subprocess.Popen(
                [BINARIES / "apus", "up", "--data-dir", self.folder, "--port", str(self.port)], stdout=log, stderr=log,
                start_new_session=True)

        def is_ready():
            assert self.process.poll() is None, self.log.read_text()
            return "ready in " in self.log.read_text()[before:]
        eventually(is_ready, 120)
        return self

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(60)

    def down(self):
        result = subprocess.run(
            [BINARIES / "apus", "down", "--data-dir", self.folder], capture_output=True, text=True, timeout=120)
        assert result.returncode == 0, result.stderr
        if self.process:
            self.process.wait(60)

    def run(self, tool, *arguments, check=True, text=None, timeout=120):
        program = KUBECTL if tool == "kubectl" else BINARIES / "apusctl"
        result = subprocess.run(
            [program, *arguments], env={**os.environ, "KUBECONFIG": str(self.kubeconfig)}, capture_output=True,
            text=True, input=text, timeout=timeout)
        if check:
            assert result.returncode == 0, f"{tool} {' '.join(map(str, arguments))}: {result.stdout}{result.stderr}"
        return result

    def kubectl(self, *arguments, **options):
        return self.run("kubectl", *arguments, **options).stdout

    def apusctl(self, *arguments, **options):
        return self.run("apusctl", *arguments, **options).stdout

    def get(self, *arguments):
        return json.loads(self.apusctl("get", *arguments, "-o", "json"))

    def pods(self, selector):
        return self.get("pods", "-l", selector)["items"]

    def running(self, selector, count):
        """The pods, when there are exactly so many, all ready and none on its way out; nothing before."""
        pods = self.pods(selector)
        return pods if len(pods) == count and all(is_ready(p) for p in pods) else None


def is_ready(pod):
    return "deletionTimestamp" not in pod["metadata"] and any(
        c["type"] == "Ready" and c["status"] == "True" for c in pod["status"].get("conditions", []))


def restarts(pod):
    return pod["status"]["containerStatuses"][0]["restartCount"]


def container(pod):
    return pod["status"]["containerStatuses"][0]["containerID"]


def curl(pod):
    result = subprocess.run(
        ["curl", "-s", "--max-time", "10", f"http://{pod['status']['podIP']}:8080/"], capture_output=True, text=True)
    return result.stdout if result.returncode == 0 else ""


def processes(pod):
    """The numbers of the processes in the pod's containers, without the one that holds its namespaces."""
    mark = f"HOSTNAME={pod['metadata']['name']}".encode()
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                if mark in (folder / "environ").read_bytes().split(b"\0") and not (folder / "exe").readlink().match("/pause"):
                    found.append(int(folder.name))
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                pass
    return found


def machine():
    """What a cluster could leave behind on the machine, apart from its own folder."""
    def lines(*command):
        result = subprocess.run(command, capture_output=True, text=True)
        return set(result.stdout.splitlines())
    commands = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                commands[folder.name] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode().strip()
            except (FileNotFoundError, ProcessLookupError):
                pass
    ours = {c for c in commands.values() if any(w in c for w in ("containerd", "apus up", "/pause", "/bin/serve", "httpd"))}
    return {
        "processes": ours,
        "mounts": {line.split()[1] for line in pathlib.Path("/proc/mounts").read_text().splitlines()},
        "namespaces": set(os.listdir("/run/netns")) if os.path.isdir("/run/netns") else set(),
        "links": {line.split(":")[1].strip().split("@")[0] for line in lines("ip", "-o", "link")},
        "rules": lines("nft", "list", "ruleset"),
        "iptables": {line.split(" [")[0] for line in lines("iptables-save") if not line.startswith("#")},
        "groups": {str(p) for p in pathlib.Path("/sys/fs/cgroup").glob("*")} | {
            str(p) for p in pathlib.Path("/sys/fs/cgroup").glob("*/*apus*")},
        "cni": {str(p) for base in ("/var/lib/cni", "/etc/cni/net.d", "/run/containerd", "/var/lib/containerd",
                                    "/var/lib/kubelet", "/var/log/pods", "/var/log/containers")
                for p in pathlib.Path(base).rglob("*")},
    }
