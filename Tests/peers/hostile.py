"""Peers that break rules, made of frames by hand, and the honest ones beside them that must not notice."""
import contextlib
import json
import os
import pathlib
import select
import socket
import ssl
import threading
import time

import hpack
import httpx
from hyperframe import frame as frames

PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
CONFIG_MAPS = "/api/v1/namespaces/default/configmaps"
# RFC 9113, section 7.
NO_ERROR, PROTOCOL, FLOW_CONTROL, STREAM_CLOSED, FRAME_SIZE, REFUSED, CANCEL, COMPRESSION, CALM = (
    0x0, 0x1, 0x3, 0x5, 0x6, 0x7, 0x8, 0x9, 0xB)
# What a server may work, of a debug build's processor time, before an honest request is answered and its event told while
# somebody misbehaves. It is not the time that passes: others have the processors and the disk, too.
IN_TIME_SECONDS = 3
# The time that passes at the most, on a machine that is busy or slow.
PATIENCE_SECONDS = 60
# What a server may grow by in one attack. Its own share for one connection's requests is 32 MiB.
GROWTH_BYTES = 64 << 20


def client_context(server, protocols=("h2",)):
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context


def tcp(server):
    return socket.create_connection(("127.0.0.1", server.port), PATIENCE_SECONDS)


def header_block(method="GET", path=CONFIG_MAPS, *more):
    """A header block that leaves HPACK's table as it is, so that it can be sent again and again."""
    fields = [(":method", method), (":scheme", "https"), (":path", path), (":authority", "127.0.0.1"), *more]
    # No Huffman code: for rare letters it is longer than what it stands for.
    return hpack.Encoder().encode([hpack.NeverIndexedHeaderTuple(*field) for field in fields], huffman=False)


def headers(stream, block, *flags):
    return frames.HeadersFrame(stream, block, flags=flags or ("END_HEADERS", "END_STREAM")).serialize()


def raw(kind, stream=0, payload=b"", flags=0, length=None):
    """A frame that may lie about its length."""
    length = len(payload) if length is None else length
    return length.to_bytes(3, "big") + bytes([kind, flags]) + stream.to_bytes(4, "big") + payload


def long_request(stream, block):
    """A request without a body whose header block needs several frames."""
    pieces = [block[at:at + 16_000] for at in range(0, len(block), 16_000)]
    ends = [0] * (len(pieces) - 1) + [4]
    return b"".join(
        raw(9 if n else 1, stream, piece, end | (0 if n else 1)) for n, (piece, end) in enumerate(zip(pieces, ends)))


def window_update(stream, increment):
    return raw(8, stream, increment.to_bytes(4, "big"))


def reset(stream, code=CANCEL):
    return raw(3, stream, code.to_bytes(4, "big"))


class Peer:
    """A connection that does what the test says and no more."""

    def __init__(self, server, settings=None, greets=True, protocols=("h2",)):
        self.socket = client_context(server, protocols).wrap_socket(tcp(server), server_hostname="127.0.0.1")
        self.buffer = b""
        self.is_closed = False
        self.decoder = hpack.Decoder()
        if greets:
            self.send(PREFACE, frames.SettingsFrame(settings=settings or {}).serialize())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, *pieces):
        """False once the server has closed."""
        try:
            self.socket.sendall(b"".join(pieces))
            return True
        except (OSError, ssl.SSLError):
            return False

    def has_input(self, seconds=0):
        return self.socket.pending() > 0 or bool(select.select([self.socket], [], [], seconds)[0])

    def read(self, seconds=PATIENCE_SECONDS):
        """All that comes until the server closes or is silent for so long, frame by frame."""
        while True:
            size = int.from_bytes(self.buffer[:3], "big") + 9
            if len(self.buffer) >= max(size, 9):
                found, _ = frames.Frame.parse_frame_header(memoryview(self.buffer[:9]))
                found.parse_body(memoryview(self.buffer[9:size]))
                self.buffer = self.buffer[size:]
                yield found
                continue
            if not self.has_input(seconds):
                return
            try:
                piece = self.socket.recv(65536)
            except (OSError, ssl.SSLError):
                piece = b""
            if not piece:
                self.is_closed = True
                return
            self.buffer += piece

    def next(self, kind, stream=None, seconds=PATIENCE_SECONDS):
        for found in self.read(seconds):
            if isinstance(found, kind) and stream in (None, found.stream_id):
                return found
        return None

    def flood(self, piece, times, batch=200, then=b""):
        """Sends a piece again and again, reading meanwhile, until the server says GOAWAY. A callable gets the round. When a
        request is sent then, its answer says that the server has taken all, and no GOAWAY will come."""
        for start in range(0, times, batch):
            sending = b"".join(piece(i) if callable(piece) else piece for i in range(start, start + batch))
            if not self.send(sending):
                break
            if self.has_input():
                goodbye = self.next(frames.GoAwayFrame, seconds=0)
                if goodbye:
                    return goodbye
        self.send(then)
        last = self.next((frames.GoAwayFrame, frames.HeadersFrame) if then else frames.GoAwayFrame)
        return last if isinstance(last, frames.GoAwayFrame) else None

    def status(self, stream, seconds=PATIENCE_SECONDS):
        """The `:status` of an answer, and what its body says as far as it has come."""
        found = body = None
        for frame in self.read(seconds):
            if isinstance(frame, frames.HeadersFrame):
                fields = dict(self.decoder.decode(frame.data))
                if frame.stream_id == stream and found is None:
                    found, body = int(fields[":status"]), b""
            elif frame.stream_id == stream and isinstance(frame, frames.DataFrame):
                body += frame.data
            elif frame.stream_id == stream and isinstance(frame, frames.RstStreamFrame):
                return found, frame.error_code
            if frame.stream_id == stream and "END_STREAM" in frame.flags:
                return found, body
        return found, body

    def is_answered(self, stream=0x7FFFFFFF):
        """The connection lives: an ordinary request is answered on it."""
        self.send(headers(stream, header_block(path="/livez")))
        return self.next(frames.HeadersFrame, stream) is not None

    def is_let_go(self, seconds=PATIENCE_SECONDS):
        for _ in self.read(seconds):
            pass
        return self.is_closed


