"""Requests that the API server passes on to pods, services and nodes, judged by httpx, kubectl and a server of Python's."""
import gzip
import http.server
import json
import socket
import ssl
import subprocess
import threading

import httpx
import pytest
from conftest import outside_address


ADDRESS = outside_address()
pytestmark = pytest.mark.skipif(ADDRESS is None, reason="this machine has no address but loopback")


class Echo(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        kind = self.path.split("?")[0].rsplit("/", 1)[-1]
        if kind == "redirect":
            self.send_response(302)
            self.send_header("Location", "/there/x?y=1")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif kind in ("page", "small-page"):
            text = b"<html><a href=/there><img src='/i?x=1'></a><a href=near>" + b"<p>text</p>" * 3_000
            text = gzip.compress(text) if kind == "small-page" else text
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if kind == "small-page":
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)
        elif kind == "chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for _ in range(3):
                self.wfile.write(b"4\r\nabcd\r\n")
            self.wfile.write(b"0\r\n\r\n")
        elif kind in ("endless", "short"):
            self.close_connection = True
            self.send_response(200)
            if kind == "short":
                self.send_header("Content-Length", "5000")
            self.end_headers()
            self.wfile.write(b"x" * 3000)
        elif kind == "upgrade":
            self.close_connection = True
            self.wfile.write(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: shout\r\nConnection: Upgrade\r\n\r\n")
            while line := self.rfile.readline():
                self.wfile.write(line.upper())
        else:
            text = json.dumps(
                {"method": self.command, "path": self.path, "headers": dict(self.headers), "body": body.decode()}).encode()
            self.send_response(207 if self.command == "PUT" else 200)
            self.send_header("Content-Length", str(len(text)))
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Keep-Alive", "timeout=5")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = answer

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def backend():
    found = http.server.ThreadingHTTPServer((ADDRESS, 0), Echo)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found.server_port
    found.shutdown()
    found.server_close()


@pytest.fixture
def client(server, backend):
    trust = ssl.create_default_context(cafile=server.pki("ca.crt"))
    trust.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    with httpx.Client(verify=trust, base_url=server.url, timeout=120) as client:
        for path, body in [
            ("namespaces", {"metadata": {"name": "a"}}),
            ("namespaces/a/serviceaccounts", {"metadata": {"name": "default"}}),
            ("namespaces/a/services", {"metadata": {"name": "s"}, "spec": {"ports": [{"name": "web", "port": 80}]}}),
            ("namespaces/a/endpoints", {"metadata": {"name": "s"}, "subsets": [
                {"addresses": [{"ip": ADDRESS}], "ports": [{"name": "web", "port": backend}]}]}),
            ("namespaces/a/endpoints", {"metadata": {"name": "none"}}),
            ("namespaces/a/pods", {"metadata": {"name": "p"}, "spec": {"containers": [
                {"name": "c", "image": "i", "ports": [{"containerPort": backend}]}]}}),
        ]:
            assert client.post(f"/api/v1/{path}", json=body).status_code == 201
        yield client


PROXY = "/api/v1/namespaces/a/services/s:web/proxy"


def test_a_request_and_its_answer_pass_but_for_what_is_between_two(client):
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = client.request(
            method, f"{PROXY}/x/y%20z/?a=b&c=%2F", content="hello" if method in ("POST", "PUT") else None,
            headers={"X-A": "b", "Connection": "x-hop", "X-Hop": "1"})
        seen = answer.json()
        assert answer.status_code == (207 if method == "PUT" else 200)
        assert (seen["method"], seen["path"]) == (method, "/x/y%20z/?a=b&c=%2F")
        assert seen["body"] == ("hello" if method in ("POST", "PUT") else "")
        assert seen["headers"]["x-a"] == "b"
        assert seen["headers"]["x-forwarded-uri"] == f"{PROXY}/x/y%20z/"
        assert "x-hop" not in seen["headers"]
        assert not {"access-control-allow-origin", "keep-alive"} & set(answer.headers)
    assert client.head(f"{PROXY}/x").content == b""


def test_who_asks_stays_here(client):
    seen = client.get(f"{PROXY}/x", headers={"Impersonate-User": "ann", "Impersonate-Group": "system:masters"}).json()
    assert not [name for name in seen["headers"] if name.startswith(("impersonate", "authorization"))]


def test_bodies_of_all_kinds_arrive_whole_and_a_cut_one_does_not_pass_for_whole(client):
    assert client.get(f"{PROXY}/chunks").text == "abcd" * 3
    assert client.get(f"{PROXY}/endless").text == "x" * 3000
    with pytest.raises(httpx.HTTPError):
        client.get(f"{PROXY}/short")


def test_redirections_lead_through_the_proxy(client):
    assert client.get(f"{PROXY}/redirect").headers["location"] == f"{PROXY}/there/x?y=1"
    answer = client.get(PROXY)
    assert (answer.status_code, answer.headers["location"]) == (301, f"{PROXY}/")


def test_links_of_pages_lead_through_the_proxy(client):
    for page in ("page", "small-page"):
        answer = client.get(f"{PROXY}/{page}")
        assert answer.text == (
            f"<html><a href={PROXY}/there><img src='{PROXY}/i?x=1'></a><a href=near>" + "<p>text</p>" * 3_000)
        assert "content-encoding" not in answer.headers


def test_targets_are_found_by_name_and_port(client, backend):
    services, pods = "/api/v1/namespaces/a/services", "/api/v1/namespaces/a/pods"
    assert client.get(f"{services}/s:80/proxy/x").json()["path"] == "/x"
    status = {"status": {"podIP": ADDRESS, "podIPs": [{"ip": ADDRESS}]}}
    refused = client.get(f"{pods}/p/proxy/x")
    assert (refused.status_code, refused.json()["message"]) == (400, "address not allowed")
    client.patch(f"{pods}/p/status", json=status, headers={"content-type": "application/merge-patch+json"})
    assert client.get(f"{pods}/p/proxy/x").json()["path"] == "/x"
    assert client.get(f"{pods}/http:p:{backend}/proxy/").json()["path"] == "/"
    for path, code, words in [
        (f"{services}/ftp:s:web/proxy/", 400, 'invalid service request "ftp:s:web"'),
        (f"{services}/s:81/proxy/", 503, 'no service port 81 found for service "s"'),
        (f"{services}/s/proxy/", 503, 'no endpoints available for service "s"'),
        (f"{services}/none/proxy/", 503, 'no endpoints available for service "none"'),
        (f"{services}/missing/proxy/", 404, 'endpoints "missing" not found'),
        (f"{pods}/p:1/proxy/", 503,
         f"error trying to reach service: dial tcp {ADDRESS}:1: connect: connection refused"),
        ("/api/v1/nodes/missing/proxy/", 404, 'nodes "missing" not found'),
    ]:
        answer = client.get(path)
        assert (answer.status_code, answer.json()["message"]) == (code, words)


def test_each_method_needs_its_verb(client):
    for method, verb in [("GET", "get"), ("POST", "create"), ("PUT", "update"), ("PATCH", "patch"), ("DELETE", "delete"),
                         ("OPTIONS", "")]:
        answer = client.request(method, f"{PROXY}/x", headers={"Impersonate-User": "ann"})
        assert answer.status_code == 403
        assert f'User "ann" cannot {verb} resource "services/proxy"' in answer.json()["message"]


def test_an_upgrade_passes_bytes_both_ways(client, server):
    trust = ssl.create_default_context(cafile=server.pki("ca.crt"))
    trust.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    with trust.wrap_socket(socket.create_connection(("127.0.0.1", server.port)), server_hostname="127.0.0.1") as s:
        s.sendall(f"GET {PROXY}/upgrade HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: shout\r\n\r\n".encode())
        stream = s.makefile("rb")
        assert stream.readline().startswith(b"HTTP/1.1 101 ")
        while stream.readline().strip():
            pass
        for word in (b"one\n", b"two\n"):
            s.sendall(word)
            assert stream.readline() == word.upper()


def test_kubectl_gets_through_by_itself_and_by_its_own_proxy(client, server):
    config = ["--kubeconfig", str(server.kubeconfig)]
    raw = subprocess.run(
        ["kubectl", *config, "get", "--raw", f"{PROXY}/raw?x=1"], capture_output=True, text=True, timeout=120, check=True)
    assert json.loads(raw.stdout)["path"] == "/raw?x=1"
    with subprocess.Popen(
            ["kubectl", *config, "proxy", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True) as proxy:
        try:
            line = proxy.stdout.readline()
            port = int(line.rsplit(":", 1)[-1])
            assert httpx.get(f"http://127.0.0.1:{port}{PROXY}/by/kubectl", timeout=60).json()["path"] == "/by/kubectl"
        finally:
            proxy.terminate()


def test_a_client_that_leaves_ends_the_request_behind(client, server):
    with client.stream("GET", f"{PROXY}/endless") as answer:
        assert answer.status_code == 200
    # The next one is served as if nothing had been.
    assert client.get(f"{PROXY}/x").status_code == 200
