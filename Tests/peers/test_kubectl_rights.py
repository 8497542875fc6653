"""`auth`, impersonation, certificates, and who kubectl is by a token or a certificate of its own."""
import base64
import subprocess

import pytest
import yaml
from cluster import eventually
from kubectls import manifest
from plane import homes, kubectl, plane, pod, recent


@pytest.fixture(scope="module")
def request_folder(tmp_path_factory):
    """A certificate request, and its key."""
    folder = tmp_path_factory.mktemp("requests")
    subprocess.run(["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
                    "/CN=jane/O=readers", "-keyout", folder / "key", "-out",
                    folder / "csr"], check=True, capture_output=True)
    return folder


@pytest.fixture
def signing(request_folder, tmp_path):
    """A file with a request for a client's certificate, under a name of its own."""
    def write(name, signer="kubernetes.io/kube-apiserver-client"):
        value = {"apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest", "metadata": {"name": name},
                 "spec": {"signerName": signer, "usages": ["client auth"],
                          "request": base64.b64encode((request_folder / "csr").read_bytes()).decode()}}
        (tmp_path / f"{name}.yaml").write_text(manifest(value))
        return tmp_path / f"{name}.yaml"
    return write


def test_who_may_what(kubectl):
    kubectl.steps(
        ("auth can-i create pods", "^yes$"), ("!auth can-i create pods --as=nobody", "^no$"),
        ("auth can-i * *", "^yes$"),
        ("auth can-i get pods --subresource=log", "^yes$"), ("auth can-i get /logs/", "^yes$"),
        ("auth can-i list jobs.batch/x -n foo --quiet", r"\A\Z"),
        ("!auth can-i get /logs/ --subresource=log", "subresource can not be used with NonResourceURL"),
        ("auth can-i get nonsense", "(?i)warning: the server doesn't have a resource type 'nonsense'",
         "!not namespace scoped"),
        ("auth can-i get pods", "!(?i)warning"),
        ("auth can-i get nodes", "(?i)warning: resource 'nodes' is not namespace scoped"),
        ("auth can-i get nodes --all-namespaces", "!(?i)warning"),
        "create role reader --verb=get,list --resource=configmaps",
        "create rolebinding readers --role=reader --user=nobody")
    eventually(lambda: kubectl("auth", "can-i", "list", "configmaps", "--as=nobody").stdout.strip() == "yes")
    kubectl.steps(
        ("auth can-i --list --as=nobody", r"^configmaps +\[\] +\[\] +\[get list\]$",
         r"^selfsubjectreviews.authentication.k8s.io"),
                  ("!get secrets --as=nobody",
                   r'secrets is forbidden: User "nobody" cannot list resource "secrets" in API group "" in the namespace'))
    if not kubectl.is_old:
        kubectl.steps(("auth whoami", "system:masters"), ("auth whoami -o json", '"kind": "SelfSubjectReview"'),
                      ("auth whoami --as=jane --as-group=g --as-uid=7", "jane", "system:authenticated", "^UID +7$"))


def test_a_person_is_another(recent, signing):
    file = signing(recent.namespace)
    told = f"get csr {recent.namespace} -o jsonpath={{.spec.username}}:{{.spec.uid}}:{{.spec.groups}}:{{.spec.extra}}"
    flags = "--as=user1 --as-uid=abc123 --as-group=group2 --as-group=group1 --as-group=',,,chameleon'"
    recent.steps(
        # Who is another may do as the other may: nothing, unless in a group that may.
        (f"!create -f {file} --as=user1", "forbidden"), ("!get pods --as-group=foo", "without impersonating a user"),
        ("!get pods --as-uid=abc123", "without impersonating a user"),
        f"create clusterrole {recent.namespace} --verb=create --resource=certificatesigningrequests.certificates.k8s.io",
        f"create clusterrolebinding {recent.namespace} --clusterrole={recent.namespace} --user=user1 --user=user2",
        (f"create -f {file} {flags}", "created"),
        (told, r'^user1:abc123:\["group2","group1",",,,chameleon","system:authenticated"\]:$'), f"delete -f {file}")
    person = yaml.safe_load(recent.kubeconfig.read_text())
    person["users"][0]["user"] |= {"as": "user2", "as-uid": "7", "as-groups": ["g"], "as-user-extra": {"key1": ["hello there", "one,two"]}}
    own = recent.home / f"{recent.namespace}-person.kubeconfig"
    own.write_text(yaml.safe_dump(person))
    recent.steps(f"create -f {file} --kubeconfig={own}",
                 (told, r'^user2:7:\["g","system:authenticated"\]:{"key1":\["hello there","one,two"\]}$'),
                 f"delete -f {file}",
                 f"delete clusterrole,clusterrolebinding {recent.namespace}")


