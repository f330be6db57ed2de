"""Asking by a form: what it offers, who may send it, and what the sender gets back."""

from typing import Any
from urllib.parse import urlsplit

import httpx
import msgspec
import pytest

from gongdan.domains.bundle.fields import Choice, CustomField, Form, FormEntry
from gongdan.domains.policy.presets import standard
from tests.domains.notifications.kit import with_mailbox
from tests.guests import follow, guest_of, mailed_token
from tests.kit import Office, Visitor

pytestmark = pytest.mark.anyio

NAME = {"zh-CN": "字段", "en": "field"}
FIELDS = (
    CustomField(key="order", name=NAME, kind="text", types=("order",)),
    CustomField(key="colour", name=NAME, kind="choice", choices=(
        Choice(key="red", name=NAME), Choice(key="old", name=NAME, retired=True),
    )),
    CustomField(key="margin", name=NAME, kind="number"),
    CustomField(key="gone", name=NAME, kind="text", retired=True),
)  # fmt: skip
FORMS = (
    Form(key="asking", name=NAME, filled_by="portal", fields=(
        FormEntry(field="order", required="always"), FormEntry(field="colour"), FormEntry(field="gone"),
    )),
    Form(key="desk", name=NAME, fields=(
        FormEntry(field="order", required="always"), FormEntry(field="colour"),
        FormEntry(field="margin", required="always"),
    )),
)  # fmt: skip


async def with_fields(office: Office) -> Office:
    bundle = standard([2026])
    types = tuple(
        msgspec.structs.replace(kind, on_portal=kind.key not in ("complaint",), retired=kind.key == "inquiry")
        for kind in bundle.types
    )
    await office.publish(msgspec.structs.replace(bundle, fields=FIELDS, forms=FORMS, types=types))
    return office


async def send(sender: httpx.AsyncClient | Visitor, headers: dict[str, str] | None = None, **given: Any) -> Any:
    body = {"title": "打不开", "text": "首页打不开", "mail": "new@customer.test", "name": "赵云"} | given
    body = {name: value for name, value in body.items() if value is not None}
    if isinstance(sender, Visitor):
        return await sender.post("/portal/forms", body, headers=headers)
    return await sender.post("/portal/forms", json=body, headers=headers)


async def test_the_portal_offers_types_and_fields_for_customers_only(office: Office) -> None:
    async with guest_of(await with_fields(office)) as guest:
        info = (await guest.get("/portal/info")).json()
    types = {kind["key"]: kind for kind in info["types"]}
    assert info["workspace"] == "测试公司" and info["locale"] == "zh-CN"
    assert "order" in types and "technical" in types
    assert not {"complaint", "inquiry"} & set(types)
    assert [field["key"] for field in types["order"]["fields"]] == ["order", "colour"]
    assert [field["key"] for field in types["technical"]["fields"]] == ["colour"]
    assert [choice["key"] for choice in types["technical"]["fields"][0]["choices"]] == ["red"]
    assert set(types["order"]) == {"key", "name", "fields", "asks"}


async def test_the_portal_says_whether_anything_is_mailed_from_here(office: Office) -> None:
    async with guest_of(office) as guest:
        assert (await guest.get("/portal/info")).json()["mails"] is False
        await with_mailbox(office)
        assert (await guest.get("/portal/info")).json()["mails"] is True


async def test_a_guest_asks_and_follows_their_ticket_by_the_mailed_link(office: Office) -> None:
    await with_mailbox(office)
    async with guest_of(office) as guest:
        answer = await send(guest)
        assert answer.status_code == 201, answer.text
        sent = answer.json()
        me = await follow(guest, await mailed_token(office, "new@customer.test"))
        assert (me["kind"], me["only_ticket"], me["name"], me["mail"]) == ("customer", sent["number"], "", None)
        ticket = (await guest.get(f"/portal/tickets/{sent['number']}")).json()
        listed = (await guest.get("/portal/tickets")).json()
    assert (ticket["title"], ticket["phase"], ticket["can_reply"]) == ("打不开", "new", True)
    assert [(one["text"], one["author"], one["mine"]) for one in ticket["messages"]] == [("首页打不开", "赵云", True)]
    assert [row["number"] for row in listed] == [sent["number"]]


