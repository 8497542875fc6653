"""One misbehaving peer costs itself its stream or its connection, and nobody else anything."""
import contextlib
import socket
import time

import pytest
from conftest import Server
from hostile import (
    CALM, CANCEL, COMPRESSION, CONFIG_MAPS, FLOW_CONTROL, FRAME_SIZE, PREFACE, PROTOCOL, REFUSED, STREAM_CLOSED,
    Honest, Peer, closes, header_block, headers, hits, long_request, raw, reset, tcp, unnoticed, window_update)
from hyperframe import frame as frames


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """The limits that ship."""
    running = Server(tmp_path_factory.mktemp("usual") / "data").start()
    honest = Honest(running)
    yield honest
    honest.close()
    running.stop()


@pytest.fixture(scope="module")
def strict(tmp_path_factory):
    """Shorter times, though long enough for the honest on a busy machine, and smaller shares."""
    limits = ("handshake_milliseconds=3000,headers_milliseconds=3000,body_milliseconds=3000,stalled_milliseconds=4000,"
              "handshakes=40,connection_answer_bytes=8388608,server_answer_bytes=33554432")
    running = Server(tmp_path_factory.mktemp("strict") / "data", "--http2-limits", limits).start()
    honest = Honest(running)
    yield honest
    honest.close()
    running.stop()


GET = header_block()
POST = header_block("POST", CONFIG_MAPS, ("content-type", "application/json"))
OPEN = ("END_HEADERS",)


def odd(number):
    return 2 * number + 1


def says_why(goodbye, code, *words):
    assert goodbye is not None, "no GOAWAY came"
    assert goodbye.error_code == code
    text = goodbye.additional_data.decode()
    assert all(word in text for word in words), text


# Floods

def test_rapid_reset(usual):
    with unnoticed(usual, hits("resets_before_answer"), closes("abuse")), Peer(usual.server) as peer:
        goodbye = peer.flood(lambda n: headers(odd(n), GET) + reset(odd(n)), 40_000)
        says_why(goodbye, CALM, "reset before their answer", "4096 at once")
        assert peer.is_let_go()


PATHLESS = bytes([0x82, 0x87])
MADE_RESETS = {
    "a window over 2^31-1": lambda s: headers(s, POST, *OPEN) + window_update(s, 0x7FFFFFFF),
    "a body longer than it says": lambda s: headers(
        s, header_block("POST", CONFIG_MAPS, ("content-length", "1")), *OPEN) + raw(0, s, b"xx", 1),
    "a request without a path": lambda s: headers(s, PATHLESS),
}


@pytest.mark.parametrize("fault", MADE_RESETS)
def test_resets_that_the_server_is_made_to_send(usual, fault):
    with unnoticed(usual, hits("resets_sent"), closes("abuse")), Peer(usual.server) as peer:
        goodbye = peer.flood(lambda n: MADE_RESETS[fault](odd(n)), 4_000, batch=20)
        says_why(goodbye, CALM, "had to be reset", "500 at once")
        assert peer.is_let_go()


def test_continuation_flood(usual):
    with unnoticed(usual, hits("continuations"), closes("abuse")), Peer(usual.server) as peer:
        peer.send(headers(1, GET[:3], "END_STREAM"))
        says_why(peer.flood(raw(9, 1, b""), 10_000), CALM, "CONTINUATION")
        assert peer.is_let_go()


FLOODS = {
    "pings": ("pings", raw(6, 0, bytes(8)), 40_000),
    "acknowledged pings": ("pings", raw(6, 0, bytes(8), 1), 40_000),
    "settings": ("settings", raw(4), 10_000),
    "priorities": ("priorities", raw(2, 1, b"\0\0\0\0\x10"), 200_000),
    "unknown frames": ("unknown_frames", raw(0xEE, 0, b"???"), 10_000),
}


@pytest.mark.parametrize("name", FLOODS)
def test_flood_of_cheap_frames(usual, name):
    limit, frame, times = FLOODS[name]
    with unnoticed(usual, hits(limit), closes("abuse")), Peer(usual.server) as peer:
        peer.send(headers(1, POST, *OPEN))
        says_why(peer.flood(frame, times, batch=2_000), CALM, "at once")
        assert peer.is_let_go()


