"""Verdicts carried out: a batch of mails in one transaction, through the commands of tickets."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from gongdan.domains.accounts.public import Authority, by_person, person_by_mail
from gongdan.domains.channels.email.bounces import read_bounce
from gongdan.domains.channels.email.mime.headers import Address
from gongdan.domains.channels.email.threading import ThreadDecision
from gongdan.domains.channels.errors import Flooding
from gongdan.domains.channels.inbound import budgets, facts, rows
from gongdan.domains.channels.inbound.letters import Letter, files_of
from gongdan.domains.channels.inbound.verdict import Hold, Ignore, Join, Known, Open, Repeat, Verdict, judge
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.channels.outbound import failing
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers import public as customers
from gongdan.domains.customers.public import mail_handle
from gongdan.domains.files.public import Kept, add, is_picture
from gongdan.domains.tickets.errors import NothingToReopen
from gongdan.domains.tickets.events import MessageAdded
from gongdan.domains.tickets.public import Case, Desk, NewTicket, Rules, Words, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Via

_SURE = 0.6
"""How sure a language must be for the words to decide."""

Files = Mapping[int, Sequence[Kept]]
"""Inbound id → its kept attachments."""


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    room: Mailroom
    authority: Authority
    """Of automatic work in the workspace."""
    rules: Rules
    via: Via

    async def settle(self, letters: Sequence[Letter], files: Files) -> list[Letter]:
        """Settle mails that have nothing in common, in one transaction; returns those that need one of their own: they
        answer a closed ticket, under their writer's rights, or tell that mails of ours came back."""
        await self.room.numbers.have(self.rules, sum(one.may_open for one in letters), clock.now())
        async with self.room.uow.begin(self.authority, via=self.via) as desk:
            work = await _look_up(desk, letters, files)
            judged = [(one, _within(work, one, judge(one, work.known[one.row.id]))) for one in work.letters]
            work.spending.keep(desk.tx)
            for letter, verdict in judged:
                _dispose(desk, letter, verdict)
                if isinstance(verdict, Join | Open):
                    await _learn(self, work, letter)
            joining = [(one, verdict) for one, verdict in judged if isinstance(verdict, Join)]
            opening = [
                _Opening(one, v.thread, v.thread.link_to, v.is_unverified) for one, v in judged if isinstance(v, Open)
            ]
            await _join(work, [(one, verdict) for one, verdict in joining if not verdict.is_closed])
            await _open(self, work, opening)
            return [one for one, verdict in judged if _needs_own(verdict)]


class _Work(msgspec.Struct, kw_only=True):
    """What the steps of one batch hand on."""

    desk: Desk
    letters: list[Letter]
    files: Files
    known: dict[int, Known]
    people: dict[str, int]
    """Handle of a mail address → person, as far as known or made in this transaction."""
    persons: dict[str, customers.Known]
    """The same, as they stand in the database."""
    spending: budgets.Spending


async def _look_up(desk: Desk, letters: Sequence[Letter], files: Files) -> _Work:
    """Take the locks, and read all facts in the same round trip. What somebody settled meanwhile is left out."""
    addresses = {address for one in letters for address in (*one.parties(), *dict(one.others()))}
    handles = {one.handle: one for address in addresses if (one := mail_handle(address))}
    wanted = [handles[handle] for handle in sorted(handles)]
    _, _, waiting, people, levels, *answers = await desk.gather(
        rows.lock_intake(),
        customers.lock_handles(wanted),
        rows.still_waiting([one.row.id for one in letters]),
        customers.by_handles(wanted),
        budgets.levels(key for one in letters for key in _budgets(one)),
        *facts.queries(letters, clock.now()),
    )
    open_ids = {row.id for row in waiting}
    found = facts.facts(answers)
    still = [one for one in letters if one.row.id in open_ids]
    return _Work(
        desk=desk,
        letters=still,
        files=files,
        known={one.row.id: facts.known(one, found) for one in still},
        people={one.handle: one.person_id for one in people},
        persons={one.handle: one for one in people},
        spending=budgets.Spending(levels, desk.now),
    )


