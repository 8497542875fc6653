"""A stock gRPC client, made by protoc from proto/, speaks to the binary face."""
import random
import threading

import grpc
import pytest
from stubs import stubs as modules

CONFIG_MAPS = {"version": "v1", "resource": "configmaps"}


@pytest.fixture(scope="session")
def stubs():
    made = modules()
    return made.cluster, made.services, made.core, made.meta


@pytest.fixture
def cluster(server, stubs):
    messages, services, _, _ = stubs
    channel = grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}")
    yield services.ClusterStub(channel)
    channel.close()


def new_config_map(core, name, **data):
    item = core.ConfigMap()
    item.metadata.name = name
    item.data.update(data)
    return item.SerializeToString()


@pytest.fixture
def namespace(cluster, stubs):
    messages, _, core, _ = stubs
    item = core.Namespace()
    item.metadata.name = "rpc"
    cluster.Create(messages.CreateRequest(resource={"version": "v1", "resource": "namespaces"}, value=item.SerializeToString()))
    return "rpc"


def test_create_get_list_update_delete(cluster, stubs, namespace):
    messages, _, core, _ = stubs
    made = cluster.Create(
        messages.CreateRequest(resource=CONFIG_MAPS, namespace=namespace, value=new_config_map(core, "a", k="v"))).object
    stored = core.ConfigMap.FromString(made.value)
    assert stored.metadata.resourceVersion == str(made.revision)
    assert stored.metadata.uid
    key = {"namespace": namespace, "name": "a"}
    got = cluster.Get(messages.GetRequest(resource=CONFIG_MAPS, key=key)).object
    assert core.ConfigMap.FromString(got.value) == stored
    stored.data["k"] = "w"
    updated = cluster.Update(messages.UpdateRequest(resource=CONFIG_MAPS, key=key, value=stored.SerializeToString())).object
    assert updated.revision > made.revision
    listed = cluster.List(messages.ListRequest(resource=CONFIG_MAPS, namespace=namespace))
    mine = [core.ConfigMap.FromString(o.value) for o in listed.objects if b"kube-root-ca" not in o.value]
    assert [(i.metadata.name, dict(i.data)) for i in mine] == [("a", {"k": "w"})]
    assert listed.revision >= updated.revision
    assert cluster.Delete(messages.DeleteRequest(resource=CONFIG_MAPS, key=key)).removed
    with pytest.raises(grpc.RpcError) as refused:
        cluster.Get(messages.GetRequest(resource=CONFIG_MAPS, key=key))
    assert refused.value.code() == grpc.StatusCode.NOT_FOUND


def test_errors_carry_the_status(cluster, stubs, namespace):
    messages, _, core, meta = stubs
    request = messages.CreateRequest(resource=CONFIG_MAPS, namespace=namespace, value=new_config_map(core, "twice"))
    cluster.Create(request)
    with pytest.raises(grpc.RpcError) as refused:
        cluster.Create(request)
    assert refused.value.code() == grpc.StatusCode.ALREADY_EXISTS
    details = dict(refused.value.trailing_metadata())["grpc-status-details-bin"]
    status = meta.Status.FromString(details)
    assert (status.reason, status.code, status.details.name) == ("AlreadyExists", 409, "twice")
    assert refused.value.details() == 'configmaps "twice" already exists'


def test_malformed_messages_are_refused(server):
    with grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}") as channel:
        get = channel.unary_unary("/apus.v1.Cluster/Get")
        for body in [b"\xff", b"\x0a\x7f", b"\x08\x01", b"\x0a\x02\x12\xff", b"\x0b"]:
            with pytest.raises(grpc.RpcError) as refused:
                get(body)
            assert refused.value.code() in (grpc.StatusCode.INVALID_ARGUMENT, grpc.StatusCode.NOT_FOUND)
        unknown = channel.unary_unary("/apus.v1.Cluster/Nothing")
        with pytest.raises(grpc.RpcError) as refused:
            unknown(b"")
        assert refused.value.code() == grpc.StatusCode.UNIMPLEMENTED


