"""`kubectl apply` on the client's side and on the server's, from one to the other, and `diff`."""
import json

import yaml
from plane import config_map, deployment, file, homes, kubectl, plane, pod, recent, service

NOTE = "kubectl.kubernetes.io/last-applied-configuration"


def test_apply_and_diff_on_the_client_side(kubectl):
    assert "created" in kubectl.apply(deployment())
    assert "unchanged" in kubectl.apply(deployment())
    changed = deployment(image="example.com/web:2")
    shown = kubectl("diff", "-f", "-", text=json.dumps(changed))
    assert shown.returncode == 1 and "+" in shown.stdout and "example.com/web:2" in shown.stdout, shown.stderr
    assert "configured" in kubectl.apply(changed)
    # A field that is left out goes; one that another set stays.
    kubectl.succeed("scale", "deployment", "web", "--replicas=5")
    left_out = deployment(image="example.com/web:2")
    del left_out["spec"]["replicas"], left_out["spec"]["template"]["spec"]["containers"][0]["ports"]
    kubectl.apply(left_out)
    found = kubectl.get("deployment", "web")["spec"]
    assert "ports" not in found["template"]["spec"]["containers"][0]
    assert "apply.kubernetes" not in kubectl.succeed("apply", "view-last-applied", "deployment/web")


def test_what_was_applied_is_noted_and_by_whom(recent, file):
    made = file(pod("p"))
    recent.steps(
        (f"apply -f {made}", "pod/p created"),
        (f"get -f {made} --show-managed-fields -o jsonpath={{.metadata.managedFields[*].manager}}",
         "^kubectl-client-side-apply$"),
        ("apply view-last-applied pod/p -o json", '"image": "example.com/web:1"'),
        # An edit of the note is an edit of the object.
        (f"apply -f {file(pod('p', {'name': 'p', 'more': 'yes'}))}", "pod/p configured"),
        ("get pod p -o jsonpath={.metadata.labels.more}", "^yes$"),
        (f"apply -f {file(pod('p'))}", "pod/p configured"),
        ("get pod p -o jsonpath={.metadata.labels}", '^{"name":"p"}$'))


def test_a_note_can_be_set_and_edited_afterwards(recent, file, tmp_path):
    made = file(pod("p"))
    recent.steps(
        (f"create -f {made}", "pod/p created"),
        ("get pod p -o yaml", f"!{NOTE}"),
        (f"!apply set-last-applied -f {made}", "no last-applied-configuration annotation found"),
        f"apply set-last-applied --dry-run=client -f {made} --create-annotation=true",
        f"apply set-last-applied --dry-run=server -f {made} --create-annotation=true",
        ("get pod p -o yaml", f"!{NOTE}"),
        (f"apply set-last-applied -f {made} --create-annotation=true", "pod/p configured"),
        ("get pod p -o yaml", NOTE))
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nsed -i 's/web:1/web:2/' \"$1\"\n")
    editor.chmod(0o755)
    told = recent.succeed("apply", "edit-last-applied", "pod/p", environment={"KUBE_EDITOR": str(editor)})
    assert "edited" in told
    assert recent.get("pod", "p")["spec"]["containers"][0]["image"] == "example.com/web:1"
    recent.steps(("apply view-last-applied pod/p", "web:2"))


def test_fields_that_were_defaulted_are_cleared(recent, file):
    before = deployment(replicas=0)
    before["spec"]["strategy"] = {"type": "RollingUpdate"}
    before["spec"]["template"]["spec"]["volumes"] = [{"name": "data", "emptyDir": {}}]
    after = deployment(replicas=0)
    after["spec"]["strategy"] = {"type": "Recreate"}
    after["spec"]["template"]["spec"]["volumes"] = [{"name": "data", "hostPath": {"path": "/data"}}]
    recent.steps(
        f"apply -f {file(before)}",
        ("get deployment web -o yaml", "maxSurge: 25%", "maxUnavailable: 25%", "emptyDir"),
        (f"apply -f {file(after)}", "configured"),
        ("get deployment web -o yaml", "type: Recreate", "!rollingUpdate:", "hostPath", "!emptyDir:"),
        (f"apply -f {file(after)}", "unchanged"))


