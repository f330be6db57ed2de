"""Verdicts carried out: a batch of mails in one transaction, through the commands of tickets."""

from collections.abc import Mapping, Sequence

import msgspec

from gongdan.domains.accounts.public import Authority, by_person, person_by_mail
from gongdan.domains.channels.errors import Flooding
from gongdan.domains.channels.inbound import budgets, rows
from gongdan.domains.channels.inbound.verdict import HoldBack, Ignore, Join, MailFacts, OpenAnew, Repeat, Verdict, judge
from gongdan.domains.channels.mail.email.bounces import Bounce
from gongdan.domains.channels.mail.email.mime.headers import Address
from gongdan.domains.channels.mail.email.threading import ThreadDecision
from gongdan.domains.channels.mail.incoming import facts
from gongdan.domains.channels.mail.incoming.letters import Letter, files_of
from gongdan.domains.channels.mailroom import Mailroom
from gongdan.domains.channels.outbound import failing
from gongdan.domains.conversations.public import Attached
from gongdan.domains.customers import public as customers
from gongdan.domains.customers.public import mail_handle
from gongdan.domains.files.public import KeptFile, add, is_picture
from gongdan.domains.tickets.events import Follows
from gongdan.domains.tickets.public import Case, Desk, NewTicket, Rules, Words, commands
from gongdan.kernel import clock
from gongdan.kernel.errors import Refusal
from gongdan.kernel.events import Via

_SURE = 0.6
"""How sure a language must be for the words to decide."""

Files = Mapping[int, Sequence[KeptFile]]
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
                _dispose(work, letter, verdict)
                if isinstance(verdict, Join | OpenAnew):
                    await _learn(self, work, letter)
            joining = [(one, verdict) for one, verdict in judged if isinstance(verdict, Join)]
            opening = [
                _Opening(one, v.thread, v.thread.link_to, v.is_unverified)
                for one, v in judged
                if isinstance(v, OpenAnew)
            ]
            await _join(work, [(one, verdict) for one, verdict in joining if not verdict.is_closed])
            await _open(self, work, opening)
            work.write_down()
            return [one for one, verdict in judged if _needs_own(verdict, work.known[one.row.id])]


class _Work(msgspec.Struct, kw_only=True):
    """What the steps of one batch hand on."""

    desk: Desk
    letters: list[Letter]
    files: Files
    known: dict[int, MailFacts]
    people: dict[str, int]
    """Handle of a mail address → person, as far as known or made in this transaction."""
    persons: dict[str, customers.KnownPerson]
    """The same, as they stand in the database."""
    spending: budgets.Spending
    learned: set[int] = msgspec.field(default_factory=set)
    """Persons of whom a mail of this transaction taught something: one teaches at a time."""
    settled: list[rows.Settled] = msgspec.field(default_factory=list)
    remembered: list[rows.Remembered] = msgspec.field(default_factory=list)

    def write_down(self) -> None:
        """Queue what became of the mails: a statement for all costs as much as one for each."""
        rows.remember(self.desk.tx, self.remembered)
        rows.settle(self.desk.tx, self.settled, self.desk.now)


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
        budgets.levels(key for one in letters for key in budgets.of_letter(one)),
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


def _within(work: _Work, letter: Letter, verdict: Verdict) -> Verdict:
    """The verdict, as long as its correspondent may open tickets; what is too much is held, in sight."""
    if isinstance(verdict, OpenAnew) and not work.spending.allows(budgets.of_letter(letter)):
        return HoldBack(Flooding.code)
    return verdict


async def _learn(batch: Batch, work: _Work, letter: Letter) -> None:
    """What a mail shows of who sent it, where that is known by guess only."""
    desk = work.desk
    if letter.is_proven:
        customers.verify_mail(desk.tx, mail_handle(letter.sender).handle, desk.now)
    known = work.persons.get(mail_handle(letter.writer.party.address).handle)
    if known is None or not known.guessed or letter.judgement.kind != "person" or known.person_id in work.learned:
        return
    is_proven = letter.is_proven and not letter.writer.through
    shown = customers.Shown(name=letter.writer.party.name, locale=_locale(batch, letter), is_proven=is_proven)
    if found := customers.better(known, shown):
        work.learned.add(known.person_id)
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


def _needs_own(verdict: Verdict, known: MailFacts) -> bool:
    match verdict:
        case Join(is_closed=is_closed):
            return is_closed
        case Ignore(reason="bounce"):
            return known.returns
    return False


