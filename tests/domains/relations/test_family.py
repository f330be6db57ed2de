"""Whatever people link, a family has three levels at most, one parent each, and no circle."""

from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.relations.kinds import LEVELS, REVERSE, check_family, is_reached
from gongdan.kernel.errors import Refusal

pairs = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), max_size=30)


def level(parents: dict[int, int], ticket: int) -> int:
    seen = [ticket]
    while (ticket := parents.get(ticket, 0)) != 0:
        assert ticket not in seen, "a circle"
        seen.append(ticket)
    return len(seen)


@given(pairs)
def test_a_family_stays_a_low_tree(wanted: list[tuple[int, int]]) -> None:
    parents: dict[int, int] = {}
    for child, parent in wanted:
        try:
            check_family(parents, parent=parent, child=child)
        except Refusal:
            continue
        parents[child] = parent
    assert all(level(parents, one) <= LEVELS for one in parents)


def test_each_kind_is_the_reverse_of_its_reverse() -> None:
    assert all(REVERSE[REVERSE[kind]] == kind for kind in REVERSE)


def test_when_enough_children_are_done() -> None:
    cases = [(0, 0, 0), (0, 2, 3), (0, 3, 3), (1, 0, 3), (1, 1, 3), (2, 1, 3), (2, 2, 3), (9, 2, 3), (9, 3, 3)]
    assert [is_reached(needed, done=done, total=total) for needed, done, total in cases] == [
        False, False, True, False, True, False, True, False, True,
    ]  # fmt: skip
