"""Where somebody is told of what: their choice, over the workspace's, over the meaning's."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan import wiring
from gongdan.domains.notifications.choosing.plan import (
    Cell,
    Choices,
    is_default,
    is_on,
    plan,
    told_nowhere,
    why_fixed,
)
from gongdan.domains.notifications.choosing.quiet import Schedule, is_quiet
from gongdan.domains.notifications.public import Meanings
from gongdan.domains.notifications.sending.planned import AGAIN_AFTER, deliveries
from gongdan.domains.notifications.telling.writes import WrittenNotice
from gongdan.domains.tickets.public import IN_APP, MAIL
from gongdan.kernel import clock
from tests.domains.notifications.test_quiet import NIGHT, at, instants, schedules

MEANINGS = Meanings(wiring.SUBJECTS)
CHANNELS = (IN_APP, MAIL)
ANSWERED, ESCALATED = MEANINGS.by_key["answered"], MEANINGS.by_key["escalated"]
cells = st.dictionaries(st.tuples(st.sampled_from(sorted(MEANINGS.by_key)), st.sampled_from(CHANNELS)), st.booleans())


def having(
    own: dict[Cell, bool] | None = None, workspace: dict[Cell, bool] | None = None, schedule: Schedule = NIGHT
) -> Choices:
    return Choices(own=own or {}, workspace=workspace or {}, schedule=schedule)


@pytest.mark.parametrize(
    ("own", "workspace", "on"),
    [
        ({}, {}, False),
        ({}, {("answered", MAIL): True}, True),
        ({("answered", MAIL): False}, {("answered", MAIL): True}, False),
        ({("answered", MAIL): True}, {("answered", MAIL): False}, True),
    ],
)
def test_a_persons_choice_is_over_the_workspaces(own: dict[Cell, bool], workspace: dict[Cell, bool], on: bool) -> None:
    assert is_on(ANSWERED, MAIL, having(own, workspace)) is on


def test_what_is_kept_stays_on_where_the_workspace_has_it_whatever_the_person_said() -> None:
    off = {("escalated", MAIL): False, ("escalated", IN_APP): False}
    assert is_on(ESCALATED, MAIL, having(off)) and why_fixed(ESCALATED, MAIL, {}) == "escalation"
    quieter = {("escalated", MAIL): False}
    assert not is_on(ESCALATED, MAIL, having(off, quieter)) and why_fixed(ESCALATED, MAIL, quieter) is None
    assert not told_nowhere(ESCALATED, CHANNELS, quieter)
    assert told_nowhere(ESCALATED, CHANNELS, quieter | {("escalated", IN_APP): False})


def test_a_mail_waits_for_the_morning_the_app_does_not_and_an_escalation_neither() -> None:
    night, morning = at("2026-11-27 23:00"), at("2026-11-28 08:00")
    both = having({("answered", MAIL): True})
    assert {one.channel: one.not_before for one in plan(ANSWERED, both, CHANNELS, night)} == {
        IN_APP: night,
        MAIL: morning,
    }
    assert {one.not_before for one in plan(ESCALATED, both, CHANNELS, night)} == {night}


def test_a_digest_in_quiet_hours_comes_when_they_end() -> None:
    schedule = msgspec.structs.replace(NIGHT, digest="hourly")
    mails = plan(ANSWERED, having({("answered", MAIL): True}, schedule=schedule), (MAIL,), at("2026-11-27 21:30"))
    assert [one.not_before for one in mails] == [at("2026-11-28 08:00")]


@given(st.sampled_from(sorted(MEANINGS.by_key)), cells, cells, schedules, instants)
def test_what_is_planned_is_wanted_is_never_in_quiet_hours_and_in_each_way_once(
    key: str, own: dict[Cell, bool], workspace: dict[Cell, bool], schedule: Schedule, now: object
) -> None:
    meaning, choices = MEANINGS.by_key[key], having(own, workspace, schedule)
    planned = plan(meaning, choices, CHANNELS, now)
    assert len({one.channel for one in planned}) == len(planned)
    for one in planned:
        assert own.get((key, one.channel)) or is_default(meaning, one.channel, workspace)
        if one.channel != IN_APP and not meaning.urgent:
            assert not is_quiet(schedule, one.not_before)
    if meaning.kept and not told_nowhere(meaning, CHANNELS, workspace):
        assert planned


def test_what_happens_again_unread_is_mailed_again_after_a_while_and_what_is_graver_at_once() -> None:
    now = clock.now()
    choices = {7: having({("answered", MAIL): True}, schedule=Schedule())}

    def kept(number: int, *, is_again: bool, person: int = 7) -> WrittenNotice:
        return WrittenNotice(id=number, person_id=person, kind="answered", in_app=True, is_again=is_again)

    found = deliveries(
        [kept(2, is_again=True), kept(1, is_again=False), kept(3, is_again=False, person=8)],
        MEANINGS, choices, CHANNELS, now,
    )  # fmt: skip
    assert [(one.notice_id, one.not_before - now) for one in found] == [(1, timedelta(0)), (2, AGAIN_AFTER)]
