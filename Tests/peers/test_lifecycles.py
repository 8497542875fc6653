"""Kinds with ways of their own, as upstream's conformance tests use them.

(kubernetes/kubernetes: test/e2e/auth/certificates.go, test/e2e/apimachinery/events.go, watch.go,
test/e2e/instrumentation/events.go, test/e2e/auth/service_accounts.go, test/integration/apiserver/apiserver_test.go.)
"""
import base64
import concurrent.futures
import json
import subprocess
import time

import pytest
from control import shared
from cluster import eventually
from writers import deployment, writer

REQUESTS = "/apis/certificates.k8s.io/v1/certificatesigningrequests"


@pytest.fixture(scope="module")
def signing(tmp_path_factory):
    """A certificate request and a certificate, in base64 as objects hold them."""
    folder = tmp_path_factory.mktemp("signing")
    key = ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
           folder / "key", "-subj", "/CN=e2e.example.com"]
    found = []
    for name, more in [("csr", []), ("crt", ["-x509", "-days", "1"])]:
        subprocess.run(key + more + ["-out", folder / name], check=True, capture_output=True)
        found.append(base64.b64encode((folder / name).read_bytes()).decode())
    return found


def test_a_certificate_is_asked_for_approved_and_given(writer, signing):
    request, certificate = signing
    signer = f"example.com/{writer.namespace}"
    template = {"metadata": {"generateName": "e2e-example-csr-"}, "spec": {
        "request": request, "signerName": signer, "expirationSeconds": 3600,
        "usages": ["digital signature", "key encipherment", "server auth"]}}
    made = [writer.post(REQUESTS, template) for _ in range(3)][-1]
    own = f"{REQUESTS}/{made['metadata']['name']}"

    def listed():
        return writer.client.get(REQUESTS, params={"fieldSelector": f"spec.signerName={signer}"}).json()["items"]

    assert len(listed()) == 3 and made["spec"]["expirationSeconds"] == 3600
    for part in ("", "/approval", "/status"):
        assert writer.get(own + part)["metadata"]["uid"] == made["metadata"]["uid"]
    approval = writer.patch(f"{own}/approval", {
        "metadata": {"annotations": {"patchedapproval": "true"}},
        "status": {"conditions": [{"type": "ApprovalPatch", "status": "True", "reason": "e2e"}]}})
    assert [c["type"] for c in approval["status"]["conditions"]] == ["ApprovalPatch"]
    assert approval["metadata"]["annotations"] == {"patchedapproval": "true"}
    approval["status"]["conditions"].append(
        {"type": "Approved", "status": "True", "reason": "E2E", "message": "Set from an e2e test"})
    approved = writer.put(f"{own}/approval", approval)
    assert [c["type"] for c in approved["status"]["conditions"]] == ["ApprovalPatch", "Approved"]
    given = writer.patch(f"{own}/status", {
        "metadata": {"annotations": {"patchedstatus": "true"}}, "status": {"certificate": certificate}})
    assert given["status"]["certificate"] == certificate and given["metadata"]["annotations"]["patchedstatus"] == "true"
    given["status"]["conditions"].append({"type": "StatusUpdate", "status": "True", "reason": "E2E", "message": "Set"})
    assert [c["type"] for c in writer.put(f"{own}/status", given)["status"]["conditions"]] == [
        "ApprovalPatch", "Approved", "StatusUpdate"]
    writer.send("DELETE", own, {}, 200)
    assert writer.client.get(own).status_code == 404 and len(listed()) == 2
    writer.send("DELETE", REQUESTS, {}, 200, fieldSelector=f"spec.signerName={signer}")
    assert listed() == []


