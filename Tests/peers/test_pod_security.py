"""Pod Security's defaults and exemptions, from the file that kube-apiserver's operators write."""
import json

import pytest
from conftest import Server
from test_admission import Api

LABEL = "pod-security.kubernetes.io"


def configuration(**more):
    return {"apiVersion": f"{LABEL.replace('kubernetes.io', 'admission.config.k8s.io')}/v1",
            "kind": "PodSecurityConfiguration", **more}


def admission(*plugins):
    return {"apiVersion": "apiserver.config.k8s.io/v1", "kind": "AdmissionConfiguration", "plugins": list(plugins)}


def pod(name="p", **more):
    return {"metadata": {"name": name}, "spec": {"containers": [{
        "name": "c", "image": "i", "securityContext": {"privileged": True}}]} | more}


@pytest.fixture
def api(tmp_path):
    (tmp_path / "security.yaml").write_text(json.dumps(configuration(
        defaults={"enforce": "baseline", "enforce-version": "latest", "warn": "restricted"},
        exemptions={"usernames": ["jane"], "namespaces": ["free"], "runtimeClasses": ["vm"]})))
    file = tmp_path / "admission.yaml"
    file.write_text(json.dumps(admission({"name": "PodSecurity", "path": "security.yaml"})))
    server = Server(tmp_path / "data", "--admission-control-config-file", str(file)).start()
    yield Api(server)
    server.stop()


def test_what_namespaces_do_not_say_is_as_the_file_says(api):
    api.namespace("a")
    api.namespace("b", **{f"{LABEL}/enforce": "privileged"})
    refused = api.send("POST", "/api/v1/namespaces/a/pods", pod())
    assert refused.status_code == 403
    assert 'violates PodSecurity "baseline:latest": privileged (container "c"' in refused.json()["message"]
    made = api.send("POST", "/api/v1/namespaces/b/pods", pod())
    assert made.status_code == 201
    assert 'would violate PodSecurity \\"restricted:latest\\"' in made.headers["warning"]


def test_who_is_exempt_is_not_looked_at(api):
    api.namespace("a")
    api.namespace("free")
    for path, user in [("/api/v1/namespaces/free/pods", None), ("/api/v1/namespaces/a/pods", "jane")]:
        if user:
            api.give(user, ("", ["pods"], ["create"], None))
        made = api.send("POST", path, pod(), user=user)
        assert made.status_code == 201 and "warning" not in made.headers
    api.make("/apis/node.k8s.io/v1/runtimeclasses", {"metadata": {"name": "vm"}, "handler": "vm"})
    made = api.send("POST", "/api/v1/namespaces/a/pods", pod("q", runtimeClassName="vm"))
    assert made.status_code == 201 and "warning" not in made.headers
    labelled = api.patch("/api/v1/namespaces/free", {"metadata": {"labels": {f"{LABEL}/enforce": "restricted"}}})
    assert labelled.headers["warning"] == (
        '299 - "namespace \\"free\\" is exempt from Pod Security, and the policy (enforce=restricted:latest, '
        'warn=restricted:latest) will be ignored"')


@pytest.mark.parametrize("text,why", [
    ("[]", "has no object"),
    ("{}", "apiVersion and kind must be apiserver.config.k8s.io/v1 and AdmissionConfiguration"),
    (admission({"name": "Foo"}), 'plugins[0]: there is no plugin "Foo"'),
    (admission({"name": "Priority", "configuration": {"a": 1}}), "plugins[0]: Priority takes no configuration"),
    (admission({"name": "PodSecurity", "path": "gone.yaml"}), "gone.yaml"),
    (admission({"name": "PodSecurity", "configuration": configuration(default={})}), 'unknown field "default"'),
    (admission({"name": "PodSecurity", "configuration": configuration(defaults={"enforce": "odd"})}),
     'defaults.enforce: Invalid value: "odd": must be one of privileged, baseline, restricted'),
    (admission({"name": "PodSecurity", "configuration": configuration(exemptions={"namespaces": ["A"]})}),
     'exemptions.namespaces[0]: Invalid value: "A"'),
    (admission({"name": "PodSecurity", "configuration": configuration(exemptions={"usernames": ["a", "a"]})}),
     'exemptions.usernames[1]: Duplicate value: "a"'),
])
def test_a_file_that_cannot_be_followed_keeps_the_server_from_starting(tmp_path, text, why):
    file = tmp_path / "admission.yaml"
    file.write_text(text if isinstance(text, str) else json.dumps(text))
    server = Server(tmp_path / "data", "--admission-control-config-file", str(file))
    with pytest.raises(AssertionError) as failure:
        server.start()
    server.stop()
    assert why in str(failure.value)
