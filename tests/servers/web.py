"""A real HTTP server that keeps what is posted to it and answers as it is told."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class WebPeer:
    """What the peer took, and how it is told to answer."""

    url: str = ""
    taken: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    """Headers with lower-case names, body."""
    statuses: list[int] = field(default_factory=list)
    """Of the next answers; then 200."""
    hangs_up: bool = False
    """It takes the request, and closes without an answer."""


@contextmanager
def web_peer() -> Iterator[WebPeer]:
    peer = WebPeer()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            peer.taken.append(({name.lower(): value for name, value in self.headers.items()}, body))
            if peer.hangs_up:
                return
            self.send_response(peer.statuses.pop(0) if peer.statuses else 200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    peer.url = f"http://127.0.0.1:{server.server_address[1]}/hook"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
