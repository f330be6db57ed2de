"""Who takes part in a ticket: pairs of person and role (``requester | cc | watcher | mentioned | vendor``)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from gongdan.conditions.fields import Members
from gongdan.domains.accounts.public import Reader
from gongdan.domains.tickets.engine.case import Case
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.sight import Values
from gongdan.domains.tickets.engine.subject import Context, EventKind, Intent, IntentKind, Offer, Restores, Subject
from gongdan.domains.tickets.fields.contribution import Contribution
from gongdan.domains.tickets.fields.narrator import Narrator
from gongdan.kernel.events import Event


class ParticipantsChanged(Event, frozen=True, kw_only=True, tag="ticket.participants_changed"):
    added: tuple[tuple[int, str], ...] = ()
    removed: tuple[tuple[int, str], ...] = ()


class Participate(Intent, frozen=True):
    add: tuple[tuple[int, str], ...] = ()
    remove: tuple[tuple[int, str], ...] = ()


def _participate(case: Case, intent: Participate, context: Context) -> Sequence[Event]:
    have = set(case.live.participants)
    added = tuple(sorted(set(intent.add) - have))
    removed = tuple(sorted(set(intent.remove) & have))
    return [ParticipantsChanged(added=added, removed=removed)] if added or removed else []


def _changed(ticket: Ticket, event: ParticipantsChanged, at: datetime) -> Mapping[str, Any]:
    kept = set(ticket.participants) - set(event.removed)
    return {"participants": tuple(sorted(kept | set(event.added)))}


_KNOWN_OUTSIDE = ("requester", "cc")


def _shown(values: Values, reader: Reader) -> Values | None:
    """Who of the staff watches is told inside only."""
    if reader.is_inside:
        return values
    pairs = {
        name: [pair for pair in values.get(name, []) if pair[1] in _KNOWN_OUTSIDE] for name in ("added", "removed")
    }
    return values | pairs if pairs["added"] or pairs["removed"] else None


def _says(values: Values, narrator: Narrator) -> str:
    return narrator.list(
        narrator.say(key, person=narrator.person(person), role=role)
        for key, name in (("events.joined", "added"), ("events.left", "removed"))
        for person, role in values.get(name, ())
    )


SUBJECT = Subject(
    key="participation",
    events=(
        EventKind(
            event=ParticipantsChanged,
            fold=_changed,
            reverse=Restores(columns=("participants",)),
            shown=_shown,
            says=_says,
            people=lambda values: (person for name in ("added", "removed") for person, _ in values.get(name, ())),
        ),
    ),
    intents=(IntentKind(intent=Participate, rule=_participate, when_closed=True),),
    offers=(Offer(action="ticket.watch", why_not=lambda case, context: None),),
    fields=(
        Contribution(
            key="watchers",
            type="set",
            of="person",
            name={"zh-CN": "关注者", "en": "watchers"},
            value=lambda case: [person_id for person_id, role in case.live.participants if role == "watcher"],
            sql=Members("participant", "person_id", only="m.role = 'watcher'"),
        ),
    ),
)
