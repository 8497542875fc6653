"""`kubectl get` in all its forms, what is printed of nothing, pages, templates, sorting, watches and events."""
import json
import re

import httpx
import pytest
from cluster import eventually
from plane import config_map, deployment, homes, kubectl, plane, pod, recent, service



def test_get_in_all_its_forms(kubectl):
    kubectl.apply(deployment())
    eventually(lambda: len(kubectl.get("pods", "-l", "app=web")["items"]) == 2)
    kubectl.steps(
        ("get deployments,replicasets,pods", "READY"), ("get all", "deployment.apps/web"),
        ("get pods -o wide", "NOMINATED NODE +READINESS GATES"), ("get pods -o name", "^pod/web-"),
        ("get deploy web -o jsonpath={.spec.replicas}", "^2$"),
        ("get deploy -o custom-columns=NAME:.metadata.name,IMAGE:.spec.template.spec.containers[0].image",
         "^web +example.com/web:1$"),
        ("get deploy web -o yaml", "replicas: 2"), ("get deploy --show-labels", "app=web$"),
        ("get deploy -L app", "AGE +APP"),
        ("get deploy -o wide", "CONTAINERS +IMAGES +SELECTOR", "web +example.com/web:1 +app=web"),
        ("get pods --field-selector status.phase=Pending -o name", "^pod/web-.*\npod/web-"),
        ("get pods -l app\\ in\\ (web),app!=x --chunk-size=1 -o name", "^pod/web-.*\npod/web-"),
        ("!get pod nobody", 'pods "nobody" not found'), ("get --raw /readyz", "^ok$"))
    names = kubectl.succeed("get", "pods", "--sort-by=.metadata.name", "-o", "name").split()
    # kubectl sorts digits as numbers, and the names end in random letters and digits.
    assert len(names) == 2 and names == sorted(
        names, key=lambda name: [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)])


def test_nothing_is_told_as_nothing(recent):
    none = f"No resources found in {recent.namespace} namespace"
    recent.steps(
        ("get pods", none), ("get pods -o wide", none), ("get pods --ignore-not-found", "!No resources"),
        ("get pods -o json", "!No resources"), ("get pods -o yaml", "!No resources"),
        ("get pods -o name", "!No resources"),
        ("get pods -o jsonpath={.items}", r"^\[\]$"), ("get pods -o go-template={{.items}}", r"^\[\]$"),
        ("get pods -o custom-columns=NAME:.metadata.name", "!No resources"),
        ("get pods --sort-by={metadata.name}", none), ("get pods --sort-by={metadata.creationTimestamp}", none),
        ("!get foobar", 'the server doesn\'t have a resource type "foobar"', "!No resources"),
        ("!get pods abc -o json", 'pods "abc" not found', "!List"), ("!get pods abc -o name", 'pods "abc" not found'),
        ("get pods abc --ignore-not-found", r"\A\Z"))
    result = recent("get", "pod/abc")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == 'Error from server (NotFound): pods "abc" not found\n'


def test_all_of_everywhere(recent):
    recent.apply(deployment(replicas=1), service("web"))
    eventually(lambda: recent.get("pods")["items"])
    told = recent.succeed("get", "all", "-A", "-o", "wide", "--show-labels")
    assert re.search(rf"^{recent.namespace} +pod/web-\S+ .* app=web,pod-template-hash=\w+$", told, re.M), told
    assert re.search(rf"^{recent.namespace} +service/web +ClusterIP .* app=web$", told, re.M), told
    assert re.search(rf"^{recent.namespace} +replicaset.apps/web-\w+ .*pod-template-hash=\w+", told, re.M), told
    assert re.search("^default +service/kubernetes .* component=apiserver,provider=kubernetes$", told, re.M), told
    _, asked = recent.requests("get", "all", "--chunk-size=0")
    for path in ("/api/v1/namespaces/{}/pods", "/api/v1/namespaces/{}/replicationcontrollers", "/api/v1/namespaces/{}/services",
                 "/apis/apps/v1/namespaces/{}/daemonsets", "/apis/apps/v1/namespaces/{}/deployments",
                 "/apis/apps/v1/namespaces/{}/replicasets", "/apis/apps/v1/namespaces/{}/statefulsets",
                 "/apis/autoscaling/v2/namespaces/{}/horizontalpodautoscalers", "/apis/batch/v1/namespaces/{}/cronjobs",
                 "/apis/batch/v1/namespaces/{}/jobs"):
        assert f"{path.format(recent.namespace)} 200 OK" in asked, asked


