"""Who is asked, and who stands in for whom."""

import pytest

from gongdan.domains.accounts.presence.staff import Colleague, Staff
from gongdan.domains.approvals.panel import Panel

NOBODY: frozenset[str] = frozenset()
A, B, C, D, ASKER = 1, 2, 3, 4, 9


def panel(away: dict[int, int | None]) -> Panel:
    people = [
        Colleague(id=one, name=str(one), manager_id=None, roles=NOBODY, teams=NOBODY, led_teams=NOBODY)
        for one in (A, B, C, D, ASKER)
    ]
    return Panel(staff=Staff(people, (), ()), away=away)


@pytest.mark.parametrize(
    ("away", "asked"),
    [
        ({}, A),
        ({A: B}, B),
        ({A: None}, A),
        ({A: B, B: C}, C),
        ({A: B, B: None}, A),
        ({A: B, B: C, C: D}, A),
        ({A: B, B: A}, A),
        ({A: ASKER}, A),
        ({A: 77}, A),
    ],
)
def test_substitutes_stand_in_two_deep_and_never_in_a_circle(away: dict[int, int | None], asked: int) -> None:
    vote = panel(away).vote(A, {ASKER})
    assert (vote.person_id, vote.instead_of) == (asked, None if asked == A else A)
