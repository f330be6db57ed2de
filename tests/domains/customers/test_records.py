"""Customers and organisations over HTTP: who sees and changes them, and what is refused (spec 08)."""

from typing import Any

import pytest
from litestar import Litestar

from gongdan.domains.accounts.rights.roles import CUSTOMER_ROLES, SHIPPED
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio

READERS = {"system_admin", "admin", "executive", "director", "department_head", "lead", "agent", "auditor"}
MANAGERS = {"system_admin", "admin", "director", "department_head", "lead"}
ROLES = [role.key for role in SHIPPED if role.key not in CUSTOMER_ROLES]


async def manager(office: Office) -> Visitor:
    return await office.member("组长", "lead", service=True)


async def patched(who: Visitor, path: str, body: dict[str, Any], version: int | None = None) -> Any:
    headers = {"If-Match": f'"{version}"'} if version is not None else {}
    return await who.call("PATCH", path, json=body, headers=headers)


async def events(office: Office, stream: str, id: int) -> list[str]:
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select kind from event where workspace_id = %(workspace)s and stream = %(stream)s and stream_id = %(id)s"
            " order by seq",
            stream=stream,
            id=id,
        )
    return [kind for (kind,) in rows]


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_sees_and_changes_customers_as_it_says(office: Office, role: str) -> None:
    customer, who = await office.customer(), await office.member("某人", role)
    seen = {path: (await who.get(path)).status_code for path in ("/customers", f"/customers/{customer.id}")}
    assert set(seen.values()) == {200 if role in READERS else 403}
    changed = await patched(who, f"/customers/{customer.id}", {"tier": "vip"})
    added = await who.post("/customers", {"name": "新客户"})
    made = await who.post("/organisations", {"name": "新组织"})
    may = role in MANAGERS
    assert (changed.status_code, added.status_code, made.status_code) == ((200, 201, 201) if may else (403, 403, 403))


async def test_customers_of_another_workspace_are_not_found(office: Office, asgi: Litestar) -> None:
    theirs, admin = await found_office(asgi), await office.member("管理员", "system_admin")
    stranger = await theirs.customer("外人", mail="stranger@other.test")
    assert (await admin.get(f"/customers/{stranger.id}")).status_code == 404
    assert (await patched(admin, f"/customers/{stranger.id}", {"tier": "vip"})).status_code == 404
    assert (await admin.get("/customers", q="外人")).json()["items"] == []
    assert (await admin.post(f"/customers/{stranger.id}/merge", {"merged_id": stranger.id})).status_code in (404, 422)


async def test_a_customer_is_added_with_how_they_are_reached_and_the_log_tells_it(office: Office) -> None:
    lead = await office.member("总监", "director")
    body = {
        "name": "赵云",
        "handles": [
            {"kind": "mail", "handle": " ZhaoYun@Shu.example "},
            {"kind": "phone", "handle": "138-0013-8000", "vouched": True},
        ],
        "tier": "vip",
        "dedicated_agent_id": lead.id,
        "tags": ["老客户", "老客户"],
        "notes": "只在下午接电话",
    }
    made = await lead.post("/customers", body)
    assert made.status_code == 201, made.text
    told = made.json()
    assert [(one["handle"], one["opens"]) for one in told["handles"]] == [
        ("zhaoyun@shu.example", False),
        ("13800138000", True),
    ]
    assert (told["tier"], told["tags"], told["dedicated_agent_id"]) == ("vip", ["老客户"], lead.id)
    assert await events(office, "customer", told["id"]) == ["customer.added", "customer.changed"]


async def test_a_handle_names_one_person_and_the_refusal_says_who(office: Office) -> None:
    lead, first = await manager(office), await office.customer("王芳", mail="wang@x.test")
    handles = [{"kind": "mail", "handle": "WANG@x.test"}]
    refused = await lead.post("/customers", {"name": "别人", "handles": handles})
    assert (refused.status_code, refused.json()["code"]) == (409, "customers.handle_taken")
    assert refused.json()["holder"] == {"id": first.id, "name": "王芳"}


