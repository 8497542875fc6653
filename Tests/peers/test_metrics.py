"""/metrics is what Prometheus reads: its own linter and the growth of the figures say so."""
import json
import re
import shutil
import socket
import struct
import subprocess
import time

import httpx
import pytest
from conftest import BINARIES
from hostile import (
    CALM, CONFIG_MAPS, Honest, Peer, client_context, frames, header_block, headers, hits, raw, reset, window_update)

LABEL = r'[a-z_]+="[A-Za-z0-9_.+\-]*"'
SAMPLE = re.compile(r'^[a-z_0-9]+(\{' + LABEL + '(,' + LABEL + r')*\})? -?[0-9.]+$')


@pytest.fixture
def page(server):
    honest = Honest(server)
    answer = honest.client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    yield answer.text
    honest.close()


@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is not installed (Debian: prometheus)")
def test_promtool_finds_no_fault(page):
    found = subprocess.run(["promtool", "check", "metrics"], input=page, text=True, capture_output=True)
    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def test_each_family_has_help_and_type_before_its_samples(page):
    seen = {}
    for line in page.splitlines():
        if line.startswith("# "):
            _, word, name, text = line.split(" ", 3)
            assert text
            seen.setdefault(name, []).append(word)
        else:
            assert SAMPLE.match(line), line
            name = re.split(r"[{ ]", line)[0]
            assert seen.get(name, seen.get(re.sub("_(bucket|sum|count)$", "", name))) == ["HELP", "TYPE"]


def test_figures_grow_with_what_happens(server):
    honest = Honest(server)
    before = honest.metrics()
    for _ in range(10):
        assert honest.client.get(f"{CONFIG_MAPS}/canary").status_code == 200
    after = honest.metrics()
    grown = {name: after[name] - before.get(name, 0) for name in after}
    # The second scrape has arrived when it is counted, and is answered after.
    assert grown["apus_requests_started_total"] == grown["apus_http2_streams_opened_total"] == 11
    assert grown['apus_requests_total{code="200"}'] == 11
    assert grown["apus_http2_received_bytes_total"] > 0 and grown["apus_http2_sent_bytes_total"] > 0
    assert after["apus_http2_connections"] == after["apus_http2_connections_accepted_total"] == 2
    assert sum(after[name] for name in after if name.startswith("apus_http2_loop_connections")) == 2
    # The watch, and the scrape itself.
    assert after["apus_http2_streams"] == 2
    assert after[hits("pings")] == 0
    assert after["process_resident_memory_bytes"] > 1 << 20
    honest.close()


class Scrapes:
    """A client that writes, and reads the figures before and after."""

    def __init__(self, server):
        self.client = httpx.Client(http2=True, verify=client_context(server, ()), base_url=server.url, timeout=120)
        # Scrapes, from that of `begin` on.
        self.count = 0

    def metrics(self):
        self.count += 1
        lines = [line for line in self.client.get("/metrics").text.splitlines() if not line.startswith("#")]
        return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}

    def begin(self):
        self.before, self.began = self.metrics(), time.monotonic()
        self.count = 1

    def grown(self, prefix="apus_watch", seconds=60, until=lambda grown: True):
        """All samples of the families that are not as they were at `begin`, by how much, once they are as wanted. A figure
        is read while others still move: what is to be so together has to be waited for together."""
        end = time.monotonic() + seconds
        while True:
            now = self.metrics()
            found = {name: now[name] - self.before.get(name, 0) for name in now if name.startswith(prefix)}
            found = {name: value for name, value in found.items() if value != 0}
            if until(found) or time.monotonic() > end:
                return found
            time.sleep(0.02)

    def put(self, name, labels=None, data="", path=CONFIG_MAPS):
        """Writes an object, whether it is there or not; returns its version."""
        answer = self.client.patch(
            f"{path}/{name}", headers={"content-type": "application/merge-patch+json"},
            content=json.dumps({"data": {"n": data or str(time.monotonic_ns())}}))
        if answer.status_code == 404:
            answer = self.client.post(path, json={"metadata": {"name": name, "labels": labels or {}}, "data": {"n": data}})
        assert answer.status_code in (200, 201), answer.text
        return answer.json()["metadata"]["resourceVersion"]