class Honest:
    """A watcher on one connection and a client on another, which do nothing wrong."""

    def __init__(self, server):
        self.server = server
        self.client = httpx.Client(
            http2=True, verify=client_context(server, ()), base_url=server.url, timeout=PATIENCE_SECONDS)
        self.watching = httpx.Client(http2=True, verify=client_context(server, ()), base_url=server.url, timeout=None)
        self.count = 0
        self.events = []
        self.arrived = threading.Condition()
        self.turn = threading.Lock()
        made = self.client.post(CONFIG_MAPS, json={"metadata": {"name": "canary"}, "data": {"n": "0"}})
        assert made.status_code == 201, made.text
        self.thread = threading.Thread(target=self._watch, args=(made.json()["metadata"]["resourceVersion"],), daemon=True)
        self.thread.start()
        self.check()

    def _watch(self, version):
        query = {"watch": "1", "resourceVersion": version, "fieldSelector": "metadata.name=canary"}
        with contextlib.suppress(httpx.HTTPError), self.watching.stream("GET", CONFIG_MAPS, params=query) as answer:
            for line in answer.iter_lines():
                with self.arrived:
                    self.events.append(json.loads(line)["object"]["data"]["n"])
                    self.arrived.notify_all()

    def check(self):
        """One request and one event, each in time, and no event of before was lost or told twice."""
        with self.turn:
            self._check()

    def _check(self):
        self.count += 1
        began = self.worked_seconds()
        answer = self.client.patch(
            f"{CONFIG_MAPS}/canary", headers={"content-type": "application/merge-patch+json"},
            content=json.dumps({"data": {"n": str(self.count)}}))
        assert answer.status_code == 200, answer.text
        with self.arrived:
            self.arrived.wait_for(lambda: len(self.events) >= self.count, PATIENCE_SECONDS)
        assert self.events == [str(n) for n in range(1, self.count + 1)]
        assert self.worked_seconds() - began < IN_TIME_SECONDS

    @contextlib.contextmanager
    def checking(self):
        """Checks over and over while something else goes on."""
        is_over, failures = threading.Event(), []

        def work():
            try:
                while not is_over.wait(0.02):
                    self.check()
            except Exception as failure:  # Whatever it is, the test must hear of it.
                failures.append(failure)

        thread = threading.Thread(target=work)
        thread.start()
        try:
            yield
        finally:
            is_over.set()
            thread.join()
        if failures:
            raise failures[0]

    def metrics(self):
        """Each sample of /metrics by its name and labels."""
        answer = self.client.get("/metrics")
        assert answer.status_code == 200
        lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}

    def eventually(self, condition, seconds=PATIENCE_SECONDS):
        """The metrics once they are as wanted."""
        until = time.monotonic() + seconds
        while True:
            found = self.metrics()
            if condition(found) or time.monotonic() > until:
                return found
            time.sleep(0.05)

    def worked_seconds(self):
        """The server's processor time (proc_pid_stat, utime and stime)."""
        fields = pathlib.Path(f"/proc/{self.server.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_bytes(self):
        """Without the pages of its code, which a quiet server gives back and a busy one has again."""
        text = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text()
        return next(int(line.split()[1]) << 10 for line in text.splitlines() if line.startswith("RssAnon"))

    def close(self):
        self.client.close()
        self.watching.close()


def hits(limit):
    return f'apus_http2_limit_hits_total{{limit="{limit}"}}'


def closes(reason):
    return f'apus_http2_connections_closed_total{{reason="{reason}"}}'


@contextlib.contextmanager
def unnoticed(honest, *grown):
    """What happens within costs the honest nothing, and the server little; each metric of `grown` has grown after."""
    before, resident = honest.metrics(), honest.resident_bytes()
    with honest.checking():
        yield before
    honest.check()
    after = honest.eventually(
        lambda now: all(now[name] > before[name] for name in grown)
        and all(now[name] <= before[name] for name in ("apus_http2_connections", "apus_http2_streams"))
        and now["apus_http2_held_request_bytes"] == 0 and now["apus_http2_held_answer_bytes"] == 0)
    for name in grown:
        assert after[name] > before[name], name
    # Nothing stays behind: no connection, no stream but the watch, no bytes.
    assert after["apus_http2_connections"] <= before["apus_http2_connections"]
    assert after["apus_http2_streams"] <= before["apus_http2_streams"]
    assert after["apus_http2_held_request_bytes"] == after["apus_http2_held_answer_bytes"] == 0
    assert honest.resident_bytes() - resident < GROWTH_BYTES
    assert honest.server.process.poll() is None
