"""Who goes with whom, and who stays: as upstream's conformance and integration tests have it.

(kubernetes/kubernetes: test/e2e/apimachinery/garbage_collector.go, test/integration/garbagecollector.)
"""
import json

from cluster import eventually
from control import shared
from writers import writer

HELD = "example.com/held"
# The controller looks for new kinds every 30 s.
NEW_KIND_SECONDS = 120


def owner(value, kind="ConfigMap", version="v1", **more):
    return {"apiVersion": version, "kind": kind, "name": value["metadata"]["name"], "uid": value["metadata"]["uid"]} | more


def made(writer, name, *owners, at=None, **metadata):
    return writer.post(f"{at or writer.core}/configmaps", {
        "metadata": {"name": name, "ownerReferences": list(owners)} | metadata})


def delete(writer, path, propagation, status=200):
    writer.send("DELETE", path, {"propagationPolicy": propagation}, status)


def names(writer, path, of=None):
    items = writer.client.get(path).json()["items"]
    return {item["metadata"]["name"] for item in items if of is None or item["metadata"]["name"].startswith(of)}


def owners(writer, path):
    return [o["name"] for o in writer.get(path)["metadata"].get("ownerReferences", [])]


def gone(writer, path):
    return writer.client.get(path).status_code == 404


def replicas(writer, name, count=2):
    """A controller of pods that has made them."""
    writer.post(f"{writer.core}/replicationcontrollers", {"metadata": {"name": name}, "spec": {
        "replicas": count, "selector": {"name": name}, "template": {
            "metadata": {"labels": {"name": name}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}})

    def all_of_them():
        found = writer.client.get(f"{writer.core}/pods", params={"labelSelector": f"name={name}"}).json()["items"]
        return found if len(found) == count else None
    pods = eventually(all_of_them)
    return f"{writer.core}/replicationcontrollers/{name}", pods


def test_pods_go_with_their_controller(writer):
    path, _ = replicas(writer, "rc")
    delete(writer, path, "Background")
    eventually(lambda: gone(writer, path) and not names(writer, f"{writer.core}/pods"))


def test_orphans_stay_without_their_controller(writer):
    path, pods = replicas(writer, "rc")
    # As a client of old says it, and as it is where nothing is said.
    writer.send("DELETE", path, {}, 200)
    eventually(lambda: gone(writer, path))
    left = writer.client.get(f"{writer.core}/pods").json()["items"]
    assert {p["metadata"]["uid"] for p in left} == {p["metadata"]["uid"] for p in pods}
    assert not any(p["metadata"].get("ownerReferences") for p in left)


def test_a_controller_waits_for_its_pods(writer):
    path, pods = replicas(writer, "rc")
    held = f"{writer.core}/pods/{pods[0]['metadata']['name']}"
    writer.patch(held, {"metadata": {"finalizers": [HELD]}})
    delete(writer, path, "Foreground")
    eventually(lambda: len(names(writer, f"{writer.core}/pods")) == 1)
    waiting = writer.get(path)
    assert waiting["metadata"]["finalizers"] == ["foregroundDeletion"] and waiting["metadata"]["deletionTimestamp"]
    writer.patch(held, {"metadata": {"finalizers": None}})
    eventually(lambda: gone(writer, path) and gone(writer, held))


def test_who_has_another_owner_stays_and_holds_nobody_up(writer):
    leaving, staying = made(writer, "leaving"), made(writer, "staying")
    for number in range(6):
        both = [owner(staying)] if number % 2 else []
        made(writer, f"child-{number}", owner(leaving, blockOwnerDeletion=True), *both)
    delete(writer, f"{writer.core}/configmaps/leaving", "Foreground")
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/leaving"))
    eventually(lambda: names(writer, f"{writer.core}/configmaps", "child") == {"child-1", "child-3", "child-5"})
    assert {tuple(owners(writer, f"{writer.core}/configmaps/child-{n}")) for n in (1, 3, 5)} == {("staying",)}


def test_a_circle_of_owners_is_no_obstacle(writer):
    pods = {}
    for name in "abc":
        pods[name] = writer.post(f"{writer.core}/pods", {
            "metadata": {"name": name}, "spec": {"containers": [{"name": "c", "image": "i"}]}})
    for name, above in zip("abc", "cab"):
        writer.patch(f"{writer.core}/pods/{name}", {"metadata": {"ownerReferences": [
            owner(pods[above], "Pod", controller=True, blockOwnerDeletion=True)]}})
    delete(writer, f"{writer.core}/pods/a", "Foreground")
    eventually(lambda: not names(writer, f"{writer.core}/pods"))


def test_who_names_an_owner_that_never_was_goes(writer):
    made(writer, "stray", {"apiVersion": "v1", "kind": "ConfigMap", "name": "none", "uid": "doesn't matter"})
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/stray"))


def test_an_owner_is_found_where_the_reference_leads(writer):
    """By name, in the dependent's own namespace, or where there are none: an object of that uid elsewhere is not meant."""
    elsewhere = made(writer, "owner")
    other = f"{writer.core}-other"
    writer.post("/api/v1/namespaces", {"metadata": {"name": other.rsplit("/", 1)[1]}})
    made(writer, "owner", at=other)
    made(writer, "across", owner(elsewhere), at=other)
    made(writer, "misnamed", owner(elsewhere) | {"name": "another"})
    made(writer, "of-another-kind", owner(elsewhere, "Secret"))
    made(writer, "right", owner(elsewhere))
    # A kind that nobody serves may be anything.
    made(writer, "unknown", owner(elsewhere, "Toy", "toys.example.com/v1"))
    eventually(lambda: gone(writer, f"{other}/configmaps/across"))
    eventually(lambda: names(writer, f"{writer.core}/configmaps") & {"misnamed", "of-another-kind"} == set())
    assert {"owner", "right", "unknown"} <= names(writer, f"{writer.core}/configmaps")
    # What is in no namespace cannot be owned by what is in one, and stays.
    volume = writer.post("/api/v1/persistentvolumes", {
        "metadata": {"name": f"pv-{writer.namespace}", "ownerReferences": [owner(elsewhere)]},
        "spec": {"capacity": {"storage": "1Gi"}, "accessModes": ["ReadWriteOnce"], "hostPath": {"path": "/d"}}})
    made(writer, "of-volume", owner(volume, "PersistentVolume"))
    delete(writer, f"{writer.core}/configmaps/owner", "Background")
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/right"))
    assert writer.get(f"/api/v1/persistentvolumes/pv-{writer.namespace}")["metadata"].get("deletionTimestamp") is None
    assert not gone(writer, f"{writer.core}/configmaps/of-volume")
    delete(writer, f"/api/v1/persistentvolumes/pv-{writer.namespace}", "Background")
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/of-volume"))


def test_an_owner_may_be_named_in_any_version_of_its_group(writer):
    scaler = writer.post(f"/apis/autoscaling/v1/namespaces/{writer.namespace}/horizontalpodautoscalers", {
        "metadata": {"name": "h"}, "spec": {"scaleTargetRef": {"kind": "Deployment", "name": "d"}, "maxReplicas": 3}})
    made(writer, "child", owner(scaler, "HorizontalPodAutoscaler", "autoscaling/v1"))
    delete(writer, f"/apis/autoscaling/v2/namespaces/{writer.namespace}/horizontalpodautoscalers/h", "Background")
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/child"))


def test_custom_objects_own_and_are_owned(writer):
    group = "garbage.example.com"
    writer.post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", {
        "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
        "metadata": {"name": f"things.{group}"}, "spec": {
            "group": group, "scope": "Namespaced", "names": {"plural": "things", "kind": "Thing"}, "versions": [{
                "name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": {"type": "object"}}}]}})
    things = f"/apis/{group}/v1/namespaces/{writer.namespace}/things"
    eventually(lambda: writer.client.get(things).status_code == 200)

    def thing(name, *above):
        return writer.post(things, {"apiVersion": f"{group}/v1", "kind": "Thing",
                                    "metadata": {"name": name, "ownerReferences": list(above)}})

    def of(value):
        return owner(value, "Thing", f"{group}/v1")

    first, orphaning = thing("first"), thing("orphaning")
    thing("second", of(first))
    made(writer, "third", of(first))
    thing("kept", of(orphaning))
    thing("owned", owner(made(writer, "map")))
    delete(writer, f"{things}/orphaning", "Orphan")
    eventually(lambda: gone(writer, f"{things}/orphaning"), NEW_KIND_SECONDS)
    assert owners(writer, f"{things}/kept") == []
    delete(writer, f"{things}/first", "Background")
    delete(writer, f"{writer.core}/configmaps/map", "Foreground")
    eventually(lambda: names(writer, things) == {"kept"} and gone(writer, f"{writer.core}/configmaps/third"))
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/map"))


