"""A ticket's tags: a set, so that two changes of it never collide."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, Final

from gongdan.conditions.fields import Row
from gongdan.domains.bundle import actions as a
from gongdan.domains.bundle.section import Finding
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Values
from gongdan.domains.tickets.engine.subject import (
    ActionKind,
    ActionSpot,
    Context,
    EventKind,
    Intent,
    IntentKind,
    Offer,
    Restores,
    Subject,
    unless_closed,
)
from gongdan.domains.tickets.fields.contribution import Contribution
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event
from gongdan.kernel.text import blank


class TicketTagged(Event, frozen=True, kw_only=True, tag="ticket.tagged"):
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Tag(Intent, frozen=True):
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


def _tag(case: Case, intent: Tag, context: Context) -> Sequence[Event]:
    have = set(case.live.tags)
    added = tuple(sorted(set(intent.add) - have))
    removed = tuple(sorted(set(intent.remove) & have))
    return [TicketTagged(added=added, removed=removed)] if added or removed else []


def _tagged(ticket: Ticket, event: TicketTagged, at: datetime) -> Mapping[str, Any]:
    return {"tags": tuple(sorted((set(ticket.tags) - set(event.removed)) | set(event.added)))}


def before(ticket: Ticket, event: TicketTagged) -> tuple[str, ...]:
    """The tags that ``ticket``, which is as the event left it, had before."""
    return tuple(sorted((set(ticket.tags) - set(event.added)) | set(event.removed)))


MAX_TAG: Final = 50
"""Characters of a tag at most."""


def _unfit(action: a.AddTagsAction, spot: ActionSpot) -> Iterable[Finding]:
    if not action.tags or any(blank(tag) or len(tag) > MAX_TAG for tag in action.tags):
        yield Finding(path=f"{spot.path}.tags", code="tags_unfit", params={"most": MAX_TAG})


def _says(values: Values, narrator: Narrator) -> str:
    wanted = (("events.tags_added", values.get("added")), ("events.tags_removed", values.get("removed")))
    return narrator.list(narrator.say(key, tags=tags) for key, tags in wanted if tags)


SUBJECT = Subject(
    key="tags",
    events=(
        EventKind(
            event=TicketTagged,
            fold=_tagged,
            changes=lambda event, ticket: {"tags": (before(ticket, event), ticket.tags)},
            reverse=Restores(columns=("tags",)),
            says=_says,
        ),
    ),
    intents=(IntentKind(intent=Tag, rule=_tag),),
    actions=(
        ActionKind(
            action=a.AddTagsAction,
            intents=lambda action, case, rules, now: [Tag(add=action.tags)],
            sentence={"zh-CN": "添加标签：{tags}", "en": "Add the tags {tags}"},
            lint=_unfit,
        ),
    ),
    offers=(Offer(action="ticket.tag", why_not=unless_closed),),
    fields=(
        Contribution(
            key="tags",
            type="set",
            of="text",
            name={"zh-CN": "标签", "en": "tags"},
            value=attrgetter("ticket.tags"),
            sql=Row("tags"),
            changes=True,
        ),
    ),
)
