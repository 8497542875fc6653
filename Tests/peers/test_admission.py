"""The cluster's own rules about what may be written, in the words that clients know from kube-apiserver."""
import base64
import json
import ssl
import subprocess

import httpx
import pytest
from conftest import Server

RBAC = "/apis/rbac.authorization.k8s.io/v1"
MERGE = {"content-type": "application/merge-patch+json"}


class Api:
    """The server as its administrator sees it, or somebody whom he acts as."""

    def __init__(self, server):
        trust = ssl.create_default_context(cafile=server.pki("ca.crt"))
        trust.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
        self.client = httpx.Client(verify=trust, base_url=server.url, timeout=60)

    def send(self, method, path, body=None, user=None, groups=(), headers=()):
        fields = list(dict(headers).items()) + ([("impersonate-user", user)] if user else [])
        fields += [("impersonate-group", group) for group in groups]
        if body is not None and not headers:
            fields.append(("content-type", "application/json"))
        return self.client.request(
            method, path, content=None if body is None else json.dumps(body), headers=fields)

    def make(self, path, body, **how):
        answer = self.send("POST", path, body, **how)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def patch(self, path, body, **how):
        return self.send("PATCH", path, body, headers=MERGE, **how)

    def refuses(self, words, *request, **how):
        answer = self.send(*request, **how)
        assert (answer.status_code, answer.json()["message"]) == (403, words)

    def give(self, user, *rules):
        """Rights everywhere: (group, resources, verbs, names)."""
        self.make(f"{RBAC}/clusterroles", {"metadata": {"name": f"of-{user}"}, "rules": [
            {"apiGroups": [group], "resources": resources, "verbs": verbs, **({"resourceNames": names} if names else {})}
            for group, resources, verbs, names in rules]})
        self.make(f"{RBAC}/clusterrolebindings", {
            "metadata": {"name": f"of-{user}"},
            "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": f"of-{user}"},
            "subjects": [{"kind": "User", "name": user, "apiGroup": "rbac.authorization.k8s.io"}]})

    def namespace(self, name, **labels):
        self.make("/api/v1/namespaces", {"metadata": {"name": name, "labels": labels}})
        self.make(f"/api/v1/namespaces/{name}/serviceaccounts", {"metadata": {"name": "default"}})


@pytest.fixture
def api(server):
    return Api(server)


def pod(name, **spec):
    return {"metadata": {"name": name}, "spec": {"containers": [{"name": "c", "image": "i"}], **spec}}


PODS = "/api/v1/namespaces/a/pods"


def test_owners_need_rights_to_what_they_own_and_are(tmp_path):
    running = Server(
        tmp_path / "data", "--enable-admission-plugins", "OwnerReferencesPermissionEnforcement").start()
    try:
        api, maps = Api(running), "/api/v1/namespaces/a/configmaps"
        api.namespace("a")
        api.give("ann", ("", ["configmaps"], ["create", "get", "update", "patch"], []))
        owner = {"apiVersion": "apps/v1", "kind": "Deployment", "name": "d", "uid": "u"}
        api.make(maps, {"metadata": {"name": "c", "ownerReferences": [owner]}}, user="ann")
        refused = api.patch(f"{maps}/c", {"metadata": {"ownerReferences": None}}, user="ann")
        assert refused.json()["message"] == (
            'configmaps "c" is forbidden: cannot set an ownerRef on a resource you can\'t delete: , <nil>')
        blocking = {"metadata": {"name": "e", "ownerReferences": [{**owner, "blockOwnerDeletion": True}]}}
        api.refuses(
            'configmaps "e" is forbidden: cannot set blockOwnerDeletion if an ownerReference refers to a resource you '
            "can't set finalizers on: , <nil>", "POST", maps, blocking, user="ann")
        api.give("bob", ("", ["configmaps"], ["create"], []), ("apps", ["deployments/finalizers"], ["update"], ["d"]))
        api.make(maps, blocking, user="bob")
    finally:
        running.stop()


def test_a_plugin_that_is_not_known_keeps_the_server_from_starting(tmp_path):
    from conftest import BINARIES
    done = subprocess.run(
        [BINARIES / "apus", "apiserver", "--data-dir", tmp_path, "--disable-admission-plugins", "Foo"],
        capture_output=True, text=True, timeout=60)
    assert done.returncode != 0
    assert 'disable-admission-plugins plugin "Foo" is unknown' in done.stderr


def request_of(folder, subject):
    subprocess.run(
        ["openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout", folder / "k", "-subj", subject, "-out",
         folder / "r"], check=True, capture_output=True)
    return base64.b64encode((folder / "r").read_bytes()).decode()


