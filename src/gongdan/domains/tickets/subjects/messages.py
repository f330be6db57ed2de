"""What was said on a ticket. The words themselves live in ``message_version``; these are the facts that they were
written, and by whom."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal

import msgspec

from gongdan.domains.accounts.public import Reader, knows, said
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.facet import Facet
from gongdan.domains.tickets.engine.meaning import Happening, Meaning, Phrase, ToldTo, phrase
from gongdan.domains.tickets.engine.model import LastWord, Ticket
from gongdan.domains.tickets.engine.sight import Values, to_staff
from gongdan.domains.tickets.engine.subject import (
    Context,
    EventKind,
    Intent,
    IntentKind,
    Lasts,
    Offer,
    Subject,
    plainly,
    unless_closed,
)
from gongdan.domains.tickets.errors import TicketAway, TicketClosed
from gongdan.domains.tickets.fields.contribution import DECIDING, Contribution, column
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event
from gongdan.kernel.text import Name

Audience = str
"""``customer | internal | vendor:<id>``: who may read a message (spec 01, people, conversations, messages)."""

AuthorKind = Literal["customer", "agent", "automatic", "ai"]

MESSAGES: Final = frozenset({"messages"})
"""What a public message touches."""


class MessageAdded(Event, frozen=True, kw_only=True, tag="ticket.message_added"):
    message_id: int
    conversation_id: int
    audience: Audience
    author: AuthorKind
    author_id: int | None = None
    machine: bool = False
    """Sent by a machine (auto-reply, bounce): it never reopens, resumes or answers anything (spec 05, loops)."""
    unverified: bool = False
    """The words stand under a name or an address that nobody proved to be the writer's (spec 05)."""
    mentions: tuple[int, ...] = ()
    opens: bool = False
    """The description: the message that the ticket was opened with."""
    confirms: bool = False
    """A customer's word on an ended ticket that reads as thanks: it reopens nothing. While the ticket is resolved it is
    offered as the confirmation."""


class WriterProved(Event, frozen=True, kw_only=True, tag="ticket.writer_proved"):
    """The requester followed a link that was mailed to them: these messages, unverified so far, are theirs."""

    message_ids: tuple[int, ...]


class MessagePassedOn(Event, frozen=True, kw_only=True, tag="ticket.message_passed_on"):
    """A customer's message moves another ticket's clocks from now on. It is still shown."""

    message_id: int
    ticket_id: int
    """Whose."""
    waiting_at: datetime | None = None
    """Since when the customer still waits here, for what else they wrote."""


class MessageTakenOver(Event, frozen=True, kw_only=True, tag="ticket.message_taken_over"):
    """A customer's message that stood elsewhere is this ticket's to answer."""

    message_id: int
    conversation_id: int


class NoteEdited(Event, frozen=True, kw_only=True, tag="ticket.note_edited"):
    """Its author put an internal note otherwise. What it said before is kept, as ``version - 1``."""

    message_id: int
    version: int


class MessageRedacted(Event, frozen=True, kw_only=True, tag="ticket.message_redacted"):
    """What a message said was taken away for good: nothing of its words and files is left, in no version."""

    message_id: int
    reason: str


class ReplyReturned(Event, frozen=True, kw_only=True, tag="ticket.reply_returned"):
    """A reply whose sending waited was refused when it was due: it is a draft again. Nothing of its words is said."""

    author_id: int
    code: str
    """Of the refusal."""
    is_overtaken: bool = False
    """A public message had come that its author had not seen."""


class EditNote(Intent, frozen=True):
    event: NoteEdited


class Redact(Intent, frozen=True):
    event: MessageRedacted


class ReturnReply(Intent, frozen=True):
    event: ReplyReturned


class PassOnMessage(Intent, frozen=True):
    event: MessagePassedOn


class TakeOverMessage(Intent, frozen=True):
    event: MessageTakenOver


class AddMessage(Intent, frozen=True):
    """The text itself is an effect beside the log; this is the fact that it was written."""

    message: MessageAdded


class ProveWriter(Intent, frozen=True):
    message_ids: tuple[int, ...]


class LastSaid(msgspec.Struct, frozen=True, kw_only=True):
    """The last message that the customer sees or wrote."""

    ticket_id: int
    author: AuthorKind
    text: str


