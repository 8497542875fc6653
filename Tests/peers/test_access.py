"""Who may do what, as kubectl, OpenSSL and PyJWT see it."""
import base64
import datetime
import json
import ssl
import subprocess

import grpc
import httpx
import jwt
import pytest
from cluster import eventually
from components import Component
from conftest import Server, outside_address
from stubs import stubs


class Kubectl:
    """kubectl as one user of a server."""

    def __init__(self, server, *flags):
        self.server = server
        self.flags = flags

    def run(self, *arguments, text=None):
        done = subprocess.run(
            ["kubectl", "--kubeconfig", str(self.server.kubeconfig), "--request-timeout=60s", *self.flags, *arguments],
            input=text, capture_output=True, text=True, timeout=150)
        return done.returncode, done.stdout, done.stderr

    def __call__(self, *arguments, text=None):
        code, out, err = self.run(*arguments, text=text)
        assert code == 0, f"kubectl {' '.join(arguments)}: {err}"
        return out

    def refused(self, *arguments, text=None):
        code, _, err = self.run(*arguments, text=text)
        assert code != 0, f"kubectl {' '.join(arguments)} was let through"
        return err

    def acting_as(self, user, *groups):
        return Kubectl(self.server, f"--as={user}", *(f"--as-group={group}" for group in groups))


@pytest.fixture
def kubectl(server):
    return Kubectl(server)


def manifest(kind, name, **rest):
    return json.dumps(
        {"apiVersion": "rbac.authorization.k8s.io/v1", "kind": kind, "metadata": {"name": name, **rest.pop("metadata", {})},
         **rest})


