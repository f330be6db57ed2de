"""A new subject is one module and one line (spec 11, proof). A toy one is declared here and nowhere else: how loud
somebody cheers for a ticket. It goes through decisions, the log, the live row, the past, the reader's eyes, what is
allowed, conditions on what changed, the columns of lists, the policy's actions and the version check.
"""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
import pytest
from litestar import Litestar

from gongdan import wiring
from gongdan.conditions.fields import Column
from gongdan.domains.accounts.public import Reader, knows, reach
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Surroundings
from gongdan.domains.realtime import model
from gongdan.domains.realtime.public import ListAsked
from gongdan.domains.realtime.watch import wanted_by
from gongdan.domains.tickets.desk.doctoring import flaws_of_fold
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.meaning import Meaning, ToldTo, phrase
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import to_staff
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    Context,
    EventKind,
    Guard,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    Subjects,
    unless_refused,
)
from gongdan.domains.tickets.errors import VersionConflict
from gongdan.domains.tickets.fields.contribution import DECIDING, Contribution, FieldColumn
from gongdan.domains.tickets.fields.lint import lint
from gongdan.domains.tickets.public import RuleIntent, Rules, WorkspaceFacts, keys
from gongdan.domains.tickets.subjects.moves import MoveTo, TicketMoved
from gongdan.infra.log.position import kinds
from gongdan.kernel import clock
from gongdan.kernel.errors import Conflict
from gongdan.kernel.events import Event
from gongdan.services import Parts, open_services
from gongdan.settings import Settings
from tests.domains.tickets.life import Life
from tests.kit import Office, found_office
from tests.support import worker

pytestmark = pytest.mark.anyio


class Cheered(Event, frozen=True, kw_only=True, tag="ticket.cheered"):
    by: int
    loudness: int
    before: int = 0


class Cheer(Intent, frozen=True):
    loudness: int


class TooQuiet(Conflict):
    code = "toy.too_quiet"


class Loudness(msgspec.Struct, frozen=True):
    ticket_id: int
    loudness: int


LOUDNESS = Facet(
    "loudness",
    Loudness,
    """
    select e.stream_id as ticket_id, max((convert_from(e.body, 'utf8')::jsonb ->> 'loudness')::int) as loudness
      from event e
     where e.workspace_id = %(workspace)s and e.stream = 'ticket' and e.kind = 'ticket.cheered' and e.stream_id in {ids}
     group by e.stream_id
    """,
    fold=lambda rows, logged: (
        [Loudness(logged.stream_id, logged.event.loudness)] if isinstance(logged.event, Cheered) else rows
    ),
)


class CheerLoudly(msgspec.Struct, frozen=True, kw_only=True, tag="cheer", tag_field="do"):
    loudness: int


def _loudness(case: Case) -> int:
    return max((one.loudness for one in case[LOUDNESS]), default=0)


def _cheer(case: Case, intent: Cheer, context: Context) -> Sequence[Event]:
    before = _loudness(case)
    if intent.loudness <= before:
        raise TooQuiet(loudness=before)
    return [Cheered(by=context.me, loudness=intent.loudness, before=before)]


def _stays(case: Case, event: TicketMoved, context: Context) -> None:
    if _loudness(case) >= 9:
        raise TooQuiet(loudness=9)


def _changed(event: Cheered, ticket: Ticket) -> Mapping[str, tuple[Any, Any]]:
    return {"loudness": (event.before, event.loudness)}


def _tagged(ticket: Ticket, event: Cheered, at: datetime) -> Mapping[str, Any]:
    return {"tags": tuple(sorted({*ticket.tags, "cheered"}))}