def test_rights_are_reconciled(recent, tmp_path):
    label, name = {"of": recent.namespace}, recent.namespace
    group = "rbac.authorization.k8s.io"
    def of(kind, **rest):
        place = {} if kind.startswith("Cluster") else {"namespace": recent.namespace}
        return {"apiVersion": f"{group}/v1", "kind": kind, "metadata": {"name": name, "labels": label, **place}, **rest}
    role = of("Role", rules=[{"apiGroups": [""], "resources": ["pods"], "verbs": ["get", "delete"]}])
    users = [{"apiGroup": group, "kind": "User", "name": "jane"}]
    cluster_role = of("ClusterRole", rules=[{"apiGroups": [""], "resources": ["nodes"], "verbs": ["get"]}])
    bindings = [of(kind, roleRef={"apiGroup": group, "kind": to, "name": name}, subjects=users)
                for kind, to in (("RoleBinding", "Role"), ("ClusterRoleBinding", "ClusterRole"))]
    (tmp_path / "rights.yaml").write_text(manifest(role, cluster_role, *bindings, pod("not-of-rights")))
    all_ = f"get roles,rolebindings,clusterroles,clusterrolebindings -l of={name} -o name"
    recent.steps(
        (f"auth reconcile --dry-run=client -f {tmp_path}/rights.yaml", "reconciled"),
        (all_, r"\A\Z"),
        (f"auth reconcile -f {tmp_path}/rights.yaml", f"role.{group}/{name} reconciled",
         f"clusterrolebinding.{group}/{name} reconciled"),
        (all_, f"^role.{group}/{name}$", f"^rolebinding.{group}/{name}$", f"^clusterrole.{group}/{name}$"))
    # Rules that are missing come back; more than there should be are left, unless they are told to go.
    recent.steps(
        f"patch role {name} --type=json -p '[{{\"op\":\"replace\",\"path\":\"/rules/0/verbs\",\"value\":[\"get\",\"watch\"]}}]'",
        f"auth reconcile -f {tmp_path}/rights.yaml", ("auth can-i watch pods --as=jane", "^yes$"),
        ("auth can-i delete pods --as=jane", "^yes$"),
        f"auth reconcile -f {tmp_path}/rights.yaml --remove-extra-permissions",
        ("!auth can-i watch pods --as=jane", "^no$"),
        (f"delete role,rolebinding,clusterrole,clusterrolebinding -l of={name}", "deleted"))


def test_certificates_are_approved_and_denied(kubectl, signing):
    one, two = kubectl.namespace + "-one", kubectl.namespace + "-two"
    conditions = "get csr {} -o jsonpath={{.status.conditions[*].type}}/{{.status.conditions[*].status}}"
    kubectl.steps(
        (f"create -f {signing(one)}", f"{one} created"), f"create -f {signing(two)}",
        (f"get csr {one}", "NAME +AGE +SIGNERNAME +REQUESTOR +REQUESTEDDURATION +CONDITION",
         "kubernetes.io/kube-apiserver-client .*<none> +Pending"),
        (f"certificate approve {one}", f"{one} approved"), (f"certificate deny -f {signing(two)}", f"{two} denied"),
        (conditions.format(one), "^Approved/True$"), (conditions.format(two), "^Denied/True$"),
        (f"!certificate deny {one}", "is already Approved"),
        (f"get csr {two}", "Denied"),
        (f"describe csr {two}", "^Status: +Denied$", "Common Name: +jane", "Organization: +readers"))
    eventually(lambda: "Approved,Issued" in kubectl.succeed("get", "csr", one))
    kubectl.steps(f"delete csr {one} {two}")


def test_a_person_comes_with_an_approved_certificate_or_a_token(recent, signing, request_folder, tmp_path):
    name = recent.namespace
    recent.steps(f"create -f {signing(name)}", f"certificate approve {name}", "create serviceaccount robot")
    text = eventually(lambda: recent.succeed("get", "csr", name, "-o", "jsonpath={.status.certificate}"))
    (tmp_path / "crt").write_bytes(base64.b64decode(text))
    token = recent.succeed("create", "token", "robot").strip()
    settings = yaml.safe_load(recent.kubeconfig.read_text())
    settings["users"] = [{"name": settings["contexts"][0]["context"]["user"], "user": {}}]
    bare = recent.home / f"{name}-bare.kubeconfig"
    bare.write_text(yaml.safe_dump(settings))
    by_certificate = f"--client-certificate={tmp_path}/crt --client-key={request_folder}/key"
    recent.steps(
        (f"auth whoami --kubeconfig={bare} {by_certificate}", "^Username +jane$", r"readers system:authenticated"),
        (f"auth whoami --kubeconfig={bare} --token={token}", f"system:serviceaccount:{name}:robot",
         "authentication.kubernetes.io/credential-id"),
        (f"!get pods --kubeconfig={bare} --token={token}",
         f'User "system:serviceaccount:{name}:robot" cannot list resource "pods"'),
        (f"!get pods --kubeconfig={bare} --token=wrong", "Unauthorized"),
        (f"!get pods --kubeconfig={bare} --username=bad --password=wrong", 'User "system:anonymous"'), f"delete csr {name}")