def test_flood_of_window_updates(usual):
    """200,000 a second are allowed, and as many at once. A machine may be too slow for more: then they are no offence."""
    times, seconds = 3_000_000, (3_000_000 - 200_000) / 200_000
    with unnoticed(usual) as before, Peer(usual.server) as peer:
        peer.send(headers(1, POST, *OPEN))
        began = time.monotonic()
        goodbye = peer.flood(window_update(1, 1), times, batch=2_000, then=headers(3, header_block(path="/livez")))
        if goodbye is None:
            assert time.monotonic() - began > seconds
        else:
            says_why(goodbye, CALM, "at once")
            assert peer.is_let_go()
    after = usual.metrics()
    for name in (hits("window_updates"), closes("abuse")):
        assert after[name] == before[name] + (goodbye is not None)


def test_flood_of_empty_data(usual):
    with unnoticed(usual, hits("empty_data"), closes("abuse")), Peer(usual.server) as peer:
        peer.send(headers(1, POST, *OPEN))
        says_why(peer.flood(raw(0, 1), 10_000), CALM, "empty DATA")
        assert peer.is_let_go()


def test_too_many_settings_at_once(usual):
    with unnoticed(usual, hits("settings_entries"), closes("abuse")), Peer(usual.server) as peer:
        peer.send(raw(4, 0, b"\0\x03\0\0\0\x64" * 33))
        says_why(peer.next(frames.GoAwayFrame), CALM, "SETTINGS")
        assert peer.is_let_go()


def test_pings_by_a_peer_that_reads_nothing(usual):
    """The answers pile up in the kernel and then in the server, which must not keep more than a thousand."""
    with unnoticed(usual), Peer(usual.server) as peer:
        peer.socket.settimeout(2)
        for _ in range(200):
            if not peer.send(raw(6, 0, bytes(8)) * 2_000):
                break
        usual.check()


# Header lists

def test_a_header_list_over_the_limit(usual):
    with unnoticed(usual, hits("header_list_bytes")), Peer(usual.server) as peer:
        # Less than 64 KiB as it is sent; more as RFC 9113, section 10.5.1 counts.
        peer.send(long_request(1, header_block("GET", CONFIG_MAPS, *(("x", str(n)) for n in range(2_000)))))
        status, body = peer.status(1)
        assert (status, b"65536" in body) == (431, True)
        assert peer.is_answered(3)


def test_a_path_of_100_kilobytes(usual):
    """A single field over 64 KiB is more than HPACK's decoder takes: that cannot be the stream's fault alone."""
    with unnoticed(usual, closes("protocol_error")), Peer(usual.server) as peer:
        peer.send(long_request(1, header_block("GET", "/" + "a" * 100_000)))
        goodbye = peer.next(frames.GoAwayFrame)
        says_why(goodbye, COMPRESSION, "65536 bytes")
        assert peer.is_let_go()


def test_a_path_of_40_kilobytes(usual):
    """Long, but allowed; it names nothing."""
    with unnoticed(usual), Peer(usual.server) as peer:
        peer.send(long_request(1, header_block("GET", "/api/v1/" + "a" * 40_000)))
        assert peer.status(1)[0] == 404


def test_hpack_bomb(usual):
    """4 KB in the table, named 12,000 times with one byte each: 48 MB of header fields in 12 KB."""
    with unnoticed(usual, hits("header_list_bytes"), hits("bad_headers"), closes("abuse")), Peer(usual.server) as peer:
        big = b"\x40\x01x" + bytes([0x7F]) + varint(3_900 - 127) + b"a" * 3_900
        peer.send(headers(1, GET + big + b"\xbe" * 12_000))
        assert peer.status(1)[0] == 431
        # 20 of them are too much, too, and read fast enough to be over budget on any machine.
        goodbye = peer.flood(lambda n: headers(odd(n + 1), GET + b"\xbe" * 20), 4_000, batch=50)
        says_why(goodbye, CALM, "header lists")
        assert peer.is_let_go()


def varint(value):
    out = b""
    while value >= 128:
        out += bytes([value % 128 + 128])
        value //= 128
    return out + bytes([value])


# Windows

@pytest.fixture(scope="module")
def large(strict):
    """Three objects of a megabyte: a list of them has three."""
    for n in range(3):
        made = strict.client.post(CONFIG_MAPS, json={"metadata": {"name": f"large-{n}"}, "data": {"x": "y" * 1_000_000}})
        assert made.status_code == 201


