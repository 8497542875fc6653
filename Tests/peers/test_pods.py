"""What a pod's spec asks of its node, in real containers: order, ends, restarts, environment, files, bounds, logs."""
import base64
import calendar
import itertools
import json
import pathlib
import re
import subprocess
import threading
import time

import pytest
from cluster import eventually, is_ready
from components import OBSTACLE, ComponentCluster, condition, container
from conftest import BINARIES

pytestmark = pytest.mark.skipif(bool(OBSTACLE), reason=f"no node can run here: {OBSTACLE}")
IMAGE = "localhost/apus/web:1"
numbers = itertools.count()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    running = ComponentCluster(tmp_path_factory.mktemp("pods"))
    try:
        yield running.start()
    finally:
        running.stop()


def step(name, script, **fields):
    return {"name": name, "image": IMAGE, "imagePullPolicy": "IfNotPresent", "command": ["/bin/sh", "-c", script],
            **fields}


class Pod:
    """A pod of one container `main` that runs a script, unless the spec says otherwise."""

    def __init__(self, cluster, script="", main=None, **spec):
        self.cluster = cluster
        self.name = f"pod-{next(numbers)}"
        cluster.apply({
            "apiVersion": "v1", "kind": "Pod", "metadata": {"name": self.name, "labels": {"color": "blue"}},
            "spec": {"terminationGracePeriodSeconds": 1, "restartPolicy": "Never",
                     "containers": [step("main", script, **(main or {}))], **spec}})

    def get(self):
        return self.cluster.get("pod", self.name)

    def until(self, holds, seconds=90):
        """The pod, once this is so."""
        seen = {}

        def look():
            seen["pod"] = self.get()
            return seen["pod"] if seen["pod"] and holds(seen["pod"]) else None
        try:
            return eventually(look, seconds)
        except AssertionError:
            raise AssertionError(f"not within {seconds} s: {seen.get('pod')}") from None

    def ended(self, phase="Succeeded"):
        return self.until(lambda pod: pod["status"]["phase"] == phase)

    def log(self, *arguments, tool="apusctl"):
        return self.cluster.run(tool, "logs", self.name, *arguments).stdout

    def table(self, tool):
        """The columns READY, STATUS and RESTARTS."""
        return self.cluster.run(tool, "get", "pod", self.name, "--no-headers").stdout.split()[1:4]

    def is_shown_as(self, status):
        """Both tools show this, which may be over and come again: a back-off is ten seconds long, then twice as long."""
        for tool in ("apusctl", "kubectl"):
            eventually(lambda: self.table(tool)[1] == status, 90)

    def event(self, reason):
        """The message of an event about the pod."""
        return eventually(lambda: next(
            (e["message"] for e in self.cluster.get("events")["items"]
             if e["involvedObject"]["name"] == self.name and e["reason"] == reason), None))


@pytest.fixture
def run(cluster):
    made = []

    def make(*arguments, **spec):
        made.append(Pod(cluster, *arguments, **spec))
        return made[-1]
    yield make
    for pod in made:
        cluster.apusctl("delete", "pod", pod.name, "--ignore-not-found", "--now")


def seconds(text):
    return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


# Order and ends


def test_init_containers_run_one_after_the_other_before_the_rest(run):
    pod = run(
        "cat /shared/list", {"volumeMounts": [{"name": "shared", "mountPath": "/shared"}]},
        volumes=[{"name": "shared", "emptyDir": {}}],
        initContainers=[
            # The first takes longer: were they started together, the second would be the first to write.
            step("first", "usleep 300000; echo first >>/shared/list",
                 volumeMounts=[{"name": "shared", "mountPath": "/shared"}]),
            step("second", "echo second >>/shared/list", volumeMounts=[{"name": "shared", "mountPath": "/shared"}])])
    ended = pod.ended()
    assert pod.log() == "first\nsecond\n"
    first, second = ended["status"]["initContainerStatuses"]
    for status in (first, second):
        assert status["state"]["terminated"]["reason"] == "Completed" and status["ready"]
    assert first["state"]["terminated"]["finishedAt"] <= second["state"]["terminated"]["startedAt"]
    assert condition(ended, "Initialized")["status"] == "True"
    assert [pod.table(tool) for tool in ("apusctl", "kubectl")] == [["0/1", "Completed", "0"]] * 2


