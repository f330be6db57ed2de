"""One judgement of what a reader may know (spec 11.8): the timeline, the live stream and whatever goes out agree."""

from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from gongdan.domains.accounts.public import Authority, Reader, TicketKeys, custom_fields, knows, reach, reader_of, said
from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.inbox.detail.lines import Line
from gongdan.domains.inbox.detail.queries import EventRow
from gongdan.domains.inbox.detail.timeline import NOTHING_BESIDE, timeline
from gongdan.domains.policy.presets import standard
from gongdan.domains.realtime.model import change, seen
from gongdan.domains.tickets.public import Narrator
from gongdan.kernel.events import Actor, Event, Logged, Unreadable
from gongdan.wiring import SUBJECTS
from tests.domains.tickets.life import START, compiled
from tests.properties.test_reach import authorities, tickets

SECRET = "6222020200112233"
CARD = CustomField(key="card", name={"zh-CN": "银行卡", "en": "Card"}, kind="text", sensitive=True)
PLAIN = CustomField(key="model", name={"zh-CN": "型号", "en": "Model"}, kind="text")
RULES = compiled(msgspec.structs.replace(standard([2026]), fields=(CARD, PLAIN)))
NARRATOR = Narrator(
    rules=RULES,
    workflow=RULES.current["technical"].hash,
    locale="en",
    zone=ZoneInfo("UTC"),
    people={},
    teams={},
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "before": st.sampled_from([{}, {"fields.card": SECRET}, {"fields.model": "a", "fields.card": SECRET}]),
    "fields": st.sampled_from([{}, {"card": SECRET}, {"model": "a"}]),
    "triage": st.sampled_from([{}, {"urgency": "high", "entities": ["13800000000"]}]),
    "audience": st.sampled_from(["customer", "internal", "vendor:1", "vendor:2"]),
    "added": st.sampled_from([[], [[1, "watcher"]], [[2, "requester"], [1, "watcher"]]]),
}
VALUES |= {"after": VALUES["before"], "removed": VALUES["added"]}


def of_shape(shape: msgspec.inspect.Type, name: str) -> st.SearchStrategy[Any]:
    """JSON values that decode to this shape."""
    match shape:
        case msgspec.inspect.Metadata(type=inner):
            return of_shape(inner, name)
        case msgspec.inspect.DictType() if name in VALUES:
            return VALUES[name]
        case msgspec.inspect.StrType() if name == "audience":
            return VALUES[name]
        case msgspec.inspect.LiteralType(values=values):
            return st.sampled_from(list(values))
        case msgspec.inspect.UnionType(types=types):
            return st.one_of(*(of_shape(one, name) for one in types))
        case msgspec.inspect.StructType():
            return st.fixed_dictionaries({one.encode_name: of_shape(one.type, one.name) for one in shape.fields})
        case msgspec.inspect.VarTupleType(item_type=item) | msgspec.inspect.ListType(item_type=item):
            return VALUES[name] if _is_of_pairs(item, name) else st.lists(of_shape(item, name), max_size=2)
        case msgspec.inspect.TupleType(item_types=items):
            return st.tuples(*(of_shape(item, name) for item in items))
    plain: dict[type, st.SearchStrategy[Any]] = {
        msgspec.inspect.NoneType: st.none(),
        msgspec.inspect.BoolType: st.booleans(),
        msgspec.inspect.IntType: st.integers(1, 3),
        msgspec.inspect.FloatType: st.just(0.5),
        msgspec.inspect.StrType: st.sampled_from(["a", "b"]),
        msgspec.inspect.DateTimeType: st.just(START.isoformat()),
        msgspec.inspect.DateType: st.just(START.date().isoformat()),
        msgspec.inspect.DictType: st.just({}),
        msgspec.inspect.AnyType: st.just("a"),
    }
    return plain[type(shape)]


def _is_of_pairs(item: msgspec.inspect.Type, name: str) -> bool:
    return isinstance(item, msgspec.inspect.TupleType) and name in VALUES


@st.composite
def happened(draw: st.DrawFn) -> Event:
    """An event of any kind that a ticket's log may hold, or one that cannot be read any more."""
    kind = draw(st.sampled_from(sorted(SUBJECTS.events)))
    if draw(st.integers(0, 9)) == 0:
        return Unreadable(of=draw(st.sampled_from([kind, "ticket.of_tomorrow"])), why="erased")
    event = SUBJECTS.events[kind].event
    fields = msgspec.inspect.type_info(event).fields
    values = {one.encode_name: draw(of_shape(one.type, one.name)) for one in fields}
    return msgspec.convert(values | {"kind": kind}, event)


