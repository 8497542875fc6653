"""kubectl and custom resources: printers, patches, applies and watches, and names that others have too."""
import json
import re
import threading

import pytest
from cluster import eventually
from kubectls import manifest
from plane import file, homes, plane, pod, recent

OPEN = {"type": "object", "x-kubernetes-preserve-unknown-fields": True}


def definition(group, plural, kind, scope="Namespaced", schema=None, **names):
    return {
        "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
        "metadata": {"name": f"{plural}.{group}"},
        "spec": {"group": group, "scope": scope, "names": {"plural": plural, "kind": kind, **names}, "versions": [
            {"name": "v1", "served": True, "storage": True, "subresources": {"status": {}, "scale": {
                "specReplicasPath": ".spec.replicas", "statusReplicasPath": ".status.replicas"}},
             "additionalPrinterColumns": [{"name": "Size", "type": "integer", "jsonPath": ".spec.size"},
                                          {"name": "Far", "type": "string", "jsonPath": ".spec.far", "priority": 1}],
             "schema": {"openAPIV3Schema": schema or OPEN}}]}}


def custom(group, kind, name, **rest):
    return {"apiVersion": f"{group}/v1", "kind": kind, "metadata": {"name": name}, **rest}


@pytest.fixture
def foos(recent, tmp_path):
    """The group of a kind Foo that is served, for one test."""
    group = f"{recent.namespace}.example.com"
    (tmp_path / "crd.yaml").write_text(manifest(definition(group, "foos", "Foo", shortNames=["fo"], categories=["all"])))
    recent.steps(f"create -f {tmp_path}/crd.yaml", f"wait --for=condition=Established crd/foos.{group} --timeout=60s")
    recent.plane.served(group)
    yield group
    recent.steps(f"delete -f {tmp_path}/crd.yaml")


def test_all_printers_and_patches(recent, foos, tmp_path):
    recent.apply(custom(foos, "Foo", "f", someField="field1", spec={"size": 3, "far": "away", "replicas": 1}))
    recent.steps(
        ("get foos", "^NAME +SIZE$", "^f +3$"), (f"get foos.{foos}/f -o wide", "NAME +SIZE +FAR", "^f +3 +away$"),
        ("get fo f -o name", f"^foo.{foos}/f$"),
        (f"get foo.v1.{foos}/f -o name", f"^foo.{foos}/f$"),
        ("get foos -o jsonpath={.items[*].someField} --allow-missing-template-keys=false", "^field1$"),
        ("get foos/f -o go-template={{.someField}}", "^field1$"), ("get foos -o yaml", "someField: field1"),
        ("get all", f"foo.{foos}/f"),
        ("!patch foo f -p '{\"someField\":\"x\"}'", "(?i)unsupported|415|strategic"),
        ("patch foo f --type=merge -p '{\"patched\":\"v\"}' --record", "patched"),
        ("patch foo f --type=json -p '[{\"op\":\"replace\",\"path\":\"/patched\",\"value\":null}]'", "patched"),
        ("patch foo f --type=merge -p '{\"patched\":null}'", "patched"),
        ("get foo f -o go-template={{.patched}}", "^<no value>$"),
        ("label foos --all listed=true", "labeled"), ("annotate foo/f noted=true", "annotated"),
        ("describe foos", "^Labels: +listed=true$", "^Kind: +Foo$", "Size: +3"), ("scale foo f --replicas=4", "scaled"),
        ("get foo f --subresource=scale -o jsonpath={.spec.replicas}", "^4$"),
        ("patch foo f --subresource=status --type=merge -p '{\"status\":{\"replicas\":2}}'", "patched"),
        ("get foo f -o jsonpath={.status.replicas}", "^2$"),
        ("wait --for=jsonpath={.status.replicas}=2 foo/f --timeout=60s", "condition met"),
        ("delete foos f --cascade=background", "deleted"))


def test_a_kind_is_explained_soon(recent, foos):
    eventually(lambda: re.search("^KIND: +Foo$", recent("explain", "foo", f"--api-version={foos}/v1").stdout, re.M))


