"""What a new user does with a cluster, with real containers: the README's tour, by apusctl and by kubectl alike."""
import base64
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time

import pytest
import yaml
from cluster import ROOT, Cluster, container, curl, eventually, is_ready, machine, processes, restarts
from conftest import outside_address

pytestmark = pytest.mark.skipif(
    shutil.which("containerd") is None or shutil.which("kubectl") is None,
    reason="containerd and kubectl are not installed: make test installs them as root")

WEB = yaml.safe_load((ROOT / "examples/web.yaml").read_text())


def answer(pod, version):
    """What the pod's server says, once it listens."""
    return eventually(lambda: text if f"version {version}" in (text := curl(pod)) else None)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    running = Cluster(tmp_path_factory.mktemp("cluster") / "apus")
    try:
        yield running.start()
    finally:
        running.down()


@pytest.fixture
def web(cluster):
    """The example's Deployment, by kubectl or apusctl in turns; gone afterwards."""
    def make(name, tool="apusctl", **spec):
        manifest = yaml.safe_load(yaml.safe_dump(WEB).replace("app: web", f"app: {name}"))
        manifest["metadata"]["name"] = name
        manifest["spec"].update(spec)
        cluster.run(tool, "apply", "-f", "-", text=yaml.safe_dump(manifest))
        made.append(name)
        return f"app={name}"
    made = []
    yield make
    for name in made:
        cluster.apusctl("delete", "deployment", name)
        eventually(lambda name=name: not cluster.pods(f"app={name}"))


@contextlib.contextmanager
def watching(cluster, *flags):
    """What a watch of the pods prints, line by line as it comes; begun when the context is."""
    process = subprocess.Popen(
        ["kubectl", "get", "pods", "-w", *flags], env={**os.environ, "KUBECONFIG": str(cluster.kubeconfig)},
        stdout=subprocess.PIPE, text=True)
    lines = [process.stdout.readline()]
    thread = threading.Thread(target=lambda: lines.extend(process.stdout), daemon=True)
    thread.start()
    try:
        yield lines
    finally:
        process.kill()
        process.wait(60)
        thread.join(60)


def documents(lines):
    """The whole ones of the JSON documents that stand one behind the other."""
    text, decoder, found = "".join(list(lines)), json.JSONDecoder(), []
    with contextlib.suppress(json.JSONDecodeError):
        while text := text.lstrip():
            value, end = decoder.raw_decode(text)
            found.append(value)
            text = text[end:]
    return found


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_three_pods_run_within_ten_seconds_and_answer(cluster, web, tool):
    took = []
    # Others may have the machine for a moment: what counts is the best of three.
    while len(took) < 3 and (not took or took[-1] > 10):
        began = time.monotonic()
        selector = web(f"run-{tool}-{len(took)}", tool)
        pods = eventually(lambda: cluster.running(selector, 3))
        took.append(time.monotonic() - began)
    assert took[-1] <= 10, took
    for pod in pods:
        assert pod["metadata"]["name"] in answer(pod, 1)
    table = cluster.run(tool, "get", "pods", "-o", "wide", "-l", selector).stdout
    assert table.split()[:5] == ["NAME", "READY", "STATUS", "RESTARTS", "AGE"]
    assert table.count("Running") == 3 and all(pod["status"]["podIP"] in table for pod in pods)
    eventually(lambda: cluster.run(tool, "logs", pods[0]["metadata"]["name"]).stdout.strip())
    names = cluster.run(tool, "get", "pods", "-l", selector, "-o", "name").stdout.split()
    assert sorted(names) == sorted(f"pod/{pod['metadata']['name']}" for pod in pods)


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_a_deleted_pod_is_replaced(cluster, web, tool):
    selector = web(f"replace-{tool}", tool, replicas=2)
    before = eventually(lambda: cluster.running(selector, 2))
    cluster.run(tool, "delete", "pod", before[0]["metadata"]["name"])
    after = eventually(lambda: cluster.running(selector, 2))
    names = {pod["metadata"]["name"] for pod in after}
    assert before[0]["metadata"]["name"] not in names and before[1]["metadata"]["name"] in names