async def test_the_link_of_a_guest_opens_no_other_ticket_of_the_same_address(office: Office) -> None:
    await with_mailbox(office)
    customer = await office.customer(mail="old@customer.test")
    earlier = await office.ticket(customer, title="旧工单")
    async with guest_of(office) as guest:
        sent = (await send(guest, mail="old@customer.test")).json()
        await follow(guest, await mailed_token(office, "old@customer.test", sent["number"]))
        assert (await guest.get(f"/portal/tickets/{earlier}")).status_code == 404
        assert [row["number"] for row in (await guest.get("/portal/tickets")).json()] == [sent["number"]]
        assert (await guest.post(f"/portal/tickets/{earlier}/confirm")).status_code == 404


async def test_who_is_signed_in_asks_in_their_own_name(office: Office) -> None:
    customer = await office.customer("王芳")
    sent = (await send(customer, mail=None, name=None)).json()
    assert urlsplit(sent["link"]).path.endswith(f"/portal/tickets/{sent['number']}")
    ticket = (await customer.get(f"/portal/tickets/{sent['number']}")).json()
    assert ticket["messages"][0]["author"] == "王芳"


async def test_a_member_asks_in_the_workbench(office: Office) -> None:
    assert (await send(await office.member("李雷"))).status_code == 403


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"mail": None}, "mail", "required"),
        ({"type": "complaint"}, "type", "unknown_key"),
        ({"type": "inquiry"}, "type", "unknown_key"),
        ({"type": "nothing"}, "type", "unknown_key"),
        ({"type": "order"}, "fields.order", "required"),
        ({"type": "technical", "fields": {"order": "1"}}, "fields.order", "unknown_field"),
        ({"fields": {"margin": 3}}, "fields.margin", "unknown_field"),
        ({"fields": {"gone": "x"}}, "fields.gone", "unknown_field"),
        ({"type": "technical", "fields": {"colour": "old"}}, "fields.colour", "unknown_choice"),
        ({"files": ["1"]}, "files[0]", "unknown_file"),
    ],
)
async def test_what_no_form_offers_is_refused(office: Office, given: dict[str, Any], field: str, code: str) -> None:
    async with guest_of(await with_fields(office)) as guest:
        answer = await send(guest, **given)
    faults = [(fault["field"], fault["code"]) for fault in answer.json()["faults"]]
    assert (answer.status_code, faults) == (422, [(field, code)])


async def test_a_required_field_that_no_customer_sees_makes_the_ticket_incomplete(office: Office) -> None:
    async with guest_of(await with_fields(office)) as guest:
        answer = await send(guest, type="order", fields={"order": "A-1", "colour": "red"})
        assert answer.status_code == 201, answer.text
    async with office.read() as tx:
        rows = await tx.rows(tuple, "select incomplete, fields from ticket where workspace_id = %(workspace)s")
    assert rows == [(["margin"], {"order": "A-1", "colour": "red"})]


async def test_a_guests_uploads_come_with_their_form_and_only_his(office: Office) -> None:
    await with_mailbox(office)
    agent = await office.member("李雷")
    staffs = (await agent.call("POST", "/files", content=b"internal", headers={"X-File-Name": "a.txt"})).json()
    async with guest_of(office) as guest:
        own = (await guest.post("/files", content="截图".encode(), headers={"X-File-Name": "b.txt"})).json()
        assert (await send(guest, files=[staffs["id"]])).status_code == 422
        sent = (await send(guest, files=[own["id"]])).json()
        assert (await send(guest, files=[own["id"]])).status_code == 422, "a message has it by now"
        await follow(guest, await mailed_token(office, "new@customer.test"))
        (file,) = (await guest.get(f"/portal/tickets/{sent['number']}")).json()["messages"][0]["files"]
        assert file["name"] == "b.txt"
        assert (await guest.get(file["url"].removeprefix("/api/v1"))).content == "截图".encode()


async def test_the_same_form_sent_again_opens_no_second_ticket(office: Office) -> None:
    async with guest_of(office) as guest:
        answers = [await send(guest, headers={"Idempotency-Key": "k-1"}) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