def test_zero_windows_hold_little(strict, large):
    """Two lists of 3 MB fill half of the share: then this peer's requests wait, until those are given up as stalled."""
    grown = hits("connection_answer_bytes"), hits("stalled_milliseconds")
    with unnoticed(strict, *grown), Peer(strict.server, {4: 0}) as peer:
        peer.send(*(headers(odd(n), GET) for n in range(1_000)))
        answers, resets = {"200": 0, "429": 0}, 0
        while resets < 2:
            frame = next(peer.read())
            if isinstance(frame, frames.HeadersFrame):
                answers[dict(peer.decoder.decode(frame.data))[":status"]] += 1
            elif isinstance(frame, frames.RstStreamFrame):
                assert frame.error_code == CANCEL
                resets += 1
        # What was given to the handler before its first answer came may be too much, and is answered so.
        assert answers["200"] <= 4 and answers["429"] <= 16


def test_lists_without_end_delay_others_little(strict, large):
    """A peer that reads all it asks for, and always asks for more, has its turns; others have theirs."""
    with unnoticed(strict), Peer(strict.server, {4: (1 << 31) - 1}) as peer:
        peer.send(window_update(0, (1 << 31) - 1 - 65_535), *(headers(odd(n), GET) for n in range(100)))
        ends = 0
        for frame in peer.read():
            ends += "END_STREAM" in frame.flags
            if ends == 100:
                break
        assert ends == 100


def test_a_watch_behind_a_shut_window_is_kept(strict):
    """A slow reader is no offender: it stalls, and has every event when it opens its window."""
    with unnoticed(strict), Peer(strict.server, {4: 0}) as peer:
        peer.send(headers(1, header_block("GET", f"{CONFIG_MAPS}?watch=1&fieldSelector=metadata.name=canary")))
        assert peer.next(frames.HeadersFrame, 1) is not None
        # Longer than an answer that is whole would be kept.
        assert not peer.is_let_go(6)
        peer.send(window_update(1, 1 << 20))
        data = peer.next(frames.DataFrame, 1)
        assert data is not None and b'"ADDED"' in data.data


def test_window_overflow_of_the_connection(usual):
    with unnoticed(usual, closes("protocol_error")), Peer(usual.server) as peer:
        peer.send(window_update(0, 0x7FFFFFFF))
        assert peer.next(frames.GoAwayFrame).error_code == FLOW_CONTROL
        assert peer.is_let_go()


def test_window_overflow_of_a_stream(usual):
    with unnoticed(usual), Peer(usual.server) as peer:
        peer.send(headers(1, POST, *OPEN), window_update(1, 0x7FFFFFFF))
        assert peer.next(frames.RstStreamFrame, 1).error_code == FLOW_CONTROL
        assert peer.is_answered(3)


# Slowness

def test_slow_tls_handshakes(strict):
    with unnoticed(strict, hits("handshake_milliseconds"), closes("handshake_timeout")):
        silent, slow = tcp(strict.server), tcp(strict.server)
        slow.sendall(b"\x16\x03\x01\x02\0\x01")
        for sock in silent, slow:
            assert ended(sock)


def test_no_preface(strict):
    with unnoticed(strict, hits("handshake_milliseconds"), closes("handshake_timeout")):
        with Peer(strict.server, greets=False) as peer:
            peer.send(PREFACE[:10])
            assert peer.is_let_go()


def test_headers_that_never_end(strict):
    with unnoticed(strict, hits("headers_milliseconds"), closes("handshake_timeout")), Peer(strict.server) as peer:
        peer.send(raw(1, 1, GET[:4], 0, length=60))
        says_why(peer.next(frames.GoAwayFrame), CALM, "headers", "3000 ms")
        assert peer.is_let_go()


def test_a_body_that_never_ends(strict):
    with unnoticed(strict, hits("body_milliseconds")), Peer(strict.server) as peer:
        peer.send(headers(1, POST, *OPEN))
        found = None
        for _ in range(600):
            peer.send(raw(0, 1, b"{"))
            found = peer.next(frames.DataFrame, 1, 0.1)
            if found:
                break
        assert found is not None and found.data == b"a request's body was not complete within 3000 ms\n"
        assert peer.is_answered(3)


