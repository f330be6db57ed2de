"""Passwords, patience with failures, and signed links: the pure parts of signing in (spec 08)."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.accounts.credentials import links, passwords, sessions, tokens
from gongdan.domains.accounts.credentials.attempts import (
    PER_ADDRESS,
    PER_MAIL,
    PER_PAIR,
    Attempts,
    Patience,
    after_failure,
)
from gongdan.domains.accounts.errors import LinkInvalid, PasswordWeak
from gongdan.domains.accounts.rights.authority import Grant, actions, system

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KEY = b"k" * 32


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("Short-1!x", "accounts.password_short"),
        ("password123!", "accounts.password_common"),
        ("P@ssw0rd2024", "accounts.password_common"),
        ("Admin@123456", "accounts.password_common"),
        ("1234567890", "accounts.password_common"),
        ("9876543210a", "accounts.password_common"),
        ("qwertyuiop", "accounts.password_common"),
        ("1qaz2wsx3edc", "accounts.password_common"),
        ("Qwerty123456", "accounts.password_common"),
        ("aaaaaaaaaaaa", "accounts.password_common"),
        ("abcabcabcabc", "accounts.password_common"),
        ("woaini520520", "accounts.password_common"),
        ("Welcome2Company!", "accounts.password_common"),
        ("ＰＡＳＳＷＯＲＤ１２３", "accounts.password_common"),
        ("lihua.chen-88x", "accounts.password_holds_mail"),
    ],
)
def test_a_weak_password_is_refused_and_the_fault_says_why(password: str, fault: str) -> None:
    with pytest.raises(PasswordWeak) as refused:
        passwords.check(password, mail="LiHua.Chen@example.com")
    assert [one.code for one in refused.value.faults] == [fault]


@pytest.mark.parametrize(
    "password", ["correct horse battery", "下雨天要记得带伞出门", "tR7-mule-Kiosk", "x9Kd02mVqLp4"]
)
def test_a_password_that_nobody_guesses_needs_no_special_characters(password: str) -> None:
    passwords.check(password, mail="lihua.chen@example.com")


@pytest.mark.anyio
async def test_a_password_matches_its_hash_only_and_no_hash_matches_none() -> None:
    stored = await passwords.hash_password("tR7-mule-Kiosk")
    assert stored.startswith("$argon2id$")
    assert await passwords.verify(stored, "tR7-mule-Kiosk")
    assert not await passwords.verify(stored, "tR7-mule-kiosk")
    assert not await passwords.verify(None, "tR7-mule-Kiosk")
    assert not await passwords.verify("not a hash", "tR7-mule-Kiosk")


@pytest.mark.anyio
async def test_a_hash_with_other_parameters_is_renewed() -> None:
    from argon2 import PasswordHasher

    weaker = PasswordHasher(time_cost=1, memory_cost=1024).hash("tR7-mule-Kiosk")
    renewed = await passwords.renewed(weaker, "tR7-mule-Kiosk")
    assert renewed is not None
    assert await passwords.renewed(renewed, "tR7-mule-Kiosk") is None


def fail(times: int, patience: Patience) -> Attempts:
    count: Attempts | None = None
    at = NOW
    for _ in range(times):
        count = after_failure(count, "x", patience, at)
        at = max(at, count.locked_until or at)
    assert count is not None
    return count


@pytest.mark.parametrize(
    ("failed", "wait_s"), [(1, 0), (4, 0), (5, 15), (6, 30), (7, 60), (10, 480), (11, 900), (500, 900)]
)
def test_the_wait_grows_with_failures_and_never_beyond_a_quarter_of_an_hour(failed: int, wait_s: int) -> None:
    count = fail(failed, PER_PAIR)
    assert ((count.locked_until or count.last_at) - count.last_at).total_seconds() == wait_s


def test_failures_are_forgotten_after_a_while() -> None:
    count = after_failure(fail(20, PER_PAIR), "x", PER_PAIR, NOW + timedelta(days=2))
    assert (count.failed, count.locked_until) == (1, None)


def test_an_account_from_everywhere_and_an_address_that_many_share_are_given_more_tries() -> None:
    for patience in (PER_ADDRESS, PER_MAIL):
        assert patience.free > PER_PAIR.free
        assert fail(patience.free - 1, patience).locked_until is None


def link(**changes: object) -> str:
    given = {"workspace_id": 3, "person_id": 4, "mail": "A@example.com", "now": NOW} | changes
    return links.sign_in_link(KEY, **given)


def test_a_link_says_what_it_was_made_for() -> None:
    read = links.read(KEY, link(), now=NOW)
    assert (read.purpose, read.workspace_id, read.person_id, read.mail) == ("sign_in", 3, 4, "a@example.com")


def test_a_sign_in_link_lasts_half_an_hour_and_a_guest_link_half_a_year() -> None:
    guest = links.ticket_link(KEY, workspace_id=3, person_id=4, mail="a@example.com", ticket_id=5, now=NOW)
    assert links.read(KEY, guest, now=NOW + timedelta(days=179)).ticket_id == 5
    for token, after in ((link(), timedelta(minutes=30)), (guest, timedelta(days=180))):
        with pytest.raises(LinkInvalid):
            links.read(KEY, token, now=NOW + after)


def test_a_link_of_another_installation_is_refused() -> None:
    with pytest.raises(LinkInvalid):
        links.read(b"z" * 32, link(), now=NOW)


def test_a_link_cannot_be_turned_into_another() -> None:
    payload, _, mac = link().partition(".")
    for other in (link(person_id=5), link(workspace_id=4), link(mail="b@example.com")):
        with pytest.raises(LinkInvalid):
            links.read(KEY, f"{other.partition('.')[0]}.{mac}", now=NOW)
        with pytest.raises(LinkInvalid):
            links.read(KEY, f"{payload}.{other.partition('.')[2]}", now=NOW)


@given(st.text(max_size=80) | st.binary(max_size=60).map(lambda raw: raw.hex() + "." + raw.hex()))
def test_no_text_breaks_the_reading_of_links(text: str) -> None:
    with pytest.raises(LinkInvalid):
        links.read(KEY, text, now=NOW)


def test_the_csrf_token_follows_from_the_session_and_does_not_reveal_it() -> None:
    assert sessions.is_csrf("secret", sessions.csrf("secret"))
    assert not sessions.is_csrf("secret", sessions.csrf("other"))
    assert not sessions.is_csrf("secret", "é")
    assert "secret" not in sessions.csrf("secret")


def test_tokens_are_long_distinct_and_recognisable() -> None:
    made = {tokens.make() for _ in range(50)}
    assert len(made) == 50
    assert all(token.startswith("gd_") and token[3:].isalnum() and len(token) == 46 for token in made)


@pytest.mark.parametrize(
    ("scope", "through", "held_back"),
    [
        ("all", "ticket.reply policy.publish people.manage", ""),
        ("read", "ticket.read note.read audit.read", "ticket.reply ticket.export policy.edit"),
        ("tickets:write", "ticket.reply ticket.read customer.read", "policy.edit people.manage"),
        ("admin", "policy.publish people.manage", "ticket.read ticket.reply message.read note.read"),
    ],
)
def test_scopes_let_through_what_they_name(scope: str, through: str, held_back: str) -> None:
    everything = system(1, name="x", release=1)
    left = actions(tokens.narrowed(everything, frozenset({scope})))
    assert set(through.split()) <= left
    assert not set(held_back.split()) & left


def test_a_token_never_holds_more_than_its_person() -> None:
    reader = msgspec.structs.replace(system(1, name="x", release=1), grants=(Grant(frozenset({"ticket.read"}), "own"),))
    assert tokens.narrowed(reader, frozenset({"all", "admin"})).grants == reader.grants
