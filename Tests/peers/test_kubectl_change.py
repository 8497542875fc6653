"""Labels, annotations, patches, replacements, edits, `set`, `scale` and `autoscale`."""
import json

import pytest
from kubectls import manifest
from plane import config_map, deployment, file, homes, kubectl, plane, pod, recent, service

MANAGERS = "--show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}"


@pytest.fixture
def edit(tmp_path):
    """`kubectl edit` by somebody who replaces one text by another."""
    def run(kubectl, old, new, *arguments):
        editor = tmp_path / "editor"
        editor.write_text(f"#!/bin/sh\nsed -i 's|{old}|{new}|' \"$1\"\n")
        editor.chmod(0o755)
        return kubectl("edit", *arguments, environment={
            "EDITOR": str(editor), "KUBE_EDITOR": str(editor), "TMPDIR": str(tmp_path)})
    return run


def test_labels_and_annotations(recent):
    labels = "get configmap m -o jsonpath={.metadata.labels}"
    recent.steps(
        "create configmap m", "create configmap o",
        ("label configmap m a=b --dry-run=client", r"labeled \(dry run\)"),
        ("label configmap m a=b --dry-run=server", r"labeled \(server dry run\)"), (labels, r"\A\Z"),
        ("label configmap m a=b", "configmap/m labeled"), ("!label configmap m a=c", "--overwrite is false"),
        ("label configmap m a=c --overwrite", "labeled"), ("label configmap m empty=", "labeled"),
        (labels, '^{"a":"c","empty":""}$'), ("label configmaps -l a=c more=yes", "configmap/m labeled", "!configmap/o"),
        ("label configmap m a- empty- more-", "configmap/m (un)?labeled"), (labels, r"\A\Z"),
        ("label configmap m none-", 'label "none" not found'),
        ("annotate configmap m empty=", "annotated"),
        ("get configmap m -o jsonpath={.metadata.annotations.empty}", r"\A\Z"),
        ("annotate configmaps --all note=x", "configmap/m annotated", "configmap/o annotated"),
        ("annotate configmap m note- empty-", "annotated"),
        ("get configmap m -o jsonpath={.metadata.annotations}", r"\A\Z"),
        ("!label configmap m 'a b=c'", "Invalid value|name part must consist|not valid"),
        ("!label configmap m a='b c'", "a valid label must be|invalid label value|Invalid value"))


def test_who_changed_is_told(recent):
    recent.steps(
        "run p --image=example.com/web", "label pod p a=b --record", "annotate pod p a=b",
        "patch pod p -p '{\"metadata\":{\"labels\":{\"c\":\"d\"}}}'",
        (f"get pod p {MANAGERS}", "kubectl-run", "kubectl-label", "kubectl-annotate", "kubectl-patch"),
        ("get pod p -o jsonpath={.metadata.annotations.kubernetes\\\\.io/change-cause}",
         "^kubectl label pod p a=b .*--record=true$"))


def test_patches(kubectl):
    kubectl.apply(deployment())
    for kind, patch in (
        ("merge", {"metadata": {"labels": {"x": "merge"}}}),
        ("strategic",
         {"spec": {"template": {"spec": {"containers": [{"name": "web", "image": "example.com/web:9"}]}}}}),
        ("json", [{"op": "add", "path": "/metadata/labels/y", "value": "json"}]),
    ):
        assert "patched" in kubectl.succeed("patch", "deployment", "web", "--type", kind, "-p", json.dumps(patch))
    found = kubectl.get("deployment", "web")
    assert found["metadata"]["labels"] == {"app": "web", "x": "merge", "y": "json"}
    container, = found["spec"]["template"]["spec"]["containers"]
    assert container["image"] == "example.com/web:9" and container["ports"]


