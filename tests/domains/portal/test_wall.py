"""The wall: whatever happens to tickets inside, no portal answer and no mail to a customer holds a word of it."""

import random
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote

import httpx
import msgspec
import pytest

from gongdan.domains.bundle.fields import CustomField, Form, FormEntry
from gongdan.domains.policy.presets import standard
from gongdan.domains.sla.subjects import Escalate
from gongdan.domains.tickets import intents
from gongdan.domains.tickets.public import commands
from tests.domains.notifications.kit import mailed, with_mailbox
from tests.domains.portal.test_forms import send
from tests.guests import follow, guest_of, mailed_token
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

SECRET = "绝密wall"
"""Stands in everything that no customer may read, and in nothing else."""
OPEN = "公开"

NAME = {"zh-CN": "字段", "en": "field"}
FIELDS = (
    CustomField(key="visible", name=NAME, kind="text"),
    CustomField(key="inner", name=NAME, kind="text"),
    CustomField(key="masked", name=NAME, kind="text", sensitive=True),
)
FORMS = (
    Form(
        key="shown",
        name=NAME,
        filled_by="portal",
        fields=(FormEntry(field="visible"), FormEntry(field="inner", visible="never"), FormEntry(field="masked")),
    ),
)


class Inside(msgspec.Struct):
    """Somebody who may do everything, and the ticket that they do it to."""

    office: Office
    handler: Visitor
    colleague: Visitor
    number: str

    async def post(self, what: str, **body: Any) -> None:
        await self.handler.post(f"/tickets/{self.number}/{what}", body)

    async def note(self) -> None:
        await self.post("notes", text=SECRET, mentions=[self.colleague.id])

    async def note_with_file(self) -> None:
        await self.post("notes", text=SECRET, files=[await self.upload()])

    async def upload(self) -> str:
        """A file whose name stands in its address too, escaped."""
        headers = {"X-File-Name": quote(f"{SECRET}.txt")}
        answer = await self.handler.call("POST", "/files", content=SECRET.encode(), headers=headers)
        return str(answer.json()["id"])

    async def tag(self) -> None:
        await self.post("tags", add=[SECRET])

    async def fill(self) -> None:
        fields = {"inner": SECRET, "masked": SECRET, "visible": OPEN}
        await self.handler.call("PATCH", f"/tickets/{self.number}", json={"fields": fields})

    async def tell_a_vendor(self) -> None:
        async with self.office.desk() as desk:
            case = await desk.case(self.number, "ticket.read")
            await commands.say(
                desk, case, commands.Words(text=SECRET), audience=f"vendor:{self.colleague.id}", author="agent"
            )

    async def escalate(self) -> None:
        level = Escalate(level="L2", ladder="standard", reason=SECRET, progress=SECRET, help_needed=SECRET)
        async with self.office.desk() as desk:
            desk.apply(desk.settle(await desk.case(self.number, "ticket.read"), level))

    async def remind(self) -> None:
        reminder = intents.Remind(to=("director",), text={"zh-CN": SECRET, "en": SECRET})
        async with self.office.desk() as desk:
            desk.apply(desk.settle(await desk.case(self.number, "ticket.read"), reminder))

    async def another_ticket(self) -> None:
        await self.office.ticket(await self.office.customer(SECRET), title=SECRET, text=SECRET)

    async def redact(self) -> None:
        """Write in public, with a file, and take it back."""
        await self.post("replies", text=SECRET, files=[await self.upload()])
        async with self.office.services.db.write(self.office.id) as tx:
            tx.put(
                """
                update message m set redacted_at = now()
                  from message_version v
                 where m.workspace_id = %(workspace)s and v.workspace_id = m.workspace_id and v.message_id = m.id
                   and m.audience = 'customer' and v.text = %(text)s
                """,
                text=SECRET,
            )
            tx.put("delete from delivery where workspace_id = %(workspace)s and kind = 'reply'")

    async def answer(self) -> None:
        await self.post("replies", text=OPEN)

    async def take(self) -> None:
        await self.post("assignments", assignee_id=self.handler.id)
        await self.post("accept")

    async def resolve(self) -> None:
        await self.post("resolve", text=OPEN)

    async def reopen(self) -> None:
        await self.post("reopen", text=OPEN)

    def acts(self) -> list[Callable[[], Awaitable[None]]]:
        inner = [self.note, self.note_with_file, self.tag, self.fill, self.tell_a_vendor, self.escalate, self.remind]
        return [*inner, self.another_ticket, self.redact, self.answer, self.take, self.resolve, self.reopen]


async def answers(get: Callable[[str], Awaitable[httpx.Response]], number: str) -> str:
    """Every word that the portal says about this ticket and beside it."""
    said = [await get(path) for path in ("/portal/tickets", f"/portal/tickets/{number}", "/portal/info")]
    assert [answer.status_code for answer in said] == [200, 200, 200]
    return "\n".join(answer.text + str(answer.headers) for answer in said)


@pytest.mark.parametrize("seed", range(6))
async def test_nothing_internal_masked_or_foreign_ever_leaves(office: Office, seed: int) -> None:
    await with_mailbox(office)
    await office.publish(msgspec.structs.replace(standard([2026]), fields=FIELDS, forms=FORMS))
    handler, colleague = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    customer = await office.customer("王芳")
    async with guest_of(office) as guest:
        sent = (await send(guest, title=OPEN, text=OPEN)).json()
        await follow(guest, await mailed_token(office, "new@customer.test"))
        own = await office.ticket(customer, title=OPEN, text=OPEN)
        for number, get in ((own, customer.get), (sent["number"], guest.get)):
            inside = Inside(office, handler, colleague, number)
            for act in random.Random(seed).sample(inside.acts(), k=13):
                await act()
            said = await answers(get, number)
            assert OPEN in said
            assert SECRET not in said and quote(SECRET) not in said
            changed = await guest.post(f"/portal/tickets/{sent['number']}/messages", json={"text": OPEN})
            assert SECRET not in changed.text
    letters = [letter for letter in await mailed(office) if letter.recipient in (customer.mail, "new@customer.test")]
    assert letters
    assert SECRET not in str([msgspec.to_builtins(letter) for letter in letters])


async def test_the_wall_holds_what_it_guards_against(office: Office) -> None:
    """A wall that nothing leans on proves nothing: inside, the secret is there to be read."""
    handler = await office.member("韩梅梅", "system_admin")
    number = await office.ticket(await office.customer())
    inside = Inside(office, handler, handler, number)
    await inside.note()
    await inside.tell_a_vendor()
    assert (await handler.get(f"/tickets/{number}")).text.count(SECRET) >= 2