def test_pages(recent):
    whole = recent.succeed("get", "clusterroles", "-o", "name")
    paged, asked = recent.requests("get", "clusterroles", "--chunk-size=10", "-o", "name")
    assert paged == whole
    assert "/clusterroles?limit=10 200 OK" in asked and re.search(r"clusterroles\?continue=\S+&limit=10 200 OK", asked)
    assert "/clusterroles?limit=500 200 OK" in recent.requests("get", "clusterroles")[1]
    for name in ("one", "two", "three"):
        recent.plane.send("POST", f"/api/v1/namespaces/{recent.namespace}/configmaps", config_map(name))
    recent.steps(
        ("get namespaces --chunk-size=1 --no-headers", "^default", "^kube-public", "^kube-system", "!NAME"),
        ("get configmaps --chunk-size=1 --watch --request-timeout=2s", "^one", "^two", "^three", "!only supported"),
        ("get configmaps --chunk-size=1 --watch-only --request-timeout=2s", "!only supported"))


def test_templates(recent, tmp_path):
    (tmp_path / "names").write_text("{{range .items}}{{.metadata.name}}:{{end}}")
    recent.apply(pod("p", {"tier": "web"}), pod("q", {"tier": "db"}))
    recent.steps(
        ("get pod p -o jsonpath={.missing}", r"\A\Z"), ("get pod p -o go-template={{.missing}}", "^<no value>$"),
        ("get pod p --template={{.metadata.name}}:", "^p:$"),
        (f"get pods -o go-template-file={tmp_path}/names", "^p:q:$"),
        ("!get pod p --allow-missing-template-keys=false -o jsonpath={.missing}", "missing is not found"),
        ("!get pod p --allow-missing-template-keys=false -o go-template={{.missing}}",
         'map has no entry for key "missing"'),
        ('get pods -o \'jsonpath={.items[?(@.metadata.labels.tier=="db")].metadata.name}\'', "^q$"),
        ('get pods -o \'jsonpath={range .items[*]}{.metadata.name}={.spec.containers[*].image};{end}\'',
         "^p=example.com/web:1;q=example.com/web:1;$"),
        ("get pods -o jsonpath-as-json={.items[*].metadata.name}", '"p",'),
        ("get node/n1 pod/p -o go-template={{range.items}}{{.kind}}/{{.metadata.name}}:{{end}}", "^Node/n1:Pod/p:$"),
        ("get pods -o custom-columns=N:.metadata.name,C:.status.conditions,R:.spec.restartPolicy --no-headers",
         "^p +.* +Always$"),
        ("get pod p -o kyaml", ".") if recent.minor > 33 else "version --client")


def test_subresources_are_read_alone(recent):
    recent.apply(deployment("d", replicas=0), pod("p"))
    recent.steps(
        ("get pod p --subresource=status", "^p +"),
        ("get deployment d --subresource=scale", "NAME +DESIRED +AVAILABLE", "^d +0 +0"),
        ("get deployment d --subresource=scale -o yaml", "kind: Scale", "selector: app=d"),
        ("!get pod p --subresource=scale", "the server could not find the requested resource"),
        ("!get nodes --subresource=status", "subresource cannot be used when bulk resources are specified"),
        ("get node n1 --subresource=status -o jsonpath={.status.nodeInfo.kubeletVersion}", "^v1.36.0$"))


def quantity_pod(name, label, container, cpu, memory):
    made = pod(name, {"name": label})
    amounts = {"cpu": cpu, "memory": memory}
    made["spec"]["containers"][0] |= {"name": container, "resources": {"requests": amounts, "limits": amounts}}
    return made


def test_sorting(recent):
    recent.apply(quantity_pod("p1", "third", "b", "1", "512Mi"), quantity_pod("p2", "second", "a", "1500m", "1Gi"),
                 quantity_pod("p3", "first", "c", "0.2", "250M"))
    for by, expected in (
        ("{metadata.name}", "p1 p2 p3"), ("{metadata.labels.name}", "p3 p2 p1"),
        ("{.spec.containers[0].name}", "p2 p1 p3"),
        ("{.spec.containers[0].resources.requests.memory}", "p3 p1 p2"),
        ("{.spec.containers[0].resources.limits.cpu}", "p3 p1 p2"),
    ):
        told = recent.succeed("get", "pods", f"--sort-by={by}", "--no-headers")
        assert [line.split()[0] for line in told.splitlines()] == expected.split(), by
    told = recent("get", "pods", "--sort-by={spec.containers[0].name}", "--no-headers", "-v=8")
    assert "includeObject=Object" in told.stderr and "as=Table" in told.stderr
    told = recent.succeed("get", "pods", "--sort-by={spec.containers[0].name}", "--server-print=false", "--no-headers")
    assert [line.split()[0] for line in told.splitlines()] == ["p2", "p1", "p3"]