def test_signers_are_given_to_those_who_approve_and_sign(api, tmp_path):
    path, signer = "/apis/certificates.k8s.io/v1/certificatesigningrequests", "kubernetes.io/kube-apiserver-client"
    spec = {"signerName": signer, "usages": ["client auth"]}
    api.refuses(
        f'certificatesigningrequests.certificates.k8s.io "m" is forbidden: use of {signer} signer with system:masters '
        "group is not allowed", "POST", path,
        {"metadata": {"name": "m"}, "spec": {**spec, "request": request_of(tmp_path, "/O=system:masters/CN=x")}})
    made = api.send(
        "POST", path, {"metadata": {"name": "m"}, "spec": {
            **spec, "request": request_of(tmp_path, "/O=ops/CN=x"), "username": "liar", "extra": {"a": ["b"]}}},
        user="ann", groups=["system:masters"],
        headers={"content-type": "application/json", "impersonate-uid": "77", "impersonate-extra-foo": "bar"}).json()
    assert {key: made["spec"][key] for key in ("username", "uid", "groups", "extra")} == {
        "username": "ann", "uid": "77", "groups": ["system:masters", "system:authenticated"], "extra": {"foo": ["bar"]}}
    approval = {"status": {"conditions": [{"type": "Approved", "status": "True", "reason": "x"}]}}
    writes = ("certificates.k8s.io", [f"certificatesigningrequests/{part}" for part in ("approval", "status")],
              ["update", "patch"], [])
    api.give("cat", writes)
    assert api.patch(f"{path}/m/approval", approval, user="cat").json()["message"].endswith(
        f'user not permitted to approve requests with signerName "{signer}"')
    assert api.patch(
        f"{path}/m/status", {"status": {"conditions": [{"type": "Failed", "status": "True"}]}}, user="cat"
    ).json()["message"].endswith(f'user not permitted to sign requests with signerName "{signer}"')
    api.give("dan", writes, ("certificates.k8s.io", ["signers"], ["approve"], ["kubernetes.io/*"]))
    assert api.patch(f"{path}/m/approval", approval, user="dan").status_code == 200


def test_a_runtime_class_says_what_it_takes_and_where_it_runs(api):
    api.namespace("a")
    api.make("/apis/node.k8s.io/v1/runtimeclasses", {
        "metadata": {"name": "rc"}, "handler": "h", "overhead": {"podFixed": {"cpu": "10m"}},
        "scheduling": {"nodeSelector": {"k": "v"}}})
    api.refuses('pods "p" is forbidden: pod rejected: RuntimeClass "none" not found', "POST", PODS,
                pod("p", runtimeClassName="none"))
    made = api.make(PODS, pod("p", runtimeClassName="rc"))
    assert (made["spec"]["overhead"], made["spec"]["nodeSelector"]) == ({"cpu": "10m"}, {"k": "v"})
    api.refuses('pods "q" is forbidden: pod rejected: Pod\'s Overhead doesn\'t match RuntimeClass\'s defined Overhead',
                "POST", PODS, pod("q", runtimeClassName="rc", overhead={"cpu": "20m"}))
    api.refuses('pods "q" is forbidden: pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead',
                "POST", PODS, pod("q", overhead={"cpu": "20m"}))


