"""An API server of a few lines that breaks one promise to one of its watches: what a load tester must notice."""
import json
import socket
import threading

import h2.config
import h2.connection
import h2.events

FAULTS = ("none", "gap", "repetition", "disorder", "missing", "phantom")


class FaultyServer:
    """Plain HTTP/2 on loopback. The third event of the second watch goes wrong as `fault` says."""

    def __init__(self, fault):
        assert fault in FAULTS
        self.fault = fault
        self.lock = threading.Lock()
        self.revision = 10
        self.writes = 0
        self.watches = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                peer, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(peer,), daemon=True).start()

    def close(self):
        self.listener.close()

    def serve(self, peer):
        connection = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
        requests = {}
        with self.lock:
            connection.initiate_connection()
            peer.sendall(connection.data_to_send())
        while True:
            try:
                data = peer.recv(65536)
            except OSError:
                return
            if not data:
                return
            with self.lock:
                for event in connection.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        requests[event.stream_id] = (dict(event.headers), bytearray())
                    elif isinstance(event, h2.events.DataReceived):
                        requests[event.stream_id][1].extend(event.data)
                        connection.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
                    elif isinstance(event, h2.events.StreamEnded):
                        headers, body = requests.pop(event.stream_id)
                        self.answer(peer, connection, event.stream_id, headers, body)
                peer.sendall(connection.data_to_send())

    def answer(self, peer, connection, stream, headers, body):
        method, path = headers[":method"], headers[":path"]
        if "watch=1" in path:
            connection.send_headers(stream, [(":status", "200"), ("content-type", "application/json")])
            self.watches.append((peer, connection, stream))
            return
        if method in ("POST", "PUT"):
            self.revision += 1
            written = json.loads(body)
            written["metadata"]["resourceVersion"] = str(self.revision)
            if method == "PUT":
                self.deliver(written)
        else:
            written = {"kind": "List", "metadata": {"resourceVersion": str(self.revision)}, "items": []}
        connection.send_headers(stream, [(":status", "200"), ("content-type", "application/json")])
        connection.send_data(stream, json.dumps(written, separators=(",", ":")).encode(), end_stream=True)

    def deliver(self, written):
        self.writes += 1
        for number, watch in enumerate(self.watches):
            wrong = number == 1 and self.writes == 3
            if wrong and self.fault in ("gap", "missing"):
                continue
            if number == 1 and self.writes > 3 and self.fault == "missing":
                continue
            event = json.loads(json.dumps(written))
            if wrong and self.fault == "phantom":
                event["metadata"]["resourceVersion"] = str(self.revision * 1000)
            if wrong and self.fault == "disorder":
                event["metadata"]["resourceVersion"] = str(self.revision - 2)
            self.send(watch, event)
            if wrong and self.fault == "repetition":
                self.send(watch, event)

    def send(self, watch, written):
        peer, connection, stream = watch
        line = json.dumps({"type": "MODIFIED", "object": written}, separators=(",", ":")) + "\n"
        connection.send_data(stream, line.encode())
        peer.sendall(connection.data_to_send())
