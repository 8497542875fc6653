"""Rollouts, `wait`, deletion with all that hangs on an object, and nodes that are tainted, cordoned and drained."""
import contextlib
import io
import re
import threading
import time

from cluster import eventually
from plane import Kubelet, config_map, deployment, homes, kubectl, plane, pod, recent


def test_rollouts(kubectl):
    kubectl.apply(deployment())
    image = "get deployment web -o jsonpath={.spec.template.spec.containers[0].image}"
    done = ("rollout status deployment/web --timeout=100s", "successfully rolled out")
    with Kubelet(kubectl):
        kubectl.steps(
            done, "set image deployment/web web=example.com/web:2", done,
            ("rollout history deployment/web", "^REVISION +CHANGE-CAUSE$", "^1 +<none>$", "^2 +<none>$"),
            ("rollout history deployment/web --revision=1", "example.com/web:1", "revision #1"),
            ("rollout undo deployment/web --dry-run=client", "example.com/web:1"),
            ("rollout undo deployment/web --dry-run=server", "rolled back"), (image, ":2$"),
            ("!rollout undo deployment/web --to-revision=1000000", "unable to find specified revision"),
            "rollout pause deployment/web", ("!rollout pause deployment/web", "already paused"),
            ("!rollout undo deployment/web", "cannot rollback a paused deployment"),
            ("!rollout restart deployment/web", "can't restart paused deployment"),
            "rollout resume deployment/web", ("rollout undo deployment/web", "rolled back"), done, (image, ":1$"),
            ("rollout undo deployment/web --to-revision=2", "rolled back"), done, (image, ":2$"),
            "rollout restart deployment/web", done)
    # The set that was used before says for which revisions; the latest counts them all.
    sets = {rs["metadata"]["annotations"]["deployment.kubernetes.io/revision"]: rs["metadata"]["annotations"]
            for rs in kubectl.get("replicasets")["items"]}
    assert sorted(sets) == ["3", "4", "5"]
    assert sets["3"]["deployment.kubernetes.io/revision-history"] == "1"
    assert sets["4"]["deployment.kubernetes.io/revision-history"] == "2"
    kubectl.steps(
        ("!rollout status deployment/web --revision=4", "desired revision .* is different from the running revision"),
        ("get deployment web --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}" if not kubectl.is_old
         else "get deployment web -o jsonpath={.metadata.managedFields[*].manager}", "kubectl-rollout"))


