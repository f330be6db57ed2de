"""Signing in, staying signed in, and being shut out (spec 08), on a real database behind row security."""

from datetime import timedelta

import pytest

from gongdan.domains.accounts.commands import credentials, people
from gongdan.domains.accounts.commands.sign_in import From, ask_for_link, redeem, sign_in
from gongdan.domains.accounts.credentials import attempts, links, sessions, tokens
from gongdan.domains.accounts.credentials.attempts import Attempts
from gongdan.domains.accounts.credentials.passwords import hash_password
from gongdan.domains.accounts.errors import (
    LinkInvalid,
    PasswordWeak,
    PasswordWrong,
    SignInIsLocked,
    SignInRefused,
    TokenNotFound,
)
from gongdan.domains.accounts.presence.jobs import prune_all
from gongdan.kernel.clock import now as clock_now
from gongdan.kernel.errors import Forbidden
from tests.domains.accounts.conftest import NOW, World

pytestmark = pytest.mark.anyio
PASSWORD = "tR7-mule-Kiosk"
KEY = b"k" * 32
HERE = From("192.0.2.7", "Browser")


@pytest.fixture(scope="module")
async def hashed(anyio_backend: str) -> str:
    return await hash_password(PASSWORD)


async def enter(
    world: World, name: str, password: str = PASSWORD, *, after: timedelta = timedelta(), origin: From = HERE
) -> str:
    now = clock_now() + after
    return await sign_in(world.db, world.id, f"{name}@{world.slug}.test", password, origin=origin, now=now)


async def test_the_right_password_opens_a_session_with_the_rights_of_the_member(world: World, hashed: str) -> None:
    person_id = await world.member("li", "agent", password_hash=hashed, tech=False)
    authority = await sessions.authenticate(world.db, await enter(world, "LI"))
    assert authority is not None
    assert (authority.workspace_id, authority.person_id, authority.kind) == (world.id, person_id, "staff")
    assert authority.teams == {"tech"}
    assert authority.roles == {"agent"}
    assert (await world.events("person", person_id))[-1] == "person.signed_in"


async def test_wrong_password_unknown_mail_and_inactive_member_get_the_same_answer(world: World, hashed: str) -> None:
    gone = await world.member("gone", password_hash=hashed)
    await world.member("li", password_hash=hashed)
    await world.member("never")
    await world.run(people.set_active, world.system, gone, False)
    for name, password in (("li", "wrong-and-long"), ("nobody", PASSWORD), ("gone", PASSWORD), ("never", PASSWORD)):
        with pytest.raises(SignInRefused) as refused:
            await enter(world, name, password)
        assert refused.value.members == {}


async def test_after_five_failures_the_next_try_must_wait_even_with_the_right_password(
    world: World, hashed: str
) -> None:
    person_id = await world.member("li", password_hash=hashed)
    for _ in range(5):
        with pytest.raises(SignInRefused):
            await enter(world, "li", "wrong-and-long")
    with pytest.raises(SignInIsLocked) as locked:
        await enter(world, "li")
    assert 1 <= locked.value.members["retry_after_s"] <= 15
    assert (await world.events("person", person_id))[-1] == "person.sign_in_locked"

    assert await enter(world, "li", after=timedelta(seconds=16))
    with pytest.raises(SignInRefused):  # counting starts anew
        await enter(world, "li", "wrong-and-long", after=timedelta(seconds=17))
    assert await enter(world, "li", after=timedelta(seconds=17))


async def test_an_unknown_mail_is_locked_like_a_known_one(world: World) -> None:
    for _ in range(5):
        with pytest.raises(SignInRefused):
            await enter(world, "nobody")
    with pytest.raises(SignInIsLocked):
        await enter(world, "nobody")


async def test_signing_in_again_ends_the_session_that_the_browser_had(world: World, hashed: str) -> None:
    await world.member("li", password_hash=hashed)
    old = await enter(world, "li")
    mail, now = f"li@{world.slug}.test", clock_now()
    new = await sign_in(world.db, world.id, mail, PASSWORD, origin=HERE, now=now, instead_of=old)
    assert await sessions.authenticate(world.db, old) is None
    assert await sessions.authenticate(world.db, new) is not None


async def test_signing_out_ends_the_session_at_once(world: World, hashed: str) -> None:
    person_id = await world.member("li", password_hash=hashed)
    secret = await enter(world, "li")
    await world.run(people.sign_out, world.system, person_id, secret)
    assert await sessions.authenticate(world.db, secret) is None
    await world.run(people.sign_out, world.system, person_id, secret)