def _dispose(work: _Work, letter: Letter, verdict: Verdict) -> None:
    """Verdicts that make nothing: only the outcome is written."""
    match verdict:
        case Repeat(of=other):
            _record(work, letter, "duplicate", rows.outcome(letter, copy_of=other))
        case HoldBack(code=code, ticket_id=ticket_id):
            _record(work, letter, "quarantined", rows.outcome(letter, reason=code), ticket_id=ticket_id)
        case Ignore(reason=reason, ticket_id=ticket_id) if not _needs_own(verdict, work.known[letter.row.id]):
            _record(work, letter, "ignored", rows.outcome(letter, reason=reason), ticket_id=ticket_id)


async def _join(work: _Work, joining: Sequence[tuple[Letter, Join]]) -> None:
    """Messages on tickets that are not closed. Of two mails to one ticket the second waits for the next batch."""
    wanted: dict[int, tuple[Letter, Join]] = {}
    for letter, verdict in joining:
        wanted.setdefault(verdict.ticket_id, (letter, verdict))
    if not wanted:
        return
    for case in await work.desk.cases_by_id(sorted(wanted)):
        if case.live.phase != "closed":  # else it was closed this moment: the next batch sees it
            await _write(work, case, *wanted[case.live.id])


async def _write(work: _Work, case: Case, letter: Letter, verdict: Join) -> None:
    desk = work.desk
    person_id = _person(work, verdict.by)
    words = _words(desk, letter, work.files[letter.row.id], verdict)
    if verdict.is_note:
        written = await commands.say(desk, case, words, audience="internal", author="agent", author_id=person_id)
    else:
        written = await commands.customer_writes(desk, case, words, machine=letter.is_proven_machine, by=person_id)
    _made(work, letter, "threaded", verdict.thread, case.live.id, written.message_id)


class _Opening(msgspec.Struct, frozen=True):
    letter: Letter
    thread: ThreadDecision
    follows: int | None
    is_unverified: bool


async def _open(batch: Batch, work: _Work, opening: Sequence[_Opening]) -> None:
    if not opening:
        return
    numbers = await batch.room.numbers.take(batch.rules, len(opening), work.desk.now)
    wanted = [
        _new(batch, work, one, number, _attach(work.desk, one.letter, work.files[one.letter.row.id]))
        for one, number in zip(opening, numbers, strict=True)
    ]
    answers = await commands.open_tickets(work.desk, wanted, batch.room.triage)
    for one, answer in zip(opening, answers, strict=True):
        if isinstance(answer, Refusal):
            _record(work, one.letter, "quarantined", rows.outcome(one.letter, one.thread, reason=answer.code))
            continue
        _made(work, one.letter, "created", one.thread, answer.decision.ticket_id, answer.message_id)


def _new(batch: Batch, work: _Work, opening: _Opening, number: str, files: Sequence[Attached]) -> NewTicket:
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
        machine=letter.is_proven_machine,
        files=tuple(files),
        account_id=letter.row.account_id,
        external_key=letter.mail_id,
        cc=tuple(dict.fromkeys(_person(work, Address(name, address)) for address, name in letter.others())),
        follows=opening.follows,
        follows_as=_relation(opening),
        unverified=opening.is_unverified,
        origin=letter.origin(),
        may_be_incomplete=True,
    )


def _relation(opening: _Opening) -> Follows:
    if opening.thread.ticket_id is not None:
        return "follow_up"
    return "repetition" if opening.thread.is_repetition else "named"


def _person(work: _Work, party: Address) -> int:
    """The person behind an address whose handle is locked by this transaction; made where nobody knew them."""
    desk, handle = work.desk, mail_handle(party.address, party.name)
    if handle.handle in work.people:
        return work.people[handle.handle]
    work.people[handle.handle] = made = desk.meet(handle).person_id
    return made


def _words(desk: Desk, letter: Letter, files: Sequence[KeptFile], verdict: Join) -> Words:
    return Words(
        text=letter.text,
        html=letter.html,
        quoted=letter.quoted,
        files=_attach(desk, letter, files),
        unverified=verdict.is_unverified,
        origin=letter.origin(),
    )