def test_a_second_deletion_says_anew_what_becomes_of_dependents(writer):
    above = made(writer, "above", finalizers=[HELD])
    made(writer, "below", owner(above, blockOwnerDeletion=True), finalizers=[HELD])
    path = f"{writer.core}/configmaps/above"
    delete(writer, path, "Foreground")
    eventually(lambda: writer.get(f"{writer.core}/configmaps/below")["metadata"].get("deletionTimestamp"))
    assert set(writer.get(path)["metadata"]["finalizers"]) == {HELD, "foregroundDeletion"}
    delete(writer, path, "Background")
    assert writer.get(path)["metadata"]["finalizers"] == [HELD]
    writer.patch(path, {"metadata": {"finalizers": None}})
    assert gone(writer, path)


def test_owners_that_stand_twice_are_kept_once(writer):
    above = owner(made(writer, "above"))
    answer = writer.client.post(f"{writer.core}/configmaps", json={
        "metadata": {"name": "below", "ownerReferences": [above, above]}})
    below = f"{writer.core}/configmaps/below"

    def told(answer, words):
        assert answer.json()["metadata"]["ownerReferences"] == [above]
        assert answer.headers.get("warning", "").startswith(
            f'299 - ".metadata.ownerReferences contains duplicate entries{words}; API server dedups owner references in')
        assert answer.headers["warning"].endswith(f'duplicate UID(s) observed: {above["uid"]}"')

    told(answer, "")
    twice = answer.json()
    twice["metadata"]["ownerReferences"] *= 2
    told(writer.client.put(below, json=twice), "")
    added = [{"op": "add", "path": "/metadata/ownerReferences/-", "value": above}]
    told(writer.client.patch(below, content=json.dumps(added), headers={"content-type": "application/json-patch+json"}),
         " after mutating admission happens")


def test_who_names_an_owner_in_another_namespace_is_told_and_goes(writer):
    elsewhere = f"{writer.namespace}-other"
    writer.post("/api/v1/namespaces", {"metadata": {"name": elsewhere}})
    master = made(writer, "master", at=f"/api/v1/namespaces/{elsewhere}")
    lost = made(writer, "lost", owner(master))
    eventually(lambda: gone(writer, f"{writer.core}/configmaps/lost"))
    found = eventually(lambda: [
        event for event in writer.get(f"{writer.core}/events")["items"] if event["reason"] == "OwnerRefInvalidNamespace"])
    assert len(found) == 1 and found[0]["type"] == "Warning"
    assert found[0]["involvedObject"] == {
        "kind": "ConfigMap", "apiVersion": "v1", "namespace": writer.namespace, "name": "lost",
        "uid": lost["metadata"]["uid"]}
    assert found[0]["message"] == (
        f"ownerRef [v1/ConfigMap, namespace: {writer.namespace}, name: master, uid: {master['metadata']['uid']}] does not "
        f'exist in namespace "{writer.namespace}"')
    assert not gone(writer, f"/api/v1/namespaces/{elsewhere}/configmaps/master")