def test_events_are_told_by_both_groups(writer):
    newer = f"/apis/events.k8s.io/v1/namespaces/{writer.namespace}/events"
    older = f"{writer.core}/events"
    event = {
        "metadata": {"name": "event-test", "labels": {"testevent-constant": "true"}}, "action": "Do", "reason": "Test",
        "reportingController": "test-controller", "reportingInstance": "test-node", "type": "Normal",
        "eventTime": "2017-09-19T13:49:16.000000Z", "note": "This is event-test",
        "regarding": {"namespace": writer.namespace}}
    writer.post(newer, event)
    for path in (newer, older, "/apis/events.k8s.io/v1/events", "/api/v1/events"):
        listed = writer.client.get(path, params={"labelSelector": "testevent-constant=true"}).json()["items"]
        assert "event-test" in {e["metadata"]["name"] for e in listed}
    for selector in ("reportingController=test-controller", "reportingController=some-controller"):
        found = writer.client.get(newer, params={"fieldSelector": selector}).json()["items"]
        assert len(found) == (selector.endswith("test-controller"))
    series = {"count": 2, "lastObservedTime": "2014-09-19T13:49:16.000000Z"}
    assert writer.patch(f"{newer}/event-test", {"series": series}, kind="strategic")["series"] == series
    found = writer.get(f"{newer}/event-test")
    found["series"] = {"count": 100, "lastObservedTime": "2014-09-19T13:49:16.000000Z"}
    assert writer.put(f"{newer}/event-test", found)["series"]["count"] == 100
    told = writer.get(f"{older}/event-test")
    assert (told["message"], told["source"], told["reportingComponent"]) == ("This is event-test", {}, "test-controller")
    writer.send("DELETE", f"{newer}/event-test", {}, 200)
    for number in range(3):
        writer.post(newer, event | {"metadata": {"name": f"e-{number}", "labels": {"testevent-set": "true"}}})
    writer.send("DELETE", newer, {}, 200, labelSelector="testevent-set=true")
    assert writer.client.get(older, params={"labelSelector": "testevent-set=true"}).json()["items"] == []


def test_each_namespace_has_the_authority_and_an_account(writer):
    path = f"{writer.core}/configmaps/kube-root-ca.crt"
    first = eventually(lambda: (lambda a: a.json() if a.status_code == 200 else None)(writer.client.get(path)))
    assert "BEGIN CERTIFICATE" in first["data"]["ca.crt"]
    writer.send("DELETE", path, {}, 200)
    eventually(lambda: writer.get(path).get("data") == first["data"])
    writer.patch(path, {"data": {"ca.crt": "", "more": "x"}})
    eventually(lambda: writer.get(path)["data"] == first["data"])
    account = f"{writer.core}/serviceaccounts/default"
    uid = writer.get(account)["metadata"]["uid"]
    writer.send("DELETE", account, {}, 200)
    eventually(lambda: writer.get(account)["metadata"].get("uid", uid) != uid)


def test_an_account_is_changed_and_its_token_reviewed(writer):
    accounts = f"{writer.core}/serviceaccounts"
    writer.post(accounts, {"metadata": {"name": "sa", "labels": {"own": "sa"}}, "automountServiceAccountToken": False})
    patched = writer.patch(f"{accounts}/sa", {"automountServiceAccountToken": True}, kind="strategic")
    assert patched["automountServiceAccountToken"] is True
    token = writer.post(f"{accounts}/sa/token", {"spec": {"audiences": ["https://kubernetes.default.svc"]}})
    review = writer.post("/apis/authentication.k8s.io/v1/tokenreviews", {
        "spec": {"token": token["status"]["token"], "audiences": token["spec"]["audiences"]}})
    assert review["status"]["authenticated"] is True and "error" not in review["status"]
    user = review["status"]["user"]
    assert user["username"] == f"system:serviceaccount:{writer.namespace}:sa"
    assert user["groups"] == ["system:serviceaccounts", f"system:serviceaccounts:{writer.namespace}", "system:authenticated"]
    bad = writer.post("/apis/authentication.k8s.io/v1/tokenreviews", {"spec": {"token": "none"}})
    assert bad["status"].get("authenticated") is not True
    writer.send("DELETE", accounts, {}, 200, labelSelector="own=sa")
    assert writer.client.get(f"{accounts}/sa").status_code == 404
    # Its token went with it.
    gone = writer.post("/apis/authentication.k8s.io/v1/tokenreviews", {"spec": {"token": token["status"]["token"]}})
    assert gone["status"].get("authenticated") is not True


