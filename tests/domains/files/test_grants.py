"""A file is granted by the message that it hangs on, to everybody who may read that message and to nobody else."""

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.files import links
from gongdan.domains.tickets.public import commands
from gongdan.kernel import clock
from tests.domains.notifications.kit import with_mailbox
from tests.domains.portal.test_forms import send
from tests.guests import follow, guest_of, mailed_token
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

Get = Callable[[str], Awaitable[httpx.Response]]
FILES = ("public", "note", "vendor", "unattached")


class Scene(msgspec.Struct):
    """A guest's ticket with a file on a public reply, one on a note, one told to a vendor, and one that nobody sent."""

    office: Office
    number: str
    handler: Visitor
    vendor: Visitor
    ids: dict[str, int]

    def address(self, bearer: str, name: str) -> str:
        """A good address of a file, as if somebody had made it for this bearer."""
        key, now = self.office.services.secret, clock.now()
        return links.address(key, self.office.id, self.ids[name], "a.txt", bearer=bearer, now=now).removeprefix(
            "/api/v1"
        )


async def upload(visitor: Visitor, name: str) -> str:
    answer = await visitor.call("POST", "/files", content=name.encode(), headers={"X-File-Name": "a.txt"})
    return str(answer.json()["id"])


async def scene(office: Office, number: str) -> Scene:
    handler, vendor = await office.member("韩梅梅", "system_admin"), await office.member("外包", "vendor")
    keys = {name: await upload(handler, name) for name in FILES}
    assert (await handler.post(f"/tickets/{number}/replies", {"text": "附上", "files": [keys["public"]]})).is_success
    note = {"text": "内部", "files": [keys["note"]], "mentions": [vendor.id]}
    assert (await handler.post(f"/tickets/{number}/notes", note)).is_success
    async with office.read() as tx:
        rows = await tx.rows(tuple, "select key, id from file where workspace_id = %(workspace)s and key is not null")
    ids = {name: dict(rows)[key] for name, key in keys.items()}
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        words = commands.Words(text="给外包", files=[commands_attached(ids["vendor"])])
        await commands.say(desk, case, words, audience=f"vendor:{vendor.id}", author="agent")
    return Scene(office, number, handler, vendor, ids)


def commands_attached(file_id: int) -> Any:
    from gongdan.domains.conversations.public import Attached

    return Attached(file_id=file_id)


def by(visitor: Visitor) -> Get:
    return lambda path: visitor.call("GET", path)


async def readable(found: Scene, get: Get, bearer: str) -> set[str]:
    """Which of the files somebody reads who has a good address of each."""
    answers = {name: await get(found.address(bearer, name)) for name in FILES}
    assert {answer.status_code for answer in answers.values()} <= {200, 404}
    return {name for name, answer in answers.items() if answer.status_code == 200 and answer.content == name.encode()}


async def test_every_role_reads_the_files_of_the_messages_that_it_may_read(office: Office, asgi: Litestar) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest, guest_of(office) as stranger:
        sent = (await send(guest)).json()
        found = await scene(office, sent["number"])
        await follow(guest, await mailed_token(office, "new@customer.test", sent["number"]))
        async with office.read() as tx:
            sql = "select id, requester_id from ticket where workspace_id = %(workspace)s"
            ((ticket_id, requester_id),) = await tx.rows(tuple, sql)
        other = await office.customer("曹操")
        elsewhere = await (await found_office(asgi)).member("外人", "system_admin")
        agent, outsider = await office.member("李雷", "agent", tech=False), await office.member("王五", "employee")

        own = {"unattached"}  # its address is only ever given to whoever uploaded it
        assert await readable(found, by(found.handler), f"staff {found.handler.id}") == set(FILES)
        assert await readable(found, by(agent), f"staff {agent.id}") - own in ({"public", "note", "vendor"}, set())
        assert await readable(found, by(outsider), f"staff {outsider.id}") == own
        assert await readable(found, by(found.vendor), f"staff {found.vendor.id}") == {"vendor"} | own
        assert await readable(found, guest.get, f"ticket {ticket_id}") == {"public"} | own
        assert await readable(found, stranger.get, "guest") == own
        assert await readable(found, by(other), f"customer {other.id}") == own
        assert await readable(found, by(elsewhere), f"staff {elsewhere.id}") == set()
        # Whose address it is counts, not who the person is: what was made for the member is nothing to the customer.
        assert await readable(found, guest.get, f"customer {requester_id}") == set()
        assert await readable(found, stranger.get, f"staff {found.handler.id}") == set()


async def test_a_file_of_a_redacted_message_is_gone_at_its_old_address(office: Office) -> None:
    number = await office.ticket(await office.customer())
    found = await scene(office, number)
    bearer = f"staff {found.handler.id}"
    assert "public" in await readable(found, by(found.handler), bearer)
    async with office.services.db.write(office.id) as tx:
        tx.put("update message set redacted_at = now() where workspace_id = %(workspace)s")
    assert await readable(found, by(found.handler), bearer) == {"unattached"}


async def test_an_upload_is_attached_once_and_by_nobody_but_its_bearer(office: Office) -> None:
    number = await office.ticket(await office.customer())
    agent, colleague = await office.member("李雷", "admin"), await office.member("韩梅梅", "admin")
    key = await upload(agent, "a")
    body = {"text": "见附件", "files": [key]}
    refused = await colleague.post(f"/tickets/{number}/replies", body)
    assert refused.json()["faults"][0]["field"] == "files[0]"
    assert (await agent.post(f"/tickets/{number}/replies", {**body, "files": [key, key]})).status_code == 422
    assert (await agent.post(f"/tickets/{number}/notes", body)).status_code == 201
    assert (await agent.post(f"/tickets/{number}/replies", body)).status_code == 422, "a note has it"


async def test_the_ids_of_files_are_no_numbers_to_count_through(office: Office) -> None:
    customer = await office.customer()
    agent = await office.member("李雷", "admin")
    number = await office.ticket(customer)
    await agent.post(f"/tickets/{number}/replies", {"text": "见附件", "files": [await upload(agent, "a")]})
    (file,) = (await customer.get(f"/portal/tickets/{number}")).json()["messages"][-1]["files"]
    assert not file["id"].isdecimal() and len(file["id"]) >= 20
    for guess in ("1", file["id"], f"{int(file['url'].split('/')[4])}"):
        answer = await customer.post(f"/portal/tickets/{number}/messages", {"text": "x", "files": [guess]})
        assert answer.status_code == 422, guess
