"""Which ticket a message belongs to (spec 11.3)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.conversations.choice import LinkedTicket, ticket_of


def linked(*tickets: tuple[int, bool]) -> list[LinkedTicket]:
    return [LinkedTicket(id, f"GD-{id}", is_open) for id, is_open in tickets]


OPEN, CLOSED = True, False


@pytest.mark.parametrize(
    ("tickets", "chosen", "answers", "expected"),
    [
        ([], None, None, None),
        ([(1, CLOSED)], None, None, None),
        ([(1, OPEN)], None, None, 1),
        ([(1, OPEN), (2, OPEN)], None, None, 2),
        ([(1, OPEN), (2, CLOSED)], None, None, 1),
        ([(1, OPEN), (2, OPEN)], 1, None, 1),
        ([(1, OPEN), (2, OPEN), (3, OPEN)], 2, 1, 1),
        ([(1, CLOSED), (2, OPEN), (3, OPEN)], 2, 1, 2),
        ([(1, OPEN), (2, CLOSED)], 2, None, 1),
        ([(1, OPEN)], 9, 9, 1),
    ],
)
def test_the_reply_that_is_answered_then_the_choice_then_the_newest_open_one(
    tickets: list[tuple[int, bool]], chosen: int | None, answers: int | None, expected: int | None
) -> None:
    assert ticket_of(linked(*tickets), chosen=chosen, answers=answers) == expected


@given(
    st.dictionaries(st.integers(1, 9), st.booleans(), max_size=6),
    st.none() | st.integers(1, 9),
    st.none() | st.integers(1, 9),
)
def test_only_a_linked_ticket_that_is_open_takes_a_message_and_one_does_where_there_is_any(
    tickets: dict[int, bool], chosen: int | None, answers: int | None
) -> None:
    found = ticket_of(linked(*tickets.items()), chosen=chosen, answers=answers)
    open_ones = {id for id, is_open in tickets.items() if is_open}
    assert found in open_ones if open_ones else found is None