def test_an_init_container_that_fails_is_shown_and_nothing_else_runs(run):
    pod = run("echo never", initContainers=[step("setup", "echo no such host; exit 7"), step("later", "true")])
    ended = pod.ended("Failed")
    setup, later = ended["status"]["initContainerStatuses"]
    assert setup["state"]["terminated"]["exitCode"] == 7
    assert later["state"]["waiting"]["reason"] == container(ended)["state"]["waiting"]["reason"] == "PodInitializing"
    assert condition(ended, "Initialized")["status"] == "False"
    for tool in ("apusctl", "kubectl"):
        assert pod.table(tool)[:2] == ["0/1", "Init:Error"]
        assert pod.log("-c", "setup", tool=tool) == "no such host\n"


def test_an_init_container_that_fails_is_tried_again_with_back_off(run):
    pod = run("echo never", restartPolicy="Always", initContainers=[step("setup", "exit 1")])

    def backs_off(found):
        [setup] = found["status"].get("initContainerStatuses") or [{}]
        waits = setup.get("state", {}).get("waiting", {}).get("reason") == "CrashLoopBackOff"
        return waits and setup["restartCount"] == 1
    found = pod.until(backs_off)
    assert found["status"]["phase"] == "Pending"
    pod.is_shown_as("Init:CrashLoopBackOff")
    assert "setup" in pod.event("BackOff")


@pytest.mark.parametrize("policy, script, phase, shown", [
    ("Never", "exit 0", "Succeeded", "Completed"), ("Never", "exit 3", "Failed", "Error"),
    ("OnFailure", "exit 0", "Succeeded", "Completed")])
def test_a_container_that_may_not_start_again_stays_ended(run, policy, script, phase, shown):
    pod = run(script, restartPolicy=policy)
    ended = pod.ended(phase)
    assert container(ended)["state"]["terminated"]["exitCode"] == int(script.split()[1])
    assert [pod.table(tool) for tool in ("apusctl", "kubectl")] == [["0/1", shown, "0"]] * 2


def test_a_container_that_failed_is_started_again_on_failure_until_it_succeeds(run):
    pod = run(
        "test -e /kept/once && exit 0; touch /kept/once; echo failed; exit 4",
        {"volumeMounts": [{"name": "kept", "mountPath": "/kept"}]}, restartPolicy="OnFailure",
        volumes=[{"name": "kept", "emptyDir": {}}])
    ended = pod.ended()
    assert container(ended)["restartCount"] == 1
    assert container(ended)["lastState"]["terminated"]["exitCode"] == 4
    for tool in ("apusctl", "kubectl"):
        assert pod.log("--previous", tool=tool) == "failed\n"
        assert pod.log(tool=tool) == ""


def test_a_container_that_ends_again_and_again_backs_off(run):
    pod = run("exit 0", restartPolicy="Always")
    found = pod.until(lambda p: container(p).get("state", {}).get("waiting", {}).get("reason") == "CrashLoopBackOff")
    assert container(found)["restartCount"] == 1 and "back-off 10s" in container(found)["state"]["waiting"]["message"]
    pod.is_shown_as("CrashLoopBackOff")


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_a_deleted_pod_is_asked_to_end_and_given_its_grace(cluster, run, tool):
    pod = run("trap 'echo asked; usleep 500000; echo done; exit 0' TERM; echo up; while :; do usleep 20000; done",
              terminationGracePeriodSeconds=30)
    eventually(lambda: pod.log() == "up\n" if is_ready(pod.get()) else False)
    following = subprocess.Popen(
        ["kubectl", "logs", "-f", pod.name], env=cluster.environment, stdout=subprocess.PIPE, text=True)
    assert following.stdout.readline() == "up\n"
    began = time.monotonic()
    cluster.run(tool, "delete", "pod", pod.name)
    took = time.monotonic() - began
    assert following.communicate(timeout=90)[0] == "asked\ndone\n"
    assert pod.get() is None, "delete waits until it is gone"
    # Long before its grace is over.
    assert 0.5 <= took < 25, took