def test_connections_that_are_only_opened(strict):
    """Far more than may have an unfinished handshake: the oldest make room, so an honest one always gets in."""
    with unnoticed(strict, hits("handshakes"), closes("handshake_timeout")):
        sockets = [tcp(strict.server) for _ in range(400)]
        with Peer(strict.server) as peer:
            assert peer.is_answered()
        strict.check()
        for sock in sockets:
            sock.close()


def test_half_closed_connections(usual):
    """The peer ends its half and reads nothing more: what it asked for is not kept for it."""
    with unnoticed(usual):
        peers = [Peer(usual.server) for _ in range(10)]
        for peer in peers:
            peer.send(headers(1, header_block("GET", f"{CONFIG_MAPS}?watch=1")))
            assert peer.next(frames.HeadersFrame, 1) is not None
            peer.socket.shutdown(socket.SHUT_WR)
        for peer in peers:
            assert peer.is_let_go()
            peer.close()


# Streams and requests

def test_more_streams_than_allowed(usual):
    with unnoticed(usual, hits("concurrent_streams")), Peer(usual.server) as peer:
        assert peer.next(frames.SettingsFrame).settings[3] == 4_096
        peer.send(raw(4, 0, b"", 1))
        for n in range(0, 4_100, 100):
            peer.send(b"".join(headers(odd(n + i), POST, *OPEN) for i in range(100)))
        found = next(f for f in peer.read() if isinstance(f, (frames.GoAwayFrame, frames.RstStreamFrame)))
        if isinstance(found, frames.GoAwayFrame):
            says_why(found, PROTOCOL, "max concurrent streams")
        else:
            assert found.error_code == REFUSED


class Upload:
    """Bodies on a connection, sent as far as the server's windows allow."""

    def __init__(self, peer):
        self.peer = peer
        self.stream_window = peer.next(frames.SettingsFrame).settings[4]
        peer.send(raw(4, 0, b"", 1))
        self.windows = {0: 65_535}

    def open(self, stream):
        self.windows[stream] = self.stream_window
        self.peer.send(headers(stream, POST, *OPEN))

    def send(self, stream, total, ends=True):
        """The head of the answer that came instead of taking it all, or None."""
        sent = 0
        while sent < total:
            room = min(total - sent, self.windows[stream], self.windows[0], 16_384)
            if room:
                self.peer.send(raw(0, stream, b" " * room, int(ends and sent + room == total)))
                sent += room
                for window in (0, stream):
                    self.windows[window] -= room
            while room == 0 or sent < total and self.peer.has_input():
                frame = next(self.peer.read(), None)
                if isinstance(frame, frames.WindowUpdateFrame):
                    self.windows[frame.stream_id] += frame.window_increment
                    room = 1
                elif isinstance(frame, frames.HeadersFrame) and frame.stream_id == stream:
                    return dict(self.peer.decoder.decode(frame.data))
                assert frame is not None and not isinstance(frame, frames.RstStreamFrame)
        return None


def test_bodies_over_the_limit(usual):
    with unnoticed(usual, hits("request_body_bytes")), Peer(usual.server) as peer:
        upload = Upload(peer)
        upload.open(1)
        assert upload.send(1, (3 << 20) + 1) is None
        status, body = peer.status(1)
        assert status == 413 and b'"RequestEntityTooLarge"' in body and b"limit is 3145728" in body
        assert peer.is_answered(3)


@pytest.mark.parametrize("limit,peers", [("connection_request_bytes", 1), ("server_request_bytes", 2)])
def test_bodies_that_are_never_whole(tmp_path, limit, peers):
    """Together they have a share of their connection and of the server; what is over it is refused, and the rest stays."""
    limits = "connection_request_bytes=4194304,server_request_bytes=" + ("8388608" if peers == 1 else "5242880")
    server = Server(tmp_path / "data", "--http2-limits", limits).start()
    honest = Honest(server)
    try:
        with unnoticed(honest, hits(limit)), contextlib.ExitStack() as stack:
            uploads = [Upload(stack.enter_context(Peer(server))) for _ in range(peers)]
            for upload in uploads:
                for stream in (1, 3) if peers == 1 else (1,):
                    upload.open(stream)
            # 2.75 MiB each: one fits, two do not.
            parts = [(uploads[0], 1), (uploads[-1], 3 if peers == 1 else 1)]
            told = [upload.send(stream, 11 << 18, ends=False) for upload, stream in parts]
            assert told[0] is None
            assert told[1][":status"] == "429" and told[1]["retry-after"]
            peer, stream = parts[1][0].peer, parts[1][1]
            assert b"incomplete requests" in peer.next(frames.DataFrame, stream).data
            honest.check()
            for upload in uploads:
                assert upload.peer.is_answered(5)
    finally:
        honest.close()
        server.stop()


