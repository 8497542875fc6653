"""TokenRequest in all its forms, as test/integration/auth/svcaccttoken_test.go asks for them."""
import base64
import json
import re

import pytest
from conftest import Server
from writers import Writer

LONGEST = 2 * 3600
REVIEWS = "/apis/authentication.k8s.io/v1/tokenreviews"
POD = {"metadata": {"name": "test-pod"}, "spec": {
    "serviceAccountName": "test-svcacct", "containers": [{"name": "c", "image": "nginx"}]}}


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    server = Server(
        tmp_path_factory.mktemp("tokens") / "data", "--api-audiences", "api", "--service-account-issuer",
        "https://foo.bar.example.com", "--service-account-max-token-expiration", f"{LONGEST}s").start()
    yield server
    server.stop()


class Account:
    """A ServiceAccount of a namespace of its own, and what is asked about it."""

    def __init__(self, writer):
        self.writer = writer
        self.namespace = writer.namespace
        self.path = f"{writer.core}/serviceaccounts/test-svcacct"
        self.uid = writer.post(f"{writer.core}/serviceaccounts", {"metadata": {"name": "test-svcacct"}})["metadata"]["uid"]

    def ask(self, metadata=None, status=201, warnings=(), **spec):
        body = {"spec": spec} | ({"metadata": metadata} if metadata else {})
        answer = self.writer.client.post(f"{self.path}/token", json=body)
        assert answer.status_code == status, answer.text
        assert re.findall(r'"([^"]*)"', answer.headers.get("warning", "")) == list(warnings)
        return answer.json()

    def make(self, plural, value):
        """An object of the namespace or, for nodes, of the cluster: its path and its UID."""
        folder = "/api/v1/nodes" if plural == "nodes" else f"{self.writer.core}/{plural}"
        made = self.writer.post(folder, value)
        return f"{folder}/{made['metadata']['name']}", made["metadata"]["uid"]

    def remove(self, path):
        self.writer.send("DELETE", path, {"gracePeriodSeconds": 0}, 200)

    def review(self, request, holds=True):
        status = self.writer.post(REVIEWS, {"spec": {"token": request["status"]["token"]}})["status"]
        assert ("error" in status, status.get("authenticated", False)) == (not holds, holds), status
        extra = status.get("user", {}).get("extra", {})
        extra.pop("authentication.kubernetes.io/credential-id", None)
        return extra


@pytest.fixture
def account(shared):
    writer = Writer(shared)
    yield Account(writer)
    writer.client.close()


def claims(request):
    payload = request["status"]["token"].split(".")[1]
    return json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))


def test_the_account_is_meant_by_name_namespace_and_uid(account):
    assert "must match the service account name" in account.ask({"name": "invalid-name"}, 422)["message"]
    assert "does not match the namespace" in account.ask({"namespace": "invalid-namespace"}, 400)["message"]
    wrong = account.ask({"uid": "wrong-uid-12345"}, 409)
    assert wrong["message"] == (
        'Operation cannot be fulfilled on TokenRequest.authentication.k8s.io "test-svcacct": the UID in the token request '
        f"(wrong-uid-12345) does not match the UID of the service account ({account.uid})")
    for metadata in (None, {"uid": account.uid}, {"name": "test-svcacct", "namespace": account.namespace}):
        granted = account.ask(metadata, audiences=["api"])["metadata"]
        assert (granted["name"], granted["namespace"], granted["uid"]) == ("test-svcacct", account.namespace, account.uid)
        assert granted["creationTimestamp"]
    assert account.writer.client.post(f"{account.path}-2/token", json={}).status_code == 404


def test_a_token_ends_with_its_account(account):
    request = account.ask(audiences=["api"])
    said = claims(request)
    assert said["sub"] == f"system:serviceaccount:{account.namespace}:test-svcacct"
    assert (said["aud"], said["iss"]) == (["api"], "https://foo.bar.example.com")
    assert said["kubernetes.io"] == {
        "namespace": account.namespace, "serviceaccount": {"name": "test-svcacct", "uid": account.uid}}
    assert account.review(request) == {}
    account.remove(account.path)
    account.review(request, holds=False)


@pytest.mark.parametrize("kind, plural, value", [
    ("Pod", "pods", POD), ("Secret", "secrets", {"metadata": {"name": "test-secret"}}),
    ("Node", "nodes", {"metadata": {"name": "test-node"}})])