CHEERING = Subject(
    key="cheering",
    events=(
        EventKind(
            event=Cheered,
            fold=_tagged,
            changes=_changed,
            touches=lambda event: frozenset({"loudness"}),
            reverse=Restores(columns=("tags",)),
            shown=to_staff,
            says=lambda values, narrator: narrator.say("toy.cheered", values, by=narrator.person(values["by"])),
            people=lambda values: (values["by"],),
        ),
    ),
    intents=(IntentKind(intent=Cheer, rule=_cheer, when_closed=True),),
    guards=(Guard(event=TicketMoved, check=_stays),),
    actions=(
        ActionKind(
            action=CheerLoudly,
            intents=lambda action, case, rules, now: [Cheer(loudness=action.loudness)],
            sentence={"zh-CN": "欢呼", "en": "Cheer"},
        ),
    ),
    offers=(
        Offer(
            action="ticket.cheer",
            right="ticket.note",
            why_not=unless_refused(lambda case, context: Cheer(loudness=10)),
        ),
    ),
    facets=(LOUDNESS,),
    meanings=(
        Meaning(
            key="cheered",
            name={"zh-CN": "有人欢呼", "en": "Somebody cheers"},
            event=Cheered,
            to=lambda found: ToldTo(people=(found.about.assignee_id or 0,)),
            says=lambda found: phrase("Hurray!"),
        ),
    ),
    fields=(
        Contribution(
            key="loudness",
            type="number",
            name={"zh-CN": "音量", "en": "loudness"},
            value=_loudness,
            sql=Column(
                "(select max((convert_from(e.body, 'utf8')::jsonb ->> 'loudness')::int) from event e"
                " where e.workspace_id = t.workspace_id and e.stream = 'ticket' and e.stream_id = t.id"
                " and e.kind = 'ticket.cheered')::bigint"
            ),
            changes=True,
            needs=frozenset({LOUDNESS}),
            shown=FieldColumn(sorts=True),
        ),
        Contribution(
            key="silent",
            type="bool",
            name={"zh-CN": "安静", "en": "silent"},
            value=lambda case: not case[LOUDNESS],
            uses=DECIDING,
        ),
    ),
)

SUBJECTS = Subjects((*wiring.SUBJECTS.all, CHEERING))


def compile_rules(*release: Any) -> Rules:
    return wiring.compile_rules(*release, subjects=SUBJECTS)


PARTS = Parts(
    compile_rules=compile_rules,
    toolkit=msgspec.structs.replace(wiring.TOOLKIT, facets=SUBJECTS.facets),
    subjects=SUBJECTS,
    events=kinds(*wiring.EVENTS.values(), Cheered),
)


@pytest.fixture
async def office(
    asgi: Litestar, database_url: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Office]:
    """An office whose services and whose application know the toy too."""
    found = await found_office(asgi)
    async with open_services(Settings(data=tmp_path, row_security=True), database_url, PARTS) as services:
        monkeypatch.setattr(asgi.state, "services", services, raising=False)
        yield msgspec.structs.replace(found, services=services)


async def test_a_toy_subject_works_through_and_through(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        case = await desk.case(number, "ticket.note")
        assert case[LOUDNESS] == []
        seen = case.live.version
        decision = desk.apply(desk.settle(case, Cheer(loudness=3), Cheer(loudness=5)))
    assert [one.event.loudness for one in decision.events] == [3, 5]
    assert _loudness(decision.after) == 5 and "cheered" in decision.after.live.tags
    with pytest.raises(TooQuiet):
        async with agent.desk() as desk:
            desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=4))
    async with office.desk() as desk:
        case = await desk.case(number, "ticket.read")
        assert _loudness(case) == 5 and "cheered" in case.live.tags
        with pytest.raises(VersionConflict):
            await desk.unseen(case, seen, frozenset({"loudness"}))
        await desk.unseen(case, seen, frozenset({"status"}))


async def test_the_log_of_a_toy_is_folded_examined_and_shown(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    opened_at = clock.now()
    async with agent.desk() as desk:
        decision = desk.apply(desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=3)))
    async with office.read() as tx:
        assert await flaws_of_fold(tx, office.services.log, SUBJECTS, 10) == []
        log = await office.services.log.stream(tx, "ticket", decision.ticket_id)
    assert isinstance(log[-1].event, Cheered)
    now = (await agent.get(f"/tickets/{number}")).json()
    past = (await agent.get(f"/tickets/{number}", as_of=opened_at.isoformat())).json()
    assert (now["timeline"][-1]["kind"], now["timeline"][-1]["data"]["loudness"]) == ("ticket.cheered", 3)
    assert now["timeline"][-1]["text"] == "toy.cheered"  # a text of the catalogue in the language of the reader
    assert agent.id in {person["id"] for person in now["people"]}
    assert (now["tags"], past["tags"]) == (["cheered"], [])
    assert now["allowed"]["ticket.cheer"] is True
    assert "ticket.cheered" not in str((await customer.get(f"/portal/tickets/{number}")).json())