@pytest.fixture
def scrapes(server):
    found = Scrapes(server)
    yield found
    found.client.close()


def figure(name, **labels):
    """One sample of the config maps' watches, by its name and labels as they are written."""
    more = "".join(f',{key}="{value}"' for key, value in labels.items())
    return f'apus_{name}{{group="",resource="configmaps"{more}}}'


def watch(stream, version, query=""):
    return headers(stream, header_block(path=f"{CONFIG_MAPS}?watch=1&resourceVersion={version}{query}"))


def events(peer, wanted):
    """Reads until each stream has as many whole events; returns what each was told."""
    found = {stream: b"" for stream in wanted}
    while any(found[stream].count(b"\n") < count for stream, count in wanted.items()):
        frame = peer.next(frames.DataFrame, seconds=60)
        assert frame, found
        found[frame.stream_id] += frame.data
    return {stream: [json.loads(line) for line in told.splitlines()] for stream, told in found.items()}


def ends(grown):
    """Why watches have ended, and how many."""
    return {name: value for name, value in grown.items() if "closed_total" in name}


def histogram(grown):
    """The histogram's growth: its count, its sum in seconds, its buckets by their bounds."""
    buckets = {
        float(re.search('le="([^"]+)"', name)[1].replace("+Inf", "inf")): value
        for name, value in grown.items() if name.startswith("apus_watch_delivery_seconds_bucket")}
    return grown[figure("watch_delivery_seconds_count")], grown[figure("watch_delivery_seconds_sum")], buckets


def test_each_figure_of_the_watches_moves_by_what_happened(server, scrapes):
    start = scrapes.put("a", {"app": "x"})
    scrapes.begin()
    with Peer(server) as peer:
        peer.send(watch(1, start), watch(3, start), watch(5, start, "&labelSelector=app%3Dx"))
        # One loop has them all, since one connection does.
        wanted = {
            figure("watches"): 3, figure("watch_groups"): 2, figure("watch_opened_total"): 3,
            figure("watch_resumes_total", **{"from": "log"}): 3, figure("watch_logs"): 2}
        assert scrapes.grown(until=lambda grown: grown == wanted) == wanted

        for name in ("a", "a", "b", "a", "b"):
            scrapes.put(name)
        assert [len(told) for told in events(peer, {1: 5, 3: 5, 5: 3}).values()] == [5, 5, 3]
        told = scrapes.grown(until=lambda grown: grown.get(figure("watch_deliveries_total")) == 13)
        took = time.monotonic() - scrapes.began
        count, total, buckets = histogram(told)
        assert count == told[figure("watch_deliveries_total")] == buckets[float("inf")] == 13
        # Not a single one is later than all of this took; and each takes some time.
        assert 13e-7 < total < 13 * took
        assert all(value == 13 for bound, value in buckets.items() if bound > took)
        assert list(buckets.values()) == sorted(buckets.values())

        peer.send(reset(1))
        peer.send(watch(7, start, "&timeoutSeconds=3"))
        assert len(events(peer, {7: 5})[7]) == 5
        assert "END_STREAM" in peer.next(frames.DataFrame, 7, 60).flags
        ended = scrapes.grown(until=lambda grown: grown.get(figure("watch_closed_total", reason="timeout")) == 1
                              and grown[figure("watches")] == grown[figure("watch_groups")] == 2
                              and figure("watch_log_bytes") not in grown)
        assert ended[figure("watch_closed_total", reason="cancelled")] == ended[figure("watch_closed_total", reason="timeout")] == 1
        assert ended[figure("watch_resumes_total", **{"from": "history"})] == 1
        assert ended[figure("watch_initial_events_total")] == 5
        assert ended[figure("watches")] == ended[figure("watch_groups")] == 2
        # Nobody has anything left to read.
        assert figure("watch_log_bytes") not in ended
        assert ended[figure("watch_deliveries_total")] == 13
        seen = scrapes.metrics()
        labels = 'group="",kind="ConfigMap",resource="configmaps",version="v1"'
        assert seen[f"apiserver_watch_events_total{{{labels}}}"] == 18
        assert [value for name, value in seen.items() if name.startswith("apiserver_longrunning_requests")
                and 'resource="configmaps"' in name] == [2]
    now_none = {figure("watches"), figure("watch_groups"), figure("watch_logs")}
    closed = {
        figure("watch_closed_total", reason="cancelled"): 1, figure("watch_closed_total", reason="timeout"): 1,
        figure("watch_closed_total", reason="disconnected"): 2}
    gone = scrapes.grown(until=lambda grown: not now_none & set(grown) and ends(grown) == closed)
    assert not now_none & set(gone) and ends(gone) == closed
    # No other resource, and nothing that did not happen.
    assert all('resource="configmaps"' in name for name in gone)
    assert not [name for name in gone if re.search("stalls|refused|bookmarks", name)]