async def test_a_handle_of_a_member_is_refused_without_a_name(office: Office) -> None:
    lead = await manager(office)
    refused = await lead.post("/customers", {"name": "别人", "handles": [{"kind": "mail", "handle": lead.mail}]})
    assert (refused.status_code, refused.json()["holder"]) == (409, None)


@pytest.mark.parametrize(("kind", "handle"), [("mail", "no mail"), ("mail", "a@b@c"), ("phone", "none")])
async def test_what_is_no_address_is_refused_where_it_stands(office: Office, kind: str, handle: str) -> None:
    lead = await manager(office)
    refused = await lead.post("/customers", {"name": "某人", "handles": [{"kind": kind, "handle": handle}]})
    assert refused.status_code == 422
    assert refused.json()["faults"][0]["field"] == "handles.0.handle"


async def test_what_is_known_changes_with_who_and_before(office: Office) -> None:
    lead, customer = await manager(office), await office.customer("王芳")
    path = f"/customers/{customer.id}"
    before = (await lead.get(path)).json()
    body = {"name": "王方", "locale": "en", "tier": "vip", "tags": ["急"], "notes": "喜欢邮件"}
    after = (await patched(lead, path, body, before["version"])).json()
    assert {key: after[key] for key in body} == body
    assert after["version"] == before["version"] + 1 and "name" not in after["guessed"]
    assert (await patched(lead, path, body)).json()["version"] == after["version"], "nothing changed twice"
    stale = await patched(lead, path, {"tier": "normal"}, before["version"])
    assert (stale.status_code, stale.json()["code"]) == (412, "customers.customer_changed")
    assert (await events(office, "customer", customer.id))[-1] == "customer.changed"


async def test_a_dedicated_agent_is_an_active_member(office: Office) -> None:
    lead, customer = await manager(office), await office.customer()
    refused = await patched(lead, f"/customers/{customer.id}", {"dedicated_agent_id": customer.id})
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "dedicated_agent_id")
    assert (await patched(lead, f"/customers/{customer.id}", {"dedicated_agent_id": lead.id})).status_code == 200
    cleared = await patched(lead, f"/customers/{customer.id}", {"dedicated_agent_id": None})
    assert cleared.json()["dedicated_agent_id"] is None


async def test_handles_are_added_vouched_for_and_removed(office: Office) -> None:
    lead, customer = await office.member("总监", "director"), await office.customer(mail="a@x.test")
    path, new = f"/customers/{customer.id}", {"kind": "mail", "handle": "b@x.test"}

    async def handles(body: dict[str, Any]) -> dict[str, bool]:
        answer = await patched(lead, path, body)
        assert answer.status_code == 200, answer.text
        return {one["handle"]: one["opens"] for one in answer.json()["handles"]}

    assert await handles({"add_handles": [new]}) == {"a@x.test": True, "b@x.test": False}
    assert await handles({"add_handles": [new]}) == {"a@x.test": True, "b@x.test": False}, "twice is once"
    assert await handles({"add_handles": [new | {"vouched": True}]}) == {"a@x.test": True, "b@x.test": True}
    assert await handles({"remove_handles": [new]}) == {"a@x.test": True}
    assert await handles({"remove_handles": [new]}) == {"a@x.test": True}, "gone is gone"
    assert (await events(office, "customer", customer.id))[1:] == [
        "customer.handle_added",
        "customer.handle_added",
        "customer.handle_removed",
    ]


async def test_whoever_loses_an_address_is_signed_out(office: Office) -> None:
    lead, customer = await manager(office), await office.customer(mail="a@x.test")
    assert (await customer.get("/portal/tickets")).status_code == 200
    gone = {"remove_handles": [{"kind": "mail", "handle": "a@x.test"}]}
    assert (await patched(lead, f"/customers/{customer.id}", gone)).status_code == 200
    assert (await customer.get("/portal/tickets")).status_code == 401


