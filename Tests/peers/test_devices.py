"""Claims to devices (resource.k8s.io): who may have and say what, and what becomes of parts that are not offered."""
import pytest
from test_admission import Api

GROUP = "/apis/resource.k8s.io/v1"
CLAIMS = f"{GROUP}/namespaces/a/resourceclaims"
EXACT = {"name": "r", "exactly": {"deviceClassName": "c"}}
RESULT = {"request": "r", "driver": "x.io", "pool": "n", "device": "d"}
USER = {"resource": "pods", "name": "p", "uid": "u"}


@pytest.fixture
def api(server):
    api = Api(server)
    api.namespace("a")
    return api


def claim(name="c", request=EXACT):
    return {"metadata": {"name": name}, "spec": {"devices": {"requests": [request]}}}


def causes(answer):
    assert answer.status_code == 422, answer.text
    return [(cause["field"], cause["message"]) for cause in answer.json()["details"]["causes"]]


def test_administrators_access_needs_a_label(api):
    request = {"name": "r", "exactly": {"deviceClassName": "c", "adminAccess": True}}
    words = ("Forbidden: admin access to devices requires the `resource.kubernetes.io/admin-access: true` label on the "
             "containing namespace")
    assert causes(api.send("POST", CLAIMS, claim(request=request))) == [("spec.devices.requests[0].adminAccess", words)]
    template = {"metadata": {"name": "t"}, "spec": {"spec": claim(request=request)["spec"]}}
    path = f"{GROUP}/namespaces/a/resourceclaimtemplates"
    assert causes(api.send("POST", path, template)) == [("spec.devices.requests[0].adminAccess", words)]
    api.patch("/api/v1/namespaces/a", {"metadata": {"labels": {"resource.kubernetes.io/admin-access": "true"}}})
    api.make(CLAIMS, claim(request=request))
    api.make(path, template)
    # An allocation that says so is granted under the same label.
    api.patch("/api/v1/namespaces/a", {"metadata": {"labels": {"resource.kubernetes.io/admin-access": None}}})
    allocation = {"status": {"allocation": {"devices": {"results": [{**RESULT, "adminAccess": True}]}}}}
    assert causes(api.patch(f"{CLAIMS}/c/status", allocation)) == [
        ("status.allocation.devices.results[0].adminAccess", words)]


def test_a_status_says_what_its_writers_may_say(api):
    api.make(CLAIMS, claim())
    api.give("driver", ("resource.k8s.io", ["resourceclaims/status"], ["patch"], None))
    allocation = {"status": {"allocation": {"devices": {"results": [RESULT]}}, "reservedFor": [USER]}}
    (field, words), = causes(api.patch(f"{CLAIMS}/c/status", allocation, user="driver"))
    assert field == "status" and words.startswith(
        "Forbidden: changing status.allocation or status.reservedFor requires resource=\"resourceclaims/binding\"")
    assert api.patch(f"{CLAIMS}/c/status", allocation).status_code == 200
    device = {key: RESULT[key] for key in ("driver", "pool", "device")}
    state = {"status": {"devices": [{**device, "networkData": {"ips": ["10.1.2.3/24"]}}]}}
    (field, words), = causes(api.patch(f"{CLAIMS}/c/status", state, user="driver"))
    assert field == "status.devices" and words.startswith(
        "Forbidden: changing status.devices requires resource=\"resourceclaims/driver\", verb=\"[arbitrary-node:update]\"")
    api.make("/apis/rbac.authorization.k8s.io/v1/clusterroles", {"metadata": {"name": "x"}, "rules": [{
        "apiGroups": ["resource.k8s.io"], "resources": ["resourceclaims/driver"], "resourceNames": ["x.io"],
        "verbs": ["arbitrary-node:update"]}]})
    api.make("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings", {
        "metadata": {"name": "x"}, "subjects": [{"kind": "User", "name": "driver"}],
        "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "x"}})
    found = api.patch(f"{CLAIMS}/c/status", state, user="driver").json()["status"]
    assert found["allocation"] == {"devices": {"results": [RESULT]}} and len(found["devices"]) == 1
    # What is given back takes along what was said of it.
    found = api.patch(f"{CLAIMS}/c/status", {"status": {"allocation": None, "reservedFor": None}}).json()
    assert not found.get("status")


def test_what_a_claim_wants_is_shown_in_go_names(api):
    api.make(CLAIMS, claim())
    (field, words), = causes(api.patch(f"{CLAIMS}/c", {"spec": {"devices": {"requests": None}}}))
    assert (field, words) == (
        "spec", 'Invalid value: {"Devices":{"Requests":null,"Constraints":null,"Config":null}}: field is immutable')


def test_parts_that_are_not_offered_are_dropped(api):
    body = {"metadata": {"name": "s"}, "spec": {
        "driver": "X.io", "nodeName": "n", "pool": {"name": "n", "resourceSliceCount": 1}, "devices": [{
            "name": "d", "attributes": {"a": {"string": "x", "ints": [1]}},
            "nodeAllocatableResourceMappings": {"cpu": {"allocationMultiplier": "2"}}}]}}
    made = api.send("POST", f"{GROUP}/resourceslices", body)
    assert made.status_code == 201, made.text
    assert made.json()["spec"]["devices"] == [{"name": "d", "attributes": {"a": {"string": "x"}}}]
    assert made.headers["warning"] == (
        '299 - "spec.driver: driver names should be lowercase; \\"X.io\\" contains uppercase characters"')
    body["metadata"]["name"] = "t"
    del body["spec"]["devices"][0]["attributes"]["a"]["string"]
    assert causes(api.send("POST", f"{GROUP}/resourceslices", body)) == [
        ("spec.devices[0].attributes[a]", 'Invalid value: "": exactly one value must be specified')]


@pytest.mark.parametrize("good,bad,expected", [
    (["a"], [], [("bindingFailureConditions",
                  "Invalid value: null: bindingFailureConditions are required to use bindingConditions")]),
    ([], ["a"], [("bindingConditions",
                  "Invalid value: null: bindingConditions are required to use bindingFailureConditions")]),
    (["a"], ["a"], [("bindingFailureConditions[0]",
                     'Invalid value: "a": bindingFailureConditions must not overlap with bindingConditions')]),
    (["a", "a"], ["b"], [("bindingConditions[1]", 'Duplicate value: "a"')]),
])
def test_conditions_for_binding_come_in_pairs(api, good, bad, expected):
    found = causes(api.send("POST", f"{GROUP}/resourceslices", {"metadata": {"name": "s"}, "spec": {
        "driver": "x.io", "nodeName": "n", "pool": {"name": "n", "resourceSliceCount": 1},
        "devices": [{"name": "d", "bindingConditions": good, "bindingFailureConditions": bad}]}}))
    assert found == [(f"spec.devices[0].{field}", words) for field, words in expected]