def _attach(desk: Desk, letter: Letter, files: Sequence[KeptFile]) -> tuple[Attached, ...]:
    """Queue the rows of the kept files; they belong to the message that is written in the same transaction."""
    return tuple(
        Attached(
            file_id=add(desk.tx, kept, uploader_id=None, now=desk.now),
            content_id=part.content_id,
            inline=part.content_id in letter.shown and is_picture(kept.type),
        )
        for kept, part in zip(files, files_of(letter.mail), strict=False)
    )


async def settle_alone(batch: Batch, letter: Letter, files: Sequence[KeptFile]) -> None:
    """What ``Batch.settle`` left for a transaction of its own."""
    if letter.bounce and letter.is_proven_machine:
        await _came_back(batch, letter, letter.bounce)
    else:
        await _answer_closed(batch, letter, files)


async def _came_back(batch: Batch, letter: Letter, bounce: Bounce) -> None:
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await _look_up(desk, [letter], {})
        for one in work.letters:
            verdict = judge(one, work.known[one.row.id])
            if isinstance(verdict, Ignore):
                await failing.came_back(desk, bounce)
                _record(work, one, "ignored", rows.outcome(one, reason=verdict.reason), ticket_id=verdict.ticket_id)
        work.write_down()


async def _answer_closed(batch: Batch, letter: Letter, files: Sequence[KeptFile]) -> None:
    """A person wrote on a closed ticket: what becomes of it, ``commands.customer_answers`` says."""
    await batch.room.numbers.have(batch.rules, 1, clock.now())
    async with batch.room.uow.begin(batch.authority, via=batch.via) as desk:
        work = await _look_up(desk, [letter], {letter.row.id: files})
        if (verdict := _on_closed(work)) is None:
            return
        for case in await desk.cases_by_id([verdict.ticket_id]):
            if case.live.phase == "closed":  # else somebody was quicker: the next batch adds the message
                await _settle_closed(batch, work, case, letter, verdict)
        work.write_down()


async def _settle_closed(batch: Batch, work: _Work, case: Case, letter: Letter, verdict: Join) -> None:
    desk = work.desk
    words = _words(desk, letter, work.files[letter.row.id], verdict)

    async def follow_up() -> NewTicket:
        (number,) = await batch.room.numbers.take(batch.rules, 1, desk.now)
        opening = _Opening(letter, verdict.thread, case.live.id, verdict.is_unverified)
        return _new(batch, work, opening, number, words.files)

    person_id = await person_by_mail(desk.tx, letter.writer.party.address)
    try:
        answer = await commands.customer_answers(
            desk,
            case,
            words,
            writer=lambda: _person(work, verdict.by),
            customer=await by_person(desk.tx, person_id, "customer") if person_id else None,
            may_thank=not verdict.is_note,
            follow_up=follow_up,
            triage=batch.room.triage,
        )
    except Refusal as refused:
        _record(work, letter, "quarantined", rows.outcome(letter, verdict.thread, reason=refused.code))
        return
    match answer:
        case commands.Said(written=written):
            _made(work, letter, "threaded", verdict.thread, case.live.id, written.message_id)
        case commands.Reopened(message_id=message_id):
            _made(work, letter, "threaded", verdict.thread, case.live.id, message_id)
        case commands.FollowedUp(opened=opened):
            _made(work, letter, "created", verdict.thread, opened.decision.ticket_id, opened.message_id)


def _on_closed(work: _Work) -> Join | None:
    """The verdict, if the mail still waits and still answers a closed ticket; else the next batch deals with it."""
    for letter in work.letters:
        verdict = judge(letter, work.known[letter.row.id])
        if isinstance(verdict, Join) and verdict.is_closed:
            return verdict
    return None


def _made(
    work: _Work, letter: Letter, state: rows.State, thread: ThreadDecision, ticket_id: int, message_id: int | None
) -> None:
    ancestors = tuple(name for name in letter.asked.message_ids if name != letter.mail_id)
    work.remembered.append(
        rows.Remembered(
            mail_id=letter.mail_id,
            ancestors=ancestors,
            party=tuple(sorted(letter.parties())),
            ticket_id=ticket_id,
            message_id=message_id,
        )
    )
    _record(work, letter, state, rows.outcome(letter, thread), ticket_id=ticket_id, message_id=message_id)


def _record(work: _Work, letter: Letter, state: rows.State, why: rows.MailOutcome, **made: int | None) -> None:
    row = rows.Settled(id=letter.row.id, state=state, outcome=why, mail_id=letter.mail_id, **made)
    work.settled.append(row)
