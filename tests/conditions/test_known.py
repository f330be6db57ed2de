"""Values that a condition leaves to its reader."""

from datetime import UTC, datetime
from typing import Any

import pytest

from gongdan.conditions.grammar import Condition
from gongdan.conditions.known import NEVER, Viewer, asks, bind
from gongdan.conditions.operands import MAX_LIST

NOW = datetime(2026, 3, 1, tzinfo=UTC)
LEAD = Viewer(me=7, my_teams=("a", "b"), now=NOW)
NOBODY = Viewer(me=None, my_teams=(), now=NOW)


def leaf(op: str, value: Any) -> Condition:
    return Condition(field="f", op=op, value=value)


@pytest.mark.parametrize(
    ("known", "op", "value"), [("me", "is", 7), ("my_teams", "is_any", ("a", "b")), ("now", "le", NOW)]
)
def test_what_is_left_to_the_reader_becomes_theirs(known: str, op: str, value: Any) -> None:
    left = leaf(op, {"known": known})
    assert asks(left) == {known}
    assert bind(left, LEAD) == leaf(op, value)
    nested = Condition(any=(Condition(not_=left), Condition(all=(left, leaf("is", 1)))))
    assert bind(nested, LEAD) == Condition(
        any=(Condition(not_=leaf(op, value)), Condition(all=(leaf(op, value), leaf("is", 1))))
    )


@pytest.mark.parametrize(("known", "op"), [("me", "is"), ("my_teams", "is_any")])
def test_what_the_reader_does_not_have_no_ticket_has(known: str, op: str) -> None:
    assert bind(leaf(op, {"known": known}), NOBODY) == NEVER


def test_more_teams_than_a_leaf_may_name_are_named_by_several() -> None:
    teams = tuple(f"t{n:03}" for n in range(2 * MAX_LIST + 1))
    bound = bind(leaf("is_any", {"known": "my_teams"}), Viewer(me=1, my_teams=teams, now=NOW))
    assert bound.any is not None
    assert [len(part.value) for part in bound.any] == [MAX_LIST, MAX_LIST, 1]
    assert tuple(team for part in bound.any for team in part.value) == teams


def test_any_other_value_stays_as_it_is() -> None:
    for value in (1, "me", {"n": 3, "unit": "day"}, {"known": "salary"}, {"known": "me", "more": 1}, None):
        assert bind(leaf("is", value), LEAD) == leaf("is", value)
        assert asks(leaf("is", value)) == frozenset()


def test_a_span_asks_for_the_time() -> None:
    assert asks(leaf("within_next", {"n": 3, "unit": "day"})) == {"now"}
