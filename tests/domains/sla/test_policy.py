"""Which policy a ticket falls under and what it promises (spec 03, policies); what lint says of a section."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from gongdan.conditions.grammar import Condition
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.priorities import Priority
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.bundle.times.calendars import Calendar, Day
from gongdan.domains.bundle.times.ladders import AfterLevel, Ladder, Level, OnClock
from gongdan.domains.bundle.times.sla import SlaPolicy, Target
from gongdan.domains.sla.policy import CompiledSla
from gongdan.domains.sla.public import SECTIONS
from tests.domains.sla.kit import OFFICE, compiled, minutes

VIP = Condition(field="requester.tier", op="is", value="VIP")
BIG = Condition(field="organisation.tier", op="is", value="VIP")


def policy(key: str, when: Condition | None = None, *targets: Target, retired: bool = False) -> SlaPolicy:
    return SlaPolicy(key=key, name={}, when=when, targets=targets, retired=retired)


def test_the_first_policy_that_matches_wins_and_the_one_without_a_condition_is_last() -> None:
    release = CompiledSla(
        PolicyBundle(sla=(policy("all"), policy("gone", VIP, retired=True), policy("vip", VIP), policy("big", BIG)))
    )
    assert release.match(lambda when: True) == "vip"
    assert release.match(lambda when: when == BIG) == "big"
    assert release.match(lambda when: False) == "all"
    assert CompiledSla(PolicyBundle(sla=(policy("vip", VIP),))).match(lambda when: False) is None


def test_the_first_target_that_fits_the_priority_wins() -> None:
    release = compiled(minutes("resolution", 120, priorities=("P0",)), minutes("resolution", 1440))
    amounts = [release.goals("standard", p, None).aims["resolution"].goal.amount for p in ("P0", "P3")]
    assert amounts == [120, 1440]


def test_the_limit_on_accepting_is_never_longer_than_the_first_response() -> None:
    accept = minutes("accept", 30, warn_at=(80,))
    release = compiled(accept, minutes("first_response", 15, priorities=("P0",)), minutes("first_response", 60))
    goals = [release.goals("standard", p, None).aims["accept"].goal for p in ("P0", "P2")]
    assert [(goal.amount, goal.points) for goal in goals] == [(15, (80,)), (30, (80,))]
    days = Target(metric="first_response", amount=1, unit="working_days", calendar="office")
    assert compiled(accept, days).goals("standard", "P0", None).aims["accept"].goal.amount == 30


def test_a_ladder_adds_the_points_at_which_it_acts() -> None:
    levels = (
        _level("L2", OnClock(metric="resolution", percent=80)),
        _level("L3", OnClock(metric="resolution", percent=100)),
    )
    release = compiled(minutes("resolution", 60, warn_at=(50,)), ladders=(Ladder(key="s0", name={}, levels=levels),))
    assert release.goals("standard", "P0", "s0").aims["resolution"].goal.points == (50, 80)
    assert release.goals("standard", "P0", None).aims["resolution"].goal.points == (50,)


def test_a_policy_that_the_release_does_not_know_promises_nothing() -> None:
    assert compiled(minutes("resolution", 60)).goals("gone", "P0", None).aims == {}


def test_lint_is_silent_on_a_sound_section() -> None:
    assert codes(bundle(), 2026) == set()


def test_lint_finds_what_is_wrong_with_calendars() -> None:
    office = Calendar(
        key="office",
        name={},
        zone="Asia/Shanghaj",
        week=OFFICE | {"sat": (("09:00", "12:00"), ("11:00", "13:00")), "sun": (("18:00", "09:00"), ("9", "25:00"))},
        days=(Day(on=date(2026, 10, 1)),),
    )
    assert codes(bundle(calendars=(office,)), 2026, 2027) == {
        ("calendars.office.zone", "sla.zone_unknown"),
        ("calendars.office.week.sat", "sla.interval_overlaps"),
        ("calendars.office.week.sun", "sla.interval_inverted"),
        ("calendars.office.week.sun", "sla.interval_unreadable"),
        ("calendars.office.days", "sla.year_missing"),
    }
    provisional = Calendar(
        key="office", name={}, zone="Asia/Shanghai", week=OFFICE, days=office.days, provisional_from=date(2027, 1, 1)
    )
    assert codes(bundle(calendars=(provisional,)), 2026, 2027) == {("calendars.office.days", "sla.year_provisional")}
    closed = Calendar(key="office", name={}, zone="Asia/Shanghai", week={})
    assert codes(bundle(calendars=(closed,)), 2026) == {("calendars.office.week", "sla.never_open")}


def test_lint_finds_what_is_wrong_with_targets() -> None:
    targets = (
        Target(metric="resolution", priorities=("P0", "P9"), amount=0, unit="working_days", calendar="night"),
        Target(metric="first_response", amount=1, unit="working_minutes", warn_at=(0, 80, 100), warn_before_s=(-5,)),
        Target(metric="stage", amount=1, unit="calendar_minutes"),
    )
    at = "sla.standard.targets"
    assert codes(bundle(sla=(policy("standard", None, *targets), policy("vip", VIP), policy("again"))), 2026) == {
        (f"{at}.0.calendar", "sla.calendar_unknown"),
        (f"{at}.0.amount", "sla.amount_not_positive"),
        (f"{at}.0.priorities", "sla.priority_unknown"),
        (f"{at}.1.calendar", "sla.calendar_missing"),
        (f"{at}.1.warn_at", "sla.percent_out_of_range"),
        (f"{at}.1.warn_before_s", "sla.amount_not_positive"),
        (f"{at}.2", "sla.stage_unnamed"),
        (at, "sla.target_missing"),
        ("sla.again", "sla.fallback_repeated"),
    }
    assert codes(bundle(sla=(policy("vip", VIP),)), 2026) == {("sla", "sla.fallback_missing")}


def test_lint_finds_what_is_wrong_with_ladders() -> None:
    levels = (_level("L3", OnClock(metric="resolution", percent=101)), _level("L4", AfterLevel(level="L2", after_s=60)))
    assert codes(bundle(ladders=(Ladder(key="s0", name={}, levels=levels),)), 2026) == {
        ("ladders.s0.levels.L3.on", "sla.percent_out_of_range"),
        ("ladders.s0.levels.L4.on", "sla.level_unknown"),
    }


def test_every_finding_has_its_text_in_both_languages() -> None:
    source = Path(__file__).parents[3] / "src/gongdan"
    texts = json.loads((source / "locales/sla.json").read_text())
    written = {part.split('"')[0] for part in (source / "domains/sla/lint.py").read_text().split('"sla.')[1:]}
    wanted = {f"faults.sla.{code}" for code in written if "{" not in code}
    assert len(wanted) > 10
    for told in texts.values():
        assert wanted == {key for key in told if not key.startswith("words.")}


def _level(key: str, on: OnClock | AfterLevel) -> Level:
    return Level(key=key, name={}, on=on, to=("lead",), colour="orange")


def bundle(**sections: Any) -> PolicyBundle:
    sound = PolicyBundle(
        priorities=(
            Priority(key="P0", name={}, rank=0, colour="red"),
            Priority(key="P1", name={}, rank=1, colour="orange"),
        ),
        calendars=(Calendar(key="office", name={}, zone="Asia/Shanghai", week=OFFICE),),
        sla=(policy("standard", None, minutes("resolution", 60)),),
    )
    return replace(sound, **sections)


def codes(section: PolicyBundle, *years: int) -> set[tuple[str, str]]:
    around = Surroundings(years=years)
    return {(found.path, found.code) for part in SECTIONS for found in part.lint(section, around)}
