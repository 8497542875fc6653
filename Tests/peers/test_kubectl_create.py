"""`kubectl create` by every generator, from files of all forms, `run` and `expose`; and what is refused."""
import base64
import json
import shlex
import subprocess

import pytest
from kubectls import manifest
from plane import config_map, deployment, homes, kubectl, plane, pod, recent, service


def holds(found, wanted, at=""):
    """The first place where the object is not as wanted: all members of maps that are named, lists as a whole."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return next(filter(None, (holds(found.get(k), v, f"{at}.{k}") for k, v in wanted.items())), None)
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return next(filter(None, (holds(f, w, f"{at}[{i}]") for i, (f, w) in enumerate(zip(found, wanted)))), None)
    return None if found == wanted else f"{at}: {found!r}, not {wanted!r}"


def encoded(text):
    return base64.b64encode(text.encode()).decode()


IMAGE = "--image=example.com/web:1"
PORT = [{"name": "80-8080", "port": 80, "protocol": "TCP", "targetPort": 8080}]
# The command, the kind that it makes, what the object holds, and whether the old kubectl has it alike. NS is the
# namespace.
GENERATED = [
    (f"deployment d {IMAGE} --replicas=3 --port=80", "deployment", {"spec": {
        "replicas": 3, "revisionHistoryLimit": 10, "progressDeadlineSeconds": 600,
        "selector": {"matchLabels": {"app": "d"}},
        "strategy": {"type": "RollingUpdate", "rollingUpdate": {"maxSurge": "25%", "maxUnavailable": "25%"}},
        "template": {"spec": {"containers": [{"name": "web", "ports": [{"containerPort": 80, "protocol": "TCP"}]}]}}}}, True),
    (f"deployment d {IMAGE} -- /bin/sleep infinity", "deployment",
     {"spec": {"template": {"spec": {"containers": [{"command": ["/bin/sleep", "infinity"]}]}}}}, True),
    ("configmap m --from-literal=a=b --from-literal=c=", "configmap", {"data": {"a": "b", "c": ""}}, True),
    ("configmap m --from-file=FOLDER", "configmap", {"data": {"text": "words\n"}, "binaryData": {"bytes": "AP/+"}},
     True),
    ("configmap m --from-env-file=FOLDER/text.env", "configmap", {"data": {"A": "1", "B": "two"}}, False),
    ("secret generic s --from-literal=key=value --type=example.com/own", "secret",
     {"type": "example.com/own", "data": {"key": encoded("value")}}, True),
    ("secret docker-registry s --docker-username=u --docker-password=p --docker-email=e@example.com", "secret",
     {"type": "kubernetes.io/dockerconfigjson", "data": {".dockerconfigjson": encoded(
         '{"auths":{"https://index.docker.io/v1/":{"username":"u","password":"p","email":"e@example.com",'
         f'"auth":"{encoded("u:p")}"}}}}}}')}}, True),
    ("secret tls s --cert=FOLDER/tls.crt --key=FOLDER/tls.key", "secret", {"type": "kubernetes.io/tls"}, True),
    ("service clusterip s --tcp=80:8080", "service", {"spec": {
        "type": "ClusterIP", "ports": PORT, "selector": {"app": "s"}, "sessionAffinity": "None", "ipFamilies": ["IPv4"],
        "ipFamilyPolicy": "SingleStack", "internalTrafficPolicy": "Cluster"}}, True),
    ("service clusterip s --clusterip=None --tcp=80", "service",
     {"spec": {"clusterIP": "None", "clusterIPs": ["None"]}}, True),
    ("service nodeport s --tcp=80:8080 --node-port=31777", "service", {"spec": {
        "type": "NodePort", "ports": [{**PORT[0], "nodePort": 31777}], "externalTrafficPolicy": "Cluster"}}, True),
    ("service loadbalancer s --tcp=80:8080", "service",
     {"spec": {"type": "LoadBalancer", "allocateLoadBalancerNodePorts": True}, "status": {"loadBalancer": {}}}, True),
    ("service externalname s --external-name=example.com", "service",
     {"spec": {"type": "ExternalName", "externalName": "example.com", "clusterIP": None}}, True),
    ("serviceaccount a", "serviceaccount", {}, True),
    (f"job j {IMAGE} -- perl -wle 'print 1'", "job", {"spec": {
        "parallelism": 1, "completions": 1, "backoffLimit": 6, "completionMode": "NonIndexed", "suspend": False,
        "podReplacementPolicy": "TerminatingOrFailed", "template": {"spec": {
            "restartPolicy": "Never", "containers": [{"name": "j", "command": ["perl", "-wle", "print 1"]}]}}}}, True),
    (f"cronjob c {IMAGE} --schedule='*/5 * * * *' --restart=OnFailure", "cronjob", {"spec": {
        "schedule": "*/5 * * * *", "concurrencyPolicy": "Allow", "suspend": False, "successfulJobsHistoryLimit": 3,
        "failedJobsHistoryLimit": 1,
        "jobTemplate": {"spec": {"template": {"spec": {"restartPolicy": "OnFailure"}}}}}}, False),
    ("role r --verb=get,list --resource=pods/status,deployments.apps", "role", {"rules": [
        {"apiGroups": [""], "resources": ["pods/status"], "verbs": ["get", "list"]},
        {"apiGroups": ["apps"], "resources": ["deployments"], "verbs": ["get", "list"]}]}, True),
    ("role r --verb=get --resource=replicasets.apps/scale --resource-name=one", "role", {"rules": [
        {"apiGroups": ["apps"], "resources": ["replicasets/scale"], "verbs": ["get"], "resourceNames": ["one"]}]}, True),
    ("clusterrole NS --verb=* --resource=pods", "clusterrole",
     {"rules": [{"apiGroups": [""], "resources": ["pods"], "verbs": ["*"]}]}, True),
    ("clusterrole NS --verb=get --non-resource-url=/logs/* --non-resource-url=/healthz/*", "clusterrole",
     {"rules": [{"nonResourceURLs": ["/logs/*", "/healthz/*"], "verbs": ["get"]}]}, True),
    ("clusterrole NS --aggregation-rule=one=two", "clusterrole",
     {"aggregationRule": {"clusterRoleSelectors": [{"matchLabels": {"one": "two"}}]}, "rules": None}, True),
    ("rolebinding b --clusterrole=admin --user=u --group=g --serviceaccount=other:a", "rolebinding", {
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "admin"}, "subjects": [
            {"apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "u"},
            {"apiGroup": "rbac.authorization.k8s.io", "kind": "Group", "name": "g"},
            {"kind": "ServiceAccount", "name": "a", "namespace": "other"}]}, True),
    ("clusterrolebinding NS --clusterrole=view --user=one --user=two", "clusterrolebinding",
     {"subjects": [{"kind": "User", "name": "one"}, {"kind": "User", "name": "two"}]}, True),
    ("quota q --hard=pods=1000000 --scopes=BestEffort,NotTerminating", "quota",
     {"spec": {"hard": {"pods": "1M"}, "scopes": ["BestEffort", "NotTerminating"]}}, True),
    ("quota q --hard=pods=2,count/configmaps=5", "quota", {"spec": {"hard": {"pods": "2", "count/configmaps": "5"}}},
     True),
    ("quota q", "quota", {"spec": {}}, True),
    ("priorityclass NS --value=7 --description=seven --preemption-policy=Never", "priorityclass",
     {"value": 7, "description": "seven", "preemptionPolicy": "Never"}, True),
    ("poddisruptionbudget b --selector=app=d --min-available=50%", "pdb", {"spec": {"minAvailable": "50%"}}, False),
    ("poddisruptionbudget b --selector=app=d --max-unavailable=2", "pdb", {"spec": {"maxUnavailable": 2}}, False),
    ("ingress i --class=own --rule=example.com/path*=svc:80,tls=cert --default-backend=other:http", "ingress",
     {"spec": {
        "ingressClassName": "own", "defaultBackend": {"service": {"name": "other", "port": {"name": "http"}}},
        "tls": [{"hosts": ["example.com"], "secretName": "cert"}], "rules": [{"host": "example.com", "http": {"paths": [
            {"path": "/path", "pathType": "Prefix", "backend": {"service": {"name": "svc", "port": {"number": 80}}}}]}}]}}, False),
    ("namespace NS-own", "namespace", {"spec": {"finalizers": ["kubernetes"]}, "status": {"phase": "Active"}}, True),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("files")
    (made / "text").write_text("words\n")
    (made / "bytes").write_bytes(b"\x00\xff\xfe")
    keys = tmp_path_factory.mktemp("keys")
    (keys / "text.env").write_text("# names\nA=1\nB=two\n")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                    "/CN=example.com", "-days", "2", "-keyout", keys / "tls.key", "-out", keys / "tls.crt"],
                   check=True, capture_output=True)
    return made, keys


def test_every_generator(kubectl, folder):
    """First as a dry run by the server, which keeps nothing; then in earnest, and the object is what was asked for."""
    faults = []
    for command, kind, wanted, old_too in GENERATED:
        if kubectl.is_old and not old_too:
            continue
        words = [w.replace("FOLDER/", f"{folder[1]}/").replace("FOLDER", str(folder[0])).replace("NS", kubectl.namespace)
                 for w in shlex.split(command)]
        at = words.index("--") if "--" in words else len(words)
        name = words[2] if kind in ("secret", "service") else words[1]
        if not kubectl.is_old:
            tried = json.loads(kubectl.succeed("create", *words[:at], "--dry-run=server", "-o", "json", *words[at:]))
            if not tried["metadata"].get("uid"):
                faults.append(f"{command}: a dry run without a uid")
        made = json.loads(kubectl.succeed("create", *words[:at], "-o", "json", *words[at:]))
        assert made["metadata"]["name"] == name
        scope = f"namespaces/{kubectl.namespace}/" if made["metadata"].get("namespace") else ""
        plural = {"ingress": "ingresses", "pdb": "poddisruptionbudgets", "priorityclass": "priorityclasses",
                  "quota": "resourcequotas"}.get(kind, f"{kind}s")
        root = "/api/v1" if made["apiVersion"] == "v1" else f"/apis/{made['apiVersion']}"
        # Not as kubectl shows it: the old one knows fewer fields.
        different = holds(kubectl.plane.send("GET", f"{root}/{scope}{plural}/{name}"), wanted)
        if different:
            faults.append(f"{command}: {different}")
        kubectl.plane.send("DELETE", f"{root}/{scope}{plural}/{name}", {"gracePeriodSeconds": 0})
    assert not faults, "\n".join(faults)


def test_who_created_is_told(recent):
    recent.steps(
        "create configmap m --from-literal=a=b", "run p --image=example.com/web",
        "create deployment d --image=example.com/web --replicas=0",
        ("get configmap/m --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}", "^kubectl-create$"),
        ("get pod/p --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}", "kubectl-run"),
        ("create configmap n --from-literal=a=b --field-manager=me", "created"),
        ("get configmap/n --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}", "^me$"),
        ("!create configmap m", 'configmaps "m" already exists'))


def test_a_job_is_made_from_a_cron_job(recent):
    recent.steps(
        "create cronjob pi --schedule='59 23 31 2 *' --image=example.com/perl -- perl -wle 'print 3'",
        ("create job one --from=cronjob/pi --dry-run=client", r"created \(dry run\)"),
        ("create job one --from=cronjob/pi --dry-run=server", r"created \(server dry run\)"),
        ("!get job one", "not found"), ("create job one --from=cronjob/pi", "job.batch/one created"),
        ("get job one -o jsonpath={.spec.template.spec.containers[0].command}", r'^\["perl","-wle","print 3"\]$'),
        ("get job one -o jsonpath={.metadata.annotations}", '"cronjob.kubernetes.io/instantiate":"manual"'),
        ("get job one -o jsonpath={.metadata.ownerReferences[0].kind}/{.metadata.ownerReferences[0].controller}",
         "^CronJob/true$"),
        ("get cronjob pi", "NAME +SCHEDULE +TIMEZONE +SUSPEND +ACTIVE +LAST SCHEDULE",
         r"pi +59 23 31 2 \* +<none> +False +0 +<none>"),
        ("get job one", "NAME +STATUS +COMPLETIONS +DURATION", "one +(Running|Suspended)? +0/1"))


def test_what_is_wrong_is_said_before_and_by_the_server(kubectl):
    wrong = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "dat": {"a": "b"}}
    refused = kubectl("apply", "-f", "-", text=json.dumps(wrong))
    assert refused.returncode != 0 and "dat" in refused.stderr, refused.stderr
    refused = kubectl("create", "-f", "-", text=json.dumps(config_map("M_")))
    assert refused.returncode != 0 and "RFC 1123" in refused.stderr
    odd = {"apiVersion": "v9", "kind": "Odd", "metadata": {"name": "x"}}
    refused = kubectl("create", "-f", "-", text=json.dumps(odd))
    assert refused.returncode != 0 and "no matches for kind" in refused.stderr
    # A body of another kind, to a path that is forced; as YAML, it is not even JSON.
    raw = ["create", "--raw", "/api/v1/namespaces", "-f", "-"]
    told = kubectl(*raw, text=manifest(pod("p")))
    assert told.returncode != 0 and "the object provided is unrecognized (must be of type Namespace)" in told.stderr
    told = kubectl(*raw, text=json.dumps(pod("p")))
    assert told.returncode != 0 and "cannot be handled as a Namespace" in told.stderr
    kubectl.steps(
        ("!create role r --verb=get --resource=nonsense", 'the server doesn\'t have a resource type "nonsense"'),
        ("!create role r --verb=get --resource=rs.nonsense/scale", 'resource type "rs" in group "nonsense"'),
        ("!create quota q --hard=pods=1 --scopes=scope", 'spec.scopes: Invalid value: .*unsupported scope'),
        ("!create quota q --hard=hard=2",
         "spec.hard\\[hard\\]: Invalid value: \"hard\": must be a standard resource for quota"),
        ("!create priorityclass system-own --value=2000000001",
         "system-own|maximum allowed value of a user defined priority"),
        ("!create namespace Upper", "metadata.name: Invalid value"),
        ("!run p --image=UpperCase", "Invalid image name"))


def test_unknown_fields_by_the_level_of_validation(recent, tmp_path):
    made = manifest(deployment("d", replicas=0)).replace("replicas: 0", "replicas: 0\n  unknown: 1")
    (tmp_path / "d.yaml").write_text(made)
    create = f"create -f {tmp_path}/d.yaml"
    unknown = 'unknown field "spec.unknown"'
    recent.steps(
        (f"!{create}", "strict decoding error", unknown), (f"!{create} --validate", unknown),
        (f"!{create} --validate=strict", unknown),
        (f"{create} --validate=warn", "^Warning: ", unknown, "deployment.apps/d created"), "delete deployment d",
        (f"{create} --validate=ignore", "!Warning", "created"), "delete deployment d",
        (f"{create} --validate=false", "!Warning", "created"),
        (f"!{create} --validate=foo", 'invalid - validate option "foo"'))


def test_files_of_all_forms(recent, tmp_path):
    def of(kind, *items):
        return {"apiVersion": "v1", "kind": kind, "items": list(items)}
    forms = {
        "documents.yaml": manifest(config_map("a"), service("a")),
        "list.json": json.dumps(of("List", config_map("b"), deployment("b", replicas=0))),
        "kinds.json": json.dumps(of("ConfigMapList", config_map("c"), config_map("d"))),
        "following.json": json.dumps(config_map("e")) + json.dumps(service("e"))}
    for name, text in forms.items():
        (tmp_path / name).write_text(text)
    recent.steps(
        (f"create -f {tmp_path}", *[f"configmap/{name} created" for name in "abcde"], "service/e created"),
        (f"get -f {tmp_path} -o name", "^service/a$", "^deployment.apps/b$", "^configmap/d$"),
        (f"label -f {tmp_path} labeled=yes", "service/e labeled"),
        (f"annotate -f {tmp_path} noted=yes", "configmap/d annotated"))
    # kubectl replaces what it reads a moment before.
    recent.plane.rolled(recent.namespace, "b")
    recent.steps(
        (f"replace -f {tmp_path}", "configmap/c replaced", "deployment.apps/b replaced", "service/a replaced"),
        ("get configmap a -o jsonpath={.metadata.labels}", r"\A\Z"),
        (f"describe -f {tmp_path}", "^Name: +e$"),
        (f"delete -f {tmp_path}", 'configmap "a" deleted', 'service "e" deleted'))


def test_one_broken_file_among_others(recent, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "one.yaml").write_text(manifest(pod("one")))
    (tmp_path / "deep/two.yaml").write_text(manifest(pod("two")))
    (tmp_path / "deep/broken.yaml").write_text("apiVersion: v1\nmetadata: {name: three}\n")
    flags = f"-R -f {tmp_path}"
    recent.steps(
        (f"!create {flags}", "pod/one created", "pod/two created", "kind not set"),
        (f"!label {flags} a=b", "pod/one labeled", "Object 'Kind' is missing"),
        (f"!patch {flags} -p '{{\"metadata\":{{\"labels\":{{\"c\":\"d\"}}}}}}'", "pod/two patched",
         "Object 'Kind' is missing"),
        (f"!describe {flags}", "c=d", "Object 'Kind' is missing"),
        (f"!get {flags} -o jsonpath={{.items[*].metadata.labels.a}}", "b b"),
        (f"!delete {flags} --grace-period=0 --force", 'pod "one" force deleted', "Object 'Kind' is missing"),
        ("get pods", "No resources"))


def test_objects_are_edited_before_they_are_made(recent, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i s/plain/edited/g \"$1\"\n")
    editor.chmod(0o755)
    (tmp_path / "two.yaml").write_text(manifest(config_map("plain"), service("plain")))
    told = recent.succeed("create", "--edit", "-f", tmp_path / "two.yaml", environment={"KUBE_EDITOR": str(editor)})
    assert "configmap/edited created" in told and "service/edited created" in told
    cancelled = recent("create", "--edit", "-f", tmp_path / "two.yaml", environment={"KUBE_EDITOR": "cat"})
    assert "Edit cancelled" in cancelled.stdout + cancelled.stderr
    recent.steps(
        ("get service/edited -o jsonpath={.spec.selector.app}", "^edited$"), ("!get configmap plain", "not found"),
                 ("!create --raw /api/v1/namespaces -f x --edit", "raw and --edit are mutually exclusive"))


def test_raw_bodies(recent):
    maps = f"/api/v1/namespaces/{recent.namespace}/configmaps"
    assert '"uid"' in recent.succeed("create", "--raw", maps, "-f", "-", text=json.dumps(config_map("m")))
    told = recent.succeed("replace", "--raw", f"{maps}/m", "-f", "-", text=json.dumps(config_map("m", a="1")))
    assert json.loads(told)["data"] == {"a": "1"}
    recent.steps((f"delete --raw {maps}/m", '"status":"Success"'), ("!get configmap m", "not found"))
    review = {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": {
        "user": "u", "resourceAttributes": {"verb": "get", "resource": "pods"}}}
    told = recent.succeed("create", "-f", "-", "-o", "json", "--validate=false", text=json.dumps(review))
    assert json.loads(told)["status"]["allowed"] is False


def test_configuration_is_saved_when_asked_for(recent, tmp_path):
    (tmp_path / "p.yaml").write_text(manifest(pod("p", image="example.com/web:1")))
    note = "get {} -o jsonpath={{.metadata.annotations.kubectl\\\\.kubernetes\\\\.io/last-applied-configuration}}"
    recent.steps(
        f"create -f {tmp_path}/p.yaml --save-config", (note.format("pod/p"), '"image":"example.com/web:1"'),
        "run q --image=example.com/web --save-config", (note.format("pod/q"), '"kind":"Pod"'),
        "expose pod q --port=80 --save-config", (note.format("service/q"), '"port":80'),
        "create configmap m", (note.format("configmap/m"), r"\A\Z"))


def test_run_and_expose(recent):
    recent.steps(
        ("run r --image=example.com/web --port=80 --expose --dry-run=server", "service/r created",
         r"pod/r created \(server dry run\)"),
        ("get pods,services", "No resources"),
        ("run r --image=example.com/web --port=80 --expose --env=A=b --labels=run=r --command -- serve x",
         "service/r created", "pod/r created"),
        ("get service r -o jsonpath={.spec.ports[0].port}{.spec.selector}", '^80{"run":"r"}$'),
        ("get pod r -o jsonpath={.spec.containers[0].command}{.spec.containers[0].env}",
         r'^\["serve","x"\]\[{"name":"A","value":"b"}\]$'),
        ("expose pod r --port=1000 --target-port=80 --type=NodePort --name=e --overrides='{\"metadata\":{\"annotations\":{\"a\":\"b\"}}}'",
         "exposed"),
        ("get service e -o jsonpath={.metadata.annotations}{.spec.ports[0].targetPort}", '^{"a":"b"}80$'),
        ("get service e --show-managed-fields -o jsonpath={.metadata.managedFields[*].manager}", "^kubectl-expose$"),
        ("expose service e --port=443 --name=e2", "service/e2 exposed"), ("expose service e --name=e3", "exposed"),
        ("get service e2 e3 -o jsonpath={.items[*].spec.ports[*].port}", "^443 1000$"),
        ("!expose node n1", "cannot expose a Node"),
        (f"!expose pod r --port=80 --name={'long' * 16}", "metadata.name: Invalid value"))


def test_tokens(recent):
    recent.steps("create serviceaccount a")
    recent.apply(pod("p", serviceAccountName="a"))
    token = recent.succeed("create", "token", "a", "--duration=20m", "--audience=one", "--bound-object-kind=Pod",
                           "--bound-object-name=p").strip()
    claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    assert claims["aud"] == ["one"] and claims["exp"] - claims["iat"] == 1200
    assert claims["kubernetes.io"]["pod"]["name"] == "p"
    recent.steps(("!create token nobody", 'serviceaccounts "nobody" not found'),
                 ("create token a -o yaml", "kind: TokenRequest", "expirationTimestamp"))
