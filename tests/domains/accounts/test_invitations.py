"""A member chooses a password by a link: who is new, and who forgot."""

from typing import Any

import httpx
import pytest

from gongdan.domains.accounts.commands.credentials import make_token
from gongdan.domains.accounts.credentials import links
from gongdan.domains.accounts.credentials.tokens import TokenScope
from gongdan.domains.accounts.public import sessions
from gongdan.kernel import clock
from tests.kit import Office, Visitor, found_office

pytestmark = pytest.mark.anyio
PASSWORD, OTHER = "tR7-mule-Kiosk", "another-mule-Kiosk"


def stranger(office: Office) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=office.asgi)
    headers = {"X-Workspace": office.slug}
    return httpx.AsyncClient(transport=transport, base_url="http://office.test/api/v1", headers=headers)


async def ask(office: Office, path: str, **body: Any) -> httpx.Response:
    async with stranger(office) as client:
        return await client.post(path, json=body)


async def invited(office: Office, admin: Visitor, person: Visitor, **wish: Any) -> str:
    answer = await admin.post(f"/members/{person.id}/password-link", wish)
    assert answer.status_code == 201, answer.text
    return answer.json()["link"].rsplit("/", 1)[1]


async def test_without_a_mailbox_the_link_is_shown_once_to_who_invites(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    answer = await admin.post(f"/members/{new.id}/password-link")
    made = answer.json()
    assert answer.status_code == 201 and made["mailed"] is False and made["mail"] == new.mail
    assert "/password/" in made["link"]
    audit = (await admin.get("/audit", person_id=new.id)).json()["entries"]
    assert audit[0]["kind"] == "person.password_link_made" and "李雷" in audit[0]["text"]


async def test_with_a_mailbox_the_link_goes_to_the_member_unless_it_is_asked_to_be_shown(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    async with office.services.db.write(office.id) as tx:
        account = {"kind": "mail", "address": f"{office.slug}@x.test", "name": "x", "active": True, "sends": True}
        tx.insert("channel_account", {"workspace_id": office.id, "id": tx.ids.next()} | account)
    made = (await admin.post(f"/members/{new.id}/password-link")).json()
    assert made["mailed"] is True and made["link"] is None
    async with office.read() as tx:
        (row,) = await tx.rows(tuple, "select recipient, payload from delivery where workspace_id = %(workspace)s")
    assert row[0] == new.mail and "/password/" in row[1]["text"]
    assert (await admin.post(f"/members/{new.id}/password-link", {"shown": True})).json()["link"]


async def test_the_link_says_whom_it_is_for_and_lets_them_in_with_their_new_password(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    seen = await ask(office, "/session/password-link", token=token)
    assert seen.json() == {"name": "李雷", "mail": new.mail, "workspace_name": "测试公司"}
    done = await ask(office, "/session/password", token=token, password=PASSWORD)
    assert done.status_code == 200 and done.json()["person_id"] == new.id and done.cookies
    assert (await ask(office, "/session", mail=new.mail, password=PASSWORD)).status_code == 200


async def test_it_works_once_and_ends_the_links_made_beside_it(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    first, second = await invited(office, admin, new), await invited(office, admin, new)
    assert (await ask(office, "/session/password", token=second, password=PASSWORD)).status_code == 200
    for token in (first, second):
        again = await ask(office, "/session/password", token=token, password=OTHER)
        assert (again.status_code, again.json()["code"]) == (401, "accounts.password_link_invalid")


async def test_a_weak_password_is_refused_and_the_link_stays_good(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    weak = await ask(office, "/session/password", token=token, password="short")
    assert weak.status_code == 422 and weak.json()["faults"][0]["field"] == "password"
    assert (await ask(office, "/session/password", token=token, password=PASSWORD)).status_code == 200


async def test_whatever_the_old_password_opened_ends(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    assert (await new.get("/me")).status_code in (200, 404, 405)  # makes a token of theirs
    async with office.services.db.write(office.id) as tx:
        sessions.begin(tx, new.id, kind="staff", agent="old", address="", now=clock.now())
    token = await invited(office, admin, new)
    await ask(office, "/session/password", token=token, password=PASSWORD)
    assert (await new.get("/tickets")).status_code == 401
    async with office.read() as tx:
        rows = await tx.rows(
            tuple, "select 1 from session where workspace_id = %(workspace)s and person_id = %(p)s", p=new.id
        )
    assert len(rows) == 1


@pytest.mark.parametrize("change", [{"active": False}, {"mail": "other@else.test"}])
async def test_a_link_dies_with_the_member_or_the_address_that_it_went_to(
    office: Office, change: dict[str, Any]
) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    assert (await admin.call("PATCH", f"/members/{new.id}", json=change)).status_code == 200
    assert (await ask(office, "/session/password", token=token, password=PASSWORD)).status_code == 401


async def test_an_old_a_forged_and_another_kind_of_link_let_nobody_in(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    key = office.asgi.state.services.secret
    past = clock.now() - links.PASSWORD_LASTS
    own: dict[str, Any] = {"workspace_id": office.id, "person_id": new.id, "mail": new.mail}
    for wrong in (
        links.password_link(key, **own, stamp="", now=past),
        links.sign_in_link(key, **own, now=clock.now()),
        token[:-2] + "AA",
        "x" * 20,
    ):
        assert (await ask(office, "/session/password", token=wrong, password=PASSWORD)).status_code == 401
    assert (await ask(office, "/portal/session", token=token)).status_code == 401, "it is no link of a customer"


async def test_a_link_is_worth_nothing_in_another_workspace(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    other = await found_office(office.asgi)
    assert (await ask(other, "/session/password", token=token, password=PASSWORD)).status_code == 401
    far = await other.member("远方", "system_admin")
    assert (await far.post(f"/members/{new.id}/password-link")).status_code == 404


@pytest.mark.parametrize("role", ["agent", "lead", "auditor", "director"])
async def test_who_does_not_manage_people_makes_no_link(office: Office, role: str) -> None:
    asker, new = await office.member("小王", role), await office.member("李雷")
    assert (await asker.post(f"/members/{new.id}/password-link")).status_code == 403


async def test_nobody_makes_a_link_for_somebody_who_holds_more(office: Office) -> None:
    below, above = await office.member("小王", "admin"), await office.member("韩梅梅", "system_admin")
    refused = await below.post(f"/members/{above.id}/password-link")
    assert (refused.status_code, refused.json()["code"]) == (403, "accounts.rights_above_own")


async def test_an_address_that_is_somebody_elses_is_not_given_to_a_member(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    customer = await office.customer()
    for taken in (admin.mail, customer.mail):
        refused = await admin.call("PATCH", f"/members/{new.id}", json={"mail": taken})
        assert (refused.status_code, refused.json()["code"]) == (409, "accounts.mail_taken")
    back = [await admin.call("PATCH", f"/members/{new.id}", json={"mail": to}) for to in ("n@else.test", new.mail)]
    assert [one.status_code for one in back] == [200, 200]
    assert back[1].json()["mail"] == new.mail


async def test_the_list_says_who_has_not_come_in_yet(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)

    async def has_password() -> bool:
        (row,) = [one for one in (await admin.get("/members")).json() if one["id"] == new.id]
        return bool(row["has_password"])

    assert not await has_password()
    await ask(office, "/session/password", token=token, password=PASSWORD)
    assert await has_password()


async def test_asking_twice_under_one_key_makes_one_link_and_never_shows_it_again(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    key = {"Idempotency-Key": "k"}
    first, again = [await admin.post(f"/members/{new.id}/password-link", headers=key) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 409)
    assert "/password/" not in again.text


@pytest.mark.parametrize("scope", ["all", "admin"])
async def test_a_token_makes_no_link_to_the_password_of_its_own_person(office: Office, scope: TokenScope) -> None:
    """Whoever follows the link is signed in with all rights of the person, whatever the token was cut down to."""
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    async with office.services.db.write(office.id) as tx:
        _, token = await make_token(
            tx, admin.authority, name="x", scopes=[scope], expires_at=None, via="web", now=clock.now()
        )
    proof = {"Authorization": f"Bearer {token}"}
    invited = await admin.post(f"/members/{new.id}/password-link", headers=proof)
    assert invited.status_code == (201 if scope == "all" else 403)
    own = await admin.post(f"/members/{admin.id}/password-link", headers=proof)
    assert (own.status_code, own.json()["code"]) == (403, "request.forbidden")


async def test_a_link_dies_when_its_member_may_do_something_else_than_when_it_was_made(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷", "employee")
    token = await invited(office, admin, new)
    assert (await admin.call("PATCH", f"/members/{new.id}", json={"roles": ["system_admin"]})).status_code == 200
    assert (await ask(office, "/session/password", token=token, password=PASSWORD)).status_code == 401
    fresh = await invited(office, admin, new)
    assert (await ask(office, "/session/password", token=fresh, password=PASSWORD)).status_code == 200


async def test_a_link_dies_when_a_role_of_its_member_grants_something_else(office: Office) -> None:
    admin = await office.member("韩梅梅", "system_admin")
    body = {"key": "own", "name": {"zh-CN": "自定", "en": "Own"}, "grants": []}
    assert (await admin.post("/roles", body)).status_code == 201
    new = await office.member("李雷", "own")
    token = await invited(office, admin, new)
    grants = [{"scope": "all", "actions": ["people.manage"]}]
    assert (await admin.call("PATCH", "/roles/own", json={"grants": grants})).status_code == 200
    assert (await ask(office, "/session/password-link", token=token)).status_code == 401


async def test_a_link_stays_dead_when_its_member_is_let_in_again(office: Office) -> None:
    admin, new = await office.member("韩梅梅", "system_admin"), await office.member("李雷")
    token = await invited(office, admin, new)
    for active in (False, True):
        assert (await admin.call("PATCH", f"/members/{new.id}", json={"active": active})).status_code == 200
    assert (await ask(office, "/session/password", token=token, password=PASSWORD)).status_code == 401
    fresh = await invited(office, admin, new)
    assert (await ask(office, "/session/password", token=fresh, password=PASSWORD)).status_code == 200
