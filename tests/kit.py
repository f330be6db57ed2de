"""What slice tests are written with: an ``Office`` is a workspace of its own with the shipped policy, a ``Visitor`` is
somebody in it, who works through desks (``visitor.desk()``) or through the API (``visitor.get("/tickets")``).

The fixtures ``office``, ``services`` and ``asgi`` of ``tests/conftest.py`` give them; one application serves all tests
of a process, on a real PostgreSQL with row security on.
"""

import secrets
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from typing import Any, Literal

import httpx
import msgspec
from litestar import Litestar

from gongdan import app, wiring
from gongdan.domains.accounts.commands.credentials import make_token
from gongdan.domains.accounts.public import (
    Authority,
    NewMember,
    add_member,
    by_person,
    create_workspace,
    sessions,
    set_presence,
    system,
)
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.customers.public import mail_handle, make
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import publish
from gongdan.domains.tickets.public import Desk, NewTicket, Opened, commands
from gongdan.infra.db.tx import ReadTx
from gongdan.kernel import clock
from gongdan.kernel.events import Actor, Via
from gongdan.services import Services
from gongdan.settings import Settings

FOUNDED = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


@asynccontextmanager
async def running_app(settings: Settings) -> AsyncIterator[Litestar]:
    """The web application with its services (``app.state.services``), in the loop of the tests."""
    built = app.create(settings)
    async with built.lifespan():
        yield built


async def found_office(asgi: Litestar, *, bundle: PolicyBundle | None = None) -> "Office":
    """A new workspace with the shipped roles and teams, and ``bundle`` (by default 标准客服) as its release 1."""
    services: Services = asgi.state.services
    slug = f"w{secrets.token_hex(5)}"
    workspace_id = await create_workspace(services.db, slug, name="测试公司", via="cli", now=FOUNDED)
    office = Office(asgi=asgi, services=services, id=workspace_id, slug=slug)
    await office.publish(bundle or standard([2026]))
    return office


class Office(msgspec.Struct, frozen=True):
    asgi: Litestar
    services: Services
    id: int
    slug: str

    def system(self) -> Authority:
        return system(self.id, name="system", release=1)

    async def publish(self, bundle: PolicyBundle) -> int:
        async with self.services.db.write(self.id) as tx:
            by = Actor(kind="system", via="cli")
            return await publish(tx, bundle, wiring.SECTIONS, actor=by, note="", base=None, now=FOUNDED)

    async def member(self, name: str, *roles: str, **teams: bool) -> "Visitor":
        """A member with these roles; a team says whether they lead it: ``member("李雷", "agent", service=False)``.
        They are available, so that no hour at which a test runs makes them absent for a ticket."""
        new = NewMember(
            name=name,
            mail=f"{secrets.token_hex(4)}@{self.slug}.test",
            locale="zh-CN",
            zone="Asia/Shanghai",
            roles=roles or ("agent",),
            teams=teams,
        )
        async with self.services.db.write(self.id) as tx:
            person_id = await add_member(tx, self.system(), new, via="cli", now=FOUNDED)
        member = await self._visitor(person_id, new.mail, "staff")
        await self.be("available", member)
        return member

    async def be(self, presence: str, *people: "Visitor") -> None:
        async with self.services.db.write(self.id) as tx:
            for one in people:
                await set_presence(tx, self.system(), one.id, presence, via="cli", now=clock.now())

    async def customer(self, name: str = "王芳", *, mail: str | None = None) -> "Visitor":
        handle = mail_handle(mail or f"{secrets.token_hex(4)}@customer.test", name)
        async with self.services.db.write(self.id) as tx:
            known = make(
                tx,
                handle,
                locale="zh-CN",
                zone="Asia/Shanghai",
                actor=Actor(kind="system", via="cli"),
                command_id=tx.ids.next(),
                release=1,
                now=FOUNDED,
            )
        return await self._visitor(known.person_id, handle.handle, "customer")

    def desk(self) -> AbstractAsyncContextManager[Desk]:
        """Automatic work on this workspace's tickets."""
        return self.services.uow.begin(self.system(), via="worker")

    @asynccontextmanager
    async def read(self) -> AsyncIterator[ReadTx]:
        async with self.services.db.read(self.id) as tx:
            yield tx

    async def ticket(self, requester: "Visitor", **given: Any) -> str:
        """Open a ticket and return its number; ``given`` is what ``opened`` takes."""
        return (await self.opened(requester, **given)).decision.after.live.number

    async def opened(
        self, requester: "Visitor", *, title: str = "无法登录", text: str = "登录时报错。", **given: Any
    ) -> Opened:
        """A ticket that ``requester`` asked for through the portal. Its team is decided, its agent is not; ``given`` are
        fields of ``NewTicket``."""
        rules = await self.services.rules(self.id, requester.authority.release)
        (number,) = await self.services.numbers.take(rules, 1, clock.now())
        fields: dict[str, Any] = {"channel": "portal", "type": "technical", "may_be_incomplete": True} | given
        new = NewTicket(number=number, requester=requester.id, title=title, text=text, **fields)
        async with requester.desk() as desk:
            return await commands.open_ticket(desk, new, wiring.triage)

    async def _visitor(self, person_id: int, mail: str, kind: Literal["staff", "customer"]) -> "Visitor":
        async with self.read() as tx:
            authority = await by_person(tx, person_id, kind)
        assert authority is not None
        return Visitor(self, person_id, mail, authority)


class Visitor(msgspec.Struct):
    """Somebody of an office, with their rights as of their arrival. Members call the API by token, customers by session."""

    office: Office
    id: int
    mail: str
    authority: Authority
    _headers: dict[str, str] | None = None

    def desk(self, via: Via = "web") -> AbstractAsyncContextManager[Desk]:
        return self.office.services.uow.begin(self.authority, via=via)

    async def get(self, path: str, /, headers: dict[str, str] | None = None, **query: Any) -> httpx.Response:
        return await self.call("GET", path, params=query, headers=headers)

    async def post(self, path: str, body: Any = None, headers: dict[str, str] | None = None) -> httpx.Response:
        return await self.call("POST", path, json={} if body is None else body, headers=headers)

    async def call(self, method: str, path: str, **request: Any) -> httpx.Response:
        """Any request below ``/api/v1``; ``request`` is what httpx takes."""
        headers = await self.headers() | (request.pop("headers", None) or {})
        transport = httpx.ASGITransport(app=self.office.asgi)
        async with httpx.AsyncClient(transport=transport, base_url="http://office.test/api/v1") as client:
            return await client.request(method, path, headers=headers, **request)

    async def headers(self) -> dict[str, str]:
        """What proves who they are; made on first use."""
        if self._headers is None:
            make_headers = self._session if self.authority.kind == "customer" else self._token
            self._headers = await make_headers()
        return self._headers

    async def _token(self) -> dict[str, str]:
        async with self.office.services.db.write(self.office.id) as tx:
            _, token = await make_token(
                tx, self.authority, name="test", scopes=["all"], expires_at=None, via="web", now=clock.now()
            )
        return {"Authorization": f"Bearer {token}"}

    async def _session(self) -> dict[str, str]:
        async with self.office.services.db.write(self.office.id) as tx:
            secret = sessions.begin(tx, self.id, kind="customer", agent="test", address="", now=clock.now())
        return {"Cookie": f"{sessions.COOKIE}={secret}", "X-CSRF-Token": sessions.csrf(secret)}
