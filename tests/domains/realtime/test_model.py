"""What a reader is told of a ticket (spec 01, live; permission)."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongdan.domains.accounts.public import Authority, TicketKeys, covers, reach
from gongdan.domains.channels.subjects import DeliveryFailed
from gongdan.domains.realtime.model import Seen, change, seen, trail
from gongdan.domains.realtime.rooms import MOST_FRAMES, Client, frame
from gongdan.domains.tickets import events as e
from gongdan.domains.tickets.subjects.messages import WriterProved
from gongdan.kernel.events import Actor, Event, Logged
from gongdan.wiring import SUBJECTS
from tests.domains.realtime.kit import NOW, TEAMS, Page, World, parsed

KEYS = TicketKeys(
    id=1, team="tech", type="fault", assignee_id=5, requester_id=7, creator_id=None, organisation_id=None,
    participants=frozenset({7}),
)  # fmt: skip
HERE = World(None, 1)


def logged(*events: Event) -> list[Logged[Any]]:
    return [
        Logged(
            workspace_id=1, stream="ticket", stream_id=1, seq=seq, id=seq, actor=Actor(kind="system", via="worker"),
            command_id=1, cause=None, depth=0, release=1, at=NOW, event=event,
        )
        for seq, event in enumerate(events, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([e.TicketTeamSet(before="service", after="tech")], {"team": "service"}),
        ([e.TicketTeamSet(before=None, after="a"), e.TicketTeamSet(before="a", after="tech")], {"team": None}),
        ([e.TicketAssigned(before=4, after=5, way="hand")], {"assignee_id": 4}),
        ([e.TicketChanged(before={"type": "question"}, after={"type": "fault"})], {"type": "question"}),
        (
            [e.TicketChanged(before={"requester_id": 8}, after={"requester_id": 7})],
            {"requester_id": 8, "participants": frozenset({7, 8})},
        ),
        ([e.ParticipantsChanged(removed=((9, "watcher"),))], {"participants": frozenset({7, 9})}),
        ([e.TicketTagged(added=("x",))], {}),
    ],
)
def test_whom_it_concerned_before_follows_from_the_events(events: list[Event], expected: dict[str, Any]) -> None:
    was = trail(KEYS, logged(*events))[-1]
    assert {name: getattr(was, name) for name in expected} == expected
    others = set(TicketKeys.__struct_fields__) - set(expected)
    assert all(getattr(was, name) == getattr(KEYS, name) for name in others)


MOVED = logged(e.TicketTeamSet(before="service", after="tech"))


@pytest.mark.parametrize(
    ("teams", "is_listed", "expected"),
    [
        (("tech",), True, Seen(("ticket.team_set",), gone=False)),
        (("service",), True, Seen((), gone=True)),
        (("service", "tech"), True, Seen(("ticket.team_set",), gone=False)),
        (("finance",), True, None),
        ((), True, Seen(("ticket.team_set",), gone=False)),
        (("tech",), False, Seen((), gone=True)),
        (("finance",), False, None),
    ],
)
def test_who_could_see_it_and_cannot_any_more_is_told_that_it_is_gone(
    teams: tuple[str, ...], is_listed: bool, expected: Seen | None
) -> None:
    reader = HERE.staff(1, *teams)
    assert seen(reader, reach(reader), change(KEYS, MOVED, SUBJECTS), is_listed=is_listed) == expected


def test_of_a_note_that_they_may_not_read_they_learns_only_that_the_line_changed() -> None:
    note = e.MessageAdded(message_id=1, conversation_id=1, audience="internal", author="agent")
    events = logged(note)
    reader, outsider = HERE.staff(1), HERE.staff(2, actions=("ticket.read",))
    assert seen(reader, reach(reader), change(KEYS, events, SUBJECTS), is_listed=True) == Seen(
        ("ticket.message_added",), gone=False
    )
    assert seen(outsider, reach(outsider), change(KEYS, events, SUBJECTS), is_listed=True) == Seen((), gone=False)


def test_messages_that_are_shown_otherwise_now_are_named_to_whoever_may_know_why() -> None:
    events = logged(
        e.MessageAdded(message_id=1, conversation_id=1, audience="customer", author="customer"),
        WriterProved(message_ids=(3, 2)),
        DeliveryFailed(message_id=5, delivery_id=9),
    )
    reader, outsider = HERE.staff(1), HERE.staff(2, actions=("ticket.read",))
    told = seen(reader, reach(reader), change(KEYS, events, SUBJECTS), is_listed=True)
    assert told is not None and told.messages == (2, 3, 5), "what is new is read with the ticket"
    told = seen(outsider, reach(outsider), change(KEYS, events, SUBJECTS), is_listed=True)
    assert told is not None and 5 not in told.messages


STEPS = st.lists(
    st.tuples(st.integers(1, 3), st.sampled_from([*TEAMS, "touch", "trash", "restore"])), min_size=1, max_size=40
)
READERS: list[Authority] = [HERE.staff(1), HERE.staff(2, "tech"), HERE.staff(3, "service", "finance")]


@example(steps=[(1, "service"), (1, "tech"), (1, "finance")], cuts={1}, lag=1, begun=0)
@given(steps=STEPS, cuts=st.sets(st.integers(0, 40)), lag=st.integers(0, 5), begun=st.integers(0, 40))
def test_a_snapshot_and_the_events_since_make_a_fresh_snapshot(
    steps: list[tuple[int, str]], cuts: set[int], lag: int, begun: int
) -> None:
    """However the log is cut into ticks, however much later than its events a line is read, and whenever the page was
    opened: after the last tick it shows what a fresh page would."""
    states: list[dict[int, tuple[TicketKeys, int, bool]]] = [{}]
    history: list[tuple[int, Event]] = []
    for number, step in steps:
        keys, version, is_listed = states[-1].get(number, (ticket(number), 0, True))
        event: Event = e.TicketTagged(added=(step,))
        if step in TEAMS:
            event = e.TicketTeamSet(before=keys.team, after=step)
            keys = ticket(number, team=step)
        is_listed = step == "restore" or (is_listed and step != "trash")
        states.append(states[-1] | {number: (keys, version + 1, is_listed)})
        history.append((number, event))

    for reader in READERS:
        begun = min(begun, len(history))
        page = Page()
        page.shown = visible(reader, states[begun])
        ends = sorted({cut for cut in cuts if begun < cut < len(history)} | {len(history)})
        for start, end in zip([begun, *ends], ends, strict=False):
            tick(reader, page, history[start:end], states[min(end + lag, len(history))])
        assert page.shown == visible(reader, states[-1])


def tick(
    reader: Authority, page: Page, part: list[tuple[int, Event]], state: dict[int, tuple[TicketKeys, int, bool]]
) -> None:
    for number in dict.fromkeys(number for number, _ in part):
        own = logged(*(event for one, event in part if one == number))
        keys, version, is_listed = state[number]
        what = seen(reader, reach(reader), change(keys, own, SUBJECTS), is_listed=is_listed)
        if what:
            body = {"number": str(number), "version": version, "gone": what.gone, "row": {"version": version}}
            page.hear("ticket", body)


def ticket(number: int, team: str = "service") -> TicketKeys:
    return TicketKeys(
        id=number, team=team, type="fault", assignee_id=None, requester_id=7, creator_id=None, organisation_id=None,
        participants=frozenset(),
    )  # fmt: skip


def visible(reader: Authority, state: dict[int, tuple[TicketKeys, int, bool]]) -> dict[str, int]:
    return {
        str(number): version
        for number, (keys, version, is_listed) in state.items()
        if is_listed and covers(reach(reader), keys)
    }


async def test_a_client_that_reads_too_slowly_reads_everything_again_instead() -> None:
    client = Client(HERE.staff(1))
    for number in range(MOST_FRAMES + 3):
        client.put(frame("ticket", {"n": number}))
    heard = parsed(await client.frames(0))
    assert [(event, body.get("n")) for event, body, _ in heard] == [
        ("resync", None),
        ("ticket", MOST_FRAMES + 1),
        ("ticket", MOST_FRAMES + 2),
    ]
