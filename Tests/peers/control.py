"""An API server with the controllers beside it and no node, for tests of what the API promises and controllers keep."""
import pytest
from components import Component
from conftest import Server


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The server, as `writers.writer` takes it."""
    folder = tmp_path_factory.mktemp("control")
    server = Server(folder / "data").start()
    controllers = Component(
        folder / "controllers.log", "controller-manager", "--kubeconfig",
        server.folder / "pki" / "controller-manager.kubeconfig").start()
    yield server
    controllers.stop()
    server.stop()