def test_a_token_ends_with_what_it_is_bound_to(account, kind, plural, value):
    name = value["metadata"]["name"]
    bound = {"kind": kind, "apiVersion": "v1", "name": name}
    assert account.ask(status=404, boundObjectRef=bound)["details"]["kind"] == plural
    path, uid = account.make(plural, value)
    account.ask(audiences=["api"], boundObjectRef=bound | {"uid": uid})
    wrong = account.ask(status=409, audiences=["api"], boundObjectRef=bound | {"uid": "wrong"})
    assert wrong["message"].startswith(f'Operation cannot be fulfilled on {kind} "{name}": the UID in the bound object')
    request = account.ask(audiences=["api"], boundObjectRef=bound)
    private = claims(request)["kubernetes.io"]
    assert private.pop(kind.lower()) == {"name": name, "uid": uid}
    assert set(private) == {"namespace", "serviceaccount"}
    extra = account.review(request)
    if kind != "Secret":
        prefix = f"authentication.kubernetes.io/{kind.lower()}"
        assert extra == {f"{prefix}-name": [name], f"{prefix}-uid": [uid]}
    account.remove(path)
    account.review(request, holds=False)
    # Another of the same name is another.
    path, _ = account.make(plural, value)
    account.review(request, holds=False)
    account.remove(path)


@pytest.mark.parametrize("exists", [False, True])
def test_a_token_of_a_placed_pod_names_its_node(account, exists):
    _, pod = account.make("pods", POD | {"spec": POD["spec"] | {"nodeName": "some-node"}})
    node = account.make("nodes", {"metadata": {"name": "some-node"}}) if exists else None
    request = account.ask(audiences=["api"], boundObjectRef={"kind": "Pod", "apiVersion": "v1", "name": "test-pod"})
    named = {"name": "some-node"} | ({"uid": node[1]} if exists else {})
    assert claims(request)["kubernetes.io"]["node"] == named
    prefix = "authentication.kubernetes.io"
    assert account.review(request) == {
        f"{prefix}/pod-name": ["test-pod"], f"{prefix}/pod-uid": [pod], f"{prefix}/node-name": ["some-node"],
    } | ({f"{prefix}/node-uid": [node[1]]} if exists else {})
    if exists:
        account.remove(node[0])


def test_what_cannot_be_bound_to(account):
    account.writer.post(f"{account.writer.core}/serviceaccounts", {"metadata": {"name": "other"}})
    account.make("pods", POD | {"spec": POD["spec"] | {"serviceAccountName": "other"}})
    refused = account.ask(status=400, boundObjectRef={"kind": "Pod", "apiVersion": "v1", "name": "test-pod"})
    assert refused["message"] == (
        'cannot bind token for serviceaccount "test-svcacct" to pod running with different serviceaccount name.')
    refused = account.ask(status=400, boundObjectRef={"kind": "Deployment", "apiVersion": "apps/v1", "name": "d"})
    assert refused["message"] == "cannot bind token to object of type apps/v1, Kind=Deployment"


def lifetime(request):
    said = claims(request)
    return said["exp"] - said["iat"], said["kubernetes.io"].get("warnafter", said["iat"]) - said["iat"]


def test_how_long_a_token_lives(account):
    account.make("pods", POD)
    bound = {"kind": "Pod", "apiVersion": "v1", "name": "test-pod"}
    plain = account.ask(expirationSeconds=LONGEST - 600)
    assert (plain["spec"]["expirationSeconds"], lifetime(plain)) == (LONGEST - 600, (LONGEST - 600, 0))
    # Those of pods are accepted longer than is said, for clients that never ask for another.
    extended = account.ask(audiences=["api"], expirationSeconds=3607, boundObjectRef=bound)
    assert (extended["spec"]["expirationSeconds"], lifetime(extended)) == (3607, (LONGEST, 3607))
    # But not where others accept them too.
    foreign = account.ask(audiences=["not-the-api", "api"], expirationSeconds=3607, boundObjectRef=bound)
    assert (foreign["spec"]["expirationSeconds"], lifetime(foreign)) == (3607, (3607, 0))
    long = account.ask(
        warnings=[f"requested expiration of {LONGEST + 600} seconds shortened to {LONGEST} seconds"],
        expirationSeconds=LONGEST + 600)
    assert (long["spec"]["expirationSeconds"], lifetime(long)) == (LONGEST, (LONGEST, 0))
    for seconds, why in ((599, "less than 10 minutes"), (2 ** 32 + 1, "larger than 2^32 seconds")):
        assert f"may not specify a duration {why}" in account.ask(status=422, expirationSeconds=seconds)["message"]


def test_whom_a_token_is_for(account):
    own = account.ask()
    assert claims(own)["aud"] == own["spec"]["audiences"] == ["api"]
    account.review(own)
    account.review(account.ask(audiences=["not-the-api"]), holds=False)
    assert account.ask(audiences=["api"])["status"]["expirationTimestamp"].endswith("Z")


def test_an_account_with_the_deprecated_annotation_warns_and_its_pods_do_not(account):
    mark = "kubernetes.io/enforce-mountable-secrets"
    answer = account.writer.client.post(f"{account.writer.core}/serviceaccounts", json={
        "metadata": {"name": "marked", "annotations": {mark: "true"}}})
    assert answer.status_code == 201
    assert (f"metadata.annotations[{mark}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted "
            "secrets") in answer.headers["warning"]
    pod = POD | {"spec": POD["spec"] | {"serviceAccountName": "marked"}}
    assert "warning" not in account.writer.client.post(f"{account.writer.core}/pods", json=pod).headers
