"""Kubernetes' API server answered these requests so; ours answers the same."""
import json
import pathlib

import pytest
from exchange import Session, differences, normal

FOLDER = pathlib.Path(__file__).parent / "exchanges"

# Where our answer rightly differs: scenario, number, why.
DIFFER = {
    ("discovery", 0): "says where the server was recorded",
    ("rights", 6): "says where the server was recorded",
    ("watches", 14): "upstream's answer comes from an etcd too old for it; ours serves initial events",
}


@pytest.mark.parametrize("scenario", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_answers_as_kubernetes_does(scenario, server):
    recorded = json.loads((FOLDER / f"{scenario}.json").read_text())
    steps, managed = recorded["exchanges"], recorded.get("managed", False)
    session = Session(server.url, server.pki("ca.crt"), server.pki("admin.crt"), server.pki("admin.key"))
    faults, compared = [], 0
    for number, step in enumerate(steps):
        request = step["request"]
        found = session.send(request)
        if "response" not in step or (scenario, number) in DIFFER:
            continue
        compared += 1
        different = list(differences(step["response"], normal(found, managed=managed)))
        if different:
            faults.append(f"{number} {request['method']} {request['path']}: " + "; ".join(different[:4]))
    assert compared > 0
    assert not faults, "\n".join(faults)