def test_null_stands_for_nothing_on_the_way_in(recent, file):
    """As a part of what is applied it is left out; what is made with it gets the zero of its type."""
    made = deployment("nulls", replicas=0)
    made["spec"]["template"]["spec"]["containers"][0] |= {
        "resources": {"requests": {"memory": "64Mi", "cpu": None}}, "terminationMessagePolicy": None}
    quota = {"apiVersion": "v1", "kind": "ResourceQuota", "metadata": {"name": "q"},
             "spec": {"hard": {"limits.cpu": None, "pods": None}}}
    both = file(made, quota)
    for _ in range(2):
        recent.succeed("apply", "-f", both)
        container, = recent.get("deployment", "nulls")["spec"]["template"]["spec"]["containers"]
        assert container["resources"] == {"requests": {"memory": "64Mi"}}
        assert container["terminationMessagePolicy"] == "File"
        assert "hard" not in recent.get("quota", "q")["spec"]
    recent.steps(f"delete -f {both}", f"create -f {both}")
    container, = recent.get("deployment", "nulls")["spec"]["template"]["spec"]["containers"]
    assert container["resources"] == {"requests": {"memory": "64Mi", "cpu": "0"}}
    assert container["terminationMessagePolicy"] == "File"
    assert recent.get("quota", "q")["spec"]["hard"] == {"limits.cpu": "0", "pods": "0"}


def test_labels_that_are_null_are_taken_away(recent, file):
    first = deployment("d", replicas=0)
    first["metadata"]["labels"] = {"l1": "l1"}
    second = deployment("d", replicas=0)
    second["metadata"]["labels"] = {"l1": None, "l2": "l2"}
    recent.steps(
        f"apply -f {file(first)}", f"apply -f {file(second)}",
        ("get deployment d -o jsonpath={.metadata.labels}", '^{"l2":"l2"}$'))


def test_only_what_a_selector_names_is_applied(recent, file, tmp_path):
    file(pod("one", {"pick": "me"}), name="all/one.yaml")
    file(pod("two", {"pick": "not"}), name="all/two.yaml")
    recent.steps(
        (f"apply -l pick=me -f {tmp_path}/all", "pod/one created", "!two"),
        ("!get pod two", 'pods "two" not found'),
        (f"create -l pick=not -f {tmp_path}/all", "pod/two created", "!one"))


def test_a_dry_run_changes_nothing(recent, file):
    first, second = file(pod("p")), file(pod("p", {"name": "other"}))
    recent.steps(
        (f"apply --dry-run=client -f {first}", r"pod/p created \(dry run\)"),
        (f"apply --dry-run=server -f {first}", r"pod/p created \(server dry run\)"),
        (f"apply --server-side --dry-run=server -f {first}", r"pod/p serverside-applied \(server dry run\)"),
        ("get pods", "No resources found"), f"apply -f {first}")
    version = recent.get("pod", "p")["metadata"]["resourceVersion"]
    recent.steps(
        (f"apply --dry-run=client -f {second}", r"pod/p configured \(dry run\)"),
        (f"apply --dry-run=server -f {second}", r"pod/p configured \(server dry run\)"),
        (f"apply --server-side --force-conflicts --dry-run=server -f {second} -o jsonpath={{.metadata.labels.name}}",
         "other"),
        ("get pod p -o jsonpath={.metadata.labels.name}/{.metadata.resourceVersion}", f"^p/{version}$"))