def test_watch_tells_what_was_there_and_what_comes(cluster, stubs, namespace):
    messages, _, core, _ = stubs
    first = cluster.Create(
        messages.CreateRequest(resource=CONFIG_MAPS, namespace=namespace, value=new_config_map(core, "w1"))).object
    stream = cluster.Watch(
        messages.WatchRequest(resource=CONFIG_MAPS, namespace=namespace, initial_events=True), timeout=60)
    events = (event for answer in stream for event in answer.events)
    seen = []
    for event in events:
        if event.initial_end:
            break
        seen.append((event.type, core.ConfigMap.FromString(event.object).metadata.name, event.revision))
    assert (messages.ADDED, "w1", first.revision) in seen
    writer = threading.Thread(target=cluster.Delete, args=[
        messages.DeleteRequest(resource=CONFIG_MAPS, key={"namespace": namespace, "name": "w1"})])
    writer.start()
    event = next(events)
    writer.join()
    assert event.type == messages.DELETED
    assert event.revision > first.revision
    assert core.ConfigMap.FromString(event.object).metadata.name == "w1"
    stream.cancel()


def test_watch_resumes_after_a_revision(cluster, stubs, namespace):
    messages, _, core, _ = stubs
    revisions = [
        cluster.Create(messages.CreateRequest(
            resource=CONFIG_MAPS, namespace=namespace, value=new_config_map(core, f"r{i}"))).object.revision
        for i in range(3)]
    stream = cluster.Watch(
        messages.WatchRequest(resource=CONFIG_MAPS, namespace=namespace, revision=revisions[0]), timeout=60)
    events = (event for answer in stream for event in answer.events)
    assert [next(events).revision for _ in range(2)] == revisions[1:]
    stream.cancel()


# What no broken request is answered with.
UNCLEAR = (
    grpc.StatusCode.UNKNOWN, grpc.StatusCode.INTERNAL, grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)


def mutations(messages, core, chance):
    """Bytes of requests, some of them broken: (method, bytes) without end."""
    extremes = [0, 1, -1, 2**31, 2**53, 2**63 - 1, -(2**63)]
    texts = ["", "a", "..", "a/b", "\x00", "é" * 300, "x" * 70_000, "a in (", "metadata.name=a,b=c"]
    value = new_config_map(core, "m", k="v")
    while True:
        number, text = chance.choice(extremes), chance.choice(texts)
        key = chance.choice([{"namespace": "rpc", "name": "m"}, {"namespace": text, "name": text}])
        request = chance.choice([
            ("Get", messages.GetRequest(resource=CONFIG_MAPS, key=key, subresource=text if number < 0 else "")),
            ("List", messages.ListRequest(resource=CONFIG_MAPS, namespace="rpc", limit=number, continue_token=text)),
            ("List", messages.ListRequest(resource=CONFIG_MAPS, label_selector=text, field_selector=text)),
            ("Create", messages.CreateRequest(resource=CONFIG_MAPS, namespace=key["namespace"], value=value)),
            ("Update", messages.UpdateRequest(resource=CONFIG_MAPS, key=key, value=value, subresource=text)),
            ("Patch", messages.PatchRequest(resource=CONFIG_MAPS, key=key, type=abs(number) % 6, patch=text.encode())),
            ("Delete", messages.DeleteRequest(resource=CONFIG_MAPS, key=key, grace_period_seconds=number)),
        ])
        body = bytearray(request[1].SerializeToString())
        for _ in range(chance.choice([0, 1, 1, 4])):
            if body:
                at = chance.randrange(len(body))
                chance.choice([
                    lambda: body.__setitem__(at, chance.randrange(256)), lambda: body.__delitem__(slice(at, None)),
                    lambda: body.__setitem__(slice(at, at), bytes(chance.randrange(256) for _ in range(12))),
                ])()
        yield request[0], bytes(body)


@pytest.mark.parametrize("seed", range(4))
def test_broken_requests_are_refused_and_the_server_goes_on(server, stubs, cluster, namespace, seed):
    messages, _, core, _ = stubs
    refusals = set()
    with grpc.insecure_channel(f"127.0.0.1:{server.insecure_port}") as channel:
        calls = {name: channel.unary_unary(f"/apus.v1.Cluster/{name}", lambda x: x, lambda x: x)
                 for name in ["Get", "List", "Create", "Update", "Patch", "Delete"]}
        # All at once: one that names a revision to come is answered late.
        sent = [(method, body, calls[method].future(body, timeout=60)) for (method, body), _ in zip(
            mutations(messages, core, random.Random(seed)), range(500))]
        for method, body, call in sent:
            if (error := call.exception()) is not None:
                assert error.code() not in UNCLEAR, (error.code(), method, body, error.details())
                assert error.details()
                refusals.add(error.code())
    assert grpc.StatusCode.INVALID_ARGUMENT in refusals and grpc.StatusCode.NOT_FOUND in refusals
    assert cluster.Get(messages.GetRequest(
        resource={"version": "v1", "resource": "namespaces"}, key={"name": "rpc"})).object.revision > 0