LAST_SAID: Final = Facet(
    "last_said",
    LastSaid,
    """
    select t.id as ticket_id, w.author, w.text
      from ticket t
      join lateral (select m.author, v.text
                      from conversation_ticket l
                      join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
                      join message_version v
                        on v.workspace_id = m.workspace_id and v.message_id = m.id and v.version = 1
                     where l.workspace_id = t.workspace_id
                       and l.ticket_id = t.id
                       and m.audience = 'customer'
                       and m.redacted_at is null
                     order by m.id desc
                     limit 1) w on true
     where t.workspace_id = %(workspace)s and t.id in {ids}
    """,
    always=False,
)
"""A command that adds a message gives it itself."""

_AUTHORS: Final[dict[str, Name]] = {
    "customer": {"zh-CN": "客户", "en": "the customer"},
    "agent": {"zh-CN": "客服", "en": "an agent"},
    "automatic": {"zh-CN": "自动消息", "en": "a rule"},
    "ai": {"zh-CN": "智能助手", "en": "the assistant"},
}


def _last(case: Case) -> LastSaid | None:
    return next(iter(case[LAST_SAID]), None)


_SAID: Final = (
    Contribution(
        key="last_message.text",
        type="text",
        name={"zh-CN": "最近一条公开消息的内容", "en": "text of the last public message"},
        value=lambda case: last.text if (last := _last(case)) else None,
        uses=DECIDING,
        needs=frozenset({LAST_SAID}),
    ),
    Contribution(
        key="last_message.author",
        type="choice",
        name={"zh-CN": "最近一条公开消息的作者", "en": "author of the last public message"},
        value=lambda case: last.author if (last := _last(case)) else None,
        choices_of=lambda bundle: _AUTHORS,
        uses=DECIDING,
        needs=frozenset({LAST_SAID}),
    ),
)


def _add(case: Case, intent: AddMessage, context: Context) -> Sequence[Event]:
    """Of a closed ticket mere thanks are kept in sight, and change nothing. Whoever is taken for a spammer goes on
    where they began, and nobody hears of it."""
    if case.ticket is not None and case.ticket.is_away and (case.ticket.trashed_at or not _is_from_outside(intent)):
        raise TicketAway(number=case.ticket.number)
    if case.ticket is not None and case.ticket.phase == "closed" and not intent.message.confirms:
        raise TicketClosed(number=case.ticket.number)
    return [intent.message]


def _is_from_outside(intent: AddMessage) -> bool:
    return intent.message.author == "customer"


def _pass_on(case: Case, intent: PassOnMessage, context: Context) -> Sequence[Event]:
    return [intent.event]


def _take_over(case: Case, intent: TakeOverMessage, context: Context) -> Sequence[Event]:
    return [intent.event]


def _edit(case: Case, intent: EditNote, context: Context) -> Sequence[Event]:
    return [intent.event]


def _redact(case: Case, intent: Redact, context: Context) -> Sequence[Event]:
    return [intent.event]


def _return(case: Case, intent: ReturnReply, context: Context) -> Sequence[Event]:
    return [intent.event]


def _why_returned(event: ReplyReturned) -> Phrase:
    return phrase("notices.staff.overtaken" if event.is_overtaken else f"errors.{event.code}.title")


def _says_returned(values: Values, narrator: Narrator) -> str:
    why = narrator.say("notices.staff.overtaken") if values.get("is_overtaken") else narrator.refusal(values["code"])
    return narrator.say("events.reply_returned", {"author": narrator.person(values["author_id"]), "why": why})


def _prove(case: Case, intent: ProveWriter, context: Context) -> Sequence[Event]:
    return [WriterProved(message_ids=intent.message_ids)]


def _added(ticket: Ticket, event: MessageAdded, at: datetime) -> Mapping[str, Any]:
    if event.audience != "customer" or event.machine:
        return {}
    if event.opens and event.author != "customer":
        return {}
    if event.author == "automatic":
        return {}
    person_id = event.author_id if event.author == "agent" else None
    return {"last_word": LastWord(by=event.author, person_id=person_id, at=at), **_answers(ticket, event, at)}


def _answers(ticket: Ticket, event: MessageAdded, at: datetime) -> Mapping[str, Any]:
    if event.confirms:
        return {"confirmation_offered_at": at} if ticket.phase == "resolved" else {}
    if event.author == "customer":
        return {"customer_waiting_at": ticket.customer_waiting_at or at}
    if event.author == "agent":
        change: dict[str, Any] = {"customer_waiting_at": None, "first_response_at": ticket.first_response_at or at}
        if event.author_id is not None and event.author_id == ticket.handlers.last_id:
            change["handlers"] = msgspec.structs.replace(ticket.handlers, wrote=True)
        return change
    return {}


