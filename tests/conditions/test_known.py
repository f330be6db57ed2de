"""Values that a condition leaves to its reader."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from gongdan.conditions.grammar import Condition
from gongdan.conditions.known import NEVER, Viewer, asks, bind, turns
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


DUE = {"field": "due", "op": "le", "value": {"known": "now"}}
LAST_HOUR = {"field": "due", "op": "within_last", "value": {"n": 1, "unit": "hour"}}
NEXT_DAY = {"field": "due", "op": "within_next", "value": {"n": 1, "unit": "day"}}


@pytest.mark.parametrize(
    ("asked", "due", "turn"),
    [
        (DUE, timedelta(minutes=5), timedelta(minutes=5)),
        (DUE, timedelta(minutes=-5), None),
        (DUE, None, None),
        (LAST_HOUR, timedelta(minutes=-20), timedelta(minutes=40)),
        (LAST_HOUR, timedelta(minutes=20), timedelta(minutes=20)),
        (NEXT_DAY, timedelta(days=3), timedelta(days=2)),
        (NEXT_DAY, timedelta(hours=2), timedelta(hours=2)),
        ({"not": {"all": [DUE, NEXT_DAY]}}, timedelta(days=3), timedelta(days=2)),
        ({"field": "due", "op": "le", "value": "2026-03-02T00:00:00Z"}, timedelta(minutes=5), None),
        ({"field": "team", "op": "is", "value": {"known": "me"}}, timedelta(minutes=5), None),
    ],
)
def test_a_condition_tells_when_time_alone_may_turn_it(
    asked: dict[str, Any], due: timedelta | None, turn: timedelta | None
) -> None:
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    found = turns(msgspec.convert(asked, Condition), {"due": due and now + due, "team": "service"}, now)
    assert found == (turn and now + turn)