async def test_personal_data_and_notes_are_shown_to_who_may_read_them(office: Office) -> None:
    """A role that the workspace made: it sees customers, and no personal data."""
    lead, customer = await manager(office), await office.customer("王芳", mail="secret@x.test")
    await patched(lead, f"/customers/{customer.id}", {"notes": "内部暗号"})
    async with office.services.db.write(office.id) as tx:
        grants = {"grants": [{"scope": "all", "actions": ["customer.read"]}], "classes": []}
        row = {"key": "greeter", "name": {"zh-CN": "接待", "en": "Greeter"}, "grants": grants}
        tx.insert("role", {"workspace_id": office.id} | row)
    greeter = await office.member("接待", "greeter")
    record = await greeter.get(f"/customers/{customer.id}")
    assert (record.json()["handles"], record.json()["handles_hidden"], record.json()["notes"]) == ([], True, None)
    assert "secret" not in record.text
    assert (await greeter.get("/customers", q="secret")).json()["items"] == [], "no guess is confirmed"
    assert [one["mail"] for one in (await greeter.get("/customers", q="王")).json()["items"]] == [None]
    assert (await greeter.get("/find", q="secret@x.test")).json()["customers"] == []


async def test_whoever_serves_their_own_customers_sees_no_others(office: Office) -> None:
    lead, mine, other = await manager(office), await office.customer("甲"), await office.customer("乙")
    async with office.services.db.write(office.id) as tx:
        grants = {"grants": [{"scope": "own", "actions": ["customer.read"]}], "classes": ["personal"]}
        row = {"key": "keeper", "name": {"zh-CN": "管家", "en": "Keeper"}, "grants": grants}
        tx.insert("role", {"workspace_id": office.id} | row)
    keeper = await office.member("管家", "keeper")
    await patched(lead, f"/customers/{mine.id}", {"dedicated_agent_id": keeper.id})
    assert [one["id"] for one in (await keeper.get("/customers")).json()["items"]] == [mine.id]
    assert (await keeper.get(f"/customers/{mine.id}")).status_code == 200
    assert (await keeper.get(f"/customers/{other.id}")).status_code == 404
    assert (await keeper.get(f"/customers/{other.id}/tickets")).status_code == 404


async def test_an_organisation_has_members_and_administrators(office: Office) -> None:
    lead, customer = await office.member("总监", "director"), await office.customer("王芳")
    made = await lead.post("/organisations", {"name": "示例公司", "tier": "vip", "mail_domains": ["Acme.Example"]})
    assert (made.status_code, made.json()["mail_domains"]) == (201, ["acme.example"])
    path, id = f"/organisations/{made.json()['id']}", made.json()["id"]
    joined = await patched(lead, path, {"join": [{"person_id": customer.id, "is_admin": True}]}, 1)
    assert [(one["id"], one["is_admin"]) for one in joined.json()["members"]] == [(customer.id, True)]
    again = await patched(lead, path, {"join": [{"person_id": customer.id, "is_admin": True}]})
    assert again.json()["version"] == joined.json()["version"]
    assert (await patched(lead, path, {"name": "x"}, 1)).status_code == 412
    record = (await lead.get(f"/customers/{customer.id}")).json()
    assert record["organisations"] == [{"id": id, "name": "示例公司", "tier": "vip", "is_admin": True}]
    assert [one["id"] for one in (await lead.get("/customers", organisation=id)).json()["items"]] == [customer.id]
    left = await patched(lead, path, {"leave": [customer.id], "name": "示例集团"})
    assert (left.json()["members"], left.json()["name"]) == ([], "示例集团")
    assert await events(office, "organisation", id) == [
        "organisation.added",
        "organisation.members_set",
        "organisation.changed",
        "organisation.members_set",
    ]
    refused = await patched(lead, path, {"join": [{"person_id": lead.id}]})
    assert (refused.status_code, refused.json()["faults"][0]["field"]) == (422, "join")