def test_the_end_of_a_connection_is_the_reason_why_its_watches_ended(server, scrapes):
    start = scrapes.put("a")
    scrapes.begin()
    with Peer(server) as peer:
        peer.send(watch(1, start), watch(3, start))
        assert peer.next(frames.HeadersFrame, 3, 60)
        # The socket's end is then a reset.
        peer.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    with Peer(server) as peer:
        peer.send(watch(1, start))
        assert peer.flood(raw(6, 0, bytes(8)), 20_000).error_code == CALM
    wanted = {figure("watch_closed_total", reason="lost"): 2, figure("watch_closed_total", reason="abuse"): 1}
    grown = scrapes.grown(until=lambda grown: grown.get(figure("watch_opened_total")) == 3 and ends(grown) == wanted)
    assert ends(grown) == wanted


def test_shutdown_ends_no_watch_unheard(server, scrapes):
    """A watch in order: the answer's end, not a broken connection."""
    start = scrapes.put("a")
    with Peer(server) as peer:
        peer.send(watch(1, start))
        assert peer.next(frames.HeadersFrame, 1, 60)
        server.stop()
        last = [frame for frame in peer.read(20) if frame.stream_id == 1 and "END_STREAM" in frame.flags]
        assert len(last) == 1


def attend(peer):
    """Answers when it is asked whether it is there. What it reads so opens no window."""
    for frame in peer.read(0):
        if isinstance(frame, frames.PingFrame) and "ACK" not in frame.flags:
            peer.send(raw(6, 0, frame.opaque_data, 1))


