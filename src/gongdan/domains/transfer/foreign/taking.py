"""Taking over what another system gave out: in chunks, each a transaction. What came before is left as it is, so that
whoever was interrupted begins again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Final

import msgspec

from gongdan.domains.accounts.public import Authority
from gongdan.domains.customers.public import Handle, mail_handle, only_named, phone_handle
from gongdan.domains.tickets.public import Desk, Numbers, Rules, UnitOfWork
from gongdan.domains.transfer import rows
from gongdan.domains.transfer.bringing import CHUNK, Brought, bring_in
from gongdan.domains.transfer.foreign.osticket import read_osticket
from gongdan.domains.transfer.foreign.shapes import ForeignMessage, ForeignPerson, ForeignTicket, ReadForeign
from gongdan.domains.transfer.foreign.zammad import read_zammad
from gongdan.domains.transfer.foreign.zendesk import read_zendesk
from gongdan.domains.transfer.history import PastMessage, PastTicket
from gongdan.domains.transfer.rows import NamedMember
from gongdan.domains.transfer.tables.words import Known, calling, plain
from gongdan.infra.catalogue import say
from gongdan.infra.db.tx import RESERVE
from gongdan.kernel import clock
from gongdan.kernel.errors import Invalid, Refusal
from gongdan.kernel.text import normalise, one_line

SYSTEMS: Final[Mapping[str, ReadForeign]] = {
    "zendesk": read_zendesk,
    "zammad": read_zammad,
    "osticket": read_osticket,
}
_MESSAGES: Final = 400
"""Of one transaction."""
_NAMED: Final = 20
"""Files that a message names."""


class Takeover(msgspec.Struct, frozen=True, kw_only=True):
    """From where it comes, and what is said of all of it."""

    source: str
    type: str | None = None
    category: str | None = None
    is_trial: bool = False
    sanitise: Callable[[str], str]
    """HTML that strangers wrote, fit to be shown."""
    to_text: Callable[[str], str]
    """What such HTML says."""


class TakenOver(msgspec.Struct, frozen=True, kw_only=True):
    added: int
    unchanged: int
    files_left: int
    """Attachments of those added: their messages name them, and they stay where they are."""
    refused: dict[str, Refusal]
    """By their numbers there."""


class _TakenBack(Exception):
    """Ends a transaction that was a trial."""


async def take_over(
    uow: UnitOfWork, numbers: Numbers, authority: Authority, rules: Rules, found: Sequence[ForeignTicket], how: Takeover
) -> TakenOver:
    done: dict[str, Brought | Refusal] = {}
    files_left = 0
    for chunk in _chunks(found):
        await uow.db.ids(RESERVE + sum(len(one.messages) for one in chunk))  # one ticket may have any number of them
        taken = ["-"] * len(chunk) if how.is_trial else await numbers.take(rules, len(chunk), clock.now())
        try:
            async with uow.begin(authority, via="import") as desk:
                answers = await _chunk(desk, chunk, taken, how)
                done |= {one.id: answer for one, answer in zip(chunk, answers, strict=True)}
                added = [one for one, answer in zip(chunk, answers, strict=True) if answer == "added"]
                files_left += sum(len(said.files) for one in added for said in one.messages)
                if how.is_trial:
                    raise _TakenBack
        except _TakenBack:
            continue
    return TakenOver(
        added=sum(one == "added" for one in done.values()),
        unchanged=sum(one == "unchanged" for one in done.values()),
        files_left=files_left,
        refused={id: one for id, one in done.items() if isinstance(one, Refusal)},
    )


def _chunks(found: Sequence[ForeignTicket]) -> Iterator[list[ForeignTicket]]:
    chunk: list[ForeignTicket] = []
    size = 0
    for one in found:
        if chunk and (len(chunk) == CHUNK or size + len(one.messages) > _MESSAGES):
            yield chunk
            chunk, size = [], 0
        chunk.append(one)
        size += len(one.messages)
    if chunk:
        yield chunk


async def _chunk(
    desk: Desk, chunk: Sequence[ForeignTicket], numbers: Sequence[str], how: Takeover
) -> list[Brought | Refusal]:
    people = [person for one in chunk for person in (one.assignee, *(said.author for said in one.messages)) if person]
    words = {normalise(word) for one in people for word in (one.mail, one.name) if word}
    members, teams = await desk.gather(rows.members_called(words), rows.all_teams())
    known = calling((one.key, [one.name]) for one in teams)
    wanted: list[PastTicket | Refusal] = [_past(desk.rules, one, members, known, how) for one in chunk]
    fit = [(one, number) for one, number in zip(wanted, numbers, strict=True) if isinstance(one, PastTicket)]
    done = iter(await bring_in(desk, [one for one, _ in fit], [number for _, number in fit]))
    return [one if isinstance(one, Refusal) else next(done) for one in wanted]


def _past(
    rules: Rules, one: ForeignTicket, members: Sequence[NamedMember], teams: Known, how: Takeover
) -> PastTicket | Refusal:
    try:
        requester = _handle(one.requester, one.id)
    except Invalid as refusal:
        return refusal
    team = teams.get(plain(one.group), ()) if one.group else ()
    return PastTicket(
        source=how.source,
        external_id=one.id,
        title=one_line(one.title, 200) or "—",
        requester=requester,
        type=how.type,
        category=how.category,
        priority=_priority(rules, one.urgency),
        phase=one.phase,
        team=team[0] if len(team) == 1 else None,
        assignee_id=_member(one.assignee, members),
        tags=one.tags,
        created_at=one.created_at,
        first_response_at=one.first_response_at,
        resolved_at=one.resolved_at,
        closed_at=one.closed_at,
        rating=one.rating,
        messages=[_message(rules, said, members, how) for said in one.messages],
        may_be_incomplete=True,
    )


def _message(rules: Rules, said: ForeignMessage, members: Sequence[NamedMember], how: Takeover) -> PastMessage:
    """Its words; below them the names of what was attached to it."""
    text, html = said.text, said.html
    if html is not None:
        text, html = text or how.to_text(html), how.sanitise(html)
    if said.files:
        note = files_named(said.files, rules.locale)
        text = f"{text}\n\n{note}".strip()
        html = f"{html}<p>{escape(note)}</p>" if html is not None else None
    return PastMessage(
        at=said.at,
        author="agent" if said.is_agent else "customer",
        author_id=_member(said.author, members) if said.is_agent else None,
        text=text,
        html=html,
        internal=said.internal,
    )


def files_named(files: Sequence[str], locale: str) -> str:
    """That these files did not come along, in the language of the workspace; of many the first are named."""
    names = " · ".join(one_line(name, 120) for name in files[:_NAMED]) + (" …" if len(files) > _NAMED else "")
    return say("imports.files_left", locale, {"count": len(files), "names": names}) or names


def _handle(person: ForeignPerson, ticket: str) -> Handle:
    """Somebody of whom nothing is told is a person of this ticket alone.

    Raises:
        Invalid: the number is none.
    """
    if "@" in person.mail:
        return mail_handle(person.mail, person.name)
    if person.phone:
        return phone_handle(person.phone, person.name)
    return only_named(person.name or f"#{ticket}")


def _member(person: ForeignPerson | None, members: Sequence[NamedMember]) -> int | None:
    """By mail address, else by a name that no other has; None: nobody here."""
    if person is None:
        return None
    found = [one for one in members if person.mail and normalise(one.mail) == normalise(person.mail)]
    if not found and not person.mail:
        found = [one for one in members if person.name and normalise(one.name) == normalise(person.name)]
    return found[0].id if len(found) == 1 else None


def _priority(rules: Rules, urgency: float | None) -> str | None:
    """The one that stands as far down among ours as it did there."""
    ours = sorted((one for one in rules.priorities.values() if not one.retired), key=lambda one: one.rank)
    return ours[round(urgency * (len(ours) - 1))].key if urgency is not None and ours else None