def test_a_killed_process_is_started_again_and_then_with_back_off(cluster, web):
    selector = web("restart", replicas=1)
    [pod] = eventually(lambda: cluster.running(selector, 1))

    def kill():
        found = processes(pod)
        assert found
        for process in found:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
    kill()
    [again] = eventually(lambda: [p for p in cluster.running(selector, 1) or [] if restarts(p) == 1])
    assert again["metadata"]["uid"] == pod["metadata"]["uid"] and container(again) != container(pod)
    assert again["status"]["containerStatuses"][0]["lastState"]["terminated"]["exitCode"] == 137
    assert cluster.apusctl("logs", "--previous", pod["metadata"]["name"]).strip()
    eventually(lambda: curl(again))
    # It waits for ten seconds, in which a busy machine may not have asked: watches miss nothing.
    with watching(cluster, "-o", "json", "--output-watch-events") as objects, watching(cluster) as rows:
        kill()

        def waiting():
            states = [container["state"] for event in documents(objects)
                      for container in event["object"]["status"].get("containerStatuses", [])
                      if event["object"]["metadata"]["name"] == pod["metadata"]["name"]]
            return [state["waiting"] for state in states if state.get("waiting", {}).get("reason") == "CrashLoopBackOff"]
        assert "back-off 10s" in eventually(waiting)[0]["message"]
        eventually(lambda: any(
            row.split()[:1] == [pod["metadata"]["name"]] and "CrashLoopBackOff" in row for row in list(rows)))


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_a_rolling_update_keeps_enough_pods_ready_and_can_be_undone(cluster, web, tool):
    name = f"roll-{tool}"
    selector = web(name, tool)
    eventually(lambda: cluster.running(selector, 3))
    # The pods are ready before their Deployment says so.
    eventually(lambda: cluster.get("deployment", name)["status"].get("availableReplicas") == 3)
    watch = subprocess.Popen(
        ["kubectl", "get", "deployment", name, "-w", "-o", "jsonpath={.status.availableReplicas} {.status.replicas}{\"\\n\"}"],
        env={**os.environ, "KUBECONFIG": str(cluster.kubeconfig)}, stdout=subprocess.PIPE, text=True)
    lines = [watch.stdout.readline()]
    try:
        cluster.kubectl("set", "image", f"deployment/{name}", "web=localhost/apus/web:2")
        assert "successfully rolled out" in cluster.run(tool, "rollout", "status", f"deployment/{name}").stdout
        assert all(answer(pod, 2) for pod in eventually(lambda: cluster.running(selector, 3)))
    finally:
        watch.terminate()
    # The last one may have been cut off.
    seen = [line.split() for line in lines + list(watch.stdout) if line.endswith("\n")]
    assert len(seen) > 2
    # 25 % of 3, rounded down, may be unavailable and, rounded up, surplus: none and one.
    assert all(len(line) == 2 and int(line[0]) >= 3 and int(line[1]) <= 4 for line in seen), seen
    history = cluster.run(tool, "rollout", "history", f"deployment/{name}").stdout
    assert re.findall(r"^(\d+)", history, re.M) == ["1", "2"]
    cluster.run(tool, "rollout", "undo", f"deployment/{name}")
    cluster.run(tool, "rollout", "status", f"deployment/{name}")
    assert all(answer(pod, 1) for pod in eventually(lambda: cluster.running(selector, 3)))
    cluster.run(tool, "scale", f"deployment/{name}", "--replicas=1")
    eventually(lambda: cluster.running(selector, 1))


# The machine's curl with its libraries, in a container that has none.
CURL = [("bin", "/usr/bin"), ("lib", "/usr/lib"), ("lib64", "/usr/lib64")]


def test_a_pod_reaches_the_api_server_with_its_own_token(cluster):
    """At the endpoint that the Service `kubernetes` leads to, by the authority that the pod is given."""
    if outside_address() is None:
        pytest.skip("this machine has no address but loopback")
    slices = json.loads(cluster.kubectl("get", "endpointslice", "kubernetes", "-n", "default", "-o", "json"))
    [address], [port] = slices["endpoints"][0]["addresses"], slices["ports"]
    url = f"https://{address}:{port['port']}"
    script = (
        "cd /var/run/secrets/kubernetes.io/serviceaccount && "
        f"for path in /version /api/v1/namespaces/default/pods; do "
        f"/usr/bin/curl -sS --max-time 10 --cacert ca.crt -H \"Authorization: Bearer $(cat token)\" {url}$path; done")
    folders = [(name, path) for name, path in CURL if os.path.isdir(path)]
    cluster.kubectl("apply", "-f", "-", text=yaml.safe_dump({
        "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "caller"}, "spec": {
            "restartPolicy": "Never",
            "containers": [{
                "name": "caller", "image": "localhost/apus/web:1", "imagePullPolicy": "IfNotPresent",
                "command": ["/bin/sh", "-c", script],
                "volumeMounts": [
                    {"name": name, "mountPath": path, "readOnly": True} for name, path in folders] + [
                    # The loader and the libraries are looked for there.
                    {"name": name, "mountPath": f"/{name}", "readOnly": True} for name, _ in folders if name != "bin"]}],
            "volumes": [{"name": name, "hostPath": {"path": path}} for name, path in folders]}}))
    try:
        pod = eventually(lambda: next((p for p in [cluster.get("pod", "caller")] if p["status"].get("phase") in (
            "Succeeded", "Failed")), None))
        said = cluster.kubectl("logs", "caller")
        assert pod["status"]["phase"] == "Succeeded", said
        assert '"gitVersion"' in said
        # Who has a name has no rights yet.
        assert 'User \\"system:serviceaccount:default:default\\" cannot list resource \\"pods\\"' in said
    finally:
        cluster.kubectl("delete", "pod", "caller", "--now")


