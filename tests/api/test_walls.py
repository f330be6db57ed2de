"""Walls at every endpoint: between workspaces, between roles, and around notes and masked fields (spec 01, 08).

The endpoints are those of the OpenAPI document, and what each asks of whoever calls it is said by its route: a new one
is held to this at once.
"""

import json
from collections.abc import Mapping
from typing import Any

import httpx
import msgspec
import pytest
from litestar import Litestar

from gongdan.domains.accounts.public import actions, may_somewhere, sessions
from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.policy.presets import standard
from gongdan.domains.tickets.public import Words, commands
from gongdan.kernel import clock
from tests.api.document import Operation, operations
from tests.kit import FOUNDED, Office, Visitor, found_office

OPEN = {
    "getSession",
    "signIn",
    "askForSignInLink",
    "redeemLink",
    "lookAtPasswordLink",
    "choosePassword",
    "uploadFile",
    "readFile",
    "getPortalInfo",
    "sendForm",
    "formState",
    "getReceipt",
    "takeMessage",
}
"""All that answers whoever is not signed in. Whoever opens another door says so here."""

EMPTY, WORDS = ("writeToOwnTicket",), {"text": "x"}
"""Whose smallest body says nothing, which is refused before anything is looked up."""
ENDLESS = "openStream"
"""Its wall is that of ``tests/domains/realtime``."""

ROLES = [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES]


@pytest.fixture(scope="session")
def endpoints(asgi: Litestar) -> list[Operation]:
    return operations(asgi)


async def ids_of(office: Office) -> dict[str, Any]:
    """A value that exists in ``office`` for each parameter of a path."""
    admin, customer = await office.member("主人", "system_admin"), await office.customer()
    opened = await office.opened(customer)
    number = opened.decision.after.live.number
    (token,) = (await admin.get("/tokens")).json()
    file = await admin.call("POST", "/files", content=b"%PDF-1.4", headers={"X-File-Name": "a.pdf"})
    async with office.services.db.write(office.id) as tx:
        account_id, delivery_id, mail_id, operation_id, organisation_id = (tx.ids.next() for _ in range(5))
        own = {"workspace_id": office.id}
        table = {
            "kind": "customers",
            "actor_id": admin.id,
            "file": "x",
            "form": "csv",
            "detail": "",
            "headings": ("x",),
        }
        table |= {"mapping": ("-",), "rows": 1, "whole": True, "would_add": 0, "added": 0, "created_at": FOUNDED}
        tx.insert("table_import", own | table | {"id": operation_id, "version": 1})
        tx.insert("organisation", own | {"id": organisation_id, "name": "x", "tier": "normal"})
        tx.insert("channel_account", own | {"id": account_id, "kind": "email", "address": f"{office.slug}@x.test"})
        delivery = {"kind": "notice", "key": "1", "recipient": "x@x.test", "state": "failed"}
        tx.insert("delivery", own | delivery | {"id": delivery_id, "next_at": FOUNDED, "created_at": FOUNDED})
        planned = {
            "kind": "x",
            "actor_id": admin.id,
            "params": {},
            "state": "planned",
            "total": 0,
            "created_at": FOUNDED,
        }
        tx.insert("operation", own | planned | {"id": operation_id, "done": 0, "failed": 0, "unchanged": 0})
        made = {"key": "v1", "owner_id": admin.id, "name": "x", "condition": {"all": []}, "columns": ("title",)}
        made |= {"sort": "updated", "layout": "list", "shared": "everybody", "teams": (), "version": 1}
        tx.insert("saved_view", own | made | {"created_at": FOUNDED, "changed_by": admin.id})
        canned = {"key": "r1", "owner_id": admin.id, "name": {"en": "x"}, "text": {"en": "x"}, "keyword": ""}
        canned |= {"shared": "everybody", "version": 1, "created_at": FOUNDED, "changed_by": admin.id}
        tx.insert("canned_reply", own | canned)
        macro = {"key": "m1", "owner_id": admin.id, "name": {"en": "x"}, "actions": [{"watching": True}]}
        macro |= {"shared": "everybody", "version": 1, "created_at": FOUNDED, "changed_by": admin.id}
        tx.insert("macro", own | macro)
        for table in ("department", "team"):
            tx.insert(table, own | {"key": "far", "name": {"zh-CN": "远", "en": "Far"}, "version": 1})
        tx.insert("role", own | {"key": "far", "name": {"zh-CN": "远", "en": "Far"}, "grants": [], "version": 1})
        tx.insert("policy_release", own | {"number": 90, "bundle": {}, "published_at": FOUNDED})
        tx.insert("policy_draft", own | {"section": "magic", "body": {}, "base_release": 1, "updated_at": FOUNDED})
        mail = {"source": "1", "body_hash": b"x", "raw": "x", "state": "quarantined", "received_at": FOUNDED}
        tx.insert("inbound", own | mail | {"id": mail_id})
    return {
        "account_id": account_id,
        "delivery_id": delivery_id,
        "mail_id": mail_id,
        "number": number,
        "other": await office.ticket(customer),
        "person_id": admin.id,
        "leave_id": 1,
        "token_id": token["id"],
        "reminder_id": 1,
        "entry_id": 1,
        "session_id": "none",
        "file_id": file.json()["url"].split("/")[4],
        "name": "a.pdf",
        "operation_id": operation_id,
        "import_id": operation_id,
        "kind": "nothing",
        "conversation_id": opened.conversation_id,
        "message_id": opened.message_id,
        "view_key": "v1",
        "reply_key": "r1",
        "macro_key": "m1",
        "release": 90,
        "section": "magic",
        "key": "far",
        "customer_id": customer.id,
        "merged_id": customer.id,
        "organisation_id": organisation_id,
    }


