"""How requests are read, refused and answered, whatever their kind: the words and statuses that kube-apiserver's own sources
give, beside those that were recorded (`test_exchanges.py`)."""
import base64
import email.utils
import gzip
import http.client
import json
import re
import ssl
import time
import urllib.parse
import urllib.request

import httpx
import pytest

MAPS = "/api/v1/namespaces/default/configmaps"
PODS = "/api/v1/namespaces/default/pods"
JSON, MERGE = "application/json", "application/merge-patch+json"
STRATEGIC, APPLY = "application/strategic-merge-patch+json", "application/apply-patch+yaml"
IMMUTABLE = "field is immutable"


@pytest.fixture
def client(server):
    with httpx.Client(base_url=f"http://127.0.0.1:{server.insecure_port}", http1=False, http2=True, timeout=120) as client:
        client.post("/api/v1/namespaces/default/serviceaccounts", json={"metadata": {"name": "default"}})
        yield client


def make(client, name="a", **members):
    answer = client.post(MAPS, json={"metadata": {"name": name}, **members})
    assert answer.status_code == 201, answer.text
    return answer.json()


def send(client, method, path, body, kind=JSON, **headers):
    text = body if isinstance(body, str) else json.dumps(body)
    return client.request(method, path, content=text, headers={"content-type": kind, **headers})


@pytest.mark.parametrize("body,words", [
    ("null", 'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required'),
    ('{"kind":1}', "json: cannot unmarshal number into Go struct field .kind of type string ({\"kind\":1})"),
    ('{"apiVersion":"a/b/c"}', 'unexpected GroupVersion string: a/b/c ({"apiVersion":"a/b/c"})'),
    ('{"metadata":{"name":"a"}} x', "json parse error: invalid character 'x' after top-level value "
     '({"metadata":{"name":"a"}} x)'),
    ('{"metadata":tru}', "invalid character '}' in literal true (expecting 'e') ({\"metadata\":tru})"),
    ('{"data":{"a":01}}', "invalid character '1' after object key:value pair"),
    ('{"metadata":{"name":"a-name-of-some-length"}', 'unexpected end of JSON input ({"metadata":{"name":"a-name-of ...)'),
    ('{"apiVersion":"v1","kind":"Odd"}',
     'Odd in version "v1" cannot be handled as a ConfigMap: no kind "Odd" is registered for version "v1"'),
])
def test_bodies_that_are_no_objects_are_refused_in_known_words(client, body, words):
    answer = send(client, "POST", MAPS, body)
    assert answer.status_code in (400, 422)
    assert words in answer.json()["message"]


def test_another_version_of_the_kind_is_told_from_another_kind(client):
    scaler = {"apiVersion": "autoscaling/v1", "kind": "HorizontalPodAutoscaler", "metadata": {"name": "a"}}
    answer = send(client, "POST", "/apis/autoscaling/v2/namespaces/default/horizontalpodautoscalers", scaler)
    assert answer.json()["message"] == (
        "the API version in the data (autoscaling/v1) does not match the expected API version (autoscaling/v2)")


def test_yaml_is_refused_and_warned_of_in_its_readers_words(client):
    broken = send(client, "POST", MAPS, "a: b\n  c: d", "application/yaml")
    assert "(must be of type ConfigMap): yaml: line 2: mapping values are not allowed" in broken.json()["message"]
    twice = "metadata: {name: a, name: b}\nodd: 1\n"
    strict = send(client, "POST", f"{MAPS}?fieldValidation=Strict", twice, "application/yaml")
    assert strict.json()["message"].endswith(
        'strict decoding error: yaml: unmarshal errors:\n  line 1: key "name" already set in map, unknown field "odd"')
    warned = send(client, "POST", MAPS, twice, "application/yaml")
    assert warned.headers.get_list("warning") == [
        '299 - "line 1: key \\"name\\" already set in map"', '299 - "unknown field \\"odd\\""']