async def test_what_a_toy_did_is_undone_and_told_on_the_stream_to_whoever_may_know(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    async with agent.desk() as desk:
        decision = desk.apply(desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=3)))
    change = model.change(keys(decision.after.live), decision.events, SUBJECTS)
    heard = [model.seen(one, reach(one), change, is_listed=True) for one in (agent.authority, customer.authority)]
    assert [one.kinds if one else None for one in heard] == [("ticket.cheered",), ()]
    assert (await agent.post(f"/tickets/{number}/undo", {})).status_code == 200
    assert (await agent.get(f"/tickets/{number}")).json()["tags"] == []


async def test_what_a_toy_asks_before_a_move_binds_people_and_rules(office: Office) -> None:
    admin = await office.member("韩梅梅", "admin")
    number = await office.ticket(await office.customer(), team="service")
    async with office.desk() as desk:
        desk.apply(desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=9)))
    assert (await admin.post(f"/tickets/{number}/close", {"reason": "not_needed"})).json()["code"] == "toy.too_quiet"
    async with office.desk() as desk:
        wanted = RuleIntent("x", MoveTo(status="closed", reason="timed_out"))
        (refused,) = desk.settle(await desk.case(number, "ticket.note"), wanted).events
    assert refused.event.kind == "automation.refused"


async def test_conditions_name_what_a_toy_contributes(office: Office) -> None:
    """In the policy, before and after an event, and in lists as far as the toy has a use for them there."""
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    plain: Any = msgspec.to_builtins((await office.services.rules(office.id, 1)).bundle)
    when = {
        "all": [{"field": "silent", "op": "is", "value": False}, {"field": "event.to.loudness", "op": "ge", "value": 5}]
    }
    automation = {"key": "loud", "name": {"zh-CN": "响亮", "en": "loud"}, "on": ["ticket.cheered"], "when": when}
    automation["actions"] = [{"do": "add_tags", "tags": ["loud"]}]
    bundle = msgspec.convert(plain | {"automations": [automation]}, PolicyBundle)
    assert list(lint(SUBJECTS, wiring.SECTIONS.all, bundle, Surroundings())) == []
    assert [one.code for one in lint(wiring.SUBJECTS, wiring.SECTIONS.all, bundle, Surroundings())] != []
    rules = compile_rules(WorkspaceFacts(id=office.id, number_prefix="GD", zone="UTC", locale="en"), 1, bundle)
    async with agent.desk() as desk:
        case = await desk.case(number, "ticket.note")
        desk.rules = rules
        quiet = desk.settle(case, Cheer(loudness=4))
        decision = desk.apply(desk.settle(case, Cheer(loudness=5)))
    assert ("loud" in quiet.after.live.tags, "loud" in decision.after.live.tags) == (False, True)

    async def listed(where: dict[str, Any]) -> Any:
        return (await agent.get("/tickets", where=json.dumps(where))).json()

    assert [one["number"] for one in (await listed({"field": "loudness", "op": "ge", "value": 5}))["rows"]] == [number]
    assert (await listed({"field": "loudness", "op": "gt", "value": 5}))["rows"] == []
    assert (await listed({"field": "silent", "op": "is", "value": False}))["code"] == "condition.evaluate_only"


async def test_a_list_has_a_column_of_what_a_toy_contributes(office: Office) -> None:
    """Its name and order in the view, its value in the rows and on the stream, and in the order that it gives."""
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    loud, louder, silent = [await office.ticket(customer, team="service", assignee_id=agent.id) for _ in range(3)]
    for number, loudness in ((loud, 3), (louder, 5)):
        async with agent.desk() as desk:
            desk.apply(desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=loudness)))
    wanted = {"name": "x", "condition": {"all": []}, "columns": ["title", "loudness"], "sort": "loudness"}
    view = (await agent.post("/views", wanted | {"order": "desc"})).json()
    assert view["columns"][1] == {
        "key": "loudness",
        "name": {"zh-CN": "音量", "en": "loudness"},
        "cell": "number",
        "value": "fields",
        "sort": "loudness",
    }

    async def pages(**order: str) -> list[tuple[str, Any]]:
        found, after = list[tuple[str, Any]](), dict[str, str]()
        while True:
            page = (await agent.get("/tickets", view=view["key"], limit="1", **order, **after)).json()
            found += [(row["number"], row["fields"]) for row in page["rows"]]
            if page["after"] is None:
                return found
            after = {"after": page["after"]}

    assert await pages() == [(louder, {"loudness": 5}), (loud, {"loudness": 3}), (silent, {})]
    assert await pages(order="asc") == [(loud, {"loudness": 3}), (louder, {"loudness": 5}), (silent, {})]
    sources = wiring.live_sources(office.services)
    opened = await sources.open_list(office.services.db, agent.authority, ListAsked(view=view["key"]))
    async with office.read() as tx:
        keys = await sources.find(tx, louder)
        assert keys is not None
        (line,) = await sources.lines(tx, [keys.id], wanted_by([opened.watch], [opened]))
    assert (line.fields, opened.place(line).by) == ({"loudness": 5}, 5)
    plain = (await agent.get("/tickets")).json()["rows"]
    assert [row["fields"] for row in plain] == [{}, {}, {}]