def test_rollouts_of_what_has_none(recent):
    recent.apply({"apiVersion": "v1", "kind": "ReplicationController", "metadata": {"name": "rc"}, "spec": {
        "replicas": 0,
        "template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}})
    recent.steps(
        ("!rollout undo rc/rc", "no rollbacker has been implemented"),
        ("!rollout pause rc/rc", "pausing is not supported"),
        ("!rollout history rc/rc", "no history viewer has been implemented"))


@contextlib.contextmanager
def waits(kubectl, *arguments):
    """A command that waits: what happens within happens once it watches. It is to end well; gives what it says."""
    process, told = kubectl.starts(*arguments, "-v=6"), io.StringIO()
    try:
        for line in process.stdout:
            told.write(line)
            if "watch=true" in line:
                break
        yield told
        told.write(process.communicate(timeout=120)[0])
        assert process.returncode == 0, told.getvalue()
    finally:
        process.kill()
        process.wait(60)


def test_waiting(recent):
    recent.apply(deployment("d", replicas=1), config_map("m"))
    took = time.monotonic()
    recent.steps(
        ("!wait --for=jsonpath={.status.readyReplicas}=1 deployment/d --timeout=1s",
         "timed out waiting for the condition"))
    assert 1 <= time.monotonic() - took < 60
    recent.steps(
        ("wait --for=jsonpath={.status.replicas} deployment/d --timeout=60s", "deployment.apps/d condition met"),
        ("!wait --for=condition=Odd pod -l app=d --timeout=1s", "timed out waiting for the condition on pods/d-"),
        ("!wait --for=condition=Ready pod/nobody --timeout=60s", 'pods "nobody" not found'),
        ("!wait --for=condition=Ready pod -l no=body --timeout=60s", "no matching resources found"),
        ("wait --for=delete pod/nobody --timeout=60s", r"\A\Z"),
        ("wait --for=delete pod -l no=body --timeout=60s", r"\A\Z"),
        ("wait --for=create configmap/m --timeout=60s", "condition met"))
    later = threading.Timer(0.5, lambda: recent.plane.send(
        "POST", f"/api/v1/namespaces/{recent.namespace}/configmaps", config_map("late")))
    later.start()
    recent.steps(("wait --for=create configmap/late --timeout=60s", "configmap/late condition met"))
    later.join()
    with waits(recent, "wait", "configmap/m", "configmap/late", "--for=delete", "--timeout=60s") as told:
        recent.plane.send(
            "DELETE", f"/api/v1/namespaces/{recent.namespace}/configmaps?labelSelector=app%21%3Dx")
    assert "configmap/m condition met" in told.getvalue()
    with Kubelet(recent):
        recent.steps(("wait --for=condition=Available deployment --all --timeout=100s", "condition met"),
                     ("wait --for=condition=Ready=true pod -l app=d --timeout=100s", "condition met"),
                     ("wait --for=jsonpath={.status.phase}=Running pod -l app=d --timeout=60s", "condition met"))


def test_expose_run_wait_and_delete(kubectl):
    kubectl.apply(deployment(replicas=1))
    kubectl.steps(("expose deployment web --port=80", "exposed"), "run one --image=example.com/web --restart=Never")
    assert kubectl.get("service", "web")["spec"]["selector"] == {"app": "web"}
    with Kubelet(kubectl):
        kubectl.steps(
            "wait --for=condition=Ready pod/one --timeout=100s",
            "wait --for=condition=Available deployment/web --timeout=100s")
        with waits(kubectl, "wait", "--for=delete", "pod/one", "--timeout=100s"):
            kubectl.steps(("delete pod one --timeout=100s", "deleted"))
        # The old one has no word for it, and waits for the objects alone.
        foreground = "" if kubectl.is_old else "--cascade=foreground"
        kubectl.steps(f"delete deployment web {foreground} --timeout=100s")
        eventually(lambda: not kubectl.get("pods", "-l", "app=web")["items"])
    kubectl.steps("delete service --all", ("get services", "No resources"))


def test_orphans_stay(recent):
    recent.apply(deployment("d", replicas=1))
    eventually(lambda: recent.get("pods")["items"])
    recent.steps(("delete deployment d --cascade=orphan --wait", "deleted"), ("get deployments", "No resources"))
    set_, = recent.get("replicasets")["items"]
    assert "ownerReferences" not in set_["metadata"] and set_["spec"]["replicas"] == 1
    recent.steps(
        ("delete rs --all --cascade=orphan", "deleted"), ("get pods", "^d-"),
        ("delete pods --all --force", "force deleted"),
                 ("get pods", "No resources"))


def test_what_is_chosen_for_deletion(recent, plane):
    other = plane.namespace()
    for namespace, name in ((recent.namespace, "one"), (other, "two")):
        plane.send(
            "POST", f"/api/v1/namespaces/{namespace}/configmaps",
            config_map(name, {"labels": {"gone": recent.namespace}}))
    chosen = f"delete configmap -l gone={recent.namespace} -A"
    recent.apply(pod("p"), pod("q"), pod("r", {"keep": "no"}))
    recent.steps(
        (f"{chosen} --dry-run=client", r"dry run"),
        (f"{chosen} --dry-run=server", '"one" deleted .*dry run', '"two" deleted .*dry run'),
        "get configmap one", f"get configmap two -n {other}", (chosen, '"one" deleted', '"two" deleted'),
        ("!get configmap one", "not found"),
        ("!delete pods", "resource\\(s\\) were provided, but no name was specified"),
        ("!delete pods --all -l a=b", "selector"),
        ("delete pods -l keep=no --grace-period=0 --force", 'pod "r" force deleted'), ("delete pod p --now", "deleted"),
        ("delete pod q --grace-period=0", "deleted"), ("get pods", "No resources"),
        ("delete pod nobody --ignore-not-found", r"\A\Z"), ("!delete pod nobody", 'pods "nobody" not found'))
    plane.send("DELETE", f"/api/v1/namespaces/{other}")


def test_a_namespace_is_waited_for(recent):
    own = f"{recent.namespace}-own"
    recent.steps(
        f"create namespace {own}", f"create configmap m -n {own}", (f"delete namespace {own} --wait=false", "deleted"),
        f"wait --for=delete namespace/{own} --timeout=100s", (f"!get namespace {own}", "not found"),
        f"create namespace {own}", f"create quota q --hard=pods=1 -n {own}",
        (f"delete namespace {own} --timeout=100s", "deleted"),
        f"create clusterrole {own} --verb=get --resource=pods",
        (f"delete clusterrole {own} -n test", "(?i)warning: deleting cluster-scoped resources", "deleted"))


# Nodes

def taints(kubectl):
    return [t for t in kubectl.get("node", "n1")["spec"].get("taints", []) if t["key"] == kubectl.namespace]


def test_taints(recent):
    key = recent.namespace
    recent.steps(
        (f"taint node n1 {key}=x:NoSchedule --dry-run=client", "tainted"),
        (f"taint node n1 {key}=x:NoSchedule --dry-run=server", "tainted"))
    assert taints(recent) == []
    recent.steps((f"taint node n1 {key}=x:NoSchedule", "node/n1 tainted"))
    assert taints(recent) == [{"key": key, "value": "x", "effect": "NoSchedule"}]
    recent.steps(
        (f"!taint node n1 {key}=y:NoSchedule", "already has"), f"taint node n1 {key}=y:NoSchedule --overwrite",
                  f"taint node n1 {key}:PreferNoSchedule")
    assert {(t["effect"], t.get("value")) for t in taints(recent)} == {("NoSchedule", "y"), ("PreferNoSchedule", None)}
    recent.steps(
        (f"taint node n1 {key}- --dry-run=server", "untainted"), (f"taint node n1 {key}:NoSchedule-", "untainted"),
                  f"taint nodes -l disk=ssd {key}-", (f"!taint node n1 {key}-", f'taint "{key}" not found'))
    assert taints(recent) == []


def test_cordons(recent):
    scheduled = "get node n1 -o jsonpath={.spec.unschedulable}"
    try:
        recent.steps(
            ("cordon n1 --dry-run=client", "cordoned"),
            ("cordon n1 --dry-run=server", r"node/n1 cordoned \(server dry run\)"),
            ("drain n1 --dry-run=server --force --pod-selector=no=body", "drained"), (scheduled, r"\A\Z"),
            ("uncordon n1 --dry-run=server", "already uncordoned"),
            ("cordon -l disk=ssd", "node/n1 cordoned"), (scheduled, "^true$"),
            ("get node n1", "Ready,SchedulingDisabled"),
            ("cordon -l none=such", "!cordoned"), ("!cordon", "USAGE: cordon NODE"),
            ("!drain n1 --selector disk=ssd", "cannot specify both a node name"), ("uncordon n1", "node/n1 uncordoned"),
            ("patch node n1 -p '{\"spec\":{\"unschedulable\":true}}'", "patched"), (scheduled, "^true$"),
            ("patch node n1 -p '{\"spec\":{\"unschedulable\":null}}'", "patched"), (scheduled, r"\A\Z"))
    finally:
        recent.steps("uncordon n1")


def test_a_drain_takes_the_pods_of_a_selector_page_by_page(recent):
    labels = {"of": recent.namespace}
    recent.apply(*[pod(name, {**labels, "e": e}, nodeName="n1") for name, e in (("p1", "f"), ("p2", "g"))])
    try:
        told, asked = recent.requests("drain", "-l", "disk=ssd", "--force", f"--pod-selector=of={recent.namespace}",
                                      "--chunk-size=1", "--dry-run=client")
        assert re.search(r"/pods\?fieldSelector=spec\.nodeName%3Dn1&labelSelector=of%3D\w+&limit=1 200 OK", asked)
        assert re.search(r"/pods\?continue=\S+&limit=1 200 OK", asked)
        assert "/p1" in told and "/p2" in told
        recent.steps(
            ("!drain n1 --pod-selector=e=f", "cannot delete .*(declare no controller|not managed by)"),
            ("drain n1 --force --pod-selector=e=f --skip-wait-for-delete-timeout=1 --grace-period=1",
             f"evicting pod {recent.namespace}/p1"))
        assert "deletionTimestamp" not in recent.get("pod", "p2")["metadata"]
    finally:
        recent.steps("uncordon n1", "delete pods --all --force")


def test_cordon_and_drain_keep_to_disruption_budgets(kubectl):
    # Pods of other tests end with their namespaces, from where none is evicted: theirs is not waited for.
    own = deployment(replicas=2)
    own["spec"]["template"]["metadata"]["labels"]["of"] = kubectl.namespace
    kubectl.apply(own)
    eventually(lambda: len([p for p in kubectl.get("pods")["items"] if p["spec"].get("nodeName")]) == 2)
    with Kubelet(kubectl):
        eventually(lambda: kubectl.get("deployment", "web")["status"].get("availableReplicas") == 2)
        kubectl.apply({
            "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "pdb"},
            "spec": {"minAvailable": 2, "selector": {"matchLabels": {"app": "web"}}}})
        kubectl.steps("cordon n1")
        drain = f"drain n1 --pod-selector=of={kubectl.namespace} --grace-period=0"
        try:
            kubectl.steps(("get node n1", "SchedulingDisabled"), (f"!{drain} --timeout=10s", "disruption budget"),
                          "delete poddisruptionbudget pdb", (f"{drain} --timeout=100s", "evict"))
        finally:
            kubectl.steps("uncordon n1")


# Debugging

def test_debug_containers_and_copies(recent):
    recent.steps("run target --image=example.com/web",
                 "debug target --image=busybox --attach=false -c debugger --profile=general -- sleep 1m")
    found = recent.get("pod", "target")["spec"]
    added, = found["ephemeralContainers"]
    assert (added["name"], added["image"], added["command"]) == ("debugger", "busybox", ["sleep", "1m"])
    assert added["securityContext"]["capabilities"]["add"] == ["SYS_PTRACE"] and added["imagePullPolicy"] == "Always"
    assert added["terminationMessagePath"] == "/dev/termination-log" and "resources" in added
    names = "get pod {} -o jsonpath={{.spec.containers[*].name}}/{{.spec.containers[*].image}}"
    recent.steps(
        "debug target --image=busybox --attach=false -c second --profile=restricted",
        ("get pod target -o jsonpath={.spec.ephemeralContainers[*].name}", "^debugger second$"),
        "debug target --image=busybox --copy-to=copy -c debugger --attach=false --profile=general",
        (names.format("copy"), "^target debugger/example.com/web busybox$"),
        ("get pod copy -o jsonpath={.spec.shareProcessNamespace}", "^true$"),
        "debug target --image=busybox --copy-to=copied -c target --attach=false --profile=general -- sleep 1m",
        (names.format("copied"), "^target/busybox$"),
        ("get pod target --subresource=ephemeralcontainers -o name", "^pod/target$"))


def test_the_debugger_of_a_node(recent):
    recent.steps("debug node/n1 --image=busybox --attach=false --profile=general -- true")
    made, = recent.get("pods")["items"]
    spec = made["spec"]
    assert (spec["nodeName"], spec["hostPID"], spec["hostIPC"], spec["hostNetwork"]) == ("n1", True, True, True)
    assert spec["volumes"][0]["hostPath"] == {"path": "/", "type": ""}
    assert spec["containers"][0]["volumeMounts"][0]["mountPath"] == "/host"
    recent.steps(f"delete pod {made['metadata']['name']} --force")


def test_commands_in_pods_that_nobody_runs(recent):
    recent.apply(pod("p", schedulingGates=[{"name": "example.com/held"}]), config_map("m"))
    recent.steps(
        ("!exec nobody -- date", 'pods "nobody" not found'), ("!exec deployment/nobody -- date", '"nobody" not found'),
        ("!exec configmap/m -- date", "not implemented"), ("!exec p -- date", "pod p does not have a host assigned"),
        ("!logs nobody", 'pods "nobody" not found'), ("logs p", r"\A\Z"),
        ("!logs p -c other", "container other is not valid for pod p"),
        ("!port-forward pod/p 8000:80", "unable to forward port because pod is not running"),
        ("!attach p", "cannot attach|not running|host assigned"),
        ("!top pods", "Metrics API not available"))
