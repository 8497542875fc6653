"""The binary face, through a stock gRPC client."""
import asyncio

import grpc
import grpc.aio
from promises.connection import Cut
from promises.faces import Expired, Refused
from promises.record import Told
from promises.state import from_message
from stubs import stubs

# grpc's codes that say no in order, as HTTP's.
CODES = {grpc.StatusCode.NOT_FOUND: 404, grpc.StatusCode.ALREADY_EXISTS: 409, grpc.StatusCode.ABORTED: 409,
         grpc.StatusCode.INVALID_ARGUMENT: 400, grpc.StatusCode.FAILED_PRECONDITION: 412,
         grpc.StatusCode.PERMISSION_DENIED: 403}


def refusal(error):
    """What a grpc error means to a client."""
    code = error.code()
    details = next((value for key, value in error.trailing_metadata() or () if key == "grpc-status-details-bin"), None)
    http = stubs().meta.Status.FromString(details).code if details else CODES.get(code)
    if http == 410:
        return Expired(error.details())
    return Refused(http, error.details()) if http else Cut(f"{code}: {error.details()}")


class RPCWatch:
    def __init__(self, call, resource):
        self.call = call
        self.resource = resource
        self.ready = []

    async def opened(self):
        # Headers come with the first bytes of the answer.
        await self.call.initial_metadata()

    async def next(self):
        while not self.ready:
            try:
                answer = await self.call.read()
            except grpc.RpcError as error:
                raise refusal(error) from None
            except asyncio.CancelledError:
                raise Cut("the call was cancelled") from None
            if answer is grpc.aio.EOF:
                # A stock client hears of an error only by asking for the status.
                if await self.call.code() is not grpc.StatusCode.OK:
                    raise Refused(None, f"{await self.call.code()}")
                return None
            self.ready += [self._told(event) for event in answer.events]
        return self.ready.pop(0)

    def _told(self, event):
        kind = stubs().cluster.EventType.Name(event.type)
        if kind == "BOOKMARK":
            return Told(kind, event.revision, None, event.initial_end)
        state, revision = from_message(self.resource, event.object)
        assert revision == event.revision, f"an event at {event.revision} with an object of {revision}"
        return Told(kind, revision, state)

    def cancel(self):
        self.call.cancel()


class RPCFace:
    def __init__(self, server, **_):
        self.server = server
        self.channel = None

    async def connected(self):
        if self.channel is None:
            self.channel = grpc.aio.insecure_channel(f"127.0.0.1:{self.server.insecure_port}", options=[
                ("grpc.initial_reconnect_backoff_ms", 50), ("grpc.min_reconnect_backoff_ms", 50),
                ("grpc.max_reconnect_backoff_ms", 100), ("grpc.enable_retries", 0),
                # Each face has a connection of its own.
                ("grpc.use_local_subchannel_pool", 1)])
        return stubs().services.ClusterStub(self.channel)

    async def close(self):
        if self.channel:
            await self.channel.close()

    @staticmethod
    def resource(selection):
        return {"version": "v1", "resource": selection.resource}

    async def watch(self, selection, opening):
        # Without a revision, `initial` unset is the face's own way to begin with all objects.
        return RPCWatch((await self.connected()).Watch(stubs().cluster.WatchRequest(
            resource=self.resource(selection), namespace=selection.namespace, label_selector=selection.label_text,
            field_selector=selection.field_text, revision=opening.revision or 0, from_now=opening.initial is False,
            initial_events=opening.initial is True, bookmarks=opening.bookmarks,
            timeout_seconds=opening.timeout_seconds)), selection.resource)

    async def list(self, selection, revision=None, is_exact=False, limit=0):
        messages, stub = stubs().cluster, await self.connected()
        items, first, more = [], None, ""
        while True:
            request = messages.ListRequest(
                resource=self.resource(selection), namespace=selection.namespace,
                label_selector=selection.label_text, field_selector=selection.field_text, limit=limit,
                continue_token=more)
            if revision and not more:
                request.revision = revision
                request.match = messages.EXACT if is_exact else messages.NOT_OLDER_THAN
            page = await self.call(stub.List, request)
            first = page.revision if first is None else first
            assert page.revision == first, f"a page of {page.revision} after one of {first}"
            for item in page.objects:
                state, own = from_message(selection.resource, item.value)
                assert own == item.revision
                items.append((state, own))
            more = page.continue_token
            if not more:
                return first, items

    @staticmethod
    async def call(method, request):
        try:
            return await method(request, timeout=10)
        except grpc.RpcError as error:
            raise refusal(error) from None