def test_prune(kubectl, file):
    """What was applied before under the same labels, and is no more in the files, goes."""
    group = {"group": kubectl.namespace}
    maps = [config_map(name, {"labels": group}, k="v") for name in ("a", "b")]
    unpruned = config_map("by-hand", {"labels": group}, k="v")
    claim = {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": {"name": "claim", "labels": group},
             "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}}}
    allow = "--prune-whitelist" if kubectl.is_old else "--prune-allowlist"
    # The old one looks for kinds that are no more, unless it is told where to look.
    usual = f"{allow}=core/v1/ConfigMap {allow}=core/v1/PersistentVolumeClaim" if kubectl.is_old else ""
    apply = f"apply --prune -l group={kubectl.namespace}"
    first, second = file(maps[0], claim), file(maps[1])
    kubectl.steps(
        # What was not applied is not pruned.
        f"create -f {file(unpruned)}", f"{apply} {usual} -f {first}",
        (f"{apply} -f {second} {allow}=core/v1/Service", "!pruned"), "get configmap/a pvc/claim",
        (f"{apply} {usual} -f {second}", "configmap/a pruned", "claim pruned"),
        ("get configmaps -o name", "!configmap/a$", "configmap/b", "configmap/by-hand"),
        (f"!apply --prune -f {second}", "without explicitly passing --all"))


def test_prune_by_the_set_that_was_applied(recent, file):
    """What belonged to the set and is no more in the files goes; the set is an object that knows its members' kinds."""
    both, one = file(config_map("a", k="v"), config_map("b", k="v")), file(config_map("a", k="v"))

    def apply(path):
        return recent.succeed("apply", "--prune", "--applyset=mine", "-n", recent.namespace, "-f", path,
                              environment={"KUBECTL_APPLYSET": "true"})
    assert "configmap/b created" in apply(both)
    assert "configmap/b pruned" in apply(one)
    assert "configmap/a unchanged" in apply(one)
    set_ = recent.get("secret", "mine")["metadata"]
    assert set_["annotations"]["applyset.kubernetes.io/contains-group-kinds"] == "ConfigMap"
    recent.steps(
        (f"get configmaps -l applyset.kubernetes.io/part-of={set_['labels']['applyset.kubernetes.io/id']} -o name",
                  r"\Aconfigmap/a\n\Z"))


def test_an_immutable_field_is_changed_by_force(recent, file):
    first = service("s", clusterIP="None")
    second = service("s", clusterIP="10.96.200.12")
    address = recent.plane.send("GET", "/api/v1/namespaces/default/services/kubernetes")["spec"]["clusterIP"]
    second["spec"]["clusterIP"] = address.rsplit(".", 1)[0] + ".212"
    recent.steps(
        f"apply -f {file(first)}",
        (f"!apply -f {file(second)}", "may not change once set"),
        (f"apply --force -f {file(second)}", "service/s configured"),
        ("get service s -o jsonpath={.spec.clusterIP}", second["spec"]["clusterIP"]))


def test_what_was_created_is_applied_over(recent, file):
    """Also a replication controller's selector, which may change."""
    def of(*labels):
        pairs = {label: "yes" for label in labels}
        return {"apiVersion": "v1", "kind": "ReplicationController", "metadata": {"name": "rc", "labels": pairs},
                "spec": {"replicas": 0, "selector": pairs, "template": {
                    "metadata": {"labels": pairs}, "spec": {"containers": [{"name": "c", "image": "i"}]}}}}
    recent.steps(
        f"create -f {file(of('one'))}", f"create -f {file(service('s', type='NodePort'))}",
        (f"apply -f {file(of('one', 'two'))}", "configured", "missing the .* annotation"),
        ("get rc rc -o jsonpath={.spec.selector}{.metadata.labels}", '^({"one":"yes","two":"yes"}){2}$'))
    port = recent.get("service", "s")["spec"]["ports"][0]["nodePort"]
    recent.steps((f"apply -f {file(service('s', type='NodePort'))}", "configured"),
                 ("get service s -o jsonpath={.spec.ports[0].nodePort}", f"^{port}$"))


def test_one_failure_does_not_stop_the_rest(recent, file):
    other = f"{recent.namespace}-more"
    early = pod("p")
    early["metadata"]["namespace"] = other
    both = file(early, {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": other}})
    recent.steps((f"!apply -f {both}", f'namespaces "{other}" not found', f"namespace/{other} created"))
    recent.plane.furnished(other)
    recent.steps(
        (f"apply -f {both}", "pod/p created", "unchanged"),
        f"delete --wait=false -f {both}",
        (f"!apply -f {file(config_map('m'), {'apiVersion': 'example.com/v1', 'kind': 'Bogus', 'metadata': {'name': 'b'}})}",
         'no matches for kind "Bogus" in version "example.com/v1"', "configmap/m created"),
        (f"!apply -f {file(pod('pod-a'), pod('POD-B', {'a': 'b'}), pod('pod-c'))}",
         'The Pod "POD-B" is invalid', "pod/pod-a created", "pod/pod-c created"))


WIDGETS = {
    "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition",
    "metadata": {"name": "widgets.apply.example.com"},
    "spec": {
        "group": "apply.example.com", "scope": "Namespaced", "names": {"plural": "widgets", "kind": "Widget"},
        "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": {
            "type": "object", "x-kubernetes-preserve-unknown-fields": True}}}]}}


