"""Certificates that people and nodes ask for: approved with kubectl or by the controllers, signed, and judged by openssl."""
import base64
import json
import os
import subprocess

import pytest
from cluster import eventually
from conftest import BINARIES

CLIENT, KUBELET = "kubernetes.io/kube-apiserver-client", "kubernetes.io/kube-apiserver-client-kubelet"
SERVING = "kubernetes.io/kubelet-serving"


class Desk:
    """Where requests are handed in: an API server and its controllers."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self.environment = dict(os.environ, KUBECONFIG=str(server.kubeconfig))
        self.controllers = subprocess.Popen(
            [BINARIES / "apus", "controller-manager", "--kubeconfig", server.pki("controller-manager.kubeconfig"),
             "--cluster-signing-cert-file", server.pki("ca.crt"), "--cluster-signing-key-file", server.pki("ca.key"),
             "--cluster-signing-duration", "48h"], stderr=subprocess.DEVNULL)

    def kubectl(self, *arguments, check=True, stdin=None):
        done = subprocess.run(["kubectl", *arguments], env=self.environment, input=stdin, capture_output=True,
                              text=True, timeout=150)
        assert not check or done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def ask(self, name, subject, signer, usages, *, who=(), names="", seconds=None):
        made = subprocess.run(
            ["openssl", "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
             self.folder / f"{name}.key", "-subj", subject, *(["-addext", f"subjectAltName={names}"] if names else [])],
            check=True, capture_output=True)
        spec = {"request": base64.b64encode(made.stdout).decode(), "signerName": signer, "usages": usages}
        if seconds:
            spec["expirationSeconds"] = seconds
        self.kubectl("create", "-f", "-", *who, stdin=json.dumps({
            "apiVersion": "certificates.k8s.io/v1", "kind": "CertificateSigningRequest", "metadata": {"name": name},
            "spec": spec}))

    def status(self, name):
        return json.loads(self.kubectl("get", "csr", name, "-o", "json"))["status"]

    def issued(self, name):
        """The certificate's file, once it is there."""
        text = eventually(lambda: self.status(name).get("certificate"))
        path = self.folder / f"{name}.crt"
        path.write_bytes(base64.b64decode(text))
        return path

    def verifies(self, certificate, purpose):
        done = subprocess.run(
            ["openssl", "verify", "-x509_strict", "-purpose", purpose, "-CAfile", self.server.pki("ca.crt"), certificate],
            capture_output=True, text=True)
        return done.returncode == 0

    def text(self, certificate, *what):
        return subprocess.run(
            ["openssl", "x509", "-noout", "-in", certificate, *what], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def desk(server, tmp_path):
    running = Desk(server, tmp_path)
    yield running
    running.controllers.terminate()
    running.controllers.wait(60)


def test_what_kubectl_approves_is_issued_and_lets_its_owner_in(desk):
    desk.ask("jane", "/O=devs/CN=jane", CLIENT, ["client auth"], seconds=3600)
    assert desk.kubectl("get", "csr", "jane", "--no-headers").split()[-1] == "Pending"
    desk.kubectl("certificate", "approve", "jane")
    certificate = desk.issued("jane")
    assert desk.kubectl("get", "csr", "jane", "--no-headers").split()[-1] == "Approved,Issued"
    assert desk.verifies(certificate, "sslclient") and not desk.verifies(certificate, "sslserver")
    assert desk.text(certificate, "-subject", "-nameopt", "RFC2253").strip() == "subject=CN=jane,O=devs"
    ends = subprocess.run(["openssl", "x509", "-noout", "-checkend", "3000", "-in", certificate], capture_output=True)
    later = subprocess.run(["openssl", "x509", "-noout", "-checkend", "3700", "-in", certificate], capture_output=True)
    assert (ends.returncode, later.returncode) == (0, 1), "it lasts the hour that was asked for"
    who = subprocess.run(
        ["curl", "-s", "--cacert", desk.server.pki("ca.crt"), "--cert", certificate, "--key", desk.folder / "jane.key",
         "-H", "Content-Type: application/json", "-d",
         '{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1"}',
         f"{desk.server.url}/apis/authentication.k8s.io/v1/selfsubjectreviews"], capture_output=True, text=True)
    user = json.loads(who.stdout)["status"]["userInfo"]
    assert user["username"] == "jane" and set(user["groups"]) == {"devs", "system:authenticated"}


def test_what_is_denied_or_breaks_the_signers_rules_is_not_issued(desk):
    desk.ask("no", "/CN=joe", CLIENT, ["client auth"])
    desk.kubectl("certificate", "deny", "no")
    desk.ask("odd", "/CN=joe", CLIENT, ["server auth"])
    desk.kubectl("certificate", "approve", "odd")
    failed = eventually(lambda: [c for c in desk.status("odd")["conditions"] if c["type"] == "Failed"])[0]
    assert (failed["status"], failed["reason"], failed["message"]) == (
        "True", "SignerValidationFailure", "invalid usage for client certificate: server auth")
    assert desk.kubectl("get", "csr", "no", "odd", "--no-headers").split("\n")[0].split()[-1] == "Denied"
    assert "certificate" not in desk.status("no") and "certificate" not in desk.status("odd")


def test_nodes_are_let_in_by_who_may_bootstrap_them(desk):
    node = ("/O=system:nodes/CN=system:node:n1", KUBELET, ["digital signature", "client auth"])
    booting = ("--as", "system:bootstrap:abcdef", "--as-group", "system:bootstrappers", "--as-group", "system:authenticated")
    for role, group in (("system:node-bootstrapper", "system:bootstrappers"),
                        ("system:certificates.k8s.io:certificatesigningrequests:nodeclient", "system:bootstrappers"),
                        ("system:certificates.k8s.io:certificatesigningrequests:selfnodeclient", "system:nodes")):
        desk.kubectl("create", "clusterrolebinding", role.split(":")[-1], f"--clusterrole={role}", f"--group={group}")
    desk.ask("first", *node, who=booting)
    assert desk.verifies(desk.issued("first"), "sslclient")
    approved = desk.status("first")["conditions"][0]
    assert (approved["type"], approved["reason"]) == ("Approved", "AutoApproved")
    assert approved["message"] == "Auto approving kubelet client certificate after SubjectAccessReview."
    desk.ask("renewal", *node, who=("--as", "system:node:n1", "--as-group", "system:nodes", "--as-group",
                                    "system:authenticated"))
    desk.issued("renewal")
    assert "self kubelet" in desk.status("renewal")["conditions"][0]["message"]
    # Nobody's right to another kind of certificate: a serving one waits for somebody.
    desk.ask("serving", node[0], SERVING, ["digital signature", "server auth"], names="DNS:n1,IP:192.0.2.1", who=booting)
    desk.kubectl("certificate", "approve", "serving")
    certificate = desk.issued("serving")
    assert desk.verifies(certificate, "sslserver")
    assert "DNS:n1, IP Address:192.0.2.1" in desk.text(certificate, "-ext", "subjectAltName")