def test_only_bound_claims_of_classes_that_let_them_grow(api):
    api.namespace("a")
    claims = "/api/v1/namespaces/a/persistentvolumeclaims"
    grown = {"spec": {"resources": {"requests": {"storage": "2Gi"}}}}
    for name in ("no", "yes"):
        api.make("/apis/storage.k8s.io/v1/storageclasses", {
            "metadata": {"name": name}, "provisioner": "x", "allowVolumeExpansion": name == "yes"})
        api.make(claims, {"metadata": {"name": name}, "spec": {
            "storageClassName": name, "accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}})
        assert api.patch(f"{claims}/{name}", grown).status_code == 422
        api.patch(f"{claims}/{name}/status", {"status": {"phase": "Bound", "capacity": {"storage": "1Gi"}}})
    assert api.patch(f"{claims}/no", grown).json()["message"] == (
        'persistentvolumeclaims "no" is forbidden: only dynamically provisioned pvc can be resized and the storageclass '
        "that provisions the pvc must support resize")
    assert api.patch(f"{claims}/yes", grown).status_code == 200


def test_a_namespace_names_the_version_whose_checks_are_made(api):
    label = "pod-security.kubernetes.io"
    answer = api.send("POST", "/api/v1/namespaces", {"metadata": {"name": "b", "labels": {f"{label}/enforce-version": "1.2"}}})
    assert (answer.status_code, answer.json()["message"]) == (
        422, f'Namespace "b" is invalid: metadata.labels[{label}/enforce-version]: Invalid value: "1.2": must be "latest" '
        'or "v1.x"')
    api.namespace("a", **{f"{label}/enforce": "restricted", f"{label}/enforce-version": "v1.7"})
    words = 'runAsNonRoot != true (pod or container "c" must set securityContext.runAsNonRoot=true)'
    api.refuses(f'pods "p" is forbidden: violates PodSecurity "restricted:v1.7": {words}', "POST", PODS, pod("p"))
    job = api.send("POST", "/apis/batch/v1/namespaces/a/jobs", {
        "metadata": {"name": "j"}, "spec": {"template": {"spec": pod("p", restartPolicy="Never")["spec"]}}})
    quoted = words.replace('"', '\\"')
    assert job.headers["warning"] == f'299 - "would violate PodSecurity \\"restricted:v1.7\\": {quoted}"'
    api.make(PODS, pod("p", securityContext={"runAsNonRoot": True}))


def test_an_account_may_limit_what_its_pods_mount(api):
    api.namespace("a")
    api.make("/api/v1/namespaces/a/serviceaccounts", {
        "metadata": {"name": "w", "annotations": {"kubernetes.io/enforce-mountable-secrets": "true"}},
        "secrets": [{"name": "ok"}]})
    uses = [{"name": "v", "secret": {"secretName": "s"}}]
    api.refuses(
        'pods "p" is forbidden: volume with secret.secretName="s" is not allowed because service account w does not '
        "reference that secret", "POST", PODS, pod("p", serviceAccountName="w", volumes=uses))
    uses[0]["secret"]["secretName"] = "ok"
    api.make(PODS, pod("p", serviceAccountName="w", volumes=uses))


def test_a_quota_of_which_no_use_is_known_lets_nothing_in(api):
    api.namespace("a")
    api.make("/api/v1/namespaces/a/resourcequotas", {"metadata": {"name": "q"}, "spec": {"hard": {"pods": "1"}}})
    api.patch("/api/v1/namespaces/a/resourcequotas/q/status", {"status": {"hard": {"pods": "1"}}})
    api.refuses('pods "p" is forbidden: status unknown for quota: q, resources: pods', "POST", PODS, pod("p"))


def test_nothing_is_done_to_what_is_in_a_namespace_that_ends(api):
    api.namespace("a")
    api.make(PODS, pod("p"))
    assert api.send("DELETE", "/api/v1/namespaces/a").status_code == 200
    words = "unable to create new content in namespace a because it is being terminated"
    api.refuses(f'pods "p" is forbidden: {words}', "POST", f"{PODS}/p/eviction", {"metadata": {"name": "p"}})
    api.refuses(f'serviceaccounts "default" is forbidden: {words}', "POST",
                "/api/v1/namespaces/a/serviceaccounts/default/token", {})
    missing = api.send("POST", "/api/v1/namespaces/z/serviceaccounts/default/token", {})
    assert (missing.status_code, missing.json()["message"]) == (404, 'namespaces "z" not found')


def test_a_binding_brings_a_pod_what_is_known_of_its_node(api):
    api.namespace("a")
    api.make("/api/v1/nodes", {"metadata": {"name": "n", "labels": {"topology.kubernetes.io/zone": "z", "x": "y"}}})
    api.make(PODS, pod("p"))
    binding = {"metadata": {"name": "p", "annotations": {"k": "v"}}, "target": {"kind": "Node", "name": "n"}}
    api.make(f"{PODS}/p/binding", binding)
    bound = api.send("GET", f"{PODS}/p").json()
    assert bound["metadata"]["labels"] == {"topology.kubernetes.io/zone": "z"}
    assert bound["metadata"]["annotations"] == {"k": "v"}
    again = api.send("POST", f"{PODS}/p/binding", binding)
    assert (again.status_code, again.json()["message"]) == (
        409, 'Operation cannot be fulfilled on pods/binding "p": pod p is already assigned to node "n"')
    other = api.send("POST", f"{PODS}/p/binding", {**binding, "metadata": {"name": "q"}})
    assert (other.status_code, other.json()["message"]) == (400, "name in URL does not match name in Binding object")
    nameless = api.send("POST", f"{PODS}/p/binding", {**binding, "target": {"kind": "Pod"}})
    assert (nameless.status_code, nameless.json()["message"]) == (
        500, '[target.kind: Unsupported value: "Pod": supported values: "Node", "<empty>", target.name: Required value]')


def test_the_servers_own_service_leads_to_it(api, server):
    service = api.send("GET", "/api/v1/namespaces/default/services/kubernetes").json()
    assert service["spec"]["ports"][0]["targetPort"] == server.port
    endpoints = api.send("GET", "/api/v1/namespaces/default/endpoints/kubernetes")
    if endpoints.status_code == 404:
        pytest.skip("this machine has no address but loopback")
    endpoints = endpoints.json()
    address = endpoints["subsets"][0]["addresses"][0]["ip"]
    assert endpoints["metadata"]["labels"] == {"endpointslice.kubernetes.io/skip-mirror": "true"}
    assert endpoints["subsets"] == [
        {"addresses": [{"ip": address}], "ports": [{"name": "https", "port": server.port, "protocol": "TCP"}]}]
    piece = api.send("GET", "/apis/discovery.k8s.io/v1/namespaces/default/endpointslices/kubernetes").json()
    assert piece["metadata"]["labels"] == {"kubernetes.io/service-name": "kubernetes"}
    assert piece["endpoints"] == [{"addresses": [address], "conditions": {"ready": True}}]
    assert piece["ports"] == [{"name": "https", "port": server.port, "protocol": "TCP"}]