def test_a_definition_and_its_first_object_in_one_file(recent, file):
    widget = {"apiVersion": "apply.example.com/v1", "kind": "Widget", "metadata": {"name": "w"}, "size": 1}
    both = file(widget, WIDGETS)
    recent.steps(
        (f"!apply -f {both}", 'no matches for kind "Widget"', "widgets.apply.example.com created"),
        "wait --for=condition=Established crd/widgets.apply.example.com --timeout=60s")
    recent.plane.served("apply.example.com")
    recent.steps(
        ("!get widgets w", 'widgets.apply.example.com "w" not found'),
        (f"apply --dry-run=server -f {file(widget)}",
         r"widget.apply.example.com/w created \(server dry run\)"),
        (f"apply --server-side --dry-run=server -f {file(widget)}", r"serverside-applied \(server dry run\)"),
        ("!get widgets w", "not found"),
        (f"apply -f {both}", "widget.apply.example.com/w created", "widgets.apply.example.com unchanged"),
        (f"apply -f {both}", "widget.apply.example.com/w unchanged"),
        (f"delete -f {both}", '"w" deleted', '"widgets.apply.example.com" deleted'))


def test_kustomizations(recent, file, tmp_path):
    folder = tmp_path / "web"
    file(deployment("the-deployment", replicas=0), name="web/deployment.yaml")
    file(service("the-service"), name="web/service.yaml")
    file({
        "namePrefix": "k-", "configMapGenerator": [{"name": "the-map", "literals": ["a=b"]}],
        "generatorOptions": {"disableNameSuffixHash": True}, "resources": ["deployment.yaml", "service.yaml"],
        "labels": [{"pairs": {"by": "kustomize"}}]}, name="web/kustomization.yaml")
    recent.steps((f"apply -k {folder}", "configmap/k-the-map created", "service/k-the-service created",
                  "deployment.apps/k-the-deployment created"),
                 (f"get -k {folder} -o jsonpath={{..metadata.name}}", "k-the-map k-the-service k-the-deployment"))
    built = recent.succeed("kustomize", folder)
    assert "unchanged" in recent.succeed("apply", "-f", "-", text=built)
    assert recent("diff", "-k", folder).returncode == 0
    recent.steps((f"delete -k {folder}", '"k-the-map" deleted'), (f"create -k {folder}", "configmap/k-the-map created"))


def test_apply_on_the_server_side(kubectl):
    map_ = config_map("m", a="1", b="2")
    assert "serverside-applied" in kubectl.apply(map_, flags=["--server-side"])
    mine = {**map_, "data": {"a": "other"}}
    refused = kubectl("apply", "--server-side", "--field-manager=me", "-f", "-", text=json.dumps(mine))
    assert refused.returncode != 0 and "conflict" in refused.stderr
    shown = kubectl(
        "diff", "--server-side", "--force-conflicts", "--field-manager=me", "-f", "-", text=json.dumps(mine))
    assert shown.returncode == 1 and "+  a: other" in shown.stdout and "b:" in shown.stdout, shown.stderr
    assert kubectl.get("configmap", "m")["data"] == map_["data"]
    kubectl.apply(mine, flags=["--server-side", "--field-manager=me", "--force-conflicts"])
    # The first manager no longer owns `a`; giving up `b` removes it.
    kubectl.apply({**map_, "data": {}}, flags=["--server-side"])
    assert kubectl.get("configmap", "m")["data"] == {"a": "other"}


def test_a_condition_is_applied_to_the_status(recent, file):
    made = file(pod("p"))
    condition = {"type": "example.io/Foo", "status": "True", "lastTransitionTime": "2026-01-01T00:00:00Z"}
    status = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p"}, "status": {"conditions": [condition]}}
    recent.steps(
        (f"apply --server-side -f {made}", "pod/p serverside-applied"),
        (f"get -f {made} --show-managed-fields -o jsonpath={{.metadata.managedFields[*].manager}}", "^kubectl$"),
        f"apply --server-side --field-manager=mine --force-conflicts -f {made}")
    found = recent.plane.http.patch(
        f"/api/v1/namespaces/{recent.namespace}/pods/p/status?fieldManager=mine", content=yaml.safe_dump(status),
        headers={"Content-Type": "application/apply-patch+yaml"})
    assert found.status_code == 200, found.text
    recent.steps(
        ("get pod p -o jsonpath={.status.conditions[*].type}", r"example\.io/Foo"),
        ('get pod p --show-managed-fields -o \'jsonpath={.metadata.managedFields[?(@.manager=="mine")].subresource}\'',
         "^status$"))


def test_from_the_client_side_to_the_server_side_and_back(recent, file):
    first, second = file(pod("p")), file(pod("p", {"name": "applied"}))
    recent.steps(
        f"apply -f {first}",
        # Who is not kubectl does not take over what kubectl wrote.
        (f"!apply --server-side --field-manager=not-kubectl -f {second}", "conflict", "kubectl-client-side-apply"),
        (f"apply --server-side -f {second}", "pod/p serverside-applied"),
        ("get pod p -o yaml", NOTE), ("apply view-last-applied pod/p -o json", '"name": "applied"'),
        (f"apply --server-side -f {first}", "pod/p serverside-applied"),
        ("apply view-last-applied pod/p -o json", '"name": "p"'),
        (f"apply -f {second}", "pod/p configured"),
        ("get pod p -o jsonpath={.metadata.labels.name}", "^applied$"))


