"""A workspace of its own for each test, on a real PostgreSQL with row security on."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from itertools import count

import msgspec
import pytest

from gongdan.domains.accounts import workspaces
from gongdan.domains.accounts.commands import people
from gongdan.domains.accounts.credentials import lookup
from gongdan.domains.accounts.rights.authority import Authority, system
from gongdan.infra.db.server import Urls
from gongdan.infra.db.tx import Database, open_database

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

_numbers = count(1)


@pytest.fixture(scope="session")
async def db(database: Urls, anyio_backend: str) -> AsyncIterator[Database]:
    async with open_database(database.app, size=4, row_security=True) as opened:
        yield opened


class World(msgspec.Struct):
    """A new workspace and how to people it."""

    db: Database
    id: int
    slug: str
    system: Authority

    async def member(self, name: str, *roles: str, password_hash: str | None = None, **teams: bool) -> int:
        new = people.NewMember(
            name=name,
            mail=f"{name}@{self.slug}.test",
            locale="zh-CN",
            zone="Asia/Shanghai",
            password_hash=password_hash,
            roles=roles,
            teams=teams,
        )
        async with self.db.write(self.id) as tx:
            return await people.add_member(tx, self.system, new, via="cli", now=NOW)

    async def customer(self, mail: str) -> int:
        async with self.db.write(self.id) as tx:
            person_id = tx.ids.next()
            row = {"workspace_id": self.id, "id": person_id, "name": mail, "created_at": NOW}
            tx.insert("person", row)
            tx.insert("identity", {"workspace_id": self.id, "kind": "mail", "handle": mail, "person_id": person_id})
            return person_id

    async def authority(self, person_id: int, kind: str = "staff") -> Authority:
        async with self.db.read(self.id) as tx:
            found = await lookup.by_person(tx, person_id, kind)
        assert found is not None
        return found

    async def run(self, command: Callable[..., Awaitable[object]], *arguments: object, **named: object) -> object:
        async with self.db.write(self.id) as tx:
            return await command(tx, *arguments, via="web", now=NOW, **named)

    async def events(self, stream: str, stream_id: int) -> list[str]:
        async with self.db.read(self.id) as tx:
            rows = await tx.rows(
                tuple,
                """
                select kind from event
                 where workspace_id = %(workspace)s and stream = %(stream)s and stream_id = %(id)s order by seq
                """,
                stream=stream,
                id=stream_id,
            )
        return [row[0] for row in rows]


@pytest.fixture
async def world(db: Database) -> World:
    slug = f"w{next(_numbers)}"
    workspace_id = await workspaces.create_workspace(db, slug, name="Test", via="cli", now=NOW)
    return World(db, workspace_id, slug, system(workspace_id, name="system", release=0))