def send(server, method, path, token=None, body=None):
    """A request without a client certificate."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    with httpx.Client(verify=context, http2=True, timeout=60) as http:
        return http.request(method, server.url + path, headers=headers, json=body)


def get(server, path, token=None):
    return send(server, "GET", path, token)


def post(server, path, body, token=None):
    return send(server, "POST", path, token, body)


# Authentication


def test_nobody_sees_health_and_version_and_nothing_else(server):
    for path in ("/livez", "/readyz", "/healthz", "/version"):
        assert get(server, path).status_code == 200, path
    for path in ("/readyz/etcd", "/livez/ping", "/api", "/apis", "/metrics", "/openapi/v3", "/api/v1/nodes", "/api/v1/namespaces/default/secrets/x"):
        answer = get(server, path)
        assert answer.status_code == 403, path
        assert 'User "system:anonymous" cannot' in answer.json()["message"]
    assert get(server, "/api/v1/nodes", token="wrong").status_code == 401
    assert get(server, "/api/v1/nodes", token="a.b.c").status_code == 401


def test_anonymous_requests_can_be_switched_off(tmp_path):
    server = Server(tmp_path / "data", "--anonymous-auth=false").start()
    try:
        assert get(server, "/readyz").status_code == 200
        assert get(server, "/api").status_code == 401
    finally:
        server.stop()


def test_users_of_the_token_file_have_the_rights_of_their_groups(tmp_path):
    file = tmp_path / "tokens.csv"
    file.write_text('root-token,root,1,"system:masters"\nann-token,ann,2\n')
    server = Server(tmp_path / "data", "--token-auth-file", str(file)).start()
    try:
        assert get(server, "/api/v1/nodes", token="root-token").status_code == 200
        refused = get(server, "/api/v1/nodes", token="ann-token")
        assert refused.status_code == 403
        assert 'User "ann" cannot list resource "nodes"' in refused.json()["message"]
        who = post(server, "/apis/authentication.k8s.io/v1/selfsubjectreviews", {}, token="ann-token").json()
        assert who["status"]["userInfo"] == {"username": "ann", "uid": "2", "groups": ["system:authenticated"]}
        assert get(server, "/api", token="ann-toke").status_code == 401
    finally:
        server.stop()


def test_bootstrap_tokens_end_with_their_secret(server, kubectl):
    def secret(**data):
        return json.dumps({
            "apiVersion": "v1", "kind": "Secret", "type": "bootstrap.kubernetes.io/token",
            "metadata": {"name": "bootstrap-token-abcdef", "namespace": "kube-system"},
            "stringData": {"token-id": "abcdef", "token-secret": "0123456789abcdef", **data}})

    def who():
        return post(
            server, "/apis/authentication.k8s.io/v1/selfsubjectreviews", {}, token="abcdef.0123456789abcdef")

    assert who().status_code == 401
    kubectl("apply", "-f", "-", text=secret(**{"usage-bootstrap-authentication": "true"}))
    # Authentication hears of Secrets a moment later.
    info = eventually(lambda: (told := who()).status_code == 201 and told.json())["status"]["userInfo"]
    assert info["username"] == "system:bootstrap:abcdef"
    assert "system:bootstrappers" in info["groups"]
    kubectl("delete", "-n", "kube-system", "secret", "bootstrap-token-abcdef")
    assert who().status_code == 401


def test_tokens_of_service_accounts(server, kubectl):
    kubectl("create", "namespace", "app")
    kubectl("create", "-n", "app", "serviceaccount", "web")
    token = kubectl("create", "token", "-n", "app", "web", "--duration=20m").strip()

    # What it says, verified with the keys that the server publishes.
    assert get(server, "/openid/v1/jwks").status_code == 403
    keys = get(server, "/openid/v1/jwks", token=token)
    assert keys.headers["content-type"] == "application/jwk-set+json"
    discovery = get(server, "/.well-known/openid-configuration", token=token).json()
    # Where others reach the server, though this one listens on loopback alone.
    assert discovery["jwks_uri"] == f"https://{outside_address() or '127.0.0.1'}:{server.port}/openid/v1/jwks"
    key = jwt.PyJWKSet.from_dict(keys.json())[jwt.get_unverified_header(token)["kid"]]
    claims = jwt.decode(token, key, algorithms=["ES256"], issuer=discovery["issuer"], audience=discovery["issuer"])
    uid = json.loads(kubectl("get", "-n", "app", "serviceaccount", "web", "-o", "json"))["metadata"]["uid"]
    assert claims["sub"] == "system:serviceaccount:app:web"
    assert claims["kubernetes.io"] == {"namespace": "app", "serviceaccount": {"name": "web", "uid": uid}}
    assert claims["exp"] - claims["iat"] == 1200

    # Who it is to the server, as itself and as others ask.
    who = post(server, "/apis/authentication.k8s.io/v1/selfsubjectreviews", {}, token=token).json()["status"]["userInfo"]
    assert who["username"] == "system:serviceaccount:app:web"
    assert who["groups"] == ["system:serviceaccounts", "system:serviceaccounts:app", "system:authenticated"]
    review = kubectl("create", "-o", "json", "-f", "-", text=json.dumps({
        "apiVersion": "authentication.k8s.io/v1", "kind": "TokenReview", "spec": {"token": token}}))
    status = json.loads(review)["status"]
    assert status["authenticated"] is True and status["user"]["uid"] == uid

    # Rights come and go with bindings; the token goes with its account.
    assert get(server, "/api/v1/namespaces/app/pods", token=token).status_code == 403
    kubectl("create", "-n", "app", "role", "read", "--verb=list", "--resource=pods")
    kubectl("create", "-n", "app", "rolebinding", "read", "--role=read", "--serviceaccount=app:web")
    assert get(server, "/api/v1/namespaces/app/pods", token=token).status_code == 200
    assert get(server, "/api/v1/pods", token=token).status_code == 403
    kubectl("delete", "-n", "app", "rolebinding", "read")
    assert get(server, "/api/v1/namespaces/app/pods", token=token).status_code == 403
    kubectl("delete", "-n", "app", "serviceaccount", "web")
    assert get(server, "/api", token=token).status_code == 401


def test_a_token_can_be_bound_to_a_pod_or_meant_for_others(server, kubectl):
    kubectl("create", "-n", "default", "serviceaccount", "default")
    kubectl("run", "p", "--image=example.com/none", "--restart=Never")
    bound = kubectl("create", "token", "default", "--bound-object-kind=Pod", "--bound-object-name=p").strip()
    assert get(server, "/api", token=bound).status_code == 200
    kubectl("delete", "pod", "p", "--force", "--grace-period=0")
    assert get(server, "/api", token=bound).status_code == 401
    foreign = kubectl("create", "token", "default", "--audience=vault").strip()
    assert get(server, "/api", token=foreign).status_code == 401
    error = kubectl.refused("create", "token", "default", "--duration=5m")
    assert "may not specify a duration less than 10 minutes" in error
    assert "not found" in kubectl.refused("create", "token", "nobody")


def test_forged_tokens_prove_nobody(server, kubectl):
    kubectl("create", "serviceaccount", "web")
    token = kubectl("create", "token", "web").strip()
    header, payload, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))

    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    forged = [
        f"{part({'alg': 'none'})}.{payload}.", f"{header}.{part({**claims, 'sub': 'system:admin'})}.{signature}",
        f"{header}.{payload}.", f"{header}.{payload}.{signature}.{signature}", token + "A",
        jwt.encode(claims, "secret" * 8, algorithm="HS256"),
        jwt.encode(claims, (server.folder / "pki/sa.pub").read_bytes().hex(), algorithm="HS256"),
    ]
    for text in forged:
        assert get(server, "/api", token=text).status_code == 401, text
    assert get(server, "/api", token=token).status_code == 200


# Authorization


def test_can_i_whoami_and_acting_as_others(kubectl):
    ann = kubectl.acting_as("ann", "ops")
    assert kubectl("auth", "can-i", "*", "*").strip() == "yes"
    assert ann.run("auth", "can-i", "list", "pods")[1].strip() == "no"
    kubectl("create", "clusterrole", "reader", "--verb=get,list", "--resource=pods,pods/log")
    kubectl("create", "rolebinding", "ops", "--clusterrole=reader", "--group=ops")
    assert ann("auth", "can-i", "list", "pods").strip() == "yes"
    assert ann.run("auth", "can-i", "list", "pods", "-n", "kube-system")[1].strip() == "no"
    assert ann("auth", "can-i", "get", "pods", "--subresource=log").strip() == "yes"
    assert ann("auth", "can-i", "get", "/version").strip() == "yes"
    listed = ann("auth", "can-i", "--list")
    rows = [line.split() for line in listed.splitlines()]
    assert ["pods/log", "[]", "[]", "[get", "list]"] in rows
    assert any(row[0] == "selfsubjectreviews.authentication.k8s.io" for row in rows)
    assert any("[/healthz]" in row for row in rows)
    assert ["*.*", "[]", "[]", "[*]"] in [line.split() for line in kubectl("auth", "can-i", "--list").splitlines()]
    code, out, err = ann.run("auth", "whoami", "-o", "json")
    if "unknown command" not in err:
        assert json.loads(out)["status"]["userInfo"] == {"username": "ann", "groups": ["ops", "system:authenticated"]}
    assert "forbidden" in ann.refused("get", "nodes")
    ann("get", "pods")


def test_nobody_gives_away_what_he_has_not(kubectl):
    kubectl("create", "rolebinding", "ann", "--clusterrole=boss", "--user=ann")
    kubectl("apply", "-f", "-", text=manifest("ClusterRole", "boss", rules=[
        {"apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles", "rolebindings"],
         "verbs": ["create", "get", "update", "patch"]},
        {"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "list"]}]))
    ann = kubectl.acting_as("ann")
    ann("create", "role", "some", "--verb=get", "--resource=pods")
    error = ann.refused("create", "role", "more", "--verb=get,delete", "--resource=pods")
    assert 'roles.rbac.authorization.k8s.io "more" is forbidden: user "ann" (groups=["system:authenticated"]) is attempting ' \
        "to grant RBAC permissions not currently held:" in error
    assert '{APIGroups:[""], Resources:["pods"], Verbs:["delete"]}' in error
    ann("create", "rolebinding", "some", "--role=some", "--user=bob")
    error = ann.refused("create", "rolebinding", "boss", "--clusterrole=cluster-admin", "--user=ann")
    assert 'rolebindings.rbac.authorization.k8s.io "boss" is forbidden' in error
    assert "not found" in ann.refused("create", "rolebinding", "gone", "--clusterrole=gone", "--user=ann")
    kubectl("create", "role", "binder", "--verb=bind", "--resource=clusterroles", "--resource-name=view")
    kubectl("create", "rolebinding", "binder", "--role=binder", "--user=ann")
    ann("create", "rolebinding", "view", "--clusterrole=view", "--user=carl")


def test_the_binary_face_asks_the_same_questions(server, kubectl):
    made = stubs()
    credentials = grpc.ssl_channel_credentials(open(server.pki("ca.crt"), "rb").read())
    messages, pods = made.cluster, {"version": "v1", "resource": "pods"}
    key = {"namespace": "default", "name": "x"}

    def refused(call, *arguments, code=grpc.StatusCode.PERMISSION_DENIED, **more):
        with pytest.raises(grpc.RpcError) as error:
            answer = call(*arguments, **more)
            list(answer)
        assert error.value.code() == code
        return error.value.details()

    kubectl("create", "serviceaccount", "web")
    token = kubectl("create", "token", "web").strip()
    web = [("authorization", f"Bearer {token}")]
    with grpc.secure_channel(f"localhost:{server.port}", credentials) as channel:
        cluster = made.services.ClusterStub(channel)
        listing = messages.ListRequest(resource=pods, namespace="default")
        assert 'User "system:anonymous" cannot list resource "pods"' in refused(cluster.List, listing)
        refused(cluster.List, listing, metadata=[("authorization", "Bearer x")], code=grpc.StatusCode.UNAUTHENTICATED)
        for call, request in [
            (cluster.Get, messages.GetRequest(resource=pods, key=key)), (cluster.List, listing),
            (cluster.Create, messages.CreateRequest(resource=pods, namespace="default")),
            (cluster.Update, messages.UpdateRequest(resource=pods, key=key)),
            (cluster.Patch, messages.PatchRequest(resource=pods, key=key)),
            (cluster.Delete, messages.DeleteRequest(resource=pods, key=key)),
            (cluster.Watch, messages.WatchRequest(resource=pods, namespace="default")),
        ]:
            assert 'User "system:serviceaccount:default:web" cannot' in refused(call, request, metadata=web)
        kubectl("create", "role", "read", "--verb=get,list,watch", "--resource=pods")
        kubectl("create", "rolebinding", "read", "--role=read", "--serviceaccount=default:web")
        assert list(cluster.List(listing, metadata=web).objects) == []
        refused(cluster.Get, messages.GetRequest(resource=pods, key=key), metadata=web, code=grpc.StatusCode.NOT_FOUND)
        watch = cluster.Watch(
            messages.WatchRequest(resource=pods, namespace="default", initial_events=True), metadata=web, timeout=60)
        next(iter(watch))
        watch.cancel()
        refused(cluster.Delete, messages.DeleteRequest(resource=pods, key=key), metadata=web)
        refused(cluster.List, listing, metadata=[*web, ("impersonate-user", "ann")])


def test_roles_and_bindings_are_validated_and_printed(kubectl):
    refused = kubectl.refused("apply", "-f", "-", text=manifest("Role", "r", rules=[{"verbs": [], "resources": ["pods"]}]))
    assert "rules[0].verbs: Required value: verbs must contain at least one value" in refused
    assert "rules[0].apiGroups: Required value: resource rules must supply at least one api group" in refused
    refused = kubectl.refused("apply", "-f", "-", text=manifest("RoleBinding", "b", roleRef={
        "apiGroup": "x", "kind": "Pod", "name": "r"}, subjects=[{"kind": "Dog", "name": "d"}]))
    assert 'roleRef.kind: Unsupported value: "Pod": supported values: "Role", "ClusterRole"' in refused
    assert 'subjects[0].kind: Unsupported value: "Dog": supported values: "ServiceAccount", "User", "Group"' in refused
    kubectl("create", "clusterrolebinding", "a", "--clusterrole=view", "--user=u", "--group=g", "--serviceaccount=n:s")
    header, row = kubectl("get", "clusterrolebinding", "a", "-o", "wide").splitlines()
    assert header.split() == ["NAME", "ROLE", "AGE", "USERS", "GROUPS", "SERVICEACCOUNTS"]
    cells = row.split()
    assert cells[:2] + cells[3:] == ["a", "ClusterRole/view", "u", "g", "n/s"]
    assert kubectl("get", "clusterrole", "view").splitlines()[0].split() == ["NAME", "CREATED", "AT"]


def test_the_bootstrap_policy_is_made_whole_at_each_start(tmp_path):
    server = Server(tmp_path / "data").start()
    try:
        kubectl = Kubectl(server)
        before = kubectl("get", "clusterroles,clusterrolebindings,roles,rolebindings", "-A", "-o", "name").split()
        for name in ("clusterrole.rbac.authorization.k8s.io/cluster-admin",
                     "clusterrolebinding.rbac.authorization.k8s.io/system:node-proxier",
                     "role.rbac.authorization.k8s.io/system:controller:bootstrap-signer"):
            assert name in before
        kubectl("delete", "clusterrole", "system:basic-user", "system:kube-scheduler")
        kubectl("annotate", "--overwrite", "clusterrole", "system:monitoring",
                "rbac.authorization.kubernetes.io/autoupdate=false")
        kubectl("patch", "clusterrole", "system:monitoring", "--type=merge", "-p", '{"rules":[]}')
        kubectl("patch", "clusterrole", "system:discovery", "--type=merge", "-p", '{"rules":[]}')
        server.stop()
        server.start()
        kubectl("get", "clusterrole", "system:basic-user", "system:kube-scheduler")
        assert "rules" not in json.loads(kubectl("get", "clusterrole", "system:monitoring", "-o", "json")) or not json.loads(
            kubectl("get", "clusterrole", "system:monitoring", "-o", "json"))["rules"]
        assert json.loads(kubectl("get", "clusterrole", "system:discovery", "-o", "json"))["rules"]
        assert get(server, "/api", token=None).status_code == 403
    finally:
        server.stop()


def test_always_allow_asks_nobody_for_rights_but_for_who_they_are(tmp_path):
    server = Server(tmp_path / "data", "--authorization-mode=AlwaysAllow").start()
    try:
        kubectl = Kubectl(server)
        assert kubectl.acting_as("ann")("get", "nodes") == ""
        assert get(server, "/api/v1/nodes").status_code == 401
    finally:
        server.stop()


# Nodes


@pytest.fixture
def node(server, kubectl):
    """kubectl as the kubelet of n1, and a pod of its with a Secret."""
    kubectl("create", "serviceaccount", "default")
    for name in ("mine", "other"):
        kubectl("create", "secret", "generic", name, "--from-literal=a=b")
    kubectl("apply", "-f", "-", text=json.dumps({
        "apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "spec": {
            "nodeName": "n1", "containers": [{"name": "c", "image": "example.com/none"}],
            "volumes": [{"name": "v", "secret": {"secretName": "mine"}}]}}))
    return kubectl.acting_as("system:node:n1", "system:nodes")


def test_a_kubelet_reads_what_its_pods_need(node, kubectl):
    node("get", "secret", "mine")
    assert "no relationship found between node 'n1' and this object" in node.refused("get", "secret", "other")
    assert "No Object name found" in node.refused("get", "secrets")
    node("get", "pods", "-A", "--field-selector=spec.nodeName=n1")
    assert "can only list/watch pods with spec.nodeName field selector" in node.refused("get", "pods", "-A")
    another = kubectl.acting_as("system:node:n2", "system:nodes")
    assert "no relationship" in another.refused("get", "secret", "mine")
    uid = json.loads(kubectl("get", "pod", "p", "-o", "json"))["metadata"]["uid"]
    bound = ["--bound-object-kind=Pod", "--bound-object-name=p"]
    node("create", "token", "default", *bound, f"--bound-object-uid={uid}")
    assert "node requested token not bound to a pod" in node.refused("create", "token", "default")
    kubectl("delete", "pod", "p", "--force", "--grace-period=0")
    assert "no relationship" in node.refused("get", "secret", "mine")


def test_a_kubelet_writes_its_own_node_only(node, kubectl):
    def body(name, **labels):
        return json.dumps({"apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": labels}})

    node("create", "-f", "-", text=body("n1", **{"kubernetes.io/hostname": "n1"}))
    assert "is not allowed to modify node" in node.refused("create", "-f", "-", text=body("n2"))
    node("label", "node", "n1", "color=red")
    error = node.refused("label", "node", "n1", "node-restriction.kubernetes.io/secure=yes")
    assert "is not allowed to modify labels: node-restriction.kubernetes.io/secure" in error
    assert "is not allowed to modify taints" in node.refused("taint", "node", "n1", "a=b:NoSchedule")
    kubectl("create", "-f", "-", text=body("n2"))
    assert "cannot read 'n2', only its own Node object" in node.refused("get", "node", "n2")
    assert "mirror pods" in node.refused("run", "x", "--image=example.com/none")


def test_a_browser_shows_its_token_in_the_offer_of_a_websocket(server, kubectl):
    kubectl("create", "serviceaccount", "default", "-n", "default")
    kubectl("create", "clusterrolebinding", "all", "--clusterrole=cluster-admin", "--serviceaccount=default:default")
    token = kubectl("create", "token", "default").strip()
    offered = base64.urlsafe_b64encode(token.encode()).decode().rstrip("=")

    def opens(*protocols):
        context = ssl.create_default_context(cafile=server.pki("ca.crt"))
        with httpx.Client(verify=context, timeout=60) as http:
            return http.get(f"{server.url}/api/v1/namespaces/default/pods/none/exec?command=x&stdout=1", headers={
                "connection": "Upgrade", "upgrade": "websocket", "sec-websocket-version": "13",
                "sec-websocket-key": base64.b64encode(bytes(16)).decode(),
                "sec-websocket-protocol": ", ".join(protocols)}).status_code

    name = "base64url.bearer.authorization.k8s.io."
    assert opens("v5.channel.k8s.io", name + offered) == 404
    assert opens("v5.channel.k8s.io") == 403
    # Nothing would be left to choose, and another token proves nobody.
    assert opens(name + offered) == 401
    assert opens("v5.channel.k8s.io", name + "bm9uZQ") == 401


def test_a_secret_that_asks_for_a_token_gets_it_and_goes_with_its_account(server, kubectl, tmp_path):
    controllers = Component(
        tmp_path / "controllers.log", "controller-manager", "--kubeconfig", server.pki("controller-manager.kubeconfig"),
        "--service-account-private-key-file", server.pki("sa.key")).start()
    try:
        kubectl("create", "namespace", "a")
        kubectl("create", "serviceaccount", "w", "-n", "a")
        secret = {"apiVersion": "v1", "kind": "Secret", "type": "kubernetes.io/service-account-token", "metadata": {
            "name": "t", "namespace": "a", "annotations": {"kubernetes.io/service-account.name": "w"}}}
        kubectl("apply", "-f", "-", text=json.dumps(secret))
        data = eventually(lambda: json.loads(kubectl("get", "secret", "t", "-n", "a", "-o", "json")).get("data"))
        token = base64.b64decode(data["token"]).decode()
        assert base64.b64decode(data["namespace"]) == b"a"
        assert b"BEGIN CERTIFICATE" in base64.b64decode(data["ca.crt"])
        assert jwt.decode(token, options={"verify_signature": False})["sub"] == "system:serviceaccount:a:w"
        refused = send(server, "GET", "/api/v1/namespaces/a/pods", token)
        assert refused.status_code == 403
        assert 'User "system:serviceaccount:a:w"' in refused.json()["message"]
        labels = json.loads(kubectl("get", "secret", "t", "-n", "a", "-o", "json"))["metadata"]["labels"]
        used = datetime.date.fromisoformat(labels["kubernetes.io/legacy-token-last-used"])
        assert abs(used - datetime.datetime.now(datetime.timezone.utc).date()) <= datetime.timedelta(days=1)
        kubectl("label", "secret", "t", "-n", "a", "kubernetes.io/legacy-token-invalid-since=2020-01-01")
        eventually(lambda: send(server, "GET", "/api/v1/namespaces/a/pods", token).status_code == 401)
        kubectl("label", "secret", "t", "-n", "a", "kubernetes.io/legacy-token-invalid-since-")
        assert send(server, "GET", "/api/v1/namespaces/a/pods", token).status_code == 403
        kubectl("delete", "serviceaccount", "w", "-n", "a")
        eventually(lambda: "secret/t" not in kubectl("get", "secrets", "-n", "a", "-o", "name"))
        assert send(server, "GET", "/api/v1/namespaces/a/pods", token).status_code == 401
    finally:
        controllers.stop()