def test_patches_that_change_nothing_or_cannot_be(recent):
    recent.apply(pod("p"))

    def patch(value, *flags, refused=False):
        result = recent("patch", "pod", "p", "-p", value if isinstance(value, str) else json.dumps(value), *flags)
        assert (result.returncode != 0) == refused, result.stdout + result.stderr
        return result.stdout + result.stderr
    assert "patched (no change)" in patch({"metadata": {"labels": {"name": "p"}}})
    told = patch({"metadata": {"labels": "invalid"}}, refused=True)
    assert "cannot restore map from string" in told and "is invalid: patch: Invalid value" in told, told
    assert "pod/p patched" in patch("spec:\n  containers:\n  - name: web\n    image: by-yaml\n")
    image = "/spec/containers/0/image"
    patch([{"op": "test", "path": image, "value": "by-yaml"}, {"op": "replace", "path": image, "value": "by-json"}], "--type=json")
    told = patch([{"op": "test", "path": image, "value": "other"}], "--type=json", refused=True)
    assert "the server rejected our request due to an error in our request" in told, told
    for how in ("client", "server"):
        patch({"spec": {"containers": [{"name": "web", "image": "never"}]}}, f"--dry-run={how}")
    found = recent.get("pod", "p")
    assert found["spec"]["containers"][0]["image"] == "by-json"
    # A version in the patch is one that must still be there.
    version = found["metadata"]["resourceVersion"]
    changed = {"metadata": {"resourceVersion": version, "annotations": {"a": "b"}}}
    assert "pod/p patched" in patch(changed)
    told = patch({"metadata": {"resourceVersion": "1", "annotations": {"a": "c"}}}, refused=True)
    assert "please apply your changes to the latest version and try again" in told
    told = patch({"spec": {"containers": [{"name": "web", "ports": [{"containerPort": 1}]}]}}, refused=True)
    assert "pod updates may not change fields other than" in told
    assert "status" in patch({"status": {"message": "here"}}, "--subresource=status", "-o", "yaml")
    assert recent.get("pod", "p")["status"]["message"] == "here"


def test_numbers_keep_their_digits(recent):
    recent.apply(pod("p", activeDeadlineSeconds=2147483647, restartPolicy="Never",
                     securityContext={"supplementalGroups": [0, 1000030003, 2147483647]}))
    recent.steps(
        "patch pod p -p '{\"metadata\":{\"annotations\":{\"a\":\"b\"}}}'", "label pod p a=b", "annotate pod p c=d")
    spec = recent.get("pod", "p")["spec"]
    assert spec["securityContext"] == {"supplementalGroups": [0, 1000030003, 2147483647]}
    assert spec["activeDeadlineSeconds"] == 2147483647


def test_replace(recent, file):
    recent.apply(config_map("m", a="1"), pod("p"))
    map_ = recent.get("configmap", "m")
    map_["data"] = {"b": "2"}
    recent.steps((f"replace -f {file(map_)} --dry-run=server", r"replaced \(server dry run\)"),
                 ("get configmap m -o jsonpath={.data}", '"a"'), (f"replace -f {file(map_)}", "configmap/m replaced"),
                 (f"!replace -f {file(map_)}", "Conflict", "the object has been modified"),
                 ("get configmap m -o jsonpath={.data}", '^{"b":"2"}$'),
                 (f"get configmap m {MANAGERS}", "kubectl-replace"),
                 (f"!replace -f {file(config_map('nobody'))}", 'configmaps "nobody" not found'),
                 # Without a version, whatever is there is replaced.
                 (f"replace -f {file(config_map('m', c='3'))}", "replaced"))
    renamed = recent.get("pod", "p")
    renamed["spec"]["containers"][0]["name"] = "other"
    recent.steps((f"!replace -f {file(renamed)}", "pod updates may not change fields other than"),
                 (f"!replace --grace-period=1 -f {file(renamed)}", "--grace-period must have --force"),
                 (f"replace --force -f {file(renamed)}", 'pod "p" deleted', "pod/p replaced"),
                 ("get pod p -o jsonpath={.spec.containers[0].name}", "^other$"))
    status = recent.get("pod", "p")
    status["status"]["reason"] = "Written"
    recent.steps((f"replace --subresource=status -f {file(status)}", "pod/p replaced"),
                 ("get pod p -o jsonpath={.status.reason}", "^Written$"))
    # Version 0 is no version, for what may be replaced without one.
    node = {"apiVersion": "v1", "kind": "Node", "metadata": {"name": f"{recent.namespace}-node"}}
    recent.succeed("create", "-f", file(node))
    node["metadata"] |= {"annotations": {"a": "b"}, "resourceVersion": "0"}
    recent.steps((f"replace -f {file(node)} --dry-run=server", "replaced"), (f"replace -f {file(node)}", "replaced"),
                 (f"get node {recent.namespace}-node -o jsonpath={{.metadata.annotations.a}}", "^b$"),
                 f"delete node {recent.namespace}-node")