def _budgets(letter: Letter) -> dict[str, budgets.Budget]:
    """What a mail that opens a ticket uses up; one that is imported, or that a person let go, uses nothing."""
    if letter.row.account_id is None or letter.row.is_released:
        return {}
    theirs = [address for address in sorted(letter.parties()) if not letter.own.has(address)]
    return budgets.budgets_of(theirs, letter.row.account_id)


def _within(work: _Work, letter: Letter, verdict: Verdict) -> Verdict:
    """The verdict, as long as its correspondent may open tickets; what is too much is held, in sight."""
    if isinstance(verdict, Open) and not work.spending.allows(_budgets(letter)):
        return Hold(Flooding.code)
    return verdict


async def _learn(batch: Batch, work: _Work, letter: Letter) -> None:
    """What a mail shows of who sent it, where that is known by guess only."""
    desk = work.desk
    if letter.is_proven:
        customers.verify_mail(desk.tx, mail_handle(letter.sender).handle, desk.now)
    known = work.persons.get(mail_handle(letter.writer.party.address).handle)
    if known is None or not known.guessed or letter.judgement.kind != "person":
        return
    is_proven = letter.is_proven and not letter.writer.through
    shown = customers.Shown(name=letter.writer.party.name, locale=_locale(batch, letter), is_proven=is_proven)
    if found := customers.better(known, shown):
        await customers.improve(
            desk.tx,
            known.person_id,
            found,
            actor=desk.actor,
            command_id=desk.command_id,
            release=desk.rules.release,
            now=desk.now,
        )


def _locale(batch: Batch, letter: Letter) -> str | None:
    """The language of ours in which its writer is best written to: by their words, else by what their program says;
    None where neither says enough."""
    words = letter.mail.forwarded.forwarder_text if letter.mail.forwarded else letter.text
    language, confidence = batch.room.language_of(f"{letter.title}\n{words}")
    header = letter.mail.language
    if confidence >= _SURE:
        return "zh-CN" if language == "zh" else "en"
    if header:
        return "zh-CN" if header.startswith("zh") else "en"
    return "en" if confidence and language != "zh" else None


def _needs_own(verdict: Verdict) -> bool:
    match verdict:
        case Join(is_closed=is_closed):
            return is_closed
        case Ignore(reason=reason):
            return reason == "bounce"
    return False


def _dispose(desk: Desk, letter: Letter, verdict: Verdict) -> None:
    """Verdicts that make nothing: only the outcome is written."""
    match verdict:
        case Repeat(of=other):
            _record(desk, letter, "duplicate", outcome(letter, copy_of=other))
        case Hold(code=code, ticket_id=ticket_id):
            _record(desk, letter, "quarantined", outcome(letter, reason=code), ticket_id=ticket_id)
        case Ignore(reason=reason, ticket_id=ticket_id) if reason != "bounce":
            _record(desk, letter, "ignored", outcome(letter, reason=reason), ticket_id=ticket_id)


async def _join(work: _Work, joining: Sequence[tuple[Letter, Join]]) -> None:
    """Messages on tickets that are not closed. Of two mails to one ticket the second waits for the next batch."""
    wanted: dict[int, tuple[Letter, Join]] = {}
    for letter, verdict in joining:
        wanted.setdefault(verdict.ticket_id, (letter, verdict))
    if not wanted:
        return
    for case in await work.desk.tickets(sorted(wanted)):
        if case.live.phase != "closed":  # else it was closed this moment: the next batch sees it
            await _write(work, case, *wanted[case.live.id])


async def _write(work: _Work, case: Case, letter: Letter, verdict: Join) -> None:
    desk = work.desk
    person_id = _person(work, verdict.by)
    words = _words(desk, letter, work.files[letter.row.id], verdict)
    if verdict.is_note:
        written = await commands.say(desk, case, words, audience="internal", author="agent", author_id=person_id)
    else:
        written = await commands.customer_writes(desk, case, words, machine=letter.is_machine, by=person_id)
    _threaded(desk, letter, verdict, case.live.id, written.message_id)


