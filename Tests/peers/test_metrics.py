"""/metrics is what Prometheus reads: its own linter and the growth of the figures say so."""
import re
import shutil
import subprocess

import pytest
from hostile import CONFIG_MAPS, Honest, hits

SAMPLE = re.compile(r'^[a-z_0-9]+(\{[a-z]+="[A-Za-z0-9_.\-]*"\})? -?[0-9.]+(e[+-][0-9]+)?$')


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
            assert seen[re.split(r"[{ ]", line)[0]] == ["HELP", "TYPE"]


def test_figures_grow_with_what_happens(server):
    honest = Honest(server)
    before = honest.metrics()
    for _ in range(10):
        assert honest.client.get(f"{CONFIG_MAPS}/canary").status_code == 200
    after = honest.metrics()
    grown = {name: after[name] - before[name] for name in after}
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