def test_a_container_that_does_not_listen_is_killed_after_its_grace(cluster, run):
    pod = run("trap '' TERM; echo up; while :; do usleep 20000; done", terminationGracePeriodSeconds=2)
    eventually(lambda: pod.log() == "up\n" if is_ready(pod.get()) else False)
    watch = subprocess.Popen(
        ["kubectl", "get", "pod", pod.name, "-w", "-o",
         "jsonpath={.metadata.deletionTimestamp} {.status.containerStatuses[0].state.terminated.exitCode}{\"\\n\"}"],
        env=cluster.environment, stdout=subprocess.PIPE, text=True)
    watch.stdout.readline()
    # What kubectl prints of one that is going, however soon it is gone.
    table = subprocess.Popen(
        ["kubectl", "get", "pod", pod.name, "-w", "--no-headers"], env=cluster.environment, stdout=subprocess.PIPE, text=True)
    assert table.stdout.readline().split()[2] == "Running"
    began = time.monotonic()
    cluster.kubectl("delete", "pod", pod.name, "--wait=false")
    eventually(lambda: pod.get() is None)
    took = time.monotonic() - began
    # Long before what a pod is given that names no grace.
    assert 2 <= took < 25, took
    assert prints(watch, " 137\n"), "the status says that it was killed before the pod goes"
    assert prints(table, " Terminating ")


def prints(process, words):
    """Whether the process prints a line with these words, which ends it."""
    clock = threading.Timer(60, process.kill)
    clock.start()
    try:
        return any(words in line for line in process.stdout)
    finally:
        clock.cancel()
        process.kill()
        process.communicate()


def test_force_deletes_at_once(cluster, run):
    pod = run("trap '' TERM; while :; do usleep 20000; done", terminationGracePeriodSeconds=60)
    ready = pod.until(is_ready)
    cluster.kubectl("delete", "pod", pod.name, "--force", "--grace-period=0")
    assert pod.get() is None
    assert eventually(lambda: not control_groups(ready))


def control_groups(pod):
    """The text of /proc/PID/cgroup of each process of the pod's first container, by PID."""
    key = container(pod)["containerID"].removeprefix("containerd://")
    found = {}
    for path in pathlib.Path("/proc").glob("[0-9]*/cgroup"):
        try:
            text = path.read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if key in text:
            found[path.parent.name] = text
    return found


def let_go(pod):
    """Makes the file that the pod's script waits for."""
    pathlib.Path(f"/proc/{next(iter(control_groups(pod)))}/root/tmp/go").touch()


# What a container is given


def test_command_arguments_and_environment(cluster, run):
    cluster.apply(
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "colors"},
         "data": {"sky": "blue", "GRASS": "green"}},
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "keys"},
         "data": {"door": base64.b64encode(b"sesame $(NAME)").decode()}})
    pod = run(main={
        "command": ["/bin/sh", "-c", 'echo "$0|$1|$2"; echo "$PWD|$WHO|$SKY|$DOOR|$GRASS|$IP|$CPU|$COLOR|$NONE"'],
        "args": ["zero", "$(NAME) one", "$$(NAME)"], "workingDir": "/tmp",
        "resources": {"limits": {"cpu": "1500m"}},
        "envFrom": [{"configMapRef": {"name": "colors"}}],
        "env": [
            {"name": "NAME", "value": "apus"}, {"name": "WHO", "value": "$(NAME) of $(GRASS) and $(MISSING)"},
            {"name": "SKY", "valueFrom": {"configMapKeyRef": {"name": "colors", "key": "sky"}}},
            {"name": "DOOR", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "door"}}},
            {"name": "NONE", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "window", "optional": True}}},
            {"name": "IP", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}},
            {"name": "COLOR", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['color']"}}},
            {"name": "CPU", "valueFrom": {"resourceFieldRef": {"resource": "limits.cpu"}}}]})
    ended = pod.ended()
    assert pod.log().splitlines() == [
        "zero|apus one|$(NAME)",
        f"/tmp|apus of green and $(MISSING)|blue|sesame $(NAME)|green|{ended['status']['podIP']}|2|blue|"]


def test_an_image_without_a_command_runs_its_own(run):
    spec = {"name": "main", "image": "localhost/apus/web:2", "imagePullPolicy": "IfNotPresent"}
    pod = run(containers=[spec])
    pod.until(is_ready)
    eventually(lambda: pod.log() == "version 2 listens on port 8080\n")