def lacks(endpoint: Operation, held: frozenset[str]) -> bool:
    """Whether somebody who holds these actions somewhere can never do what the endpoint does."""
    return bool(endpoint.needs.actions) and held.isdisjoint(endpoint.needs.actions)


async def call(visitor: Visitor, endpoint: Operation, ids: Mapping[str, Any]) -> httpx.Response:
    small = WORDS if endpoint.id in EMPTY else endpoint.body
    body = {} if small is None else {"json": small}
    return await visitor.call(endpoint.method, endpoint.at(ids), headers={"X-File-Name": "a.pdf"}, **body)


def test_only_these_doors_are_open_to_everybody(endpoints: list[Operation]) -> None:
    assert {one.id for one in endpoints if one.needs.who == "guest"} == OPEN


async def test_without_proof_of_who_asks_only_guests_endpoints_answer(
    office: Office, endpoints: list[Operation]
) -> None:
    ids, nobody = await ids_of(office), await office.member("x")
    nobody._headers = {"Authorization": "Bearer gd_unknown"}
    answers = {one.id: (await call(nobody, one, ids)).status_code for one in endpoints if one.needs.who != "guest"}
    assert answers == dict.fromkeys(answers, 401)


async def test_what_another_workspace_has_is_not_found(
    office: Office, asgi: Litestar, endpoints: list[Operation]
) -> None:
    """Not even by a system administrator with a session, which no token's scopes narrow."""
    theirs = await ids_of(await found_office(asgi))
    ours = await office.member("系统管理员", "system_admin")
    async with office.services.db.write(office.id) as tx:
        secret = sessions.begin(tx, ours.id, kind="staff", agent="test", address="", now=clock.now())
    ours._headers = {"Cookie": f"{sessions.COOKIE}={secret}", "X-CSRF-Token": sessions.csrf(secret)}
    asked = [one for one in endpoints if one.parameters and one.needs.who not in ("guest", "customer")]
    answers = {one.id: (await call(ours, one, theirs)).status_code for one in asked}
    assert answers == dict.fromkeys(answers, 404)


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_does_only_what_it_holds(office: Office, endpoints: list[Operation], role: str) -> None:
    """On a ticket that they may see, if any: they watch it. Nothing that they try leaves a trace."""
    visitor = await office.member("某人", role)
    ids = await ids_of(office)
    async with office.desk() as desk:
        before = (
            await commands.set_watching(
                desk, await desk.case(ids["number"], "ticket.watch"), person_id=visitor.id, watching=True
            )
        ).after.live
    held = actions(visitor.authority)
    forbidden = [one for one in endpoints if one.needs.who == "staff" and lacks(one, held)]
    answers = {one.id: (await call(visitor, one, ids)).status_code for one in forbidden}
    assert {name: status for name, status in answers.items() if status not in (403, 404)} == {}
    async with office.desk() as desk:
        assert (await desk.case(ids["number"], "ticket.read")).live == before