def test_ten_thousand_unknown_paths(usual):
    with unnoticed(usual) as before, Peer(usual.server) as peer:
        resident = usual.resident_bytes()
        answered = 0
        for start in range(0, 10_000, 500):
            peer.send(b"".join(headers(odd(n), header_block(path=f"/unknown/{n}/path")) for n in range(start, start + 500)))
            while answered < start + 500:
                frame = peer.next(frames.DataFrame)
                peer.send(window_update(0, max(1, frame.flow_controlled_length)))
                answered += "END_STREAM" in frame.flags
        after = usual.metrics()
        assert after['apus_requests_total{code="404"}'] >= 10_000
        # The code 404, in all and among requests for nothing in particular.
        assert len(after.keys() - before.keys()) <= 2
        assert usual.resident_bytes() - resident < 16 << 20


# Things that are not HTTP/2

MALFORMED = {
    "DATA on stream 0": (raw(0, 0, b"x"), PROTOCOL),
    "DATA on an idle stream": (raw(0, 1, b"x"), PROTOCOL),
    "DATA after the end": (headers(1, GET) + raw(0, 1, b"x"), STREAM_CLOSED),
    "HEADERS on stream 0": (raw(1, 0, GET, 5), PROTOCOL),
    "HEADERS on an even stream": (raw(1, 2, GET, 5), PROTOCOL),
    "HPACK that refers to nothing": (raw(1, 1, b"\xff\xff\xff\x0f", 5), COMPRESSION),
    "more padding than frame": (raw(1, 1, b"\xff" + GET, 0xD), PROTOCOL),
    "PRIORITY of 4 bytes": (raw(2, 1, bytes(4)), FRAME_SIZE),
    "RST_STREAM of 3 bytes": (headers(1, POST, *OPEN) + raw(3, 1, bytes(3)), FRAME_SIZE),
    "RST_STREAM on an idle stream": (reset(5), PROTOCOL),
    "SETTINGS of 5 bytes": (raw(4, 0, bytes(5)), FRAME_SIZE),
    "SETTINGS on a stream": (raw(4, 1), PROTOCOL),
    "SETTINGS acknowledged with a payload": (raw(4, 0, bytes(6), 1), FRAME_SIZE),
    "ENABLE_PUSH of 2": (raw(4, 0, b"\0\x02\0\0\0\x02"), PROTOCOL),
    "INITIAL_WINDOW_SIZE of 2^31": (raw(4, 0, b"\0\x04\x80\0\0\0"), FLOW_CONTROL),
    "MAX_FRAME_SIZE of 1": (raw(4, 0, b"\0\x05\0\0\0\x01"), PROTOCOL),
    "PUSH_PROMISE": (headers(1, POST, *OPEN) + raw(5, 1, b"\0\0\0\x02" + GET, 4), PROTOCOL),
    "PING of 7 bytes": (raw(6, 0, bytes(7)), FRAME_SIZE),
    "PING on a stream": (raw(6, 1, bytes(8)), PROTOCOL),
    "GOAWAY of 7 bytes": (raw(7, 0, bytes(7)), FRAME_SIZE),
    "GOAWAY on a stream": (raw(7, 1, bytes(8)), PROTOCOL),
    "WINDOW_UPDATE of 3 bytes": (raw(8, 0, bytes(3)), FRAME_SIZE),
    "WINDOW_UPDATE of nothing": (window_update(0, 0), PROTOCOL),
    "CONTINUATION out of nowhere": (raw(9, 1, GET, 4), PROTOCOL),
    "another frame within a header block": (raw(1, 1, GET, 1) + raw(6, 0, bytes(8)), PROTOCOL),
    "a frame of 16 MB": (raw(0, 1, b"x" * 100, length=0xFFFFFF), FRAME_SIZE),
}


