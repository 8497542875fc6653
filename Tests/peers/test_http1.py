"""HTTP/1.1 on the API server's port: bytes made by hand, and the clients that people have."""
import functools
import http.client
import json
import os
import re
import select
import shutil
import socket
import ssl
import subprocess
import threading
import time

import httpx
import pytest

from conftest import Server
from hostile import client_context

MAPS = b"/api/v1/namespaces/default/configmaps"
HOST = b"Host: apus\r\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = Server(tmp_path_factory.mktemp("http1") / "data").start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def hasty(tmp_path_factory):
    """A server whose patience is short, though long enough for the honest on a busy machine."""
    limits = ("handshake_milliseconds=3000,headers_milliseconds=3000,body_milliseconds=3000,idle_milliseconds=3000,"
              "header_list_bytes=8192")
    running = Server(tmp_path_factory.mktemp("hasty") / "data", "--http2-limits", limits).start()
    yield running
    running.stop()


# A thousand connections need no thousand times the certificates read.
context = functools.lru_cache(client_context)


class Wire:
    """A connection that sends what the test says."""

    def __init__(self, server, tls=False, protocols=("http/1.1",)):
        self.socket = socket.create_connection(("127.0.0.1", server.port if tls else server.insecure_port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            self.socket = context(server, protocols).wrap_socket(self.socket, server_hostname="127.0.0.1")
        self.buffer = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, *pieces):
        try:
            self.socket.sendall(b"".join(pieces))
        except OSError:
            pass

    def _more(self):
        try:
            piece = self.socket.recv(65536)
        except (ConnectionResetError, ssl.SSLError):
            piece = b""
        self.buffer += piece
        return bool(piece)

    def until(self, mark):
        while mark not in self.buffer:
            assert self._more(), f"the connection ended before {mark}: {self.buffer}"
        head, self.buffer = self.buffer.split(mark, 1)
        return head

    def answer(self, method="GET"):
        """Status, headers and body of the next answer."""
        lines = self.until(b"\r\n\r\n").split(b"\r\n")
        version, status, _ = lines[0].split(b" ", 2)
        assert version in (b"HTTP/1.1", b"HTTP/1.0")
        headers = {}
        for line in lines[1:]:
            name, value = line.split(b": ", 1)
            assert name not in headers or name == b"warning"
            headers[name] = value
        if method == "HEAD" or status in (b"204", b"304", b"100"):
            return int(status), headers, b""
        if headers.get(b"transfer-encoding") == b"chunked":
            assert b"content-length" not in headers
            body = b""
            while piece := self.chunk():
                body += piece
            assert self.until(b"\r\n") == b""
            return int(status), headers, body
        if b"content-length" in headers:
            size = int(headers[b"content-length"])
            while len(self.buffer) < size:
                assert self._more()
            body, self.buffer = self.buffer[:size], self.buffer[size:]
            return int(status), headers, body
        while self._more():
            pass
        body, self.buffer = self.buffer, b""
        return int(status), headers, body

    def chunk(self):
        size = int(self.until(b"\r\n"), 16)
        if size == 0:
            return b""
        while len(self.buffer) < size + 2:
            assert self._more()
        piece, end, self.buffer = self.buffer[:size], self.buffer[size:size + 2], self.buffer[size + 2:]
        assert end == b"\r\n"
        return piece

    def is_ended(self, seconds=60):
        self.socket.settimeout(seconds)
        try:
            while self._more():
                pass
        except TimeoutError:
            return False
        return True


def get(path=b"/version", *fields):
    return b"GET " + path + b" HTTP/1.1\r\n" + HOST + b"".join(f + b"\r\n" for f in fields) + b"\r\n"


def post(body, *fields, path=MAPS):
    return (b"POST " + path + b" HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
            + b"".join(f + b"\r\n" for f in fields) + b"\r\n" + body)


def config_map(name, data="x"):
    return json.dumps({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name}, "data": {"k": data}}).encode()


def open_streams(server):
    return metric(server, "apus_http2_streams")


def settled_streams(server):
    """The streams that are open when those of before are over: that of the scrape itself."""
    assert eventually(lambda: open_streams(server) == 1), open_streams(server)
    return 1