def test_containers_outlive_the_cluster_and_are_adopted(cluster, web):
    selector = web("adopt", "kubectl")
    before = {p["metadata"]["uid"]: (container(p), restarts(p)) for p in eventually(lambda: cluster.running(selector, 3))}
    pods = cluster.pods(selector)
    assert all(answer(pod, 1) for pod in pods)
    cluster.kill()
    assert all("version 1" in curl(pod) for pod in pods), "containers run without the cluster"
    cluster.start()
    after = eventually(lambda: cluster.running(selector, 3))
    assert {p["metadata"]["uid"]: (container(p), restarts(p)) for p in after} == before
    assert all("version 1" in curl(pod) for pod in after)
    # Once more, in good order.
    cluster.process.send_signal(signal.SIGTERM)
    cluster.process.wait(60)
    assert all("version 1" in curl(pod) for pod in pods)
    cluster.start()
    after = eventually(lambda: cluster.running(selector, 3))
    assert {p["metadata"]["uid"]: (container(p), restarts(p)) for p in after} == before


@pytest.mark.parametrize("tool", ["apusctl", "kubectl"])
def test_a_pod_that_fits_nowhere_says_why(cluster, tool):
    cluster.run(tool, "apply", "-f", ROOT / "examples/too-big.yaml")
    try:
        line = "0/1 nodes are available: 1 Insufficient cpu."
        described = eventually(lambda: next(
            (text for text in [cluster.run(tool, "describe", "pod", "too-big").stdout] if line in text), None))
        assert re.search(r"^Status:\s+Pending$", described, re.M)
        assert described.count(line) == 1
    finally:
        cluster.apusctl("delete", "pod", "too-big")


def test_an_approved_request_gets_a_certificate(cluster, tmp_path):
    """Of the cluster's own authority, which `up` gives to the controllers."""
    made = subprocess.run(
        ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "key", "-subj", "/CN=jane"],
        check=True, capture_output=True)
    cluster.run("kubectl", "create", "-f", "-", text=yaml.safe_dump({
        "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest", "metadata": {"name": "jane"},
        "spec": {"request": base64.b64encode(made.stdout).decode(), "usages": ["client auth"],
                 "signerName": "kubernetes.io/kube-apiserver-client"}}))
    cluster.kubectl("certificate", "approve", "jane")
    text = eventually(lambda: cluster.kubectl("get", "csr", "jane", "-o", "jsonpath={.status.certificate}"))
    (tmp_path / "crt").write_bytes(base64.b64decode(text))
    subprocess.run(["openssl", "verify", "-CAfile", cluster.folder / "pki/ca.crt", tmp_path / "crt"], check=True)


def test_a_namespace_goes_with_all_that_is_in_it(cluster):
    cluster.kubectl("create", "namespace", "brief")
    manifest = {**WEB, "metadata": {"name": "web", "namespace": "brief"}}
    cluster.kubectl("apply", "-f", "-", text=yaml.safe_dump(manifest))
    eventually(lambda: all(map(is_ready, pods)) if (pods := cluster.get("pods", "-n", "brief")["items"]) else False)
    cluster.kubectl("delete", "namespace", "brief", "--timeout=100s")
    assert cluster.get("pods", "-A", "--field-selector", "metadata.namespace=brief")["items"] == []
    assert cluster.run("apusctl", "get", "namespace", "brief", check=False).returncode == 1


def test_two_clusters_stand_side_by_side_and_leave_nothing(cluster, web, tmp_path):
    selector = web("first", replicas=1)
    [mine] = eventually(lambda: cluster.running(selector, 1))
    before = machine()
    second = Cluster(tmp_path / "second")
    try:
        second.start()
        second.apusctl("apply", "-f", ROOT / "examples/web.yaml")
        pods = eventually(lambda: second.running("app=web", 3))
        assert all(answer(pod, 1) for pod in pods)
        assert mine["status"]["podIP"] not in {pod["status"]["podIP"] for pod in pods}
        assert answer(mine, 1)
        now = machine()
        unseen = [key for key in ("processes", "mounts", "links") if not now[key] - before[key]]
        assert not unseen, "or it could not be seen that they go"
        second.kill()
    finally:
        second.down()
    with contextlib.suppress(AssertionError):
        eventually(lambda: machine() == before)
    assert machine() == before
    assert answer(mine, 1), "the other cluster goes on"
    # Its state is still there: it comes back with what it had.
    try:
        second.start()
        eventually(lambda: second.running("app=web", 3))
    finally:
        second.down()