async def test_organisations_are_listed_by_name_in_pages(office: Office) -> None:
    lead = await manager(office)
    for name in ("丙", "Beta", "alpha", "Alpine"):
        await lead.post("/organisations", {"name": name})
    first = (await lead.get("/organisations", limit=3)).json()
    rest = (await lead.get("/organisations", limit=3, after=first["after"])).json()
    assert [one["name"] for one in (*first["items"], *rest["items"])] == ["alpha", "Alpine", "Beta", "丙"]
    assert rest["after"] is None
    assert [one["name"] for one in (await lead.get("/organisations", q="ALP")).json()["items"]] == ["alpha", "Alpine"]
    assert (await lead.get("/organisations", after="x")).status_code == 422


@pytest.mark.parametrize("role", sorted(MANAGERS))
async def test_only_who_reads_every_ticket_lets_anybody_in_as_a_customer(office: Office, role: str) -> None:
    """By an address of their own they would read what other teams write to the customer, now and later."""
    who, customer = await office.member("某人", role, service=True), await office.customer("王芳", mail="a@x.test")
    await office.ticket(customer, team="service")
    may = role in {"system_admin", "admin", "director"}
    path, own = f"/customers/{customer.id}", {"kind": "mail", "handle": "mine@x.test"}
    assert (await who.get(path)).json()["can_let_in"] is may
    for handle in (own, {"kind": "mail", "handle": "a@x.test"}):
        answer = await patched(who, path, {"add_handles": [handle | {"vouched": True}], "tags": ["x"]})
        assert (answer.status_code, answer.json().get("code")) == (
            (200, None) if may else (403, "customers.opens_more")
        )
    new = {"name": "新客户", "handles": [{"kind": "mail", "handle": "new@x.test", "vouched": True}]}
    assert (await who.post("/customers", new)).status_code == (201 if may else 403)
    if not may:
        told = await patched(who, path, {"add_handles": [own]})
        assert (told.status_code, told.json()["tags"]) == (200, []), "what nobody vouches for lets nobody in"
        assert not [one["handle"] for one in told.json()["handles"] if one["opens"] and one["handle"] != "a@x.test"]


@pytest.mark.parametrize("role", sorted(MANAGERS))
async def test_only_who_reads_every_ticket_makes_somebody_administer_an_organisation(office: Office, role: str) -> None:
    who, customer = await office.member("某人", role, service=True), await office.customer("王芳")
    made = (await who.post("/organisations", {"name": "示例"})).json()
    may = role in {"system_admin", "admin", "director"}
    assert made["can_let_in"] is may
    path = f"/organisations/{made['id']}"
    for is_admin, status in ((False, 200), (True, 200 if may else 403)):
        joined = await patched(who, path, {"join": [{"person_id": customer.id, "is_admin": is_admin}]})
        assert joined.status_code == status


async def test_who_manages_customers_says_nothing_of_how_a_colleague_is_reached(office: Office) -> None:
    """Mail from an address of a member counts as theirs: by one of their own somebody would write as them."""
    lead, admin = await manager(office), await office.member("管理员", "system_admin")
    async with office.services.db.write(office.id) as tx:
        tx.insert("customer", {"workspace_id": office.id, "person_id": admin.id, "tier": "normal"})
    path = f"/customers/{admin.id}"
    assert (await lead.get(path)).json()["is_member"]
    mine = {"kind": "mail", "handle": "mine@x.test"}
    for wish in (
        {"add_handles": [mine]},
        {"remove_handles": [{"kind": "mail", "handle": admin.mail}]},
        {"name": "别人"},
        {"locale": "en"},
    ):
        refused = await patched(lead, path, wish)
        assert (refused.status_code, refused.json()["code"]) == (409, "customers.is_member"), wish
    assert (await patched(lead, path, {"tier": "vip", "name": admin.authority.name})).status_code == 200