def test_watches_end_in_time_and_print_what_was_asked(recent):
    recent.apply(pod("p"))
    recent.steps(
        # The time is also that of the requests before the watch: a busy machine needs some.
        ("get pods -w --request-timeout=3", "STATUS", "^p "),
        ("get pods/p -o name -w --request-timeout=3", "!STATUS", "^pod/p$"),
        ("get pods/p -o yaml -w --request-timeout=3", "!STATUS", "name: p"),
        ("!get pods/q -w --request-timeout=60", '"q" not found'),
        ("get pod p --request-timeout=60", "^p "), ("!get pod p --request-timeout=1p", "Invalid timeout value"))


def test_a_watch_prints_changes_with_their_kinds(recent):
    path = f"/api/v1/namespaces/{recent.namespace}/configmaps"
    recent.plane.send("POST", path, config_map("m"))
    # Of one object by its name, kubectl would not tell a change between its question and its watch.
    watching = recent.starts("get", "configmaps", "--field-selector=metadata.name=m", "-w", "--output-watch-events")
    try:
        assert watching.stdout.readline().split() == ["EVENT", "NAME", "DATA", "AGE"]
        assert watching.stdout.readline().split()[:3] == ["ADDED", "m", "0"]
        recent.plane.send("PATCH", f"{path}/m", {"data": {"a": "b"}}, "application/merge-patch+json")
        assert watching.stdout.readline().split()[:3] == ["MODIFIED", "m", "1"]
        recent.plane.send("DELETE", f"{path}/m")
        assert watching.stdout.readline().split()[:3] == ["DELETED", "m", "1"]
    finally:
        watching.kill()
        watching.wait(10)


def test_a_watch_tells_what_is_new(kubectl):
    watching = kubectl.starts("get", "configmaps", "-w", "-o", "name")
    try:
        kubectl.succeed("create", "configmap", "seen")
        for line in watching.stdout:
            if "seen" in line:
                break
        else:
            pytest.fail("the watch ended before it told of the new object")
    finally:
        watching.kill()
        watching.wait(10)


EVENT = {
    "apiVersion": "v1", "kind": "Event", "reason": "FailedMount", "message": "no such volume", "type": "Warning",
    "count": 3,
    "firstTimestamp": "2026-01-01T00:00:00Z", "lastTimestamp": "2026-01-01T00:05:00Z",
    "source": {"component": "kubelet"}}


def event(name, namespace, of, **more):
    return EVENT | more | {"metadata": {"name": name}, "involvedObject": {**of, "namespace": namespace}}


def test_events_are_chosen_by_what_they_are_of(recent):
    path = f"/api/v1/namespaces/{recent.namespace}/events"
    one = {"kind": "Pod", "apiVersion": "v1", "name": "p"}
    other = {"kind": "CronJob", "apiVersion": "batch/v1", "name": "pi"}
    recent.plane.send("POST", path, event("p.1", recent.namespace, one))
    recent.plane.send("POST", path, event("pi.1", recent.namespace, other, reason="Seen", type="Normal", count=1,
                                          lastTimestamp="2026-01-02T00:00:00Z"))
    recent.steps(
        ("get events", "LAST SEEN +TYPE +REASON +OBJECT +MESSAGE", "Warning +FailedMount +pod/p +no such volume",
         "Normal +Seen +cronjob/pi"),
        ("get events -o wide", "SUBOBJECT +SOURCE +MESSAGE +FIRST SEEN +COUNT +NAME",
         "kubelet +no such volume .* 3 +p.1"),
        ("get events --field-selector involvedObject.kind=Pod,involvedObject.name=p -o name",
         r"\Aevent/p\.1\Z|\Aevent/p\.1\n\Z"),
        ("get events --field-selector type!=Warning -o name", r"\Aevent/pi\.1\n\Z"),
        ("get events.events.k8s.io --field-selector reason=Seen -o name", "event.events.k8s.io/pi.1", "!/p.1"),
        ("events", "Warning +FailedMount +Pod/p", "CronJob/pi"), ("events -A", recent.namespace),
        ("events --for pod/p", "FailedMount", "!Seen"), ("events --for cronjob/pi", "Seen", "!FailedMount"),
        ("events --for cronjob.batch/pi --types=Warning", "!Seen"),
        ("events --types=Normal --no-headers", "Seen", "!REASON"),
        ("events --for pod/p -o json", '"reason": "FailedMount"'),
        ("events --for pod/p -o yaml", "reason: FailedMount"),
        ("events --for pod/p --watch --request-timeout=3", "FailedMount"))
    told = recent.succeed("get", "events", "--sort-by=.lastTimestamp", "-o", "name").split()
    assert told == ["event/p.1", "event/pi.1"]