def _is_public(event: MessageAdded) -> frozenset[str]:
    return MESSAGES if event.audience == "customer" else frozenset()


def _shown(values: Values, reader: Reader) -> Values | None:
    return knows(reader, said(values, values.get("audience", "internal"))).value


def _is_answer(message: MessageAdded) -> bool:
    """A customer's word after the first; of a machine's nobody is told."""
    from_customer = (message.audience, message.author) == ("customer", "customer")
    return from_customer and not message.machine and not message.opens


def _answered(found: Happening) -> ToldTo:
    handlers = (found.about.assignee_id or 0, *found.watchers)
    return ToldTo(people=tuple(one for one in handlers if one not in found.event.mentions))


MEANINGS: Final = (
    Meaning(
        key="mentioned",
        name={"zh-CN": "有人在备注中提到您", "en": "Somebody mentions you in a note"},
        event=MessageAdded,
        concerns=lambda event: bool(event.mentions),
        to=lambda found: ToldTo(people=found.event.mentions),
        says=lambda found: phrase("notices.staff.mentioned", by=found.by or "", title=found.about.title),
    ),
    Meaning(
        key="answered",
        name={"zh-CN": "提交人有新消息", "en": "The requester wrote"},
        event=MessageAdded,
        concerns=_is_answer,
        to=_answered,
        says=lambda found: phrase("notices.staff.answered", title=found.about.title),
    ),
    Meaning(
        key="answered",
        name={"zh-CN": "提交人有新消息", "en": "The requester wrote"},
        event=MessageTakenOver,
        to=lambda found: ToldTo(people=(found.about.assignee_id or 0, *found.watchers)),
        says=lambda found: phrase("notices.staff.answered", title=found.about.title),
    ),
    Meaning(
        key="reply_returned",
        name={"zh-CN": "您的回复没有发出", "en": "Your reply was not sent"},
        event=ReplyReturned,
        to=lambda found: ToldTo(people=(found.event.author_id,)),
        says=lambda found: phrase(
            "notices.staff.reply_returned", title=found.about.title, why=_why_returned(found.event)
        ),
    ),
)

SUBJECT = Subject(
    key="messages",
    events=(
        EventKind(
            event=MessageAdded,
            fold=_added,
            touches=_is_public,
            reverse=Lasts("said"),
            shown=_shown,
            people=lambda values: (values.get("author_id"),),
        ),
        EventKind(
            event=MessagePassedOn,
            fold=lambda ticket, event, at: {"customer_waiting_at": event.waiting_at},
            shown=to_staff,
            says=plainly("events.message_passed_on"),
        ),
        EventKind(
            event=MessageTakenOver,
            fold=lambda ticket, event, at: {"customer_waiting_at": ticket.customer_waiting_at or at},
            touches=lambda event: MESSAGES,
            shown=to_staff,
            says=plainly("events.message_taken_over"),
        ),
        EventKind(
            event=MessageRedacted, reverse=Lasts("said"), shown=to_staff, says=plainly("events.message_redacted")
        ),
        EventKind(event=NoteEdited, reverse=Lasts("said"), shown=_shown, says=plainly("events.note_edited")),
        EventKind(
            event=ReplyReturned,
            shown=to_staff,
            says=_says_returned,
            people=lambda values: (values["author_id"],),
        ),
        EventKind(event=WriterProved, reverse=Lasts("word"), says=plainly("events.writer_proved")),
    ),
    intents=(
        IntentKind(intent=AddMessage, rule=_add, when_closed=True, when_away=True),
        IntentKind(intent=EditNote, rule=_edit),
        IntentKind(intent=Redact, rule=_redact, when_closed=True, when_away=True),
        IntentKind(intent=PassOnMessage, rule=_pass_on, when_closed=True),
        IntentKind(intent=ReturnReply, rule=_return, when_closed=True),
        IntentKind(intent=TakeOverMessage, rule=_take_over),
        IntentKind(intent=ProveWriter, rule=_prove, when_closed=True),
    ),
    offers=(
        Offer(action="ticket.reply", why_not=unless_closed),
        Offer(action="ticket.note", why_not=unless_closed),
        Offer(action="message.redact", why_not=lambda case, context: None),
    ),
    facets=(LAST_SAID,),
    fields=(
        column("first_response_at", "instant", "首次响应时间", "first response"),
        column("customer_waiting_at", "instant", "客户等待起点", "customer waiting since"),
        *_SAID,
    ),
    meanings=MEANINGS,
)
