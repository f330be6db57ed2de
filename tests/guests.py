"""Whoever comes to an office's portal without being signed in."""

import itertools
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from tests.domains.notifications.kit import mailed
from tests.kit import Office

_HOUSES = itertools.count()


@asynccontextmanager
async def guest_of(office: Office) -> AsyncIterator[httpx.AsyncClient]:
    """A browser at the host that the office has as its own; it keeps cookies. Each has a network address of its own, as
    what strangers may do is bounded by address."""
    host = f"{office.slug}.test"
    async with office.services.db.write(office.id) as tx:
        tx.put(
            "update workspace set settings = settings || jsonb_build_object('host', %(host)s::text) where id = %(workspace)s",
            host=host,
        )
    transport = httpx.ASGITransport(app=office.asgi, client=(f"10.7.{next(_HOUSES) % 250}.1", 4711))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}/api/v1") as client:
        yield client


async def mailed_token(office: Office, mail: str, number: str = "") -> str:
    """The token of the latest link that was mailed to this address, about this ticket if one is named. The office needs a
    mailbox (``with_mailbox``) before anything happens."""
    letters = [one for one in await mailed(office) if one.recipient == mail and number in one.text + one.subject]
    found = [token for one in letters for token in re.findall(r"/portal/t/([^?\s]+)", one.text)]
    assert found, f"nothing was mailed to {mail}"
    return found[-1]


async def follow(guest: httpx.AsyncClient, token: str) -> dict[str, Any]:
    """Use a mailed link: the guest has the session of it from then on."""
    answer = await guest.post("/portal/session", json={"token": token})
    assert answer.status_code == 200, answer.text
    me: dict[str, Any] = answer.json()
    guest.headers["X-CSRF-Token"] = me["csrf"]
    return me


async def say_it_was_me(guest: httpx.AsyncClient, number: str) -> None:
    answer = await guest.post(f"/portal/tickets/{number}/words")
    assert (answer.status_code, answer.json()["asks_who"]) == (200, False), answer.text