@pytest.mark.parametrize("change,code,words", [
    ({"uid": "x"}, 422, f'metadata.uid: Invalid value: "x": {IMMUTABLE}'),
    ({"deletionTimestamp": "2026-01-01T00:00:00Z"}, 422,
     f"metadata.deletionTimestamp: Invalid value: 2026-01-01 00:00:00 +0000 UTC: {IMMUTABLE}"),
    ({"deletionGracePeriodSeconds": 3}, 422, f"metadata.deletionGracePeriodSeconds: Invalid value: 3: {IMMUTABLE}"),
    ({"namespace": "other"}, 400, "the namespace of the provided object does not match the namespace sent on the request"),
    ({"name": ""}, 400, "the name of the object (a based on URL) was undeterminable: name must be provided"),
    ({"resourceVersion": "x"}, 500, 'strconv.ParseUint: parsing "x": invalid syntax'),
    ({"finalizers": ["mine"]}, 422, "name is neither a standard finalizer name nor is it fully qualified"),
    ({"ownerReferences": [{"apiVersion": "v1", "kind": "Event", "name": "e", "uid": "u"}]}, 422,
     "/v1, Kind=Event is disallowed from being an owner"),
    ({"generation": 7, "creationTimestamp": None, "selfLink": "/x"}, 200, None),
])
def test_metadata_that_may_not_change(client, change, code, words):
    before = make(client)
    answer = send(client, "PATCH", f"{MAPS}/a", {"metadata": change}, MERGE)
    assert answer.status_code == code, answer.text
    if words:
        assert words in answer.json()["message"]
    else:
        assert answer.json() == before