def test_config_maps_and_secrets_as_files(cluster, run):
    cluster.apply(
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "site"},
         "data": {"index": "hello\n", "other": "unseen"}, "binaryData": {"logo": base64.b64encode(b"\0\xff").decode()}},
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "token"}, "stringData": {"token": "xyzzy"}})
    pod = run(
        "cd /site; find . -type l | sort; cat pages/index; od -An -tx1 logo; cat /keys/token; echo; "
        "stat -L -c %a /keys/token; touch /keys/new 2>/dev/null || echo read only; ls /shared; stat -c %a /shared",
        {"volumeMounts": [{"name": "site", "mountPath": "/site"},
                          {"name": "keys", "mountPath": "/keys", "readOnly": True},
                          {"name": "shared", "mountPath": "/shared"}]},
        volumes=[
            {"name": "site", "configMap": {"name": "site", "items": [
                {"key": "index", "path": "pages/index"}, {"key": "logo", "path": "logo"}]}},
            {"name": "keys", "secret": {"secretName": "token", "defaultMode": 0o400}},
            {"name": "shared", "emptyDir": {}}])
    pod.ended()
    lines = pod.log().splitlines()
    assert [line for line in lines if not line.startswith("./")] == [
        "hello", " 00 ff", "xyzzy", "400", "read only", "777"], lines