def test_what_was_read_replaces_itself(recent):
    """Identity: a written object's own text is a body that changes nothing."""
    recent.succeed("create", "-f", "-", text=manifest(service("s"), deployment("d", replicas=0), config_map("m")))
    recent.plane.rolled(recent.namespace, "d")
    for name in ("service/s", "deployment/d", "configmap/m", "serviceaccount/default"):
        before = recent.succeed("get", name, "-o", "json")
        recent.succeed("replace", "-f", "-", text=before)
        after = recent.get(name)
        assert after["metadata"]["resourceVersion"] == json.loads(before)["metadata"]["resourceVersion"], name
    copied = recent.get("service", "s")
    recent.steps("delete service s")
    recent.succeed("create", "-f", "-", text=json.dumps(copied))
    assert recent.get("service", "s")["spec"]["clusterIP"] == copied["spec"]["clusterIP"]


def test_edit(kubectl, edit):
    kubectl.steps("create configmap m --from-literal=a=before")
    done = edit(kubectl, "a: before", "a: after", "configmap", "m")
    assert "edited" in done.stdout, done.stderr
    assert kubectl.get("configmap", "m")["data"]["a"] == "after"
    done = edit(kubectl, "nothing", "else", "configmap", "m")
    assert "no changes made" in done.stdout + done.stderr


def test_edits_of_several_of_parts_and_wrong_ones(recent, edit, tmp_path):
    recent.apply(config_map("m", k="one"), config_map("o", k="one"), deployment("d", replicas=0))
    (tmp_path / "both.yaml").write_text(manifest(config_map("m"), config_map("o")))
    done = edit(recent, "k: one", "k: two", "-f", tmp_path / "both.yaml")
    assert "configmap/m edited" in done.stdout and "configmap/o edited" in done.stdout, done.stderr
    done = edit(recent, "k: two", "k: three", "configmap/m", "--output-patch=true")
    assert 'Patch: {"data":{"k":"three"}}' in done.stdout, done.stderr
    recent.plane.rolled(recent.namespace, "d")
    done = edit(recent, "^status:", "status:\\n  collisionCount: 7", "deployment", "d", "--subresource=status")
    assert "edited" in done.stdout, done.stderr
    assert recent.get("deployment", "d")["status"]["collisionCount"] == 7
    done = edit(recent, "name: d$", "name: other", "deployment", "d")
    assert done.returncode != 0 and "At least one of apiVersion, kind and name was changed" in done.stdout + done.stderr
    done = edit(recent, "type: RollingUpdate", "type: Odd", "deployment", "d")
    assert done.returncode != 0 and 'deployments.apps "d" is invalid' in done.stdout + done.stderr
    recent.steps(("get configmap m " + MANAGERS, "kubectl-edit"))


def test_set(kubectl):
    kubectl.apply(deployment(replicas=0))
    kubectl.steps("create serviceaccount account", "create configmap m --from-literal=key-1=a --from-literal=key-2=b",
                  "create secret generic s --from-literal=user=u")
    template = "get deployment web -o jsonpath={.spec.template.spec.containers[0]."
    names = template + "env[*].name}"
    kubectl.steps(
        ("set image deployment web web=never --dry-run=client", "image updated"),
        ("set image deployment web web=never --dry-run=server", "image updated"),
        (template + "image}", "^example.com/web:1$"),
        ("set image deployments --all *=example.com/web:7", "image updated"),
        ("!set image deployment web redis=redis", 'unable to find container named "?redis"?'),
        "set image deployment web web=example.com/web:7", (template + "image}", "^example.com/web:7$"),
        "set env deployment web --keys=key-2 --from=configmap/m", (names, "^KEY_2$"),
        "set env deployment web --from=configmap/m --dry-run=server", (names, "^KEY_2$"),
        "set env deployment web --from=configmap/m", (names, "^(KEY_2 KEY_1|KEY_1 KEY_2)$"),
        "set env deployment web --from=secret/s", "set env deployment web A=b", "set env deployment web A-",
        (names, "USER"), (names, "!A"), ("set env deployment web --list", "KEY_1 from configmap m, key key-1"),
        "set resources deployment web --limits=cpu=1,memory=512Mi --requests=cpu=200m",
        (template + "resources}", r'"cpu":"1"|cpu:1', "200m"),
        "set serviceaccount deployment web account")
    spec = kubectl.get("deployment", "web")["spec"]["template"]["spec"]
    assert spec["serviceAccountName"] == spec["serviceAccount"] == "account"


