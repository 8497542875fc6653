"""The Kubernetes API: watches and lists in JSON or protobuf, writes in JSON."""
import asyncio
import json
import urllib.parse

from promises.connection import Connection
from promises.faces import Expired, Refused
from promises.record import Told
from promises.state import from_json, from_parsed, message_type, opened
from stubs import stubs

PROTOBUF = "application/vnd.kubernetes.protobuf"


class JSONEvents:
    """Splits a watch's bytes into events."""
    accept = "application/json"

    def __init__(self, resource):
        self.buffer = b""

    def feed(self, data):
        *lines, self.buffer = (self.buffer + data).split(b"\n")
        for line in lines:
            event = json.loads(line)
            item = event["object"]
            if event["type"] == "ERROR":
                raise (Expired if item["code"] == 410 else lambda text: Refused(item["code"], text))(item.get("message"))
            if event["type"] == "BOOKMARK":
                ends = item["metadata"].get("annotations", {}).get("k8s.io/initial-events-end") == "true"
                yield Told("BOOKMARK", int(item["metadata"]["resourceVersion"]), None, ends)
            else:
                state, revision = from_json(item)
                yield Told(event["type"], revision, state)


class ProtobufEvents:
    accept = f"{PROTOBUF};stream=watch"

    def __init__(self, resource):
        self.type = message_type(resource)
        self.resource = resource
        self.buffer = b""

    def feed(self, data):
        self.buffer += data
        while len(self.buffer) >= 4 and len(self.buffer) >= (end := 4 + int.from_bytes(self.buffer[:4])):
            event = stubs().meta.WatchEvent.FromString(self.buffer[4:end])
            self.buffer = self.buffer[end:]
            raw = opened(event.object.raw)
            if event.type == "ERROR":
                status = stubs().meta.Status.FromString(raw)
                raise Expired(status.message) if status.code == 410 else Refused(status.code, status.message)
            item = self.type.FromString(raw)
            if event.type == "BOOKMARK":
                ends = item.metadata.annotations.get("k8s.io/initial-events-end") == "true"
                yield Told("BOOKMARK", int(item.metadata.resourceVersion), None, ends)
            else:
                state, revision = from_parsed(self.resource, item)
                yield Told(event.type, revision, state)


class RestWatch:
    def __init__(self, stream, events):
        self.stream = stream
        self.events = events
        self.ready = []
        self.failure = None

    async def opened(self):
        status = await self.stream.headers()
        if status != 200:
            text = (await self.stream.body()).decode(errors="replace")
            raise Expired(text) if status == 410 else Refused(status, text)

    async def next(self):
        """The next event; None when the server ended the watch."""
        while not self.ready:
            if self.failure:
                raise self.failure
            data = await self.stream.read()
            if data is None:
                assert not self.events.buffer, f"the watch ended within an event: {self.events.buffer[:200]}"
                return None
            try:
                for told in self.events.feed(data):
                    self.ready.append(told)
            except Refused as failure:
                self.failure = failure
        return self.ready.pop(0)

    def cancel(self):
        self.stream.reset()


class RestFace:
    def __init__(self, server, is_binary=False, is_secure=True, window=65_535):
        self.server = server
        self.is_binary = is_binary
        self.is_secure = is_secure
        self.window = window
        self.connection = None
        self.turn = asyncio.Lock()

    async def connected(self):
        async with self.turn:
            if self.connection is None or self.connection.is_lost:
                self.connection = await Connection.open(self.server, self.is_secure, self.window)
            return self.connection

    async def close(self):
        if self.connection:
            await self.connection.close()

    async def watch(self, selection, opening):
        query = {"watch": "1"} | selectors(selection)
        if opening.revision is not None:
            query["resourceVersion"] = str(opening.revision)
        if opening.bookmarks:
            query["allowWatchBookmarks"] = "true"
        if opening.initial is not None:
            query |= {"sendInitialEvents": str(opening.initial).lower(), "resourceVersionMatch": "NotOlderThan"}
        if opening.timeout_seconds:
            query["timeoutSeconds"] = str(opening.timeout_seconds)
        events = (ProtobufEvents if self.is_binary else JSONEvents)(selection.resource)
        stream = (await self.connected()).request(
            "GET", f"{selection.path}?{urllib.parse.urlencode(query)}", [("accept", events.accept)])
        return RestWatch(stream, events)

    async def list(self, selection, revision=None, is_exact=False, limit=0):
        """Revision and objects; of all pages when `limit` is given."""
        query = selectors(selection)
        if revision is not None:
            query["resourceVersion"] = str(revision)
            if revision:
                query["resourceVersionMatch"] = "Exact" if is_exact else "NotOlderThan"
        if limit:
            query["limit"] = str(limit)
        items, first = [], None
        while True:
            status, body = await (await self.connected()).ask(
                "GET", f"{selection.path}?{urllib.parse.urlencode(query)}",
                [("accept", PROTOBUF if self.is_binary else "application/json")])
            if status != 200:
                raise Expired(body.decode(errors="replace")) if status == 410 else Refused(status, body[:300])
            page, revision, more = self._page(selection.resource, body)
            first = revision if first is None else first
            assert revision == first, f"a page of {revision} after one of {first}"
            items += page
            if not more:
                return revision, items
            query = selectors(selection) | {"limit": str(limit), "continue": more}

    def _page(self, resource, body):
        if not self.is_binary:
            page = json.loads(body)
            meta = page["metadata"]
            return ([from_json(item) for item in page["items"]], int(meta["resourceVersion"]), meta.get("continue"))
        core = stubs().core
        page = {"configmaps": core.ConfigMapList, "pods": core.PodList}[resource].FromString(opened(body))
        return ([from_parsed(resource, item) for item in page.items], int(page.metadata.resourceVersion),
                getattr(page.metadata, "continue"))

    async def write(self, method, path, body=None, content="application/json", query=None):
        """An object as JSON; refused with an error."""
        text = None if body is None else json.dumps(body).encode()
        headers = [("content-type", content)] if text else []
        status, answer = await (await self.connected()).ask(
            method, path + ("?" + urllib.parse.urlencode(query) if query else ""), headers, text)
        if status >= 300:
            raise Refused(status, answer[:300])
        return json.loads(answer)


def selectors(selection):
    query = {"labelSelector": selection.label_text, "fieldSelector": selection.field_text}
    return {name: value for name, value in query.items() if value}