def metric(server, name, label=""):
    with httpx.Client(http1=False, http2=True, timeout=60) as client:
        page = client.get(f"http://127.0.0.1:{server.insecure_port}/metrics").text
    return float(re.search(rf"^{name}{re.escape(label)} (\S+)$", page, re.M)[1])


def eventually(condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        threading.Event().wait(0.05)
    return condition()


# Shapes that two readers could read differently: refused, and nothing behind them is read as a request.

SMUGGLED = get(b"/smuggled")
CHUNKED = b"Transfer-Encoding: chunked"
REFUSED = {
    "bare LF after the request line": b"GET /version HTTP/1.1\n" + HOST + b"\r\n",
    "bare LF after a field": b"GET /version HTTP/1.1\r\nHost: apus\n\r\n",
    "bare LF as the blank line": b"GET /version HTTP/1.1\r\nHost: apus\r\n\n",
    "bare CR in a value": b"GET /version HTTP/1.1\r\nHost: apus\rX: y\r\n\r\n",
    "bare CR twice": b"GET /version HTTP/1.1\r\nHost: apus\r\r\n\r\n",
    "a folded field": b"GET /version HTTP/1.1\r\nHost: apus\r\n folded\r\n\r\n",
    "a field folded with a tab": b"GET /version HTTP/1.1\r\nHost: apus\r\n\tfolded\r\n\r\n",
    "a blank before the first field": b"GET /version HTTP/1.1\r\n Host: apus\r\n\r\n",
    "a blank before the colon": b"GET /version HTTP/1.1\r\nHost : apus\r\n\r\n",
    "a tab before the colon": b"GET /version HTTP/1.1\r\nHost\t: apus\r\n\r\n",
    "no colon": b"GET /version HTTP/1.1\r\nHost\r\n\r\n",
    "a field without a name": b"GET /version HTTP/1.1\r\n: x\r\nHost: apus\r\n\r\n",
    "a name that is no token": b"GET /version HTTP/1.1\r\nHo(st: apus\r\nHost: apus\r\n\r\n",
    "obs-text in a value": b"GET /version HTTP/1.1\r\nHost: ap\xfcs\r\n\r\n",
    "obs-text in a name": b"GET /version HTTP/1.1\r\nH\xf6st: a\r\nHost: apus\r\n\r\n",
    "obs-text in the target": b"GET /versi\xf6n HTTP/1.1\r\nHost: apus\r\n\r\n",
    "NUL in a value": b"GET /version HTTP/1.1\r\nHost: a\0s\r\n\r\n",
    "NUL in a name": b"GET /version HTTP/1.1\r\nHo\0st: a\r\nHost: apus\r\n\r\n",
    "NUL in the target": b"GET /vers\0ion HTTP/1.1\r\nHost: apus\r\n\r\n",
    "a control byte in a value": b"GET /version HTTP/1.1\r\nHost: a\x08s\r\n\r\n",
    "DEL in a value": b"GET /version HTTP/1.1\r\nHost: a\x7fs\r\n\r\n",
    "two blanks in the request line": b"GET  /version HTTP/1.1\r\nHost: apus\r\n\r\n",
    "a tab in the request line": b"GET\t/version HTTP/1.1\r\nHost: apus\r\n\r\n",
    "a blank after the version": b"GET /version HTTP/1.1 \r\nHost: apus\r\n\r\n",
    "no version": b"GET /version\r\n\r\n",
    "a version of something else": b"GET /version ICY/1.1\r\nHost: apus\r\n\r\n",
    "two empty lines first": b"\r\n\r\n" + get(),
    "a bare LF first": b"\n" + get(),
    "no Host": b"GET /version HTTP/1.1\r\n\r\n",
    "two Hosts": b"GET /version HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
    "a target that is no path": b"GET version HTTP/1.1\r\nHost: apus\r\n\r\n",
    "a fragment": b"GET /version#x HTTP/1.1\r\nHost: apus\r\n\r\n",
    "two lengths": post(b"{}", b"Content-Length: 2", b"Content-Length: 2"),
    "two lengths that differ": post(b"{}" + SMUGGLED, b"Content-Length: 2", b"Content-Length: 40"),
    "two lengths in one field": post(b"{}", b"Content-Length: 2, 2"),
    "a length with a sign": post(b"{}", b"Content-Length: +2"),
    "a negative length": post(b"{}", b"Content-Length: -2"),
    "a length in hexadecimal": post(b"{}", b"Content-Length: 0x2"),
    "an empty length": post(b"{}", b"Content-Length: "),
    "a length past 64 bits": post(b"{}", b"Content-Length: 18446744073709551618"),
    "a length with chunks": post(b"0\r\n\r\n", b"Content-Length: 5", CHUNKED),
    "chunks with a length": post(b"0\r\n\r\n", CHUNKED, b"Content-Length: 5"),
    "chunked twice": post(b"0\r\n\r\n", CHUNKED, CHUNKED),
    "chunks in HTTP/1.0": b"POST " + MAPS + b" HTTP/1.0\r\n" + HOST + CHUNKED + b"\r\n\r\n0\r\n\r\n",
    "a chunk size with a sign": post(b"+2\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a negative chunk size": post(b"-2\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a chunk size with 0x": post(b"0x2\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a chunk size with a blank before it": post(b" 2\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a chunk size with a blank behind it": post(b"2 \r\n{}\r\n0\r\n\r\n", CHUNKED),
    "an empty chunk size": post(b"\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a chunk size past 64 bits": post(b"10000000000000002\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a bare LF behind a chunk size": post(b"2\n{}\r\n0\r\n\r\n", CHUNKED),
    "a bare LF behind a chunk": post(b"2\r\n{}\n0\r\n\r\n", CHUNKED),
    "a chunk longer than its size": post(b"2\r\n{}}\r\n0\r\n\r\n", CHUNKED),
    "a bare LF in a chunk's extension": post(b"2;a\nb\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a bare CR in a chunk's extension": post(b"2;a\rb\r\n{}\r\n0\r\n\r\n", CHUNKED),
    "a bare LF behind the last chunk": post(b"2\r\n{}\r\n0\r\n\n", CHUNKED),
    "a folded trailer": post(b"2\r\n{}\r\n0\r\na: b\r\n c\r\n\r\n", CHUNKED),
    "a bare LF behind a trailer": post(b"2\r\n{}\r\n0\r\na: b\n\r\n", CHUNKED),
}


@pytest.mark.parametrize("shape", REFUSED)
@pytest.mark.parametrize("cut", ["whole", "byte by byte"])
def test_smuggling_shapes_are_refused(server, shape, cut):
    with Wire(server) as wire:
        if cut == "whole":
            wire.send(REFUSED[shape], SMUGGLED)
        else:
            for at in range(len(REFUSED[shape])):
                wire.send(REFUSED[shape][at:at + 1])
            wire.send(SMUGGLED)
        status, headers, _ = wire.answer()
        assert (status, headers[b"connection"]) == (400, b"close")
        assert wire.is_ended() and wire.buffer == b""


@pytest.mark.parametrize("request_bytes, status", [
    (post(b"{}", b"Transfer-Encoding: gzip, chunked"), 501),
    (post(b"{}", b"Transfer-Encoding: identity"), 501),
    (post(b"{}", b"Transfer-Encoding: xchunked"), 501),
    (b"GET /version HTTP/2.0\r\nHost: apus\r\n\r\n", 505),
    (b"GET /version HTTP/1.2\r\nHost: apus\r\n\r\n", 505),
    (b"GET /version HTTP/0.9\r\nHost: apus\r\n\r\n", 505),
    (b"BREW /version HTTP/1.1\r\nHost: apus\r\n\r\n", 501),
    (b"get /version HTTP/1.1\r\nHost: apus\r\n\r\n", 501),
    (b"CONNECT apus:443 HTTP/1.1\r\nHost: apus\r\n\r\n", 405),
    (post(b"{}", b"Content-Length: 2", b"Expect: a-miracle"), 417),
    (get(b"/version", b"X: " + b"x" * 70_000), 431),
    (get(b"/version", *[b"X%d: x" % n for n in range(3_000)]), 431),
    (get(b"/version?" + b"x" * 70_000), 431),
], ids=range(13))
def test_what_is_not_supported_is_named(server, request_bytes, status):
    with Wire(server) as wire:
        wire.send(request_bytes)
        assert wire.answer()[0] == status and wire.is_ended()


# What is legal, however it is cut into pieces.

def test_keep_alive_and_pieces(server):
    with Wire(server, tls=True) as wire:
        for _ in range(3):
            for byte in get(b"/version"):
                wire.send(bytes([byte]))
            status, headers, body = wire.answer()
            assert status == 200 and json.loads(body)["major"] == "1" and b"connection" not in headers


def test_pipelined_requests_are_answered_in_order(server):
    count = 300
    with Wire(server) as wire:
        wire.send(*(get(MAPS + b"/absent-%d" % n) for n in range(count)))
        for n in range(count):
            status, _, body = wire.answer()
            assert status == 404 and json.loads(body)["details"]["name"] == f"absent-{n}"
        wire.send(get(b"/version"))
        assert wire.answer()[0] == 200


def test_more_pipelined_than_is_held(server):
    """What the server does not hold waits in the kernel, and is answered in the end."""
    count = 4_000
    with Wire(server) as wire:
        sender = threading.Thread(target=lambda: wire.send(*[get(MAPS + b"/absent-%d" % n) for n in range(count)]))
        sender.start()
        for n in range(count):
            assert json.loads(wire.answer()[2])["details"]["name"] == f"absent-{n}"
        sender.join()


@pytest.mark.parametrize("cut", [1, 7, 100_000])
def test_chunked_uploads(server, cut):
    body = config_map(f"chunked-{cut}", "y" * 1000)
    chunks = b"".join(b"%x;note=1\r\n%s\r\n" % (len(p), p) for p in (body[n:n + 300] for n in range(0, len(body), 300)))
    whole = post(chunks + b"0\r\nX-Trailer: 1\r\n\r\n", CHUNKED)
    with Wire(server) as wire:
        for at in range(0, len(whole), cut):
            wire.send(whole[at:at + cut])
        status, _, said = wire.answer()
        assert status == 201 and json.loads(said)["data"]["k"] == "y" * 1000
        wire.send(get(b"/version"))
        assert wire.answer()[0] == 200


def test_an_empty_line_before_a_request_is_noise(server):
    with Wire(server) as wire:
        wire.send(b"\r\n" + get())
        assert wire.answer()[0] == 200


def test_a_target_in_full_names_its_host(server):
    with Wire(server) as wire:
        wire.send(b"GET http://elsewhere/version?x=y HTTP/1.1\r\nHost: apus\r\n\r\n")
        assert json.loads(wire.answer()[2])["major"] == "1"


def test_head_has_the_length_and_no_body(server):
    with Wire(server) as wire:
        wire.send(b"HEAD /version HTTP/1.1\r\n" + HOST + b"\r\n", get())
        status, headers, _ = wire.answer("HEAD")
        assert int(headers[b"content-length"]) > 0
        assert wire.answer()[0] == 200, "the next answer begins right behind the head"


def test_expect_continue(server):
    body = config_map("expected")
    with Wire(server) as wire:
        wire.send(post(b"", b"Content-Length: %d" % len(body), b"Expect: 100-continue"))
        assert wire.answer()[0] == 100
        wire.send(body)
        assert wire.answer()[0] == 201


def test_expect_continue_is_not_asked_for_what_is_too_large(server):
    with Wire(server) as wire:
        wire.send(post(b"", b"Content-Length: 4000000", b"Expect: 100-continue"))
        status, headers, body = wire.answer()
        assert status == 413 and headers[b"connection"] == b"close" and json.loads(body)["code"] == 413


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_is_too_large_is_read_to_its_end(server, chunked):
    body = b"x" * (3 * 1024 * 1024 + 1)
    with Wire(server) as wire:
        if chunked:
            wire.send(post(b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n", CHUNKED))
        else:
            wire.send(post(body, b"Content-Length: %d" % len(body)))
        assert wire.answer()[0] == 413 and wire.is_ended()


def test_connection_close(server):
    with Wire(server) as wire:
        wire.send(get(b"/version", b"Connection: close"), SMUGGLED)
        status, headers, _ = wire.answer()
        assert status == 200 and headers[b"connection"] == b"close" and wire.is_ended() and wire.buffer == b""


def test_http_1_0(server):
    with Wire(server) as wire:
        wire.send(b"GET /version HTTP/1.0\r\n\r\n")
        assert wire.answer()[0] == 200 and wire.is_ended()
    with Wire(server) as wire:
        for _ in range(2):
            wire.send(b"GET /version HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            assert wire.answer()[1][b"connection"] == b"keep-alive"


def test_a_watch_of_http_1_0_has_no_chunks(server):
    with Wire(server) as wire:
        wire.send(b"GET /api/v1/namespaces?watch=1&timeoutSeconds=1 HTTP/1.0\r\n\r\n")
        status, headers, body = wire.answer()
        assert status == 200 and b"transfer-encoding" not in headers and wire.is_ended()
        assert {json.loads(line)["type"] for line in body.splitlines()} == {"ADDED"}


def test_who_closes_one_half_still_gets_the_answer(server):
    with Wire(server) as wire:
        wire.send(get())
        wire.socket.shutdown(socket.SHUT_WR)
        assert wire.answer()[0] == 200 and wire.is_ended()


@pytest.mark.parametrize("protocols", [("http/1.1",), (), ("h2", "http/1.1")])
def test_alpn(server, protocols):
    with Wire(server, tls=True, protocols=protocols) as wire:
        chosen = wire.socket.selected_alpn_protocol()
        assert chosen == ("h2" if "h2" in protocols else protocols[0] if protocols else None)
        if chosen != "h2":
            wire.send(get(MAPS))
            assert wire.answer()[0] == 200, "the client's certificate counts here too"


def test_an_upgrade_that_nobody_offers_is_passed_over(server):
    with Wire(server) as wire:
        wire.send(get(b"/version", b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c", b"HTTP2-Settings: AAMAAABk"))
        assert wire.answer()[0] == 200
        wire.send(get())
        assert wire.answer()[0] == 200


# Time

@pytest.mark.parametrize("beginning, answered", [
    (b"", False), (b"GET /version HT", True), (post(b"{", b"Content-Length: 2"), True),
], ids=["silent", "head", "body"])
def test_slow_requests(hasty, beginning, answered):
    with Wire(hasty) as wire:
        wire.send(beginning)
        if answered:
            assert wire.answer()[0] == 408
        assert wire.is_ended()


def test_a_head_that_trickles(hasty):
    with Wire(hasty) as wire:
        wire.send(b"GET /version HTTP/1.1\r\n")
        begun = time.monotonic()
        while not select.select([wire.socket], [], [], 0.1)[0] and time.monotonic() - begun < 60:
            wire.send(b"X: y\r\n")
        assert wire.answer()[0] == 408 and time.monotonic() - begun < 30


def test_idle_connections_end_in_order(hasty):
    with Wire(hasty) as wire:
        wire.send(get())
        assert wire.answer()[0] == 200 and wire.is_ended() and wire.buffer == b""


def test_limits_are_those_of_http2(hasty):
    before = metric(hasty, "apus_http2_limit_hits_total", '{limit="header_list_bytes"}')
    with Wire(hasty) as wire:
        wire.send(get(b"/version", b"X: " + b"x" * 10_000))
        assert wire.answer()[0] == 431
        assert metric(hasty, "apus_http2_limit_hits_total", '{limit="header_list_bytes"}') == before + 1


# Watches

def watch(path=MAPS, query=b"watch=1"):
    return get(path + b"?" + query)


def test_a_batch_of_events_is_one_chunk_and_comes_at_once(server):
    with Wire(server, tls=True) as wire, httpx.Client(
            base_url=f"http://127.0.0.1:{server.insecure_port}", timeout=60) as client:
        wire.send(watch(query=b"watch=1&fieldSelector=metadata.name=chunky"))
        wire.until(b"\r\n\r\n")
        for n in range(20):
            if n == 0:
                client.post(MAPS.decode(), content=config_map("chunky")).raise_for_status()
            else:
                client.put(MAPS.decode() + "/chunky", content=config_map("chunky", str(n))).raise_for_status()
            chunk = wire.chunk()
            assert chunk.endswith(b"\n") and json.loads(chunk)["object"]["data"]["k"] == (str(n) if n else "x")


def test_a_watch_ends_with_its_last_chunk_and_the_connection_goes_on(server):
    with Wire(server) as wire:
        wire.send(watch(b"/api/v1/namespaces", b"watch=1&timeoutSeconds=1"))
        status, _, body = wire.answer()
        assert status == 200 and body.count(b"\n") >= 4
        wire.send(get())
        assert wire.answer()[0] == 200


@pytest.mark.parametrize("how", ["close", "reset", "half"])
def test_a_peer_that_leaves_is_noticed_at_once(server, how):
    before = settled_streams(server)
    wires = [Wire(server, tls=how == "close") for _ in range(20)]
    for wire in wires:
        wire.send(watch())
        wire.until(b"\r\n\r\n")
    assert open_streams(server) == before + 20
    for wire in wires:
        if how == "reset":
            wire.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        if how == "half":
            wire.socket.shutdown(socket.SHUT_WR)
        else:
            wire.socket.close()
    assert eventually(lambda: open_streams(server) == before)


def test_a_reader_that_stalls_costs_the_others_nothing(server):
    """One watch is not read at all while two megabytes of events pass; it gets them, or is told that it is too late."""
    with Wire(server) as slow, Wire(server) as quick, httpx.Client(
            base_url=f"http://127.0.0.1:{server.insecure_port}", timeout=60) as client:
        client.post(MAPS.decode(), content=config_map("stalled"))
        for wire in slow, quick:
            wire.send(watch(query=b"watch=1&fieldSelector=metadata.name=stalled"))
            wire.until(b"\r\n\r\n")
            assert json.loads(wire.chunk())["type"] == "ADDED"
        for n in range(60):
            text = f"{n}-" + "z" * 100_000
            client.put(MAPS.decode() + "/stalled", content=config_map("stalled", text)).raise_for_status()
            event = b""
            while not event.endswith(b"\n"):
                event += quick.chunk()
            assert json.loads(event)["object"]["data"]["k"] == text
        said = b""
        seen = []
        while len(seen) < 60:
            said += slow.chunk()
            *whole, said = said.split(b"\n")
            seen += [int(json.loads(line)["object"]["data"]["k"].split("-")[0]) for line in whole]
        assert seen == list(range(60))


def test_a_thousand_watches_at_a_sane_price(tmp_path):
    """Each is a TLS connection of its own, most of which is OpenSSL's."""
    running = Server(tmp_path / "data").start()
    try:
        def resident():
            status = open(f"/proc/{running.process.pid}/status").read()
            # Without the pages of its code, which a quiet server gives back and a busy one has again.
            return int(re.search(r"RssAnon:\s+(\d+)", status)[1]) << 10

        wires = []
        try:
            for n in range(1_100):
                if n == 100:
                    before = resident()
                wire = Wire(running, tls=True)
                wires.append(wire)
                wire.send(watch(query=b"watch=1&fieldSelector=metadata.name=everyone"))
                wire.until(b"\r\n\r\n")
            price = (resident() - before) / 1_000
            assert price < 64 << 10, f"{price} bytes for a watch"
            with httpx.Client(base_url=f"http://127.0.0.1:{running.insecure_port}", timeout=60) as client:
                client.post(MAPS.decode(), content=config_map("everyone")).raise_for_status()
            for wire in wires:
                assert json.loads(wire.chunk())["type"] == "ADDED"
            print(f"{price:.0f} bytes for a watch")
        finally:
            for wire in wires:
                wire.socket.close()
        assert eventually(lambda: open_streams(running) <= 1)
    finally:
        running.stop()


def test_a_server_that_ends_tells_everybody(tmp_path):
    running = Server(tmp_path / "data").start()
    try:
        with Wire(running) as watching, Wire(running, tls=True) as idle, Wire(running) as fresh:
            watching.send(watch(b"/api/v1/namespaces"))
            watching.until(b"\r\n\r\n")
            assert json.loads(watching.chunk().splitlines()[0])["type"] == "ADDED"
            idle.send(get())
            assert idle.answer()[0] == 200
            running.process.terminate()
            while watching.chunk():
                pass
            assert watching.until(b"\r\n") == b"", "the watch's body is whole"
            assert watching.is_ended() and idle.is_ended() and fresh.is_ended()
        assert running.process.wait(60) == 0
    finally:
        running.stop()


# Clients that are not ours

def curl(server, *arguments, data=None):
    return subprocess.run(
        ["curl", "-sS", "--http1.1", "--max-time", "60", "--cacert", server.pki("ca.crt"), "--cert", server.pki("admin.crt"),
         "--key", server.pki("admin.key"), *arguments], input=data, capture_output=True, timeout=90)


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
class TestCurl:
    def test_keep_alive(self, server):
        url = f"{server.url}/version"
        done = curl(server, url, url, url, "-o", "/dev/null", "-o", "/dev/null", "-o", "/dev/null",
                    "-w", "%{http_version} %{num_connects} ")
        assert done.stdout == b"1.1 1 1.1 0 1.1 0 "

    def test_chunked_upload(self, server):
        done = curl(server, "-H", "Content-Type: application/json", "-H", "Transfer-Encoding: chunked", "--data-binary",
                    "@-", server.url + MAPS.decode(), data=config_map("from-curl", "c" * 300_000))
        assert json.loads(done.stdout)["data"]["k"] == "c" * 300_000

    def test_large_upload_asks_first(self, server):
        done = curl(server, "-v", "-H", "Content-Type: application/json", "--data-binary", "@-", "-H",
                    "Expect: 100-continue", server.url + MAPS.decode(), data=config_map("asked-first", "c" * 1_100_000))
        assert b"100 Continue" in done.stderr and json.loads(done.stdout)["kind"] in ("ConfigMap", "Status")

    def test_too_large(self, server):
        done = curl(server, "-H", "Content-Type: application/json", "--data-binary", "@-", "-o", "-", "-w", "%{http_code}",
                    server.url + MAPS.decode(), data=b" " * (4 << 20))
        assert done.stdout.endswith(b"413") and b"3145728" in done.stdout

    def test_watch(self, server):
        done = curl(server, "-N", f"{server.url}/api/v1/namespaces?watch=1&timeoutSeconds=1")
        names = {json.loads(line)["object"]["metadata"]["name"] for line in done.stdout.splitlines()}
        assert done.returncode == 0 and {"default", "kube-system"} <= names


def test_http_client(server):
    connection = http.client.HTTPSConnection("127.0.0.1", server.port, context=client_context(server, ()))
    for n in range(3):
        connection.request("POST", MAPS.decode(), config_map(f"stdlib-{n}"), {"Content-Type": "application/json"})
        answer = connection.getresponse()
        assert answer.status == 201 and json.loads(answer.read())["metadata"]["name"] == f"stdlib-{n}"
    pieces = iter([config_map("stdlib-chunked")[:10], config_map("stdlib-chunked")[10:]])
    connection.request("POST", MAPS.decode(), pieces, {"Content-Type": "application/json"}, encode_chunked=True)
    answer = connection.getresponse()
    assert (answer.status, bool(answer.read())) == (201, True)
    connection.request("HEAD", "/version")
    answer = connection.getresponse()
    assert answer.read() == b""
    connection.request("GET", "/api/v1/namespaces?watch=1&timeoutSeconds=1")
    answer = connection.getresponse()
    assert all(json.loads(line)["type"] == "ADDED" for line in answer)
    connection.close()


def test_requests(server):
    requests = pytest.importorskip("requests")
    session = requests.Session()
    # Else the machine's own authorities count, if a variable names them.
    session.trust_env = False
    session.verify, session.cert = server.pki("ca.crt"), (server.pki("admin.crt"), server.pki("admin.key"))
    created = session.post(server.url + MAPS.decode(), data=config_map("requests"), headers={"Content-Type": "application/json"})
    assert created.status_code == 201
    assert session.delete(f"{server.url}{MAPS.decode()}/requests").status_code == 200
    with session.get(f"{server.url}/api/v1/namespaces", params={"watch": "1"}, stream=True, timeout=60) as answer:
        lines = answer.iter_lines(chunk_size=None)
        assert json.loads(next(lines))["type"] == "ADDED"
    assert session.get(f"{server.url}/version").json()["major"] == "1"


def test_httpx(server):
    with httpx.Client(base_url=server.url, verify=client_context(server, ()), http2=False, timeout=60) as client:
        answer = client.get("/api/v1/namespaces")
        assert answer.http_version == "HTTP/1.1" and len(answer.json()["items"]) >= 4
        with client.stream("GET", "/api/v1/namespaces?watch=1") as watching:
            assert json.loads(next(watching.iter_lines()))["type"] == "ADDED"


class TestKubernetesClient:
    """The client that Python programs use, over urllib3."""

    @pytest.fixture
    def api(self, server):
        kubernetes = pytest.importorskip("kubernetes")
        configuration = kubernetes.client.Configuration()
        kubernetes.config.load_kube_config(str(server.kubeconfig), client_configuration=configuration)
        with kubernetes.client.ApiClient(configuration) as client:
            yield client

    def test_create_list_and_delete(self, api):
        from kubernetes import client
        core = client.CoreV1Api(api)
        core.create_namespaced_config_map(
            "default", client.V1ConfigMap(metadata=client.V1ObjectMeta(name="typed", labels={"a": "b"}), data={"k": "v"}))
        found = core.list_namespaced_config_map("default", label_selector="a=b").items
        assert [m.metadata.name for m in found] == ["typed"]
        core.patch_namespaced_config_map("typed", "default", {"data": {"k": "w"}})
        assert core.read_namespaced_config_map("typed", "default").data == {"k": "w"}
        core.delete_namespaced_config_map("typed", "default")
        with pytest.raises(client.ApiException) as refused:
            core.read_namespaced_config_map("typed", "default")
        assert refused.value.status == 404

    def test_watch(self, api):
        from kubernetes import client, watch
        core = client.CoreV1Api(api)
        seen = []
        watcher = watch.Watch()
        for n, event in enumerate(watcher.stream(core.list_namespaced_config_map, "default",
                                                 field_selector="metadata.name=watched", timeout_seconds=60)):
            seen.append((event["type"], event["object"].data))
            if n == 1:
                core.delete_namespaced_config_map("watched", "default")
            elif n == 2:
                watcher.stop()
            else:
                core.patch_namespaced_config_map("watched", "default", {"data": {"k": "2"}})
            if n > 2:
                break
        assert [kind for kind, _ in seen] == ["ADDED", "MODIFIED", "DELETED"]

    @pytest.fixture(autouse=True)
    def watched(self, api, request):
        if request.node.name != "test_watch":
            yield
            return
        from kubernetes import client
        client.CoreV1Api(api).create_namespaced_config_map(
            "default", client.V1ConfigMap(metadata=client.V1ObjectMeta(name="watched"), data={"k": "1"}))
        yield

    def test_dynamic_client(self, api, tmp_path):
        from kubernetes import dynamic
        client = dynamic.DynamicClient(api, cache_file=tmp_path / "discovered")
        maps = client.resources.get(api_version="v1", kind="ConfigMap")
        body = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "dynamic"}, "data": {"k": "v"}}
        maps.create(namespace="default", body=body)
        assert maps.get(namespace="default", name="dynamic").data.k == "v"
        for event in maps.watch(namespace="default", timeout=60, resource_version="0"):
            if event["object"].metadata.name == "dynamic":
                break
        else:
            raise AssertionError("the watch did not show it")
        maps.delete(namespace="default", name="dynamic")

    def test_thousands_of_watches_come_and_go(self, server):
        """A watch that is given up costs its connection over HTTP/1.1: opened, answered and dropped, 2,000 of them."""
        before = settled_streams(server)
        folder = f"/proc/{server.process.pid}/fd"
        descriptors = len(os.listdir(folder))
        for _ in range(20):
            wires = [Wire(server) for _ in range(100)]
            for wire in wires:
                wire.send(watch(query=b"watch=1&fieldSelector=metadata.name=none"))
            for wire in wires:
                assert wire.until(b"\r\n\r\n").startswith(b"HTTP/1.1 200")
                wire.socket.close()
        assert eventually(lambda: open_streams(server) <= before)
        assert eventually(lambda: len(os.listdir(folder)) <= descriptors + 5)