def test_a_reader_that_stalls_past_history(server, scrapes):
    """Log, then history, then 410; and a new watch from back there is refused."""
    start = scrapes.put("a")
    scrapes.begin()
    with Peer(server) as peer:
        peer.send(watch(1, start))
        assert peer.next(frames.HeadersFrame, 1, 60)
        # The peer's window takes 64 KiB of the first, and the log holds the rest for it.
        scrapes.put("a", data="z" * 1_000_000)
        assert figure("watch_log_bytes") in scrapes.grown(until=lambda grown: figure("watch_log_bytes") in grown)
        # More than the 64 MiB that a resource's history may hold.
        for n in range(70):
            scrapes.put("a", data=chr(97 + n % 26) * 1_000_000)
            attend(peer)
        held = scrapes.metrics()
        assert held[figure("watch_log_bytes")] <= 12 << 20
        assert 0 < held['apus_cache_history_bytes{group="",resource="configmaps"}'] <= 64 << 20
        peer.send(window_update(0, 1 << 30), window_update(1, 1 << 30))
        last = b""
        for frame in peer.read(60):
            if frame.stream_id == 1 and isinstance(frame, frames.DataFrame):
                last = (last + frame.data)[-1_000:]
                if "END_STREAM" in frame.flags:
                    break
        assert json.loads(last[last.rindex(b'{"type"'):])["object"]["code"] == 410
        peer.send(watch(3, start))
        assert b'"code":410' in peer.next(frames.DataFrame, 3, 60).data
        grown = scrapes.grown(until=lambda grown: grown.get(figure("watch_closed_total", reason="expired")) == 1
                              and not {figure("watches"), figure("watch_log_bytes")} & set(grown))
    assert grown[figure("watch_stalls_total")] == grown[figure("watch_closed_total", reason="expired")] == 1
    assert grown[figure("watch_refused_total")] == grown[figure("watch_opened_total")] == 1
    assert grown[figure("watch_deliveries_total")] == histogram(grown)[0]
    assert figure("watches") not in grown and figure("watch_log_bytes") not in grown


def test_requests_are_counted_by_what_they_ask_for(server, scrapes):
    def request(verb, code, scope="namespace", resource="configmaps", version="v1", subresource="", dry_run=""):
        return (f'apiserver_request_total{{component="apiserver",dry_run="{dry_run}",group="",resource="{resource}",'
                f'scope="{scope}",subresource="{subresource}",verb="{verb}",version="{version}",code="{code}"}}')
    client = scrapes.client
    scrapes.begin()
    body = {"metadata": {"name": "a"}}
    assert client.post(CONFIG_MAPS, json=body).status_code == 201
    assert client.post(CONFIG_MAPS, json=body).status_code == 409
    assert client.post(f"{CONFIG_MAPS}?dryRun=All", json={"metadata": {"name": "b"}}).status_code == 201
    for _ in range(3):
        assert client.get(f"{CONFIG_MAPS}/a").status_code == 200
    assert client.get(f"{CONFIG_MAPS}/none").status_code == 404
    assert client.get("/api/v1/configmaps").status_code == 200
    assert client.put(f"{CONFIG_MAPS}/a", json=body).status_code == 200
    scrapes.put("a")
    listed = subprocess.run(
        [BINARIES / "apusctl", "--kubeconfig", server.kubeconfig, "get", "configmaps", "-o", "name"],
        capture_output=True, text=True)
    assert (listed.returncode, listed.stdout.split()) == (0, ["configmap/a"]), listed.stderr
    assert client.delete(f"{CONFIG_MAPS}/a").status_code == 200
    assert client.delete(CONFIG_MAPS).status_code == 200
    assert client.get("/api/v1/nothings").status_code == 404
    wanted = {
        request("POST", 201): 1, request("POST", 409): 1, request("POST", 201, dry_run="All"): 1,
        request("GET", 200): 3, request("GET", 404): 1, request("LIST", 200, "cluster"): 1, request("PUT", 200): 1,
        request("PATCH", 200): 1, request("LIST", 200): 1, request("DELETE", 200): 1,
        request("DELETECOLLECTION", 200): 1, request("GET", 404, "", "", ""): 1}
    scrape = request("GET", 200, "", "", "")
    # Another connection's requests may be counted a moment after they are answered.
    found = scrapes.grown("apiserver_request_total", until=lambda grown: wanted.items() <= grown.items())
    # The scrapes before.
    assert found.pop(scrape) == scrapes.count - 1
    assert found == wanted
    durations = scrapes.grown("apiserver_request_duration_seconds_count", until=lambda grown: (
        sum(grown.values()) == sum(wanted.values()) + scrapes.count - 1))
    assert sum(durations.values()) == sum(wanted.values()) + scrapes.count - 1
    assert sum(scrapes.grown("apiserver_request_duration_seconds_sum").values()) < time.monotonic() - scrapes.began