def test_applies(recent, foos, file):
    def foo(name, **rest):
        made = custom(foos, "Foo", name, **rest)
        made["metadata"]["labels"] = {"prune": "yes"}
        return made
    nested = "get foo f -o jsonpath={.nested}"
    recent.steps(
        (f"apply -f {file(foo('f', nested={'one': '1', 'two': '2'}))}", "created"),
        (f"apply -f {file(foo('f', nested={'one': '1', 'two': '2'}))}", "unchanged"),
        (f"apply -f {file(foo('f', nested={'one': 'x', 'two': '2'}))}", "configured"),
        (nested, '^{"one":"x","two":"2"}$'),
        (f"apply -f {file(foo('f', nested={'one': 'x', 'three': '3'}))}", "configured"),
        (nested, '^{"one":"x","three":"3"}$'),
        (f"apply --prune -l prune=yes --prune-allowlist={foos}/v1/Foo -f {file(foo('g'))}", f"foo.{foos}/f pruned",
         f"foo.{foos}/g created"),
        ("get foos -o name", rf"\Afoo.{re.escape(foos)}/g\n\Z"),
        (f"apply --server-side -f {file(foo('g', nested={'a': 'b'}))}", "serverside-applied"),
        (f"apply --server-side -f {file(foo('g'))}", "serverside-applied"),
        ("get foo g -o jsonpath={.nested}", r"\A\Z"))
    assert recent("diff", "-f", file(foo("g"))).returncode == 0
    shown = recent("diff", "-f", file(foo("g", more=1)))
    assert shown.returncode == 1 and "+more: 1" in shown.stdout, shown.stderr


def test_a_watch_tells_names(recent, foos):
    recent.apply(custom(foos, "Foo", "f"))
    watching = recent.starts("get", "foos", "--watch-only", "-o", "name", "--request-timeout=60s")
    ended = threading.Event()

    def touch(number=0):
        while not ended.wait(0.1):
            number += 1
            recent.plane.send("PATCH", f"/apis/{foos}/v1/namespaces/{recent.namespace}/foos/f", {"touched": number},
                              "application/merge-patch+json")
    changing = threading.Thread(target=touch)
    changing.start()
    try:
        assert watching.stdout.readline() == f"foo.{foos}/f\n"
    finally:
        ended.set()
        changing.join()
        watching.kill()
        watching.wait(10)


def test_names_that_others_have(recent, tmp_path):
    """A short or singular name of a custom resource does not stand before a built-in kind."""
    group = f"{recent.namespace}.example.com"
    file = tmp_path / "crd.yaml"
    for names in ({"singular": "example", "shortNames": ["pod"]}, {"singular": "pod"}):
        file.write_text(manifest(definition(group, "examples", "Example", **names)))
        recent.steps(f"create -f {file}", f"wait --for=condition=Established crd/examples.{group} --timeout=60s")
        recent.plane.served(group)
        recent.apply(custom(group, "Example", "mine"), pod("p"))
        recent.steps(
            ("get pod", "^p ", "!mine"), "api-resources", ("get examples", "^mine"), ("get pod", "!mine"),
            f"delete -f {file}")


def test_a_definition_of_another_scope_takes_the_place_of_one(recent, tmp_path):
    group = f"{recent.namespace}.example.com"
    file = tmp_path / "crd.yaml"
    for scope in ("Cluster", "Namespaced"):
        file.write_text(manifest(definition(group, "things", "Thing", scope)))
        recent.steps(f"apply -f {file}", f"wait --for=condition=Established crd/things.{group} --timeout=60s")
        recent.plane.served(group)
        if scope == "Namespaced":
            recent.steps("api-resources")
        assert "created" in recent.apply(custom(group, "Thing", "t"))
        assert ("namespace" in recent.get(f"things.{group}/t")["metadata"]) == (scope == "Namespaced")
        recent.steps((f"delete -f {file}", "deleted"))


def test_a_namespace_takes_custom_resources_along(recent, foos):
    own = f"{recent.namespace}-own"
    recent.steps(f"create namespace {own}")
    recent.succeed("create", "-n", own, "-f", "-", text=json.dumps(custom(foos, "Foo", "f")))
    recent.steps(
        (f"get foos -n {own}", "^f "), f"delete namespace {own} --timeout=100s", (f"get foos -n {own}", "No resources"))