def events(writer, path, count, **query):
    """The first events of a watch: type, name, and the object."""
    told = []
    with writer.client.stream("GET", path, params={"watch": "1", "timeoutSeconds": "60"} | query) as answer:
        assert answer.status_code == 200
        for line in answer.iter_lines():
            told.append(json.loads(line))
            if len(told) == count:
                break
    return [(e["type"], e["object"]["metadata"]["name"], e["object"]) for e in told]


def test_a_watch_follows_its_selector_and_goes_on_where_it_ended(writer):
    maps = f"{writer.core}/configmaps"
    label = {"watch-this-configmap": "label-changed-and-restored"}
    selector = {"labelSelector": "watch-this-configmap=label-changed-and-restored"}
    start = writer.get(maps)["metadata"]["resourceVersion"]
    made = writer.post(maps, {"metadata": {"name": "m", "labels": label}})

    def mutate(number):
        return writer.patch(f"{maps}/m", {"data": {"mutation": str(number)}})

    mutate(1)
    writer.patch(f"{maps}/m", {"metadata": {"labels": {"watch-this-configmap": "wrong-value"}}})
    mutate(2)
    restored = writer.patch(f"{maps}/m", {"metadata": {"labels": label}})
    mutate(3)
    writer.send("DELETE", f"{maps}/m", {}, 200)
    told = events(writer, maps, 6, resourceVersion=start, **selector)
    assert [what for what, _, _ in told] == ["ADDED", "MODIFIED", "DELETED", "ADDED", "MODIFIED", "DELETED"]
    # As it was when it left the selection, at the version at which it did.
    assert told[2][2]["data"] == {"mutation": "1"} and told[2][2]["metadata"]["labels"] == label
    assert int(told[2][2]["metadata"]["resourceVersion"]) > int(told[1][2]["metadata"]["resourceVersion"])
    assert told[3][2]["metadata"]["resourceVersion"] == restored["metadata"]["resourceVersion"]
    assert told[3][2]["data"] == {"mutation": "2"}
    # From any of its events the same follows.
    for seen in range(5):
        version = told[seen][2]["metadata"]["resourceVersion"]
        assert events(writer, maps, 5 - seen, resourceVersion=version, **selector) == told[seen + 1:]
    assert made["metadata"]["uid"] == told[-1][2]["metadata"]["uid"]


def test_watches_that_begin_at_any_time_tell_one_order(writer):
    """test/e2e/apimachinery/watch.go: concurrent watches see the events of concurrent writers in the same order."""
    maps = f"{writer.core}/configmaps"
    label = {"from": "writers"}

    def follow(start):
        query = {"watch": "1", "timeoutSeconds": "300", "resourceVersion": start, "labelSelector": "from=writers"}
        told = []
        with writer.client.stream("GET", maps, params=query, timeout=300) as answer:
            for line in answer.iter_lines():
                event = json.loads(line)
                metadata = event["object"]["metadata"]
                told.append((event["type"], metadata["name"], metadata["resourceVersion"]))
                if metadata["name"] == "last":
                    return told

    def write(number):
        for _ in range(8):
            name = f"cm-{number}"
            writer.post(maps, {"metadata": {"name": name, "labels": label}})
            writer.patch(f"{maps}/{name}", {"data": {"changed": "yes"}})
            writer.send("DELETE", f"{maps}/{name}", {}, 200)

    start = writer.get(maps)["metadata"]["resourceVersion"]
    with concurrent.futures.ThreadPoolExecutor(24) as pool:
        watches = [(start, pool.submit(follow, start))]
        writers = [pool.submit(write, number) for number in range(4)]
        while not all(each.done() for each in writers):
            version = writer.get(maps)["metadata"]["resourceVersion"]
            if len(watches) < 16:
                watches.append((version, pool.submit(follow, version)))
            time.sleep(0.05)
        for each in writers:
            each.result()
        writer.post(maps, {"metadata": {"name": "last", "labels": label}})
        whole = watches[0][1].result()
        assert len(whole) == 4 * 8 * 3 + 1
        assert [int(at) for _, _, at in whole] == sorted(int(at) for _, _, at in whole)
        for begun, told in watches:
            assert told.result() == [event for event in whole if int(event[2]) > int(begun)]


