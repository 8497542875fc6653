"""Python's classes for proto/, made by protoc, once a process."""
import functools
import importlib
import pathlib
import sys
import tempfile
import types

from grpc_tools import protoc

PROTO = pathlib.Path(__file__).parents[2] / "proto"
FILES = ["apus/v1/cluster.proto", "apus/v1/custom.proto", "apus/annotations.proto", "k8s/core/v1.proto", "k8s/meta/v1.proto",
         "k8s/runtime/runtime.proto", "k8s/resource/quantity.proto", "k8s/intstr/intstr.proto"]


@functools.cache
def stubs():
    """The modules `cluster` (messages), `custom`, `services`, `core`, `meta` and `runtime`."""
    with tempfile.TemporaryDirectory() as out:
        include = pathlib.Path(protoc.__file__).parent / "_proto"
        made = protoc.main(["", f"-I{PROTO}", f"-I{include}", f"--python_out={out}", f"--grpc_python_out={out}", *FILES])
        assert made == 0
        sys.path.insert(0, out)
        try:
            names = {"cluster": "apus.v1.cluster_pb2", "custom": "apus.v1.custom_pb2", "services": "apus.v1.cluster_pb2_grpc",
                     "core": "k8s.core.v1_pb2", "meta": "k8s.meta.v1_pb2", "runtime": "k8s.runtime.runtime_pb2"}
            return types.SimpleNamespace(**{name: importlib.import_module(path) for name, path in names.items()})
        finally:
            sys.path.remove(out)