def test_a_definition_says_what_is_wrong_with_it_and_with_its_objects(recent, tmp_path):
    group = f"{recent.namespace}.example.com"
    schema = {"type": "object", "properties": {"spec": {"type": "object", "required": ["size"], "properties": {
        "size": {"type": "integer", "minimum": 1, "default": 2}, "kind": {"type": "string", "enum": ["a", "b"]}}}}}
    file = tmp_path / "crd.yaml"
    file.write_text(manifest(definition(group, "sized", "Sized", schema=schema)))
    recent.steps(f"create -f {file}", f"wait --for=condition=Established crd/sized.{group} --timeout=60s")
    recent.plane.served(group)

    def refused(**spec):
        told = recent("create", "-f", "-", text=json.dumps(custom(group, "Sized", "s", spec=spec)))
        assert told.returncode != 0
        return told.stderr
    assert 'The Sized "s" is invalid: spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1' in refused(size=0)
    assert 'spec.kind: Unsupported value: "c": supported values: "a", "b"' in refused(kind="c")
    assert 'strict decoding error: unknown field "spec.other"' in refused(other=1)
    recent.apply(custom(group, "Sized", "s", spec={}))
    recent.steps(
        ("get sized s", "^s +2$"), ("describe crd sized." + group, "^Name: +sized", "Established"), f"delete -f {file}")
    wrong = definition(group, "wrong", "Wrong", schema={"properties": {"spec": {"type": "array"}}})
    file.write_text(manifest(wrong))
    recent.steps(
        (f"!create -f {file}", f'The CustomResourceDefinition "wrong.{group}" is invalid',
         "type: Required value: must not be empty at the root"))


def test_unknown_fields_at_the_root_below_and_in_embedded_objects(recent, tmp_path):
    """Where unknown fields are kept they are no fault; of metadata they always are, in embedded objects too."""
    group = f"{recent.namespace}.example.com"
    schema = {"type": "object", "x-kubernetes-preserve-unknown-fields": True, "properties": {"spec": {
        "type": "object", "properties": {
            "bars": {"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}}}},
            "template": {"type": "object", "x-kubernetes-embedded-resource": True, "properties": {
                "metadata": {"type": "object", "properties": {"name": {"type": "string"}}}}}}}}}
    file = tmp_path / "crd.yaml"
    file.write_text(manifest(definition(group, "parts", "Part", schema=schema)))
    recent.steps(f"create -f {file}", f"wait --for=condition=Established crd/parts.{group} --timeout=60s")
    recent.plane.served(group)

    def create(name, metadata=None, **rest):
        made = custom(group, "Part", name, **rest)
        made["metadata"] |= metadata or {}
        return recent("create", "--validate=true", "-f", "-", text=json.dumps(made))

    def template(**metadata):
        return {"template": {"apiVersion": "foo/v1", "kind": "Sub", "metadata": {
            "name": "sub", "namespace": recent.namespace, **metadata}}}
    for refused, field in (
        (create("a", spec={"bars": [{"name": "b"}], "extra": "x"}), "spec.extra"),
        (create("a", spec={"bars": [{"name": "b", "extra": "x"}]}), "spec.bars[0].extra"),
        (create("a", {"unknownMeta": "x"}, spec=template()), "metadata.unknownMeta"),
        (create("a", spec=template(unknownMeta="x")), "spec.template.metadata.unknownMeta"),
    ):
        assert refused.returncode != 0 and f'unknown field "{field}"' in refused.stderr, refused.stderr
        assert refused.stderr.count("unknown field") == 1
    for taken in (create("a", spec={"bars": [{"name": "b"}]}, extra="x"), create("b", spec=template())):
        assert taken.returncode == 0, taken.stderr
    recent.steps(("get part b -o jsonpath={.spec.template.metadata.namespace}", f"^{recent.namespace}$"),
                 ("get part a -o jsonpath={.extra}", "^x$"), f"delete -f {file}")