@pytest.mark.parametrize("query", [{}, {"resourceVersion": "0"}])
@pytest.mark.parametrize("older", [False, True])
def test_one_object_is_watched_in_the_older_way_too(writer, older, query):
    own = f"/api/v1/namespaces/{writer.namespace}"
    for text in ("update-v1", "update-v2"):
        writer.patch(own, {"metadata": {"annotations": {"e2e-watch-namespace": text}}})
    now = writer.get(own)
    told = (events(writer, own.replace("/v1/", "/v1/watch/"), 1, **query) if older else
            events(writer, "/api/v1/namespaces", 1, fieldSelector=f"metadata.name={writer.namespace}", **query))
    assert told == [("ADDED", writer.namespace, now)]


def test_a_deletion_says_whether_it_is_done_to_whom_asked_for_all(writer):
    """202 for what goes later, where the older way to ask for dependents was used."""
    sets = f"{writer.apps}/replicasets"
    body = deployment() | {"kind": "ReplicaSet", "metadata": {"generateName": "rs-"}}
    older = {"kind": "DeleteOptions", "apiVersion": "v1", "orphanDependents": False}
    for finalizers, options, status in [([], {}, 200), (["kube.io/held"], {}, 200), ([], older, 200),
                                        (["kube.io/held"], older, 202)]:
        made = writer.post(sets, body | {"metadata": {"generateName": "rs-", "finalizers": finalizers}})
        writer.send("DELETE", f"{sets}/{made['metadata']['name']}", options, status)


@pytest.mark.parametrize("path", [
    "/", "/healthz", "/openapi/v2", "/api", "/api/v1", "/apis", "/apis/apps", "/apis/apps/v1", "/api/v1/namespaces",
    "/apis/apps/v1/deployments", "/api/v1/namespaces?watch=1&timeoutSeconds=1", "/api/v1/none"])
def test_no_answer_is_kept_by_those_between(writer, path):
    assert writer.client.get(path).headers["cache-control"] == "no-cache, private"


@pytest.mark.parametrize("match", ["", "NotOlderThan"])
def test_whatever_is_at_hand_has_no_pages(writer, match):
    for number in range(3):
        writer.post(f"{writer.core}/secrets", {"metadata": {"name": f"s-{number}"}})
    query = {"limit": "2", "resourceVersion": "0"} | ({"resourceVersionMatch": match} if match else {})
    assert len(writer.client.get(f"{writer.core}/secrets", params=query).json()["items"]) == 3


@pytest.mark.parametrize("namespaced, selector, count", [
    (False, "metadata.name=foo", 2), (False, "metadata.name=foo,metadata.name=bar", 0),
    (False, "metadata.name=foo,metadata.namespace=NS", 1), (True, "metadata.name=foo,metadata.namespace=NS", 1),
    (True, "metadata.name=foo,metadata.namespace=other", 0), (True, "metadata.name=foo,metadata.namespace=", 0)])
def test_names_are_selected_in_one_namespace_or_all(writer, namespaced, selector, count):
    other = f"{writer.namespace}-other"
    writer.post("/api/v1/namespaces", {"metadata": {"name": other}})
    for namespace in (writer.namespace, other):
        for name in ("foo", "bar"):
            writer.post(f"/api/v1/namespaces/{namespace}/secrets", {
                "metadata": {"name": name}, "type": f"a/{writer.namespace}"})
    path = f"{writer.core}/secrets" if namespaced else "/api/v1/secrets"
    found = writer.client.get(path, params={
        "fieldSelector": f"type=a/{writer.namespace}," + selector.replace("NS", writer.namespace)}).json()["items"]
    assert len(found) == count
