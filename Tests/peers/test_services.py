"""Services get addresses and node ports that nobody else has, and give them back."""
import concurrent.futures
import json
import ssl

import httpx
import pytest
from conftest import Server

PATH = "/api/v1/namespaces/default/services"
RANGES = ("--service-cluster-ip-range", "10.77.0.0/28", "--service-node-port-range", "31000-31009")


def client(server):
    context = ssl.create_default_context(cafile=server.pki("ca.crt"))
    context.load_cert_chain(server.pki("admin.crt"), server.pki("admin.key"))
    return httpx.Client(base_url=server.url, verify=context, http2=True, timeout=120)


def make(http, name, **spec):
    return http.post(PATH, json={"metadata": {"name": name}, "spec": {"ports": [{"port": 80}], **spec}})


def at_once(server, names, **spec):
    """Made by eight clients, each with its own connection: httpx' is not for several threads while it is being opened."""
    def some(part):
        with client(server) as http:
            return [make(http, name, **spec) for name in part]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return [answer for part in pool.map(some, [names[i::8] for i in range(8)]) for answer in part]


def addresses(http):
    items = http.get("/apis/networking.k8s.io/v1/ipaddresses").json()["items"]
    return {i["metadata"]["name"]: i["spec"]["parentRef"]["name"] for i in items}


@pytest.fixture
def small(tmp_path):
    server = Server(tmp_path / "data", *RANGES).start()
    yield server
    server.stop()


def test_every_address_of_a_small_range_is_given_once(small):
    with client(small) as http:
        # The API server's own service has the first of the 14.
        answers = at_once(small, [f"s{i}" for i in range(16)])
        made = [a.json() for a in answers if a.status_code == 201]
        assert len(made) == 13
        assert {a.status_code for a in answers if a.status_code != 201} == {500}
        given = [s["spec"]["clusterIP"] for s in made]
        assert len(set(given)) == 13
        known = addresses(http)
        assert {s["spec"]["clusterIP"]: s["metadata"]["name"] for s in made}.items() <= known.items()
        assert http.delete(f"{PATH}/{made[0]['metadata']['name']}").status_code == 200
        assert given[0] not in addresses(http)
        again = make(http, "again")
        assert again.json()["spec"]["clusterIP"] == given[0]
        refused = make(http, "other", clusterIP=given[1])
        assert refused.status_code == 422
        assert refused.json()["details"]["causes"][0]["message"] == (
            f'Invalid value: ["{given[1]}"]: failed to allocate IP {given[1]}: provided IP is already allocated')


def test_node_ports_are_given_once_and_given_back(small):
    with client(small) as http:
        answers = at_once(small, [f"n{i}" for i in range(12)], type="NodePort")
        ports = [a.json()["spec"]["ports"][0]["nodePort"] for a in answers if a.status_code == 201]
        assert sorted(ports) == list(range(31000, 31010))
        assert {a.status_code for a in answers if a.status_code != 201} == {422}
        taken = next(a.json() for a in answers if a.status_code == 201)
        port = taken["spec"]["ports"][0]["nodePort"]
        # Back to a service within the cluster: the port is free again, without being named.
        own = f"{PATH}/{taken['metadata']['name']}"
        changed = http.patch(own, content=json.dumps({"spec": {"type": "ClusterIP", "ports": None}}),
                             headers={"Content-Type": "application/merge-patch+json"})
        assert changed.status_code == 422
        taken["spec"]["type"] = "ClusterIP"
        assert "nodePort" not in http.put(own, json=taken).json()["spec"]["ports"][0]
        assert make(http, "next", type="NodePort").json()["spec"]["ports"][0]["nodePort"] == port


def test_what_was_given_is_known_after_a_restart(tmp_path):
    server = Server(tmp_path / "data", *RANGES).start()
    with client(server) as http:
        made = make(http, "kept", type="NodePort").json()["spec"]
        # Somebody has meddled with the records.
        assert http.delete(f"/apis/networking.k8s.io/v1/ipaddresses/{made['clusterIP']}").status_code == 200
    server.stop()
    server = Server(tmp_path / "data", *RANGES).start()
    with client(server) as http:
        assert addresses(http)[made["clusterIP"]] == "kept"
        assert make(http, "thief", clusterIP=made["clusterIP"]).status_code == 422
        port = made["ports"][0]["nodePort"]
        refused = make(http, "port", type="NodePort", ports=[{"port": 80, "nodePort": port}])
        assert refused.json()["details"]["causes"][0]["message"] == (
            f"Invalid value: {port}: provided port is already allocated")
    server.stop()


def test_an_eviction_spends_the_budget(server):
    with client(server) as http:
        http.post("/api/v1/namespaces/default/serviceaccounts", json={"metadata": {"name": "default"}})
        pods = "/api/v1/namespaces/default/pods"
        merge = {"Content-Type": "application/merge-patch+json"}
        for name in ("a", "b"):
            assert http.post(pods, json={
                "metadata": {"name": name, "labels": {"app": "x"}},
                "spec": {"nodeName": "n", "containers": [{"name": "c", "image": "example.com/i"}]}}).status_code == 201
            http.patch(f"{pods}/{name}/status", headers=merge, content=json.dumps(
                {"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}))
        budgets = "/apis/policy/v1/namespaces/default/poddisruptionbudgets"
        assert http.post(budgets, json={
            "metadata": {"name": "b"},
            "spec": {"minAvailable": 1, "selector": {"matchLabels": {"app": "x"}}}}).status_code == 201

        def evict(name):
            return http.post(f"{pods}/{name}/eviction", json={
                "apiVersion": "policy/v1", "kind": "Eviction", "metadata": {"name": name}})
        early = evict("a")
        assert (early.status_code, early.headers["retry-after"]) == (429, "10")
        http.patch(f"{budgets}/b/status", headers=merge, content=json.dumps({"status": {
            "observedGeneration": 1, "disruptionsAllowed": 1, "currentHealthy": 2, "desiredHealthy": 1,
            "expectedPods": 2}}))
        assert evict("a").status_code == 201
        status = http.get(f"{budgets}/b").json()["status"]
        assert (status["disruptionsAllowed"], list(status["disruptedPods"])) == (0, ["a"])
        late = evict("b")
        assert late.status_code == 429
        assert late.json()["message"] == "Cannot evict pod as it would violate the pod's disruption budget."
        assert late.json()["details"]["causes"][0]["message"] == (
            "The disruption budget b needs 1 healthy pods and has 2 currently")