def test_a_column_that_cannot_be_read_or_gives_no_order_is_refused_at_the_start() -> None:
    folded = {"key": "x", "type": "text", "name": {"zh-CN": "x", "en": "x"}, "value": _loudness, "sql": Column("t.x")}
    with pytest.raises(ValueError, match="says what it reads"):
        Contribution(**folded, shown=FieldColumn())
    with pytest.raises(ValueError, match="gives no order"):
        Contribution(**folded, shown=FieldColumn(reads="t.x", sorts=True))


async def test_a_colleague_is_told_what_a_toys_event_means(office: Office) -> None:
    agent, colleague = await office.member("李雷", "agent", service=False), await office.member("韩梅梅", "director")
    number = await office.ticket(await office.customer(), team="service", assignee_id=agent.id)
    async with colleague.desk() as desk:
        desk.apply(desk.settle(await desk.case(number, "ticket.note"), Cheer(loudness=3)))
    await worker.deliver(office, "staff-notices")
    told = {person.id: (await person.get("/notices")).json()["notices"] for person in (agent, colleague)}
    assert [(one["kind"], one["text"]["en"]) for one in told[agent.id]][:1] == [("cheered", "Hurray!")]
    assert told[colleague.id] == []


async def test_a_policy_may_name_a_toys_action_and_a_reader_is_told_what_is_theirs(office: Office) -> None:
    agent, customer = await office.member("李雷", "agent", service=False), await office.customer()
    number = await office.ticket(customer, team="service", assignee_id=agent.id)
    rules = await office.services.rules(office.id, 1)
    async with agent.desk() as desk:
        case = await desk.case(number, "ticket.note")
        meant = list(rules.subjects.meant_by(CheerLoudly(loudness=7), case, rules, desk.now))
        context = Context(rules=rules, actor=desk.actor, relations=frozenset({"staff"}), now=desk.now)
        assert rules.subjects.allowed(case, context, lambda action: True)["ticket.cheer"] is True
        decision = desk.apply(desk.settle(case, *meant))
    assert [one.event.loudness for one in decision.events] == [7]
    values = {"by": agent.id, "loudness": 7}
    cheered = rules.subjects.happening("ticket.cheered", values, frozenset())
    inside = Reader(audiences=frozenset({"customer", "internal"}), classes=frozenset())
    outside = Reader(audiences=frozenset({"customer"}), classes=frozenset())
    assert (knows(inside, cheered).how, knows(inside, cheered).value) == ("whole", values)
    assert knows(outside, cheered).how == "nothing"


def test_what_is_declared_twice_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match=r"ticket\.cheered is declared twice"):
        Subjects((*SUBJECTS.all, CHEERING))


def test_an_event_of_no_subject_folds_to_nothing() -> None:
    """A process that does not know a subject yet reads the log of one that does."""
    life = Life()
    foreign = msgspec.structs.replace(life.log[-1], event=Cheered(by=1, loudness=1), seq=life.ticket.version + 1)
    after = wiring.SUBJECTS.fold(life.ticket, foreign)
    assert after.version == life.ticket.version + 1
    assert all(
        getattr(after, field.name) == getattr(life.ticket, field.name)
        for field in msgspec.structs.fields(Ticket)
        if field.name not in {"version", "updated_at"}
    )
    assert wiring.SUBJECTS.decode("ticket.cheered", b"{}") is None