async def test_what_has_expired_is_thrown_away_and_nothing_else(world: World, hashed: str) -> None:
    now = clock_now()
    person_id = await world.member("li", "agent", password_hash=hashed)
    secret = await enter(world, "li")
    async with world.db.write(world.id) as tx:
        for subject, age in (("old", timedelta(hours=13)), ("new", timedelta(hours=1))):
            attempts.put(tx, Attempts(subject=subject, failed=1, last_at=now - age, locked_until=None))
        sessions.begin(tx, person_id, kind="staff", agent="", address="", now=now - timedelta(days=400))
        for key, age in (("old", timedelta(days=8)), ("new", timedelta(days=1))):
            row = {"workspace_id": world.id, "person_id": 1, "key": key, "request_hash": b"", "status": 201}
            tx.insert("idempotency", row | {"answer": b"{}", "at": now - age})
    await prune_all(world.db, now)
    async with world.db.read(world.id) as tx:
        tries = await tx.rows(
            tuple,
            "select subject from sign_in_attempt where workspace_id = %(workspace)s and subject in ('old', 'new')",
        )
        answers = await tx.rows(tuple, "select key from idempotency where workspace_id = %(workspace)s")
        kept = await tx.rows(tuple, "select true from session where workspace_id = %(workspace)s")
    assert (tries, answers, len(kept)) == ([("new",)], [("new",)], 1)
    assert await sessions.authenticate(world.db, secret) is not None


async def test_a_change_of_roles_and_teams_holds_from_the_next_request(world: World, hashed: str) -> None:
    person_id = await world.member("li", "agent", password_hash=hashed)
    secret = await enter(world, "li")
    await world.run(people.set_roles, world.system, person_id, ["auditor"])
    await world.run(people.set_teams, world.system, person_id, {"finance": True})
    authority = await sessions.authenticate(world.db, secret)
    assert authority is not None
    assert (authority.roles, authority.led_teams) == ({"auditor"}, {"finance"})


async def test_who_is_made_inactive_is_out_at_once_with_sessions_and_tokens(world: World, hashed: str) -> None:
    person_id = await world.member("li", "agent", password_hash=hashed)
    secret, token = await enter(world, "li"), await make_token(world, person_id)
    await world.run(people.set_active, world.system, person_id, False)
    assert await sessions.authenticate(world.db, secret) is None
    assert await tokens.authenticate(world.db, token) is None
    await world.run(people.set_active, world.system, person_id, True)
    assert await tokens.authenticate(world.db, token) is None


async def test_a_session_ends_two_weeks_after_its_last_use(world: World, hashed: str) -> None:
    await world.member("li", password_hash=hashed)
    old = await enter(world, "li", after=-timedelta(days=15))
    assert await sessions.authenticate(world.db, old) is None

    used = await enter(world, "li", after=-timedelta(days=10))
    assert await sessions.authenticate(world.db, used) is not None
    async with world.db.plain() as connection:
        cursor = await connection.execute("select expires_at from session where hash = %s", [sessions.digest(used)])
        row = await cursor.fetchone()
    assert row is not None
    assert row[0] > clock_now() + timedelta(days=13)


async def test_sessions_are_listed_and_revoked_one_by_one_or_all_but_this(world: World, hashed: str) -> None:
    person_id = await world.member("li", password_hash=hashed)
    me = await world.authority(person_id)
    kept, second, third = [await enter(world, "li") for _ in range(3)]
    async with world.db.read(world.id) as tx:
        listed = await sessions.of_person(tx, person_id)
    assert {row.id for row in listed} == {sessions.session_id(secret) for secret in (kept, second, third)}
    assert {(row.address, row.agent) for row in listed} == {("192.0.2.7", "Browser")}

    await world.run(people.revoke_sessions, me, person_id, only=sessions.session_id(second))
    assert await sessions.authenticate(world.db, second) is None
    await world.run(people.revoke_sessions, me, person_id, keep=sessions.session_id(kept))
    assert await sessions.authenticate(world.db, third) is None
    assert await sessions.authenticate(world.db, kept) is not None


async def test_a_new_password_needs_the_current_one_and_ends_the_other_sessions(world: World, hashed: str) -> None:
    person_id = await world.member("li", password_hash=hashed)
    me, mine, other = await world.authority(person_id), await enter(world, "li"), await enter(world, "li")

    async def change(password: str, current: str) -> None:
        await credentials.set_password(
            world.db, me, person_id, password,
            current=current, keep=mine, via="web", now=NOW,
        )  # fmt: skip

    with pytest.raises(PasswordWrong):
        await change("another-mule-Kiosk", "wrong-and-long")
    with pytest.raises(PasswordWeak):
        await change("password123", PASSWORD)
    await change("another-mule-Kiosk", PASSWORD)
    assert await sessions.authenticate(world.db, other) is None
    assert await sessions.authenticate(world.db, mine) is not None
    assert await enter(world, "li", "another-mule-Kiosk")