def test_a_pod_has_a_token_of_its_account_that_ends_with_it(cluster, run):
    folder = "/var/run/secrets/kubernetes.io/serviceaccount"
    pod = run(f"cat {folder}/namespace; echo; cat {folder}/token; echo; grep -c BEGIN {folder}/ca.crt; sleep 60")
    pod.until(is_ready)
    namespace, token, certificates = eventually(
        lambda: (lines := pod.log().split()) and len(lines) == 3 and lines)
    assert (namespace, certificates) == ("default", "1")

    def review():
        question = {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenReview", "spec": {"token": token}}
        return json.loads(cluster.kubectl("create", "-o", "json", "-f", "-", stdin=json.dumps(question)))["status"]

    user = review()["user"]
    assert user["username"] == "system:serviceaccount:default:default"
    assert user["extra"]["authentication.kubernetes.io/pod-name"] == [pod.name]
    assert user["extra"]["authentication.kubernetes.io/pod-uid"] == [pod.get()["metadata"]["uid"]]
    cluster.kubectl("delete", "pod", pod.name, "--force", "--grace-period=0")
    assert "authenticated" not in review()


def test_limits_are_the_kernels(run):
    pod = run("echo up; while :; do usleep 20000; done", {
        "resources": {"requests": {"cpu": "100m", "memory": "16Mi"}, "limits": {"cpu": "250m", "memory": "32Mi"}}})
    ready = pod.until(is_ready)
    assert ready["status"]["qosClass"] == "Burstable"
    read = group_files(ready)
    memory = read("memory", "memory.max", "memory.limit_in_bytes")
    assert memory == str(32 << 20)
    quota = read("cpu", "cpu.max", "cpu.cfs_quota_us")
    assert quota in ("25000 100000", "25000")


def group_files(pod):
    """Reads a file of a container's control group, in version 2's one hierarchy or version 1's many."""
    text = next(iter(control_groups(pod).values()))
    groups = dict(line.split(":", 2)[1:] for line in text.splitlines())

    def read(controller, unified, legacy):
        for names, path in groups.items():
            if controller in names.split(","):
                return (pathlib.Path(f"/sys/fs/cgroup/{controller}{path}") / legacy).read_text().strip()
        return (pathlib.Path(f"/sys/fs/cgroup{groups['']}") / unified).read_text().strip()
    return read


def test_a_container_that_takes_more_memory_than_its_limit_is_killed_and_says_so(run):
    # tail keeps what has no end of line.
    pod = run("head -c 64m /dev/zero | tail", {"resources": {"limits": {"memory": "16Mi"}}})
    ended = pod.until(lambda p: p["status"]["phase"] in ("Failed", "Succeeded"))
    assert container(ended)["state"]["terminated"]["reason"] == "OOMKilled"
    assert [pod.table(tool)[1] for tool in ("apusctl", "kubectl")] == ["OOMKilled"] * 2


@pytest.mark.parametrize("policy, reason", [("Never", "ErrImageNeverPull"), ("IfNotPresent", "ErrImagePull")])
def test_an_image_that_is_not_there_is_said(run, policy, reason):
    image = {"name": "main", "image": "127.0.0.1:1/none:1", "imagePullPolicy": policy}
    pod = run(containers=[image])
    found = pod.until(lambda p: container(p).get("state", {}).get("waiting", {}).get("reason") in (
        reason, "ImagePullBackOff"))
    assert found["status"]["phase"] == "Pending"
    assert "127.0.0.1:1/none:1" in pod.event("ErrImageNeverPull" if policy == "Never" else "Failed")


def test_a_config_map_that_is_missing_is_said_and_waited_for(cluster, run):
    pod = run("echo $LATE", {"env": [
        {"name": "LATE", "valueFrom": {"configMapKeyRef": {"name": f"late-{time.time_ns()}", "key": "word"}}}]})
    name = pod.get()["spec"]["containers"][0]["env"][0]["valueFrom"]["configMapKeyRef"]["name"]
    found = pod.until(lambda p: "waiting" in container(p).get("state", {}) and container(p)["state"]["waiting"][
        "reason"] == "CreateContainerConfigError")
    assert name in container(found)["state"]["waiting"]["message"]
    cluster.apply({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": {"word": "found"}})
    pod.ended()
    assert pod.log() == "found\n"


# Probes


def test_a_pod_is_ready_when_its_probe_says_so(run):
    pod = run("echo up; while :; do test -e /tmp/go && break; usleep 20000; done; httpd -f -p 8080 -h /", {
        "readinessProbe": {"httpGet": {"path": "/bin/sh", "port": 8080}, "periodSeconds": 1}})
    found = pod.until(lambda p: "running" in container(p).get("state", {}))
    assert "Readiness probe failed" in pod.event("Unhealthy")
    assert condition(pod.get(), "Ready")["status"] == "False" and pod.table("kubectl")[:2] == ["0/1", "Running"]
    let_go(found)
    pod.until(is_ready)
    assert pod.table("apusctl")[:2] == ["1/1", "Running"]


def test_a_container_whose_liveness_probe_fails_is_started_again(run):
    pod = run("echo up; while :; do usleep 20000; done", {
        "livenessProbe": {"exec": {"command": ["/bin/false"]}, "periodSeconds": 1, "failureThreshold": 1}},
        restartPolicy="Always")
    found = pod.until(lambda p: container(p).get("restartCount", 0) >= 1)
    assert container(found)["lastState"]["terminated"]["exitCode"] == 137
    assert "Liveness probe failed" in pod.event("Unhealthy")
    assert "failed liveness probe, will be restarted" in pod.event("Killing")


# Logs


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_logs_as_they_are_asked_for(run, tool):
    pod = run("for i in 1 2 3 4 5; do echo line $i; done; echo wrong >&2; printf unfinished")
    pod.ended()
    whole = pod.log(tool=tool)
    # What came over which of the two pipes first is for the runtime to say; the line without an end gets none.
    assert sorted(re.findall("line .|wrong|unfinished", whole)) == [
        "line 1", "line 2", "line 3", "line 4", "line 5", "unfinished", "wrong"]
    assert len(whole) == len("line 1\n") * 5 + len("wrong\nunfinished")
    assert len(pod.log("--tail=2", tool=tool).splitlines()) == 2
    stamped = pod.log("--timestamps", tool=tool).splitlines()
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d) ", line) for line in stamped)
    assert pod.log("--since=1h", tool=tool) == whole
    missing = pod.cluster.run(tool, "logs", pod.name, "--previous", check=False)
    assert missing.returncode == 1 and "previous terminated container" in missing.stderr
    other = pod.cluster.run(tool, "logs", pod.name, "-c", "other", check=False)
    assert other.returncode == 1 and "other" in other.stderr


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_a_followed_log_comes_as_it_is_written_and_ends_with_its_container(cluster, run, tool):
    pod = run("echo one; while ! test -e /tmp/go; do usleep 20000; done; echo two")
    ready = pod.until(is_ready)
    program = "kubectl" if tool == "kubectl" else BINARIES / "apusctl"
    following = subprocess.Popen(
        [program, "logs", "-f", pod.name], env=cluster.environment, stdout=subprocess.PIPE, text=True)
    assert following.stdout.readline() == "one\n"
    let_go(ready)
    assert following.communicate(timeout=90)[0] == "two\n" and following.returncode == 0


def test_a_pod_of_two_containers_asks_which_log(run):
    pod = run(containers=[step("left", "echo l"), step("right", "echo r")])
    pod.ended()
    assert pod.log("-c", "right") == "r\n"
    assert pod.log("-c", "left", tool="kubectl") == "l\n"
    result = pod.cluster.run("apusctl", "logs", pod.name, check=False)
    assert result.stdout == "l\n" or (result.returncode == 1 and "left" in result.stderr and "right" in result.stderr)