class _Opening(msgspec.Struct, frozen=True):
    letter: Letter
    thread: ThreadDecision
    follows: int | None
    is_unverified: bool


async def _open(batch: Batch, work: _Work, opening: Sequence[_Opening]) -> None:
    if not opening:
        return
    numbers = await batch.room.numbers.take(batch.rules, len(opening), work.desk.now)
    wanted = [_new(batch, work, one, number) for one, number in zip(opening, numbers, strict=True)]
    answers = await commands.open_tickets(work.desk, wanted, batch.room.triage)
    for one, answer in zip(opening, answers, strict=True):
        if isinstance(answer, Refusal):
            _record(work.desk, one.letter, "quarantined", outcome(one.letter, one.thread, reason=answer.code))
            continue
        ticket_id = answer.decision.ticket_id
        rows.remember(work.desk.tx, one.letter, ticket_id=ticket_id, message_id=answer.message_id)
        why = outcome(one.letter, one.thread)
        _record(work.desk, one.letter, "created", why, ticket_id=ticket_id, message_id=answer.message_id)


def _new(batch: Batch, work: _Work, opening: _Opening, number: str) -> NewTicket:
    letter = opening.letter
    party = letter.writer.party
    return NewTicket(
        number=number,
        requester=mail_handle(
            party.address, party.name, locale=_locale(batch, letter), is_name_guessed=opening.is_unverified
        ),
        channel="mail" if letter.row.account_id else "import",
        title=letter.title,
        text=letter.text,
        html=letter.html,
        quoted=letter.quoted,
        machine=letter.is_machine,
        files=_attach(work.desk, letter, work.files[letter.row.id]),
        account_id=letter.row.account_id,
        external_key=letter.mail_id,
        cc=tuple(dict.fromkeys(_person(work, Address(name, address)) for address, name in letter.others())),
        follows=opening.follows,
        follows_as=_relation(opening),
        unverified=opening.is_unverified,
        origin=letter.origin(),
        may_be_incomplete=True,
    )


def _relation(opening: _Opening) -> Literal["follow_up", "named", "repetition"]:
    if opening.thread.ticket_id is not None:
        return "follow_up"
    return "repetition" if opening.thread.is_repetition else "named"


def _person(work: _Work, party: Address) -> int:
    """The person behind an address whose handle is locked by this transaction; made where nobody knew them."""
    desk, handle = work.desk, mail_handle(party.address, party.name)
    if handle.handle in work.people:
        return work.people[handle.handle]
    made = customers.make(
        desk.tx,
        handle,
        locale=desk.rules.locale,
        zone=desk.rules.zone,
        actor=desk.actor,
        command_id=desk.command_id,
        release=desk.rules.release,
        now=desk.now,
    )
    work.people[handle.handle] = made.person_id
    return made.person_id


def _words(desk: Desk, letter: Letter, files: Sequence[Kept], verdict: Join) -> Words:
    return Words(
        text=letter.text,
        html=letter.html,
        quoted=letter.quoted,
        files=_attach(desk, letter, files),
        unverified=verdict.is_unverified,
        origin=letter.origin(),
    )


def _attach(desk: Desk, letter: Letter, files: Sequence[Kept]) -> tuple[Attached, ...]:
    """Queue the rows of the kept files; they belong to the message that is written in the same transaction."""
    return tuple(
        Attached(
            file_id=add(desk.tx, kept, uploader_id=None, now=desk.now),
            content_id=part.content_id,
            inline=part.content_id in letter.shown and is_picture(kept.type),
        )
        for kept, part in zip(files, files_of(letter.mail), strict=False)
    )


async def settle_alone(batch: Batch, letter: Letter, files: Sequence[Kept]) -> None:
    """What ``Batch.settle`` left for a transaction of its own."""
    if letter.judgement.kind == "bounce" and letter.is_proven_machine:
        await _came_back(batch, letter)
    else:
        await _answer_closed(batch, letter, files)