def test_fields_given_up_after_a_migration_go(recent, file):
    one = file(config_map("m", key="value", legacy="unused"))
    two = file(config_map("m", key="value", added="on-the-server"))
    three = file(config_map("m", key="value", new="on-the-client"))
    data = "get configmap m -o jsonpath={.data}"
    recent.steps(
        (f"apply -f {one}", "configmap/m created"), (f"apply --server-side -f {one}", "serverside-applied"),
        f"apply --server-side -f {two}", (data, '^{"added":"on-the-server","key":"value"}$'),
        (f"apply -f {three}", "configured"), (data, '^{"key":"value","new":"on-the-client"}$'),
        f"apply --server-side -f {two}", (data, '^{"added":"on-the-server","key":"value"}$'))
    annotated = config_map("m", {"annotations": {"note": "new"}}, key="value", new="value")
    shown = recent("diff", "--server-side", "-f", file(annotated))
    assert shown.returncode == 1, shown.stderr
    assert "+  new: value" in shown.stdout and "+    note: new" in shown.stdout


def test_a_manager_of_another_name_migrates_too(recent, file):
    one, two = file(config_map("m", key="1", legacy="x")), file(config_map("m", key="2"))
    recent.steps(
        (f"apply --field-manager=mine -f {one}", "configmap/m created"),
        ("get configmap m -o yaml", NOTE),
        f"apply --server-side --field-manager=mine -f {one}",
        # The note goes with the manager that wrote it.
        ("get configmap m -o yaml", f"!{NOTE}"),
        f"apply --server-side --field-manager=mine -f {two}",
        ("get configmap m -o jsonpath={.data}", '^{"key":"2"}$'))


def test_diff_is_a_dry_run(recent, file):
    made, changed = file(pod("p")), file(pod("p", image="example.com/web:3"))
    invalid = file(pod("p", restartPolicy="Sometimes"))
    for flags in ([], ["--server-side"]):
        new = recent("diff", *flags, "-f", made)
        assert new.returncode == 1 and "+  name: p" in new.stdout, new.stderr
        recent.steps(("!get pod p", "not found"))
    recent.steps(f"apply -f {made}")
    version = recent.get("pod", "p")["metadata"]["resourceVersion"]
    assert recent("diff", "-f", made).returncode == 0
    for flags in ([], ["--server-side"]):
        shown = recent("diff", *flags, "-f", changed)
        assert shown.returncode == 1 and "example.com/web:3" in shown.stdout, shown.stderr
    assert recent("diff", "-f", invalid).returncode > 1
    # What was applied by the server says the same again.
    recent.steps("delete pod p", f"apply --server-side -f {made}", f"diff --server-side -f {made}")
    version = recent.get("pod", "p")["metadata"]["resourceVersion"]
    assert recent("diff", "--server-side", "-f", changed).returncode == 1
    assert recent.get("pod", "p")["metadata"]["resourceVersion"] == version


def test_diff_shows_what_would_be_pruned(recent, file):
    group = {"group": recent.namespace}
    a, b = (config_map(name, {"labels": group}) for name in ("a", "b"))
    recent.steps(f"apply -f {file(a)}")
    only = file(b)
    flags = ["-l", f"group={recent.namespace}", "-f", only]
    shown = recent("diff", *flags)
    assert shown.returncode == 1 and "name: a" not in shown.stdout
    shown = recent("diff", "--prune", *flags)
    assert shown.returncode == 1 and "-  name: a" in shown.stdout, shown.stderr
    recent.succeed("apply", "--prune", *flags)
    assert recent("diff", "--prune", *flags).returncode == 0


def test_one_name_of_many_kinds_is_told_apart(recent, file):
    secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "same"}}
    all_ = file(pod("same"), deployment("same"), config_map("same"), secret)
    names = recent("diff", "-f", all_, environment={"KUBECTL_EXTERNAL_DIFF": "find"}).stdout
    for name in ("v1.Pod.", "apps.v1.Deployment.", "v1.ConfigMap.", "v1.Secret."):
        assert f"{name}{recent.namespace}.same" in names
