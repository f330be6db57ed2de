"""A small OAuth2 provider: consent, tokens with PKCE, refresh, introspection. It misbehaves on command."""

import base64
import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import msgspec

PAGE = '<!doctype html><html lang="en"><title>Consent</title><p><a href="{link}">Agree</a></p></html>'
CLIENT_ID, CLIENT_SECRET = "gongdan-test", "geheim/+&="


@dataclass
class Provider:
    url: str = ""
    user: str = "support@example.com"
    """Whose mailbox it grants."""
    lasts_s: Any = 3600
    rotates: bool = True
    """A refresh token is good once."""
    lasting: bool = True
    """It gives refresh tokens at all."""
    answers: tuple[int, bytes] | None = None
    """Instead of tokens."""
    pause_s: float = 0
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    access: dict[str, str] = field(default_factory=dict)
    """Access token → user."""
    refresh: set[str] = field(default_factory=set)
    asked: list[dict[str, str]] = field(default_factory=list)
    """Forms that came to the token endpoint."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def consent(self, address: str, *, declines: bool = False) -> dict[str, str]:
        """Somebody on the page at ``address`` agrees; what the provider sends them back with."""
        parts = urlsplit(address)
        assert address.startswith(f"{self.url}/authorize?"), address
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert (asked["response_type"], asked["code_challenge_method"]) == ("code", "S256")
        assert asked["client_id"] == CLIENT_ID
        if declines:
            return {"state": asked["state"], "error": "access_denied", "said": "they said no"}
        code = secrets.token_urlsafe(12)
        self.codes[code] = asked
        return {"state": asked["state"], "code": code}

    def redirect(self, address: str) -> str:
        """The whole address that they are sent back to."""
        back = parse_qs(urlsplit(address).query)["redirect_uri"][0]
        return f"{back}?{urlencode(self.consent(address))}"

    def revoke(self, *, access: bool = True) -> None:
        """They take their consent back."""
        self.refresh.clear()
        if access:
            self.access.clear()

    def spent(self, grant_type: str) -> int:
        return sum(one["grant_type"] == grant_type for one in self.asked)

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        with self.lock:
            self.asked.append(form)
            if form.get("client_id") != CLIENT_ID or form.get("client_secret") != CLIENT_SECRET:
                return 401, {"error": "invalid_client", "error_description": "no such client"}
            if not self._is_granted(form):
                return 400, {"error": "invalid_grant", "error_description": "AADSTS70000: expired\r\nor revoked"}
            made = secrets.token_urlsafe(24)
            self.access[made] = self.user
            answer = {"access_token": made, "token_type": "Bearer", "expires_in": self.lasts_s}
            if self.lasting and (self.rotates or form["grant_type"] == "authorization_code"):
                answer["refresh_token"] = secrets.token_urlsafe(24)
                self.refresh.add(str(answer["refresh_token"]))
            return 200, answer

    def _is_granted(self, form: dict[str, str]) -> bool:
        if form["grant_type"] == "refresh_token":
            known = form["refresh_token"] in self.refresh
            if known and self.rotates:
                self.refresh.remove(form["refresh_token"])
            return known
        asked = self.codes.pop(form["code"], None)
        if asked is None or asked["redirect_uri"] != form["redirect_uri"]:
            return False
        hashed = hashlib.sha256(form["code_verifier"].encode()).digest()
        return base64.urlsafe_b64encode(hashed).rstrip(b"=").decode() == asked["code_challenge"]


@contextmanager
def provider(**behaviour: Any) -> Iterator[Provider]:
    """Run one on a free loopback port until the block ends."""
    peer = Provider(**behaviour)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """The page of consent, and its one link."""
            address = peer.url + self.path
            if self.path.startswith("/authorize?"):
                self._say(200, PAGE.format(link=self.path.replace("/authorize?", "/agreed?")).encode(), "text/html")
                return
            if not self.path.startswith("/agreed?"):
                self._say(404, b"")
                return
            self.send_response(302)
            self.send_header("Location", peer.redirect(address.replace("/agreed?", "/authorize?")))
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            if self.path.startswith("/introspect"):
                token = form.get("token", "")
                is_good = token in peer.access
                self._say(200, msgspec.json.encode({"active": is_good, "username": peer.access.get(token, "")}))
                return
            time.sleep(peer.pause_s)
            if peer.answers is not None:
                peer.asked.append(form)
                self._say(*peer.answers)
                return
            status, answer = peer.token(form)
            self._say(status, msgspec.json.encode(answer))

        def _say(self, status: int, body: bytes, media: str = "application/json") -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    peer.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