async def make_token(world: World, person_id: int, *scopes: str) -> str:
    made = await world.run(
        credentials.make_token, await world.authority(person_id), name="t", scopes=scopes or ("all",), expires_at=None
    )
    return str(made[1])


async def test_a_token_holds_what_its_person_holds_now_within_its_scopes(world: World) -> None:
    person_id = await world.member("li", "agent", tech=False)
    token = await make_token(world, person_id, "read")
    authority = await tokens.authenticate(world.db, token)
    assert authority is not None
    assert authority.token_id is not None
    assert {action for grant in authority.grants for action in grant.actions} == {
        "conversation.read", "ticket.read", "message.read", "note.read", "people.read", "policy.read", "customer.read",
    }  # fmt: skip
    await world.run(people.set_roles, world.system, person_id, [])
    demoted = await tokens.authenticate(world.db, token)
    assert demoted is not None
    assert demoted.grants == ()


async def test_no_token_makes_tokens_or_sets_passwords(world: World) -> None:
    person_id = await world.member("li", "system_admin")
    authority = await tokens.authenticate(world.db, await make_token(world, person_id))
    with pytest.raises(Forbidden):
        await world.run(credentials.make_token, authority, name="t", scopes=("all",), expires_at=None)
    assert authority is not None
    with pytest.raises(Forbidden):
        await credentials.set_password(world.db, authority, person_id, PASSWORD, current=None, via="api", now=NOW)


async def test_a_token_is_revoked_by_its_owner_or_by_who_manages_tokens(world: World) -> None:
    owner = await world.member("li", "agent")
    other = await world.authority(await world.member("wu", "admin"))
    for revoker in (await world.authority(owner), world.system):
        token = await make_token(world, owner)
        found = await tokens.authenticate(world.db, token)
        assert found is not None
        with pytest.raises(TokenNotFound):
            await world.run(credentials.revoke_token, other, found.token_id)
        await world.run(credentials.revoke_token, revoker, found.token_id)
        assert await tokens.authenticate(world.db, token) is None


async def test_an_expired_token_and_a_foreign_text_open_nothing(world: World) -> None:
    me = await world.authority(await world.member("li", "agent"))
    expired = await world.run(
        credentials.make_token, me, name="t", scopes=("all",), expires_at=clock_now() - timedelta(seconds=1)
    )
    assert await tokens.authenticate(world.db, str(expired)) is None
    assert await tokens.authenticate(world.db, tokens.make()) is None
    assert await tokens.authenticate(world.db, "nothing") is None


async def test_asking_for_a_link_tells_nobody_whether_the_address_is_known(world: World) -> None:
    person_id = await world.customer("chen@example.com")
    for mail in ("Chen@example.com", "stranger@example.com"):
        await ask_for_link(world.db, world.id, mail, origin=HERE, now=NOW)
    assert await world.events("person", person_id) == ["person.sign_in_link_asked"]


async def test_a_sign_in_link_opens_a_customer_session_once(world: World) -> None:
    person_id = await world.customer("chen@example.com")
    now = clock_now()
    token = links.sign_in_link(KEY, workspace_id=world.id, person_id=person_id, mail="chen@example.com", now=now)
    authority = await sessions.authenticate(
        world.db, await redeem(world.db, world.id, KEY, token, origin=HERE, now=now)
    )
    assert authority is not None
    assert (authority.kind, authority.person_id, authority.roles) == ("customer", person_id, {"customer"})
    assert await sessions.authenticate(world.db, token) is None
    with pytest.raises(LinkInvalid):
        await redeem(world.db, world.id, KEY, token, origin=HERE, now=now)


async def test_a_guest_link_opens_its_ticket_as_often_as_needed(world: World) -> None:
    person_id = await world.customer("chen@example.com")
    now = clock_now()
    token = links.ticket_link(
        KEY, workspace_id=world.id, person_id=person_id, mail="chen@example.com", ticket_id=77, now=now
    )
    for _ in range(2):
        secret = await redeem(world.db, world.id, KEY, token, origin=HERE, now=now)
        authority = await sessions.authenticate(world.db, secret)
        assert authority is not None
        assert authority.only_ticket == 77


async def test_a_link_whose_address_went_to_somebody_else_is_refused(world: World) -> None:
    person_id = await world.customer("chen@example.com")
    now = clock_now()
    token = links.sign_in_link(KEY, workspace_id=world.id, person_id=person_id + 1, mail="chen@example.com", now=now)
    with pytest.raises(LinkInvalid):
        await redeem(world.db, world.id, KEY, token, origin=HERE, now=now)


async def test_what_somebody_is_as_a_member_does_not_follow_them_to_the_portal(world: World) -> None:
    person_id = await world.member("li", "system_admin", tech=True)
    authority = await world.authority(person_id, "customer")
    assert (authority.roles, authority.teams) == ({"customer"}, frozenset())
