"""Verdicts carried out: a batch of mails in one transaction, through the commands of tickets."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from gongdan.domains.accounts.public import Authority, by_person, person_by_mail
from gongdan.domains.channels.email.bounces import read_bounce
from gongdan.domains.channels.email.machine import may_answer
from gongdan.domains.channels.email.threading import ThreadDecision
from gongdan.domains.channels.inbound import facts, rows
from gongdan.domains.channels.inbound.letters import Letter, files_of
from gongdan.domains.channels.inbound.verdict import Hold, Ignore, Join, Known, Open, Repeat, Verdict, judge
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.channels.outbound import failing
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers.public import by_handles, lock_handles, mail_handle, make
from gongdan.domains.files.public import Kept, add, is_picture
from gongdan.domains.tickets.errors import NothingToReopen
from gongdan.domains.tickets.events import MessageAdded
from gongdan.domains.tickets.public import Case, Desk, NewTicket, Rules, Words, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Via

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
            judged = [(letter, judge(letter, work.known[letter.row.id])) for letter in work.letters]
            for letter, verdict in judged:
                _dispose(desk, letter, verdict)
            joining = [(one, verdict) for one, verdict in judged if isinstance(verdict, Join)]
            opening = [_Opening(one, v.thread, v.thread.link_to) for one, v in judged if isinstance(v, Open)]
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
    """Mail address → person, as far as known or made in this transaction."""


async def _look_up(desk: Desk, letters: Sequence[Letter], files: Files) -> _Work:
    """Take the locks, and read all facts in the same round trip. What somebody settled meanwhile is left out."""
    addresses = {address for one in letters for address in (one.sender, *dict(one.others(frozenset())))}
    wanted = [mail_handle(address) for address in sorted(addresses - {""})]
    _, _, waiting, people, *answers = await desk.gather(
        rows.lock_intake(),
        lock_handles(wanted),
        rows.still_waiting([one.row.id for one in letters]),
        by_handles(wanted),
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
    )


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
        case Hold(code=code):
            _record(desk, letter, "quarantined", outcome(letter, reason=code))
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
    person_id = work.people.get(letter.sender) or _make(work, letter.sender, letter.mail.sender.name)
    words = _words(desk, letter, work.files[letter.row.id])
    if verdict.is_note:
        written = await commands.say(desk, case, words, audience="internal", author="agent", author_id=person_id)
    else:
        written = await commands.customer_writes(desk, case, words, machine=letter.is_machine, by=person_id)
    _threaded(desk, letter, verdict, case.live.id, written.message_id)


class _Opening(msgspec.Struct, frozen=True):
    letter: Letter
    thread: ThreadDecision
    follows: int | None


async def _open(batch: Batch, work: _Work, opening: Sequence[_Opening]) -> None:
    if not opening:
        return
    numbers = await batch.room.numbers.take(batch.rules, len(opening), work.desk.now)
    wanted = [_new(work, one, number) for one, number in zip(opening, numbers, strict=True)]
    answers = await commands.open_tickets(work.desk, wanted, batch.room.triage)
    for one, answer in zip(opening, answers, strict=True):
        if isinstance(answer, Refusal):
            _record(work.desk, one.letter, "quarantined", outcome(one.letter, one.thread, reason=answer.code))
            continue
        ticket_id = answer.decision.ticket_id
        rows.remember(work.desk.tx, one.letter, ticket_id=ticket_id, message_id=answer.message_id)
        why = outcome(one.letter, one.thread)
        _record(work.desk, one.letter, "created", why, ticket_id=ticket_id, message_id=answer.message_id)


def _new(work: _Work, opening: _Opening, number: str) -> NewTicket:
    letter = opening.letter
    own = work.known[letter.row.id].own_addresses
    others = [] if letter.is_machine else letter.others(own)
    return NewTicket(
        number=number,
        requester=mail_handle(letter.sender, letter.mail.sender.name),
        channel="mail" if letter.row.account_id else "import",
        title=letter.title,
        text=letter.text,
        html=letter.html,
        quoted=letter.quoted,
        machine=letter.is_machine,
        files=_attach(work.desk, letter, work.files[letter.row.id]),
        account_id=letter.row.account_id,
        external_key=letter.mail_id,
        cc=tuple(work.people.get(address) or _make(work, address, name) for address, name in others),
        follows=opening.follows,
        may_be_incomplete=True,
    )


def _make(work: _Work, address: str, name: str) -> int:
    """A person who was not known; his handle is locked by this transaction."""
    desk = work.desk
    made = make(
        desk.tx,
        mail_handle(address, name),
        locale=desk.rules.locale,
        zone=desk.rules.zone,
        actor=desk.actor,
        command_id=desk.command_id,
        release=desk.rules.release,
        now=desk.now,
    )
    work.people[address] = made.person_id
    return made.person_id


def _words(desk: Desk, letter: Letter, files: Sequence[Kept]) -> Words:
    return Words(text=letter.text, html=letter.html, quoted=letter.quoted, files=_attach(desk, letter, files))


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
    if letter.judgement.kind == "bounce":
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
    """A person wrote on a closed ticket: within the window he reopens it, by his own rights; afterwards, or where he
    may not, he gets a follow-up that is linked to it (spec 02)."""
    async with batch.room.db.read(batch.authority.workspace_id) as tx:
        person_id = await person_by_mail(tx, letter.sender)
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
            decision = await commands.reopen(desk, number, words=_words(desk, letter, files))
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
            await _open(batch, work, [_Opening(letter, verdict.thread, verdict.ticket_id)])


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
        silent=not may_answer(letter.mail, own_addresses=frozenset()),
        faults=letter.mail.faults,
        **more,
    )