def test_a_bad_label_is_a_cause_as_often_as_kubernetes_finds_it(client):
    make(client)
    answer = send(client, "PATCH", f"{MAPS}/a", {"metadata": {"labels": {"a": "b c"}}}, MERGE).json()
    assert len(answer["details"]["causes"]) == 4
    assert answer["message"].count("metadata.labels") == 1
    template = {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": [{"name": "c", "image": "i"}]}}
    deployments = "/apis/apps/v1/namespaces/default/deployments"
    assert client.post(deployments, json={"metadata": {"name": "d"}, "spec": {
        "selector": {"matchLabels": {"a": "b"}}, "template": template}}).status_code == 201
    answer = send(client, "PATCH", f"{deployments}/d", {"metadata": {"labels": {"a": "b c"}}}, MERGE).json()
    assert len(answer["details"]["causes"]) == 3


def test_a_uid_is_a_condition_of_an_update_even_when_nothing_is_there(client):
    for name in ["none", make(client)["metadata"]["name"]]:
        answer = send(client, "PUT", f"{MAPS}/{name}", {"metadata": {"name": name, "uid": "x"}})
        assert answer.status_code == 409
        assert "Precondition failed: UID in precondition: x, UID in object meta: " in answer.json()["message"]
    assert send(client, "PUT", f"{MAPS}/none", {"metadata": {"name": "none"}}).status_code == 404


@pytest.mark.parametrize("patch,words", [
    ({"data": {"a": 1}}, '"map[data:map[a:1]]": cannot convert int64 to string'),
    ({"data": "x"}, '"map[data:x]": cannot restore map from string'),
    ({"immutable": "x"}, '"map[immutable:x]": unrecognized type: bool'),
    ({"metadata": []}, '"map[metadata:[]]": cannot restore struct from: slice'),
])
def test_strategic_patches_that_do_not_fit_are_told_in_the_converters_words(client, patch, words):
    make(client)
    answer = send(client, "PATCH", f"{MAPS}/a", patch, STRATEGIC)
    assert answer.status_code == 422
    assert answer.json()["message"] == f' "" is invalid: patch: Invalid value: {words}'


def test_patches_are_read_strictly_themselves(client):
    make(client)
    twice = '{"data":{"a":"1","a":"2"}}'
    for kind in [MERGE, STRATEGIC]:
        answer = send(client, "PATCH", f"{MAPS}/a", twice, kind)
        assert answer.headers.get_list("warning") == ['299 - "duplicate field \\"data.a\\""']
        refused = send(client, "PATCH", f"{MAPS}/a?fieldValidation=Strict", twice, kind)
        assert refused.status_code == 422
        assert refused.json()["message"].endswith('strict decoding error: duplicate field "data.a"')
        assert "warning" not in send(client, "PATCH", f"{MAPS}/a?fieldValidation=Ignore", twice, kind).headers
    operation = '[{"op":"add","path":"/data/b","value":"1","note":"x"}]'
    answer = send(client, "PATCH", f"{MAPS}/a", operation, "application/json-patch+json")
    assert answer.headers.get_list("warning") == ['299 - "json patch unknown field \\"[0].note\\""']


def test_many_warnings_are_cut(client):
    body = {"metadata": {"name": "a"}, **{f"{number:03}" + "x" * 300: 1 for number in range(60)}}
    warnings = send(client, "POST", MAPS, body).headers.get_list("warning")
    assert len(warnings) == 16
    assert warnings[0] == '299 - "unknown field \\"000' + "x" * (256 - 18) + '"'


@pytest.mark.parametrize("query,code,words", [
    ("limit=", 400, 'strconv.ParseInt: parsing "": invalid syntax'),
    ("limit=99999999999999999999", 400, 'strconv.ParseInt: parsing "99999999999999999999": value out of range'),
    ("timeoutSeconds=x", 400, 'strconv.ParseInt: parsing "x": invalid syntax'),
    ("resourceVersion=0&resourceVersionMatch=Exact", 422,
     'resourceVersionMatch: Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"'),
    ("sendInitialEvents=true", 422, "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list"),
    ("watch=1&resourceVersionMatch=Exact", 422,
     'resourceVersionMatch: Unsupported value: "Exact": supported values: "NotOlderThan"'),
    ("watch=1&timeoutSeconds=x", 400, 'strconv.ParseInt: parsing "x": invalid syntax'),
])
def test_options_of_lists_that_do_not_go_together(client, query, code, words):
    answer = client.get(f"{MAPS}?{query}")
    assert answer.status_code == code
    assert words in answer.json()["message"]


def test_pages_show_one_version_and_say_what_is_left(client):
    for number in range(4):
        version = make(client, f"c{number}")["metadata"]["resourceVersion"]
    names = lambda answer: [item["metadata"]["name"] for item in answer.json()["items"]]
    first = client.get(f"{MAPS}?limit=1")
    token = first.json()["metadata"]["continue"]
    assert first.json()["metadata"]["remainingItemCount"] == 3
    make(client, "c00")
    assert names(client.get(f"{MAPS}?limit=2&continue={token}")) == ["c1", "c2"]
    # A version that is named is shown as it was, page by page; whatever is at hand has no pages.
    assert client.get(f"{MAPS}?limit=1&resourceVersion={version}").json()["metadata"]["remainingItemCount"] == 3
    assert len(names(client.get(f"{MAPS}?limit=1&resourceVersion=0"))) == 5
    refused = client.get(f"{MAPS}?continue={token}&resourceVersion={version}")
    assert refused.json()["message"] == "specifying resource version is not allowed when using continue"
    # Where a page begins is told below the list, as in Kubernetes; a token without a version goes on now.
    start = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    assert start["start"] == "c0\0"
    now = base64.urlsafe_b64encode(json.dumps({**start, "rv": -1}).encode()).decode().rstrip("=")
    assert names(client.get(f"{MAPS}?continue={now}")) == ["c00", "c1", "c2", "c3"]


@pytest.mark.parametrize("accept,path,code,what", [
    ("application/json;q=0.5,application/yaml", f"{MAPS}/a", 200, "application/yaml"),
    ("*/*,application/yaml", f"{MAPS}/a", 200, "application/yaml"),
    ("application/json;as=APIGroupDiscoveryList;v=v2;g=apidiscovery.k8s.io", f"{MAPS}/a", 406,
     "only the following media types are accepted: application/json, application/yaml, "
     "application/vnd.kubernetes.protobuf"),
    ("application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io", MAPS, 406,
     "you requested PartialObjectMetadata, but the requested object is a list (*core.ConfigMapList)"),
    ("application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io", f"{MAPS}/a", 406,
     "you requested PartialObjectMetadataList, but the requested object is not a list (*core.ConfigMap)"),
    ("application/json;as=Table;v=v1;g=meta.k8s.io", f"{MAPS}?includeObject=Odd", 400,
     'Unable to convert to Table as requested: includeObject: Invalid value: "Odd": must be \'Metadata\', \'Object\', '
     "'None', or empty"),
])
def test_forms_of_answers(client, accept, path, code, what):
    make(client)
    answer = client.get(path, headers={"accept": accept})
    assert answer.status_code == code
    assert what == (answer.headers["content-type"] if code == 200 else answer.json()["message"])


@pytest.mark.parametrize("version", ["v1", "v1beta1"])
def test_metadata_and_tables_say_of_which_version_they_are(client, version):
    make(client)
    form = f"v={version};g=meta.k8s.io"
    whole = {"apiVersion": f"meta.k8s.io/{version}", "kind": "PartialObjectMetadata"}

    def get(path, kind):
        return client.get(path, headers={"accept": f"application/json;as={kind};{form}"}).json()
    assert get(f"{MAPS}/a", "PartialObjectMetadata").items() >= whole.items()
    found = get(MAPS, "PartialObjectMetadataList")
    assert (found["apiVersion"], found["kind"]) == (f"meta.k8s.io/{version}", "PartialObjectMetadataList")
    assert found["items"][0].items() >= whole.items()
    found = get(MAPS, "Table")
    assert (found["apiVersion"], found["kind"]) == (f"meta.k8s.io/{version}", "Table")
    assert found["rows"][0]["object"].items() >= whole.items()
    with client.stream("GET", f"{MAPS}?watch=1", headers={
            "accept": f"application/json;as=PartialObjectMetadata;{form}"}) as watch:
        assert json.loads(next(watch.iter_lines()))["object"].items() >= whole.items()
    binary = client.get(MAPS, headers={
        "accept": f"application/vnd.kubernetes.protobuf;as=PartialObjectMetadataList;{form}"}).content
    assert binary.startswith(b"k8s\0") and f"meta.k8s.io/{version}".encode() in binary[:40]


def test_a_scale_has_rows_and_what_is_done_has_none(client):
    labels = {"a": "b"}
    client.post("/apis/apps/v1/namespaces/default/deployments", json={"metadata": {"name": "d"}, "spec": {
        "replicas": 3, "selector": {"matchLabels": labels}, "template": {
            "metadata": {"labels": labels}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}})
    table = {"accept": "application/json;as=Table;v=v1;g=meta.k8s.io"}
    found = client.get("/apis/apps/v1/namespaces/default/deployments/d/scale", headers=table).json()
    assert [(c["name"], c["type"], c["format"]) for c in found["columnDefinitions"]] == [
        ("Name", "string", ""), ("Desired", "integer", ""), ("Available", "integer", ""), ("Age", "string", "")]
    assert found["rows"][0]["cells"][:3] == ["d", 3, 0]
    review, path = {"spec": {}}, "/apis/authentication.k8s.io/v1/selfsubjectreviews"
    assert client.post(path, json=review, headers=table).status_code == 406
    both = {"accept": f"{table['accept']},application/json"}
    assert client.post(path, json=review, headers=both).json()["kind"] == "SelfSubjectReview"


def test_jobs_are_selected_by_how_many_pods_have_succeeded(client):
    jobs = "/apis/batch/v1/namespaces/default/jobs"
    assert client.post(jobs, json={"metadata": {"name": "j"}, "spec": {"template": {"spec": {
        "restartPolicy": "Never", "containers": [{"name": "c", "image": "i"}]}}}}).status_code == 201
    for selector, names in [("status.successful=0", ["j"]), ("status.successful!=0", [])]:
        found = client.get(jobs, params={"fieldSelector": selector}).json()
        assert [item["metadata"]["name"] for item in found["items"]] == names
    assert client.get(jobs, params={"fieldSelector": "status.succeeded=0"}).status_code == 400


def test_events_have_no_form_in_yaml(client):
    answer = client.get(f"{MAPS}?watch=1", headers={"accept": "application/yaml"})
    assert answer.status_code == 406 and "application/json;stream=watch" in answer.text


def test_large_answers_are_compressed_for_who_asks_on_both_protocols(client, server):
    for number in range(3):
        make(client, f"c{number}", data={"a": "x" * 60_000})
    plain = client.get(MAPS, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    coded = client.get(MAPS, headers={"accept-encoding": "gzip"})
    assert coded.headers["content-encoding"] == "gzip" and coded.headers["vary"] == "Accept-Encoding"
    assert coded.json() == plain.json() and int(coded.headers["content-length"]) < len(plain.content) / 10
    assert "content-encoding" not in client.get(f"{MAPS}/c0", headers={"accept-encoding": "gzip"}).headers
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    request = urllib.request.Request(f"{server.url}{MAPS}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, context=context) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert json.loads(gzip.decompress(answer.read())) == plain.json()
    with client.stream("GET", f"{MAPS}?watch=1", headers={"accept-encoding": "gzip"}) as watch:
        assert "content-encoding" not in watch.headers


def test_long_lists_come_whole_in_every_version_of_http(client, server):
    for number in range(3):
        make(client, f"c{number}", data={"a": "x" * 60_000})
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    expected = client.get(MAPS, headers={"accept-encoding": "identity"}).json()
    assert {"c0", "c1", "c2"} <= {item["metadata"]["name"] for item in expected["items"]}
    address = urllib.parse.urlsplit(server.url)
    for version in (10, 11):
        connection = http.client.HTTPSConnection(address.hostname, address.port, context=context)
        connection._http_vsn, connection._http_vsn_str = version, f"HTTP/1.{version - 10}"
        connection.request("GET", MAPS)
        answer = connection.getresponse()
        assert answer.version == version and json.loads(answer.read()) == expected
        # In 1.0 nothing but the connection's end tells the end of what has no length.
        assert answer.getheader("transfer-encoding") == (None if version == 10 else "chunked")
        connection.close()


def test_options_of_a_deletion_come_from_its_body_or_else_from_the_query(client):
    for name in "abc":
        make(client, name)
    assert client.delete(f"{MAPS}/a?dryRun=All").status_code == 200
    assert client.get(f"{MAPS}/a").status_code == 200
    assert send(client, "DELETE", f"{MAPS}/a", {"dryRun": ["All"]}).status_code == 200
    assert client.get(f"{MAPS}/a").status_code == 200
    assert send(client, "DELETE", f"{MAPS}/a?dryRun=All&propagationPolicy=Odd", {}).status_code == 200
    assert client.get(f"{MAPS}/a").status_code == 404
    refused = client.delete(f"{MAPS}/b?propagationPolicy=Odd&orphanDependents=true&dryRun=x")
    assert [cause["field"] for cause in refused.json()["details"]["causes"]] == [
        "propagationPolicy", "propagationPolicy", "dryRun"]


def test_everybody_sees_that_a_pods_grace_is_over_before_it_goes(client):
    pod = {"metadata": {"name": "p"}, "spec": {"nodeName": "n", "containers": [{"name": "c", "image": "i"}]}}
    created = client.post(PODS, json=pod).json()
    version = created["metadata"]["resourceVersion"]
    shorter = client.delete(f"{PODS}/p?gracePeriodSeconds=9").json()["metadata"]
    assert (shorter["deletionGracePeriodSeconds"], shorter["generation"]) == (9, 2)
    # It is made faster, never slower.
    assert client.delete(f"{PODS}/p?gracePeriodSeconds=20").json()["metadata"] == shorter
    gone = client.delete(f"{PODS}/p?gracePeriodSeconds=0").json()["metadata"]
    assert (gone["deletionGracePeriodSeconds"], gone["generation"]) == (0, 2)
    assert client.get(f"{PODS}/p").status_code == 404
    with client.stream("GET", f"{PODS}?watch=1&resourceVersion={version}") as watch:
        lines = watch.iter_lines()
        events = [json.loads(next(lines)) for _ in range(3)]
    assert [(e["type"], e["object"]["metadata"]["deletionGracePeriodSeconds"]) for e in events] == [
        ("MODIFIED", 9), ("MODIFIED", 0), ("DELETED", 0)]
    # One that no node has taken goes at once, and shows it all the same.
    client.post(PODS, json={**pod, "spec": {**pod["spec"], "nodeName": ""}})
    gone = client.delete(f"{PODS}/p").json()["metadata"]
    assert (gone["deletionGracePeriodSeconds"], gone["generation"]) == (0, 2)


def test_an_apply_says_nothing_of_keys_that_stand_twice_unless_it_is_strict(client):
    text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: '1', a: '2'}\n"
    applied = send(client, "PATCH", f"{MAPS}/a?fieldManager=m", text, APPLY)
    assert applied.status_code == 201 and "warning" not in applied.headers
    strict = send(client, "PATCH", f"{MAPS}/a?fieldManager=m&fieldValidation=Strict", text, APPLY)
    assert strict.json()["message"].endswith('yaml: unmarshal errors:\n  line 4: key "a" already set in map')


def test_who_owns_what_is_forgotten_rather_than_an_object_refused(client):
    body = {"metadata": {"name": "p"}, "spec": {"containers": [{"name": "c", "image": "i", "env": [
        {"name": f"A{number}", "value": "x" * 20} for number in range(20_000)]}]}}
    created = client.post(PODS, json=body)
    assert created.status_code == 201, created.text[:300]
    assert "managedFields" not in created.json()["metadata"]
    body["spec"]["containers"][0]["env"] *= 3
    refused = client.post(PODS, json=body)
    assert refused.status_code in (413, 422) and refused.json()["message"]
    scale = "/apis/apps/v1/namespaces/default/deployments/none/scale"
    answer = send(client, "PUT", scale, {"metadata": {"name": "none", "uid": "x"}, "spec": {"replicas": 1}})
    assert answer.status_code == 409


# What every answer bears

UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


@pytest.mark.parametrize("version", [1, 2])
def test_every_answer_has_its_date_and_an_audit_id_of_its_own_or_the_clients(server, version):
    address = f"http://127.0.0.1:{server.insecure_port}"
    with httpx.Client(base_url=address, http1=version == 1, http2=version == 2, timeout=120) as client:
        began = time.time()
        answers = [client.request(method, path) for method, path in [
            ("GET", "/api/v1/namespaces"), ("GET", MAPS), ("GET", "/apis"), ("GET", "/readyz"), ("GET", "/livez/nope"),
            ("GET", "/api/v1/nope"), ("HEAD", MAPS), ("PUT", MAPS), ("GET", f"{MAPS}?timeout=x"), ("GET", "/metrics"),
            ("GET", f"{MAPS}?watch=1&timeoutSeconds=1"), ("GET", "/api/v1/services"), ("GET", "/openapi/v3")]]
        assert {answer.http_version for answer in answers} == {"HTTP/1.1" if version == 1 else "HTTP/2"}
        ids = [answer.headers["audit-id"] for answer in answers]
        assert all(UUID.fullmatch(each) for each in ids) and len(set(ids)) == len(ids)
        for answer in answers:
            date, = answer.headers.get_list("date")
            made = email.utils.parsedate_to_datetime(date)
            assert email.utils.format_datetime(made, usegmt=True) == date
            # In whole seconds.
            assert began - 2 < made.timestamp() < time.time() + 1
        for given in ("mine", "x" * 200):
            assert client.get(MAPS, headers={"Audit-ID": given}).headers.get_list("audit-id") == [given]
        assert UUID.fullmatch(client.get(MAPS, headers={"Audit-ID": ""}).headers["audit-id"])
        if version == 2:
            # What never comes again takes no room in the compression's table from what does.
            connection = client._transport._pool.connections[0]._connection
            kept = {name for name, _ in connection._h2_state.decoder.header_table.dynamic_entries}
            assert b"cache-control" in kept and b"audit-id" not in kept


HOOKS = [
    "start-apiserver-admission-initializer", "generic-apiserver-start-informers",
    "priority-and-fairness-config-consumer", "storage-object-count-tracker-hook", "start-apiextensions-informers",
    "start-apiextensions-controllers", "crd-informer-synced", "start-system-namespaces-controller",
    "start-cluster-authentication-info-controller",
    "start-legacy-token-tracking-controller", "start-service-ip-repair-controllers", "rbac/bootstrap-roles",
    "scheduling/bootstrap-system-priority-classes", "priority-and-fairness-config-producer", "bootstrap-controller",
    "start-kubernetes-service-cidr-controller", "start-kube-aggregator-informers",
    "apiservice-status-local-available-controller", "apiservice-discovery-controller",
    "kube-apiserver-autoregistration", "autoregister-completion", "apiservice-openapi-controller",
    "apiservice-openapiv3-controller"]
CHECKS = ["ping", "log", "etcd"] + [
    each if each == "autoregister-completion" else f"poststarthook/{each}" for each in HOOKS]


def test_health_is_told_check_by_check(client):
    readiness = CHECKS[:3] + ["etcd-readiness", "informer-sync"] + CHECKS[3:] + ["shutdown"]
    for kind, checks in [("healthz", CHECKS), ("livez", CHECKS), ("readyz", readiness)]:
        lines = "".join(f"[+]{check} ok\n" for check in checks)
        answer = client.get(f"/{kind}?verbose")
        assert (answer.status_code, answer.text) == (200, f"{lines}{kind} check passed\n")
        assert answer.headers["x-content-type-options"] == "nosniff"
        without = client.get(f"/{kind}?verbose=1&exclude=etcd&exclude=none")
        assert without.text == (
            lines.replace("[+]etcd ok", "[+]etcd excluded: ok")
            + f'warn: some health checks cannot be excluded: no matches for "none"\n{kind} check passed\n')
        assert client.get(f"/{kind}?exclude=none").text == "ok"
        for check in checks:
            assert client.get(f"/{kind}/{check}").text == "ok"
        assert client.get(f"/{kind}/nope").status_code == 404


# What the server keeps

def test_others_are_told_what_they_go_by(server, client):
    tracking = "/api/v1/namespaces/kube-system/configmaps/kube-apiserver-legacy-service-account-token-tracking"
    assert list(client.get(tracking).json()["data"]) == ["since"]
    day = client.get(tracking).json()["data"]["since"]
    assert re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", day)
    known = client.get("/api/v1/namespaces/kube-system/configmaps/extension-apiserver-authentication").json()["data"]
    with open(server.pki("ca.crt")) as authority:
        assert known == {"client-ca-file": authority.read()}
