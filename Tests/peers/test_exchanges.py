"""Kubernetes' API server answered these requests so; ours answers the same."""
import json
import pathlib

import pytest
from exchange import Session, differences, normal

FOLDER = pathlib.Path(__file__).parent / "exchanges"

# Where our answer rightly differs: scenario, number, why.
DIFFER = {
    ("discovery", 0): "says where the server is reached",
    ("rights", 6): "says where the server was recorded",
    ("watches", 14): "upstream's answer comes from an etcd too old for it; ours serves initial events",
}
# Resources of the scenarios that the server does not serve yet; a subresource's name has a slash.
UNSERVED = {
    "daemonsets", "statefulsets", "controllerrevisions", "jobs", "cronjobs", "services", "persistentvolumeclaims",
    "persistentvolumes", "endpoints", "limitranges", "resourcequotas", "replicationcontrollers", "podtemplates",
    "bindings", "componentstatuses", "poddisruptionbudgets", "horizontalpodautoscalers", "priorityclasses",
    "customresourcedefinitions", "nodes/proxy", "pods/attach", "pods/ephemeralcontainers", "pods/eviction",
    "pods/exec", "pods/portforward", "pods/proxy", "pods/resize",
}


def is_served(path):
    return not any(part in UNSERVED for part in path.split("?")[0].split("/"))


def is_named(resource, owner=""):
    name = resource.get("name") or f"{owner}{resource.get('resource', resource.get('subresource'))}"
    return name.split("/")[0] not in UNSERVED and name not in UNSERVED


def served_part(body):
    """A discovery document without the resources that are not served yet; nothing, if none is left."""
    if not isinstance(body, dict) or body.get("kind") not in ("APIResourceList", "APIGroupDiscoveryList"):
        return body
    if "resources" in body:
        body["resources"] = [r for r in body["resources"] if is_named(r)]
        return body if body["resources"] else None
    for version in [version for group in body["items"] for version in group["versions"]]:
        version["resources"] = [r for r in version["resources"] if is_named(r)]
        for resource in version["resources"]:
            parts = [p for p in resource.pop("subresources", []) if is_named(p, f"{resource['resource']}/")]
            resource.update({"subresources": parts} if parts else {})
    body["items"] = [group for group in body["items"] if any(v["resources"] for v in group["versions"])]
    return body


@pytest.mark.parametrize("scenario", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_answers_as_kubernetes_does(scenario, server):
    recorded = json.loads((FOLDER / f"{scenario}.json").read_text())
    steps, managed = recorded["exchanges"], recorded.get("managed", False)
    session = Session(server.url, server.pki("ca.crt"), server.pki("admin.crt"), server.pki("admin.key"))
    faults, compared = [], 0
    for number, step in enumerate(steps):
        request = step["request"]
        if not is_served(request["path"]):
            continue
        found = session.send(request)
        if "response" not in step or (scenario, number) in DIFFER:
            continue
        if (body := step["response"].get("body")) and not (body := served_part(body)):
            continue
        compared += 1
        expected = {**step["response"], "body": body} if body else step["response"]
        different = list(differences(expected, normal(found, managed=managed)))
        if different:
            faults.append(f"{number} {request['method']} {request['path']}: " + "; ".join(different[:4]))
    assert compared > 0
    assert not faults, "\n".join(faults)