def logged(event: Event, seq: int, ticket_id: int) -> Logged[Any]:
    return Logged(
        workspace_id=1, stream="ticket", stream_id=ticket_id, seq=seq, id=seq, actor=Actor(kind="system", via="worker"),
        command_id=1, cause=None, depth=0, release=1, at=START, event=event,
    )  # fmt: skip


def row(one: Logged[Any]) -> EventRow:
    """The event as it is stored."""
    is_erased = isinstance(one.event, Unreadable)
    return EventRow(
        seq=one.seq, id=one.id, kind=one.event.of if is_erased else one.event.kind, actor="system", actor_id=None,
        via="worker", rule=None, command_id=1, cause=None, depth=0, release=1, at=START,
        body=None if is_erased else msgspec.json.encode(one.event),
    )  # fmt: skip


def webhook(one: Logged[Any], reader: Reader) -> dict[str, Any] | None:
    """What a webhook, or a line of an export, would say of an event."""
    stored = row(one)
    values = {name: value for name, value in msgspec.json.decode(stored.body or b"{}").items() if name != "kind"}
    known = knows(reader, SUBJECTS.happening(stored.kind, values, RULES.sensitive))
    return None if known.value is None else {"type": stored.kind, "how": known.how, "data": known.value}


readers = st.builds(
    lambda authority, classes: msgspec.structs.replace(authority, classes=classes),
    authorities,
    st.frozensets(st.sampled_from(["personal", "sensitive"])),
)


@given(reader=readers, batch=tickets(), events=st.lists(happened(), min_size=1, max_size=6))
def test_the_stream_tells_of_the_kinds_that_the_timeline_shows_and_webhooks_say_the_same(
    reader: Authority, batch: list[TicketKeys], events: list[Event]
) -> None:
    keys = batch[0]
    log = [logged(event, seq, keys.id) for seq, event in enumerate(events, 1)]
    entries = timeline([Line(event=row(one)) for one in log], NOTHING_BESIDE, NARRATOR, reader_of(reader, keys), RULES)
    told = seen(reader, reach(reader), change(keys, log, SUBJECTS), is_listed=True)
    if told is not None and not told.gone:
        assert told.kinds == tuple(dict.fromkeys(entry.kind for entry in entries))
    sent = [one for one in (webhook(one, reader_of(reader, keys)) for one in log) if one]
    assert [(one["type"], one["data"]) for one in sent] == [(entry.kind, entry.data) for entry in entries]


@given(reader=readers, batch=tickets(), event=happened())
def test_what_a_reader_may_not_know_is_in_nothing_that_they_are_given(
    reader: Authority, batch: list[TicketKeys], event: Event
) -> None:
    keys = batch[0]
    told = str(webhook(logged(event, 1, keys.id), reader_of(reader, keys)))
    if "sensitive" not in reader.classes:
        assert SECRET not in told
    if not reader_of(reader, keys).is_inside:
        assert "'watcher'" not in told


def test_what_was_said_is_known_to_whom_it_was_said_and_once_redacted_only_its_place() -> None:
    vendor = Reader(frozenset({"vendor:7"}), frozenset())
    everybody = Reader("all", frozenset())
    table = [
        (vendor, said("x", "vendor:7"), "whole", "x"),
        (vendor, said("x", "customer"), "nothing", None),
        (vendor, said("x", "vendor:7", party_id=3), "nothing", None),
        (msgspec.structs.replace(vendor, parties=frozenset({3})), said("x", "vendor:7", party_id=3), "whole", "x"),
        (everybody, said("x", "customer", party_id=3), "whole", "x"),
        (everybody, said("x", "internal", is_redacted=True, left=""), "masked", ""),
        (everybody, said("x", "internal", is_redacted=True), "nothing", None),
    ]
    for reader, thing, how, value in table:
        assert (knows(reader, thing).how, knows(reader, thing).value) == (how, value)


def test_that_there_is_a_sensitive_value_still_shows() -> None:
    known = knows(Reader("all", frozenset()), custom_fields({"card": SECRET, "model": "a"}, frozenset({"card"})))
    assert (known.how, known.value) == ("masked", {"card": None, "model": "a"})
