"""Every combination of the options of a list, and what deletions answer, as upstream's integration tests hold them.

(kubernetes/kubernetes: test/integration/apiserver: apiserver_test.go TestListOptions, delete_with_result_test.go,
max_request_body_bytes_test.go, max_json_patch_operations_test.go, export_test.go.)
"""
import concurrent.futures
import itertools
import json
import time

import pytest
from cluster import eventually
from conftest import Server
from writers import KINDS, Writer, config_map, shared, version, writer

COUNT, PAGE = 10, 6


def expected(limit, token, revision, match):
    """The words of the refusal, or how many objects there are."""
    if not revision and match:
        return "resourceVersionMatch is forbidden unless resourceVersion is provided"
    if token and match:
        return "resourceVersionMatch is forbidden when continue is provided"
    if match == "InvalidMatch":
        return "supported values"
    if match == "Exact" and revision == "0":
        return 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'
    if token == "invalidContinueToken":
        return "continue key is not valid"
    if token and revision not in ("", "0"):
        return "specifying resource version is not allowed when using continue"
    if revision == "invalid":
        return "Invalid value"
    if token:
        return COUNT - PAGE
    return limit if limit and revision != "0" else COUNT


def test_all_options_of_a_list_together(writer):
    sets = f"{writer.apps}/replicasets"
    template = {"metadata": {"labels": {"name": "t"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}
    made = [writer.post(sets, {
        "metadata": {"name": f"test-{number}"},
        "spec": {"selector": {"matchLabels": {"name": "t"}}, "template": template}}) for number in range(COUNT)]
    token = writer.client.get(sets, params={"limit": PAGE}).json()["metadata"]["continue"]
    for limit, following, revision, match in itertools.product(
            (0, PAGE), ("", token, "invalidContinueToken"), ("", "0", version(made[-1]), "invalid"),
            ("", "NotOlderThan", "Exact", "InvalidMatch")):
        query = {"limit": limit, "continue": following, "resourceVersion": revision, "resourceVersionMatch": match}
        answer = writer.client.get(sets, params={name: value for name, value in query.items() if value})
        wanted = expected(limit, following, revision, match)
        if isinstance(wanted, str):
            assert answer.status_code >= 400 and wanted in answer.json()["message"], (query, answer.text)
        else:
            assert answer.status_code == 200, (query, answer.text)
            assert len(answer.json()["items"]) == wanted, query


def test_an_export_is_refused(writer):
    path = f"/api/v1/namespaces/{writer.namespace}"
    refused = writer.client.get(path, params={"export": "true"})
    assert (refused.status_code, refused.json()["message"]) == (
        400, "the export parameter, deprecated since v1.14, is no longer supported")
    assert writer.client.get(path, params={"export": "false"}).status_code == 200


def test_pages_go_on_over_a_history_that_is_gone(tmp_path):
    """test/e2e/apimachinery/chunking.go: what has been compacted away is said, with a token by which to go on."""
    server = Server(tmp_path / "data", "--compaction-interval", "500ms").start()
    try:
        each = Writer(server)
        templates, names = f"{each.core}/podtemplates", [f"template-{number:04}" for number in range(40)]
        for name in names:
            each.post(templates, {"metadata": {"name": name}, "template": {
                "metadata": {"labels": {"p": "t"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}})
        first = each.client.get(templates, params={"limit": 10}).json()
        token = first["metadata"]["continue"]

        def gone():
            each.patch(f"/api/v1/namespaces/{each.namespace}", {"metadata": {"labels": {"at": str(time.monotonic())}}})
            answer = each.client.get(templates, params={"limit": 10, "continue": token})
            return answer.status_code != 200 and answer

        refused = eventually(gone)
        assert (refused.status_code, refused.json()["reason"]) == (410, "Expired")
        found, last, token = 10, None, refused.json()["metadata"]["continue"]
        while token:
            page = each.client.get(templates, params={"limit": 10, "continue": token}).json()
            assert [item["metadata"]["name"] for item in page["items"]] == names[found:found + 10]
            assert version(page) != version(first) and version(page) == (last or version(page))
            found, last, token = found + 10, version(page), page["metadata"].get("continue")
            assert page["metadata"].get("remainingItemCount", 0) == len(names) - found
        assert found == len(names)
        each.client.close()
    finally:
        server.stop()


@pytest.mark.parametrize("path", ["/version", "/api/v1/namespaces", "/apis"])
def test_a_timeout_is_a_duration(writer, path):
    """test/e2e/apimachinery/request_timeout.go"""
    refused = writer.client.get(path, params={"timeout": "invalid"})
    assert (refused.status_code, refused.json()["message"]) == (
        400, 'invalid timeout specified in the request URL - time: invalid duration "invalid"')
    for timeout in ("3m", "0s", ""):
        assert writer.client.get(path, params={"timeout": timeout}).status_code == 200


# What is held already, how it is asked to go, and whether that changes it.
DELETIONS = [
    ("pods", "", {}, True), ("pods", "", {"propagationPolicy": "Orphan"}, True),
    ("pods", "", {"propagationPolicy": "Foreground"}, True), ("pods", "", {"gracePeriodSeconds": 15}, True),
    ("pods", "", {"gracePeriodSeconds": 0}, True), ("pods", "going", {}, False),
    ("pods", "going", {"gracePeriodSeconds": 15}, True), ("pods", "going", {"gracePeriodSeconds": 0}, True),
    ("pods", "held", {}, False), ("pods", "held", {"propagationPolicy": "Orphan"}, False),
    ("pods", "held", {"propagationPolicy": "Foreground"}, False), ("pods", "held", {"gracePeriodSeconds": 15}, True),
    ("pods", "held", {"gracePeriodSeconds": 0}, True),
    ("serviceaccounts", "", {}, True), ("serviceaccounts", "", {"propagationPolicy": "Orphan"}, True),
    ("serviceaccounts", "", {"propagationPolicy": "Foreground"}, True), ("serviceaccounts", "held", {}, False),
    ("serviceaccounts", "held", {"propagationPolicy": "Orphan"}, True),
    ("serviceaccounts", "held", {"propagationPolicy": "Foreground"}, True),
    ("configmaps", "", {}, None), ("configmaps", "", {"propagationPolicy": "Orphan"}, True),
    ("configmaps", "", {"propagationPolicy": "Foreground"}, True), ("configmaps", "held", {}, False),
    ("configmaps", "held", {"propagationPolicy": "Orphan"}, True),
    ("configmaps", "held", {"propagationPolicy": "Foreground"}, True),
]


@pytest.mark.parametrize("plural, before, options, changes", DELETIONS)
def test_what_a_deletion_answers(writer, plural, before, options, changes):
    kind = {"pods": "Pod", "serviceaccounts": "ServiceAccount", "configmaps": "ConfigMap"}[plural]
    path = f"{writer.core}/{plural}"
    value = {"metadata": {"name": "x"} | ({"finalizers": ["kubernetes.io/finalizer"]} if before == "held" else {})}
    if plural == "pods":
        value["spec"] = {"nodeName": "node1", "containers": [{"name": "c", "image": "i"}]}
    writer.post(path, value)
    if before:
        writer.send("DELETE", f"{path}/x", {"gracePeriodSeconds": 30} if plural == "pods" else {}, 200)
    old = version(writer.get(f"{path}/x"))
    told = writer.send("DELETE", f"{path}/x", options, 200)
    if changes is None:
        assert (told["kind"], told["status"], told["details"]["name"]) == ("Status", "Success", "x")
    else:
        assert told["kind"] == kind
        assert (int(version(told)) > int(old)) if changes else version(told) == old


LARGE = 3 * 1024 * 1024
DEEP = "[" * (LARGE // 2 - 500) + "]" * (LARGE // 2 - 500)
BLANK = " " * (LARGE - 500)


@pytest.mark.parametrize("kind, deep, valid", [
    ("json", '[{"op":"add","path":"/foo","value":%s}]' % DEEP, '[{"op":"add","path":"/foo","value":0%s}]' % BLANK),
    ("merge", '{"value":%s}' % DEEP, '{"value":0%s}' % BLANK),
    ("strategic", '{"value":%s}' % DEEP, '{"value":0%s}' % BLANK),
    ("apply", '{"value":%s}' % DEEP, '{"apiVersion":"v1","kind":"Secret"%s}' % BLANK)])
def test_patches_just_below_the_limit_and_above(writer, kind, deep, valid):
    path = f"{writer.core}/secrets/test"
    writer.post(f"{writer.core}/secrets", {"metadata": {"name": "test"}})
    query = {"fieldManager": "test"} if kind == "apply" else {}
    writer.send("PATCH", path, deep, (200, 400), KINDS[kind], **query)
    writer.send("PATCH", path, valid, 200, KINDS[kind], **query)
    for method in ("PUT", "PATCH", "DELETE"):
        assert writer.send(method, path, "x" * (LARGE + 1), 413, KINDS[kind])["reason"] == "RequestEntityTooLarge"


@pytest.mark.parametrize("values, status", [
    (DEEP, (201, 400)), ("[" * (LARGE - 1000), (400,)), ("[" * LARGE, (413,))])
@pytest.mark.parametrize("kind", ["application/json", "application/yaml"])
def test_objects_just_below_the_limit_and_above(writer, kind, values, status):
    frame = ('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"mytest"},"values":%s}' if kind.endswith("json")
             else "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mytest\nvalues: %s")
    if kind.endswith("yaml") and 201 in status:
        status = (400,)
    writer.send("POST", f"{writer.core}/configmaps", frame % values, status, kind)


def test_a_patch_has_so_many_operations(writer):
    writer.post(f"{writer.core}/secrets", {"metadata": {"name": "test"}})
    step = {"op": "add", "path": "/x", "value": "y"}
    refused = writer.patch(f"{writer.core}/secrets/test", [step] * 10_001, kind="json", status=413)
    assert "The allowed maximum operations in a JSON patch is" in refused["message"]


def test_patches_at_one_time_do_not_lose_each_other(writer):
    path = f"{writer.core}/configmaps/m"
    writer.post(f"{writer.core}/configmaps", config_map(metadata={"annotations": {"initial": "value"}}))

    def patch(number):
        body = {"metadata": {"labels": {f"label-{number}": "x"},
                             "annotations": {"$patch": "replace", f"annotation-{number}": "x"}}}
        answer = writer.client.patch(path, content=json.dumps(body), headers={"content-type": KINDS["strategic"]})
        if answer.status_code == 409:
            return None
        assert answer.status_code == 200
        metadata = answer.json()["metadata"]
        assert metadata["labels"][f"label-{number}"] == "x"
        # The directive holds however often the patch is tried.
        assert metadata["annotations"] == {f"annotation-{number}": "x"}
        return f"label-{number}"

    with concurrent.futures.ThreadPoolExecutor(10) as pool:
        labels = [label for label in pool.map(patch, range(10)) if label]
    assert len(labels) >= 5
    assert set(labels) == set(writer.get(path)["metadata"]["labels"])
