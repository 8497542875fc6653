"""What an object is to the judge, whichever way it came: as JSON, in protobuf, or out of the store."""
import dataclasses

from stubs import stubs

ENVELOPE = b"k8s\0"
# The annotation with which each write marks the state that it makes.
STAMP = "promises/stamp"


@dataclasses.dataclass(frozen=True)
class State:
    namespace: str
    name: str
    uid: str = ""
    labels: tuple = ()
    annotations: tuple = ()
    data: tuple = ()
    node: str = ""
    finalizers: tuple = ()
    is_deleting: bool = False

    @property
    def key(self):
        return self.namespace, self.name

    @property
    def stamp(self):
        return dict(self.annotations).get(STAMP)

    def label(self, name):
        return dict(self.labels).get(name)


def _pairs(mapping):
    return tuple(sorted(mapping.items()))


def from_json(item):
    """The state in a JSON object, and its revision."""
    meta = item["metadata"]
    state = State(
        meta.get("namespace", ""), meta["name"], meta.get("uid", ""), _pairs(meta.get("labels", {})),
        _pairs(meta.get("annotations", {})), _pairs(item.get("data", {})), item.get("spec", {}).get("nodeName", ""),
        tuple(meta.get("finalizers", ())), "deletionTimestamp" in meta)
    return state, int(meta["resourceVersion"])


def message_type(resource):
    return {"configmaps": stubs().core.ConfigMap, "pods": stubs().core.Pod}[resource]


def from_message(resource, data):
    """The state in a Kubernetes message, and its revision; 0 where it has none."""
    return from_parsed(resource, message_type(resource).FromString(data))


def from_parsed(resource, item):
    meta = item.metadata
    state = State(
        meta.namespace, meta.name, meta.uid, _pairs(meta.labels), _pairs(meta.annotations),
        _pairs(item.data) if resource == "configmaps" else (), item.spec.nodeName if resource == "pods" else "",
        tuple(meta.finalizers), meta.HasField("deletionTimestamp"))
    return state, int(meta.resourceVersion or 0)


def opened(data):
    """The message within Kubernetes' envelope."""
    assert data.startswith(ENVELOPE), data[:16]
    return stubs().runtime.Unknown.FromString(data[len(ENVELOPE):]).raw