def test_everything_that_is_listed_can_be_printed(recent):
    """All kinds of the API at once, as a table, by names and in wide form."""
    kinds = ",".join(recent.succeed("api-resources", "--verbs=list", "-o", "name").split())
    recent.steps(
        (f"get {kinds} -A -o name", "^namespace/default$", "^node/n1$",
         "^clusterrole.rbac.authorization.k8s.io/admin$"),
                 (f"get {kinds} -A --ignore-not-found -o wide", "^default +service/kubernetes", "node/n1 +Ready"))


def test_discovery_by_name_group_and_category(recent):
    recent.steps(
        ("api-resources --api-group=apps --no-headers -o wide",
         "^deployments +deploy +apps/v1 +true +Deployment +create,delete,.* all$"),
        ("api-resources --categories=all -o name", "^pods$", "^cronjobs.batch$", "!configmaps"),
        ("api-resources --namespaced=false --verbs=create,deletecollection -o name", "^nodes$", "!^pods$"),
        ("api-resources --sort-by=kind --no-headers", "^apiservices"), ("api-versions", "^autoscaling/v1$", "^v1$"),
        ("get deployments.v1.apps", "No resources"), ("get deploy.apps", "No resources"),
        ("get hpa.autoscal", "No resources"),
        ("!get deployments.v2.apps", "the server doesn't have a resource type"),
        ("get nodes -A", "!NAMESPACE"), ("get pods -A --namespace=default", "."),
        ("!get pod p -A", "a resource cannot be retrieved by name across all namespaces"))
    core = recent.succeed("get", "--raw", "/api/v1")
    assert ('{"name":"configmaps","singularName":"configmap","namespaced":true,"kind":"ConfigMap","verbs":["create","delete",'
            '"deletecollection","get","list","patch","update","watch"],"shortNames":["cm"],"storageVersionHash":') in core
    pods, = (r for r in json.loads(core)["resources"] if r["name"] == "pods")
    assert pods["categories"] == ["all"]
    version = json.loads(recent.succeed("version", "-o", "json"))
    assert version["serverVersion"] == json.loads(recent.succeed("get", "--raw", "/version"))


def test_the_node_is_printed(recent):
    recent.steps(
        ("get nodes", "NAME +STATUS +ROLES +AGE +VERSION", "n1 +Ready +<none> +.* v1.36.0"),
        ("get node n1 -o wide", "INTERNAL-IP +EXTERNAL-IP +OS-IMAGE +KERNEL-VERSION +CONTAINER-RUNTIME",
         "10.9.0.1 +<none> +Debian GNU/Linux 12 +<unknown> +<unknown>"),
        ("get node n1 -L disk", "ssd"), ("get nodes -l disk=ssd -o name", "^node/n1$"))


def test_explain_and_the_list_of_resources(recent):
    recent.steps(
        ("api-resources", "Deployment"), ("api-resources --namespaced=true -o name", "^pods$"),
        ("api-resources --verbs=list,watch -o name", "^deployments.apps$"), ("api-versions", "^apps/v1$"),
        ("explain pods.spec.containers.image", "(?i)^FIELD: +image +<string>"), ("explain po.status.message", "string"),
        ("explain cronjob", "(?i)^KIND: +CronJob$"), ("explain deployment --recursive", "containers"),
        "!explain pods.spec.nonsense")


def test_the_cluster_tells_of_itself(kubectl):
    kubectl.steps(
        ("cluster-info", r"Kubernetes (control plane|master).* is running at"),
        ("version", r"Server Version: .*v1\.\d+"),
        ("get componentstatuses -o name", "componentstatus/"))
    dump = kubectl.succeed("cluster-info", "dump", "-o", "json")
    assert '"kind": "NodeList"' in dump and '"name": "n1"' in dump


def test_a_proxy_on_a_port_and_on_a_socket(recent, tmp_path):
    """What kubectl serves of the server, under a prefix of its own and without one."""
    def statuses(http, *paths):
        return [http.get(path).status_code for path in paths]
    proxy = recent.starts("proxy", "--port=0", "--api-prefix=/custom")
    try:
        port = re.search(r"127.0.0.1:(\d+)", proxy.stdout.readline()).group(1)
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as http:
            assert statuses(http, "/custom/api/", "/custom/api/v1/namespaces", "/custom/metrics", "/custom/apis") == [200] * 4
            assert statuses(http, "/custom/api/kubernetes", "/api/v1/namespaces") == [404, 404]
    finally:
        proxy.kill()
        proxy.wait(10)
    socket = tmp_path / "socket"
    proxy = recent.starts("proxy", f"--unix-socket={socket}")
    try:
        proxy.stdout.readline()
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(socket)), base_url="http://localhost", timeout=60) as http:
            assert http.get("/api").json()["versions"] == ["v1"]
            assert statuses(http, "/apis/extensions/", "/version") == [404, 200]
    finally:
        proxy.kill()
        proxy.wait(10)
