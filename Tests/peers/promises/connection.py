"""One HTTP/2 connection within an event loop: many streams, each read at its own pace."""
import asyncio
import collections
import contextlib

import h2.config
import h2.connection
import h2.events
import h2.exceptions
import h2.settings
from hostile import client_context

# The connection's own window is no obstacle: a stalled reader stalls its stream alone.
CONNECTION_WINDOW = 1 << 24


class Cut(Exception):
    """The connection was lost."""


class Stream:
    def __init__(self, connection, number):
        self.connection = connection
        self.number = number
        self.status = None
        self.chunks = collections.deque()
        self.is_over = False
        self.error = None
        self.news = asyncio.Event()

    async def _until(self, condition):
        while not condition():
            if self.error:
                raise self.error
            if self.is_over:
                return
            self.news.clear()
            await self.news.wait()

    async def headers(self):
        """The status, once it is there."""
        await self._until(lambda: self.status is not None)
        return self.status

    async def read(self):
        """The next bytes; None at the end. Only what was read opens the window again."""
        await self._until(lambda: self.chunks)
        if not self.chunks:
            return None
        data, length = self.chunks.popleft()
        self.connection.acknowledge(self.number, length)
        return data

    async def body(self):
        pieces = []
        while (piece := await self.read()) is not None:
            pieces.append(piece)
        return b"".join(pieces)

    def reset(self):
        self.connection.forget(self.number)


class Connection:
    def __init__(self):
        self.h2 = h2.connection.H2Connection(h2.config.H2Configuration(header_encoding="utf-8"))
        self.streams = {}
        self.is_lost = False

    @classmethod
    async def open(cls, server, is_secure=True, window=65_535):
        self = cls()
        try:
            self.reader, self.writer = await asyncio.open_connection(
                "127.0.0.1", server.port if is_secure else server.insecure_port,
                ssl=client_context(server) if is_secure else None)
        except OSError as failure:
            raise Cut(str(failure)) from failure
        self.h2.local_settings = h2.settings.Settings(
            client=True, initial_values={h2.settings.SettingCodes.ENABLE_PUSH: 0,
                                         h2.settings.SettingCodes.INITIAL_WINDOW_SIZE: window})
        self.h2.initiate_connection()
        self.h2.increment_flow_control_window(CONNECTION_WINDOW)
        self.flush()
        self.task = asyncio.create_task(self._read())
        return self

    def flush(self):
        data = self.h2.data_to_send()
        if data and not self.is_lost:
            self.writer.write(data)

    async def _read(self):
        with contextlib.suppress(OSError, h2.exceptions.ProtocolError):
            while data := await self.reader.read(65_536):
                for event in self.h2.receive_data(data):
                    self._take(event)
                self.flush()
        self._lose()

    def _lose(self):
        self.is_lost = True
        for stream in self.streams.values():
            stream.error = stream.error or Cut("the connection was lost")
            stream.news.set()
        self.streams.clear()
        self.writer.close()

    def _take(self, event):
        stream = self.streams.get(getattr(event, "stream_id", None))
        if isinstance(event, h2.events.DataReceived):
            if stream is None:
                self.acknowledge(event.stream_id, event.flow_controlled_length)
                return
            stream.chunks.append((event.data, event.flow_controlled_length))
        elif stream is None:
            return
        elif isinstance(event, h2.events.ResponseReceived):
            stream.status = int(dict(event.headers)[":status"])
        elif isinstance(event, h2.events.StreamReset):
            stream.error = Cut(f"reset with {event.error_code}")
        elif isinstance(event, h2.events.StreamEnded):
            stream.is_over = True
            self.streams.pop(stream.number, None)
        stream.news.set()

    def acknowledge(self, number, length):
        if self.is_lost or not length:
            return
        try:
            self.h2.acknowledge_received_data(length, number)
        except (h2.exceptions.StreamClosedError, KeyError):
            return
        self.flush()

    def forget(self, number):
        """Cancels a stream: nobody reads it any more."""
        stream = self.streams.pop(number, None)
        if stream is None or self.is_lost:
            return
        with contextlib.suppress(h2.exceptions.ProtocolError):
            self.h2.reset_stream(number, 8)
            for _, length in stream.chunks:
                self.h2.acknowledge_received_data(length, number)
        self.flush()

    def request(self, method, path, headers=(), body=None):
        """Sends a request. Bodies are small enough for the windows that servers give at first."""
        if self.is_lost:
            raise Cut("the connection was lost")
        try:
            number = self.h2.get_next_available_stream_id()
            fields = [(":method", method), (":scheme", "https"), (":authority", "127.0.0.1"), (":path", path), *headers]
            self.h2.send_headers(number, fields, end_stream=body is None)
            if body is not None:
                for at in range(0, len(body), 16_384):
                    self.h2.send_data(number, body[at:at + 16_384])
                self.h2.end_stream(number)
        except h2.exceptions.ProtocolError as failure:
            # It said goodbye.
            self._lose()
            raise Cut(str(failure)) from failure
        stream = self.streams[number] = Stream(self, number)
        self.flush()
        return stream

    async def ask(self, method, path, headers=(), body=None):
        """A request and its whole answer: status and body."""
        stream = self.request(method, path, headers, body)
        status = await stream.headers()
        return status, await stream.body()

    async def close(self):
        self.is_lost = True
        self.writer.close()
        self.task.cancel()
        await asyncio.wait([self.task])