def test_malformed_frames(usual):
    """Each ends its connection with the code that RFC 9113 names."""
    with unnoticed(usual, closes("protocol_error")) as before:
        for name, (sent, code) in MALFORMED.items():
            with Peer(usual.server) as peer:
                assert peer.send(sent), name
                goodbye = peer.next(frames.GoAwayFrame)
                assert goodbye is not None and goodbye.error_code == code, name
                assert peer.is_let_go(), name
    after = usual.metrics()
    assert after[closes("protocol_error")] - before[closes("protocol_error")] == len(MALFORMED)


MALFORMED_REQUESTS = {
    "no path": PATHLESS,
    "an upper-case name": GET + b"\x10\x01X\x01y",
    "a connection header": GET + b"\x10\x0aconnection\x05close",
    "a late pseudo-header": GET + b"\x10\x01x\x01y\x10\x05:path\x01/",
    "two paths": GET + b"\x10\x05:path\x01/",
    "a line break in a value": GET + b"\x10\x01x\x03a\r\n",
    "a value that is not UTF-8": GET + b"\x10\x01x\x02\xff\xfe",
}


def test_malformed_requests(usual):
    """Each is its own stream's fault: the next request on the connection is answered."""
    with unnoticed(usual, "apus_http2_resets_sent_total"):
        for name, block in MALFORMED_REQUESTS.items():
            with Peer(usual.server) as peer:
                peer.send(headers(1, block))
                found = peer.next(frames.RstStreamFrame, 1)
                assert found is not None and found.error_code == PROTOCOL, name
                assert peer.is_answered(3), name


def test_a_peer_that_says_goodbye(usual):
    """GOAWAY of the peer: what it asked for before is still answered."""
    with unnoticed(usual), Peer(usual.server) as peer:
        peer.send(headers(1, GET), raw(7, 0, bytes(8)))
        assert peer.status(1)[0] == 200


@pytest.mark.parametrize("preface", [b"GET / HTTP/1.1\r\nHost: apus\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n", bytes(24)])
def test_bad_prefaces(usual, preface):
    with unnoticed(usual, closes("protocol_error")), Peer(usual.server, greets=False) as peer:
        peer.send(preface)
        says_why(peer.next(frames.GoAwayFrame), PROTOCOL, "preface")
        assert peer.is_let_go()


def ended(sock):
    """All that comes to the end; None when no end comes."""
    text = b""
    try:
        while piece := sock.recv(4096):
            text += piece
    except ConnectionResetError:
        pass
    except TimeoutError:
        return None
    return text or b"-"


def test_plain_http_on_the_tls_port(usual):
    with unnoticed(usual, closes("handshake_failed")), tcp(usual.server) as sock:
        sock.sendall(b"GET /api HTTP/1.1\r\nHost: apus\r\n\r\n")
        said = ended(sock)
        assert said.startswith(b"HTTP/1.0 400 Bad Request\r\n") and b"https" in said


@pytest.mark.parametrize("hello", [PREFACE + raw(4), b"\x16\x03\x01\x00\x05hello", bytes(100), b"SSH-2.0-x\r\n"])
def test_noise_on_the_tls_port(usual, hello):
    with unnoticed(usual, closes("handshake_failed")), tcp(usual.server) as sock:
        sock.sendall(hello)
        assert ended(sock)


# And those who are not to be mistaken for the above

def test_thousands_of_watches_come_and_go(usual):
    """Opened, answered and cancelled, 12,000 of them; then 3,000 given up at once, unanswered or not."""
    with unnoticed(usual), Peer(usual.server) as peer:
        block = header_block("GET", f"{CONFIG_MAPS}?watch=1&resourceVersion=0&fieldSelector=metadata.name=none")
        stream = 1
        for count in [1_000] * 12 + [3_000]:
            mine = range(stream, stream + 2 * count, 2)
            stream += 2 * count
            peer.send(*(headers(s, block) for s in mine))
            if count == 1_000:
                waiting = set(mine)
                for frame in peer.read():
                    assert not isinstance(frame, (frames.GoAwayFrame, frames.RstStreamFrame)), frame
                    if isinstance(frame, frames.HeadersFrame):
                        waiting.discard(frame.stream_id)
                    if not waiting:
                        break
            peer.send(*(reset(s) for s in mine))
        assert peer.is_answered(stream)
    assert usual.metrics()["apus_http2_streams"] <= 2