async def test_a_ticket_out_of_reach_is_not_found(office: Office, endpoints: list[Operation]) -> None:
    """An agent of one team, and a ticket of another. What they may do nowhere is refused before any ticket is looked
    for."""
    agent, ids = await office.member("李雷", "agent", finance=False), await ids_of(office)
    asked = [one for one in endpoints if "number" in one.parameters and one.needs.who == "staff"]
    answers = {one.id: (await call(agent, one, ids)).status_code for one in asked}
    held = actions(agent.authority)
    assert answers == {one.id: 403 if lacks(one, held) else 404 for one in asked}


async def test_customers_have_the_portal_and_nothing_of_the_staff(office: Office, endpoints: list[Operation]) -> None:
    """Not even what a customer's role holds is done by the staff's doors: their answers tell what is the staff's."""
    customer = await office.customer()
    ids = await ids_of(office) | {"number": await office.ticket(customer)}
    asked = [one for one in endpoints if one.needs.who == "staff"]
    answers = {one.id: (await call(customer, one, ids)).status_code for one in asked}
    assert {name: status for name, status in answers.items() if status not in (403, 404)} == {}


async def test_a_customer_finds_nobodys_tickets_but_their_own(
    office: Office, asgi: Litestar, endpoints: list[Operation]
) -> None:
    """Neither a neighbour's nor another workspace's; and whoever comes as a member has no tickets of their own there."""
    customer, agent = await office.customer(), await office.member("李雷", "system_admin")
    asked = [one for one in endpoints if "number" in one.parameters and one.needs.who == "customer"]
    for ids in (await ids_of(office), await ids_of(await found_office(asgi))):
        answers = {one.id: (await call(customer, one, ids)).status_code for one in asked}
        assert answers == dict.fromkeys(answers, 404)
        answers = {one.id: (await call(agent, one, ids)).status_code for one in asked}
        assert answers == dict.fromkeys(answers, 403)


SECRET_NOTE, SECRET_VALUE, SECRET_TAG = "备注暗号七三一", "证件暗号八四二", "标签暗号九五三"


async def office_with_secrets(office: Office) -> None:
    """Its policy has one masked field."""
    bundle = standard([2026])
    secret = CustomField(
        key="passport", name={"zh-CN": "证件", "en": "passport"}, kind="text", sensitive=True, filterable=True
    )
    await office.publish(msgspec.structs.replace(bundle, fields=(*bundle.fields, secret)))


@pytest.mark.parametrize("role", [*ROLES, "customer"])
async def test_notes_and_masked_fields_reach_only_who_may_read_them(
    office: Office, endpoints: list[Operation], role: str
) -> None:
    """Whatever can be read is read, and whatever can be done is tried, on a ticket that the reader takes part in. What
    the staff sort tickets by is not shown to customers."""
    await office_with_secrets(office)
    customer = await office.customer()
    number = await office.ticket(customer, fields={"passport": SECRET_VALUE}, tags=(SECRET_TAG,))
    reader = customer if role == "customer" else await office.member("某人", role)
    async with office.desk() as desk:
        await commands.note(desk, await desk.case(number, "ticket.note"), Words(text=SECRET_NOTE))
    if role != "customer":
        async with office.desk() as desk:
            await commands.set_watching(
                desk, await desk.case(number, "ticket.watch"), person_id=reader.id, watching=True
            )
    ids = await ids_of(office) | {"number": number}
    reads = [one for one in endpoints if one.method == "GET" and one.needs.who != "guest" and one.id != ENDLESS]
    writes = [one for one in endpoints if one.method != "GET" and "number" in one.parameters]
    told = "".join([(await call(reader, one, ids)).text for one in (*reads, *writes)])
    assert (SECRET_NOTE in told) == may_somewhere(reader.authority, "note.read")
    assert (SECRET_VALUE in told) == ("sensitive" in reader.authority.classes)
    assert (SECRET_TAG in told) == (role != "customer")


@pytest.mark.parametrize("role", ROLES)
async def test_nobody_filters_by_what_they_may_not_read(office: Office, role: str) -> None:
    """Else a list or its length would tell the value, one guess after the other."""
    await office_with_secrets(office)
    reader = await office.member("某人", role)
    guess = {"field": "fields.passport", "op": "is", "value": SECRET_VALUE}
    for condition in (guess, {"not": guess}, {"all": [{"any": [guess]}]}):
        answer = await reader.get("/tickets", where=json.dumps(condition))
        assert answer.status_code == (200 if "sensitive" in reader.authority.classes else 422), answer.text
