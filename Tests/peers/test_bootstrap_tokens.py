"""Tokens that nodes join with: they sign what the cluster says of itself, and end. (kubernetes/kubernetes: test/e2e/bootstrap.)"""
import base64
import datetime
import hashlib
import hmac
import json

import pytest
from cluster import eventually
from control import shared
from writers import writer

SECRETS = "/api/v1/namespaces/kube-system/secrets"
INFO = "/api/v1/namespaces/kube-public/configmaps/cluster-info"


def token(number, **more):
    identity, secret = f"tok{number:03}", "0123456789abcdef"
    data = {"token-id": identity, "token-secret": secret, "usage-bootstrap-signing": "true"} | more
    return identity, secret, {
        "metadata": {"name": f"bootstrap-token-{identity}"}, "type": "bootstrap.kubernetes.io/token",
        "stringData": {key: value for key, value in data.items() if value is not None}}


def plain(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def signature(content, identity, secret):
    head = plain(json.dumps({"alg": "HS256", "kid": identity}, separators=(",", ":")).encode())
    signed = f"{head}.{plain(content.encode())}".encode()
    return f"{head}..{plain(hmac.new(secret.encode(), signed, hashlib.sha256).digest())}"


@pytest.fixture
def info(writer):
    writer.post("/api/v1/namespaces/kube-public/configmaps", {
        "metadata": {"name": "cluster-info"}, "data": {"kubeconfig": "the cluster", "jws-kubeconfig-gone00": "old"}})
    yield
    writer.send("DELETE", INFO, {}, 200)


def signatures(writer):
    return {key.removeprefix("jws-kubeconfig-"): value for key, value in writer.get(INFO)["data"].items()
            if key.startswith("jws-kubeconfig-")}


def test_cluster_info_is_signed_by_the_tokens_that_may(writer, info):
    identity, secret, body = token(1)
    writer.post(SECRETS, body)
    writer.post(SECRETS, token(2, **{"usage-bootstrap-signing": None})[2])
    eventually(lambda: signatures(writer) == {identity: signature("the cluster", identity, secret)})
    writer.patch(INFO, {"data": {"kubeconfig": "another"}})
    eventually(lambda: signatures(writer) == {identity: signature("another", identity, secret)})
    other, _, body = token(3)
    writer.post(SECRETS, body)
    eventually(lambda: set(signatures(writer)) == {identity, other})
    writer.send("DELETE", f"{SECRETS}/bootstrap-token-{identity}", {}, 200)
    eventually(lambda: set(signatures(writer)) == {other})


def test_a_token_goes_when_its_time_is_over(writer):
    def at(seconds):
        return (datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for number, end in ((11, at(-10)), (12, at(3)), (13, at(3600)), (14, "soon"), (15, None)):
        writer.post(SECRETS, token(number, expiration=end)[2])

    def left():
        items = writer.get(f"{SECRETS}?fieldSelector=type=bootstrap.kubernetes.io/token")["items"]
        return {item["metadata"]["name"][-6:] for item in items} & {f"tok{number:03}" for number in range(11, 16)}
    eventually(lambda: left() == {"tok013", "tok015"})