async def _came_back(batch: Batch, letter: Letter) -> None:
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await _look_up(desk, [letter], {})
        for one in work.letters:
            verdict = judge(one, work.known[one.row.id])
            if isinstance(verdict, Ignore):
                await failing.came_back(desk, read_bounce(one.mail))
                _record(desk, one, "ignored", outcome(one, reason=verdict.reason), ticket_id=verdict.ticket_id)


async def _answer_closed(batch: Batch, letter: Letter, files: Sequence[Kept]) -> None:
    """A person wrote on a closed ticket: within the window they reopen it, by their own rights as a customer; after it,
    or where they may not, they get a follow-up that is linked to it (spec 02)."""
    async with batch.room.db.read(batch.authority.workspace_id) as tx:
        person_id = await person_by_mail(tx, letter.writer.party.address)
        person = await by_person(tx, person_id, "customer") if person_id else None
    if person is None or not await _reopened(batch, letter, files, person):
        await _follow_up(batch, letter, files)


async def _reopened(batch: Batch, letter: Letter, files: Sequence[Kept], person: Authority) -> bool:
    """Whether he could; False leaves nothing behind."""
    try:
        async with batch.room.uow.begin(person, via=batch.via) as desk:
            work = await _look_up(desk, [letter], {letter.row.id: files})
            if (verdict := _on_closed(work)) is None:
                return True
            number = work.known[letter.row.id].thread.tickets[verdict.ticket_id].number
            decision = await commands.reopen(desk, number, words=_words(desk, letter, files, verdict))
            message_id = next(one.event.message_id for one in decision.events if isinstance(one.event, MessageAdded))
            _threaded(desk, letter, verdict, verdict.ticket_id, message_id)
    except NothingToReopen:
        return True  # somebody was quicker: the next batch adds the message
    except Refusal:
        return False
    return True


async def _follow_up(batch: Batch, letter: Letter, files: Sequence[Kept]) -> None:
    await batch.room.numbers.have(batch.rules, 1, clock.now())
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await _look_up(desk, [letter], {letter.row.id: files})
        if verdict := _on_closed(work):
            await _open(batch, work, [_Opening(letter, verdict.thread, verdict.ticket_id, verdict.is_unverified)])


def _on_closed(work: _Work) -> Join | None:
    """The verdict, if the mail still waits and still answers a closed ticket; else the next batch deals with it."""
    for letter in work.letters:
        verdict = judge(letter, work.known[letter.row.id])
        if isinstance(verdict, Join) and verdict.is_closed:
            return verdict
    return None


def _threaded(desk: Desk, letter: Letter, verdict: Join, ticket_id: int, message_id: int) -> None:
    rows.remember(desk.tx, letter, ticket_id=ticket_id, message_id=message_id)
    why = outcome(letter, verdict.thread)
    _record(desk, letter, "threaded", why, ticket_id=ticket_id, message_id=message_id)


def _record(desk: Desk, letter: Letter, state: rows.State, why: rows.Outcome, **made: int | None) -> None:
    rows.settle(desk.tx, letter.row.id, state, why, now=desk.now, mail_id=letter.mail_id, **made)


def outcome(letter: Letter, thread: ThreadDecision | None = None, **more: Any) -> rows.Outcome:
    """Why it became what it became."""
    return rows.Outcome(
        subject=letter.mail.subject,
        sender=letter.sender,
        kind=letter.judgement.kind,
        signs=letter.judgement.evidence,
        evidence=thread.evidence if thread else (),
        score=thread.score if thread else 0,
        subject_changed=thread.subject_changed if thread else False,
        link_to=thread.link_to if thread else None,
        silent=letter.is_silent,
        through=letter.writer.through,
        proven=letter.is_proven,
        released=letter.row.is_released,
        faults=letter.mail.faults,
        **more,
    )