def test_selectors_and_subjects_are_set(recent):
    recent.apply(service("s"))
    recent.steps(
        ("set selector service s role=padawan --dry-run=server -o yaml", "role: padawan"),
        ("get service s -o jsonpath={.spec.selector}", '^{"app":"s"}$'), "set selector service s role=padawan",
        ("get service s -o jsonpath={.spec.selector}", '^{"role":"padawan"}$'),
        (f"get service s {MANAGERS}", "kubectl-set"),
        ("!set selector service s a=b --resource-version=1", "Conflict"))
    version = recent.get("service", "s")["metadata"]["resourceVersion"]
    names = "get {}binding b -o jsonpath={{.subjects[*].name}}/{{.subjects[*].namespace}}"
    recent.steps(
        f"set selector service s a=b --resource-version={version}",
        "create rolebinding b --role=r --serviceaccount=other:one", "set subject rolebinding b --user=u --group=g",
        (names.format("role"), "^one u g/other$"), ("set subject rolebinding b --user=x --dry-run=server", "updated"),
        ("set subject rolebinding --all --serviceaccount=more:two", "subjects updated"),
        (names.format("role"), "^one u g two/other more$"))


def test_scale_and_autoscale(kubectl):
    kubectl.apply(deployment("a", replicas=1), deployment("b", replicas=1), deployment("c", replicas=1))
    kubectl.steps("label deployments a b pick=me")
    counts = "get deployments -o jsonpath={.items[*].spec.replicas}"
    kubectl.steps(
        ("scale deployment --all --replicas=3 --dry-run=client", "scaled"),
        ("scale deployment --all --replicas=3 --dry-run=server", "scaled"),
        (counts, "^1 1 1$"), ("scale deployment -l pick=me --replicas=2", "deployment.apps/b scaled"),
        (counts, "^2 2 1$"),
        ("scale deployment/a deployment/c --replicas=0", "scaled"), (counts, "^0 2 0$"),
        ("scale deployment a --current-replicas=0 --replicas=4", "scaled"),
        ("!scale deployment a --current-replicas=0 --replicas=5", "Expected replicas to be 0, was 4"),
        (counts, "^4 2 0$"),
        ("!scale deployment nobody --replicas=1", 'deployments.apps "nobody" not found'),
        # The old one looks for a version of definitions that is no more.
        (f"autoscale deployment a --min=2 --max=5 --cpu-percent=70 --dry-run={'client' if kubectl.is_old else 'server'}",
         "autoscaled|created"),
        ("autoscale deployment a --min=2 --max=5 --cpu-percent=70", "horizontalpodautoscaler.autoscaling/a autoscaled"),
        ("autoscale deployment b --max=3", "autoscaled"),
        ("!autoscale deployment c", "max"))
    told = {name: json.loads(kubectl.succeed("get", f"hpa.v2.autoscaling/{name}", "-o", "json"))["spec"] for name in "ab"}
    assert (told["a"]["minReplicas"], told["a"]["maxReplicas"]) == (2, 5)
    assert told["a"]["metrics"][0]["resource"]["target"] == {"type": "Utilization", "averageUtilization": 70}
    # Who says nothing of a measure gets 80 % of the CPU, in every version.
    assert told["b"]["minReplicas"] == 1
    assert told["b"]["metrics"][0]["resource"]["target"] == {"type": "Utilization", "averageUtilization": 80}
    assert kubectl.get("horizontalpodautoscalers.v1.autoscaling/b")["spec"]["targetCPUUtilizationPercentage"] == 80
    kubectl.steps(("get hpa b", "Deployment/b +(cpu: )?<unknown>/80% +1 +3"))


@pytest.mark.parametrize("kind", ["replicaset", "replicationcontroller", "statefulset"])
def test_whatever_has_a_scale_is_scaled(recent, kind):
    labels = {"app": "w"}
    made = {"apiVersion": "v1" if kind == "replicationcontroller" else "apps/v1",
            "kind": {"replicaset": "ReplicaSet", "statefulset": "StatefulSet"}.get(kind, "ReplicationController"),
            "metadata": {"name": "w"}, "spec": {
                "replicas": 0, "selector": labels if kind == "replicationcontroller" else {"matchLabels": labels},
                "template": {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}}
    recent.apply(made)
    recent.steps(
        (f"scale {kind} w --current-replicas=0 --replicas=1", "scaled"),
        (f"get {kind} w -o jsonpath={{.spec.replicas}}", "^1$"),
        f"scale {kind} w --replicas=2 -o yaml", f"set image {kind}/w *=other", f"set env {kind}/w A=b",
        (f"get {kind} w -o jsonpath={{.metadata.generation}}", "^5$"),
        (f"get {kind} w --subresource=scale -o jsonpath={{.status.selector}}", "^app=w$"),
        f"expose {kind} w --port=80" if kind != "statefulset" else ("!expose statefulset w --port=80", "cannot expose"),
        f"delete {kind} w --cascade=orphan")
