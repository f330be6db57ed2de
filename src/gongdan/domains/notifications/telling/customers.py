"""Telling customers: the shipped letters, filled and handed to the outbox, once for each event."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec

from gongdan.domains.accounts.events import SignInLinkAsked
from gongdan.domains.accounts.public import home_of, links
from gongdan.domains.channels.public import Addressee, queue_notice, requesters
from gongdan.domains.notifications.telling import queries
from gongdan.domains.notifications.telling.letters import LetterFacts, portal_link, salutation, variables
from gongdan.domains.notifications.templates import Rendered, names, render, shipped
from gongdan.domains.tickets.public import Case, Rules, Subjects, case_of, load, states_left
from gongdan.domains.workflow.public import workflow_query
from gongdan.infra.db.tx import Query, Tx
from gongdan.infra.log.subscribers import Subscriber
from gongdan.kernel import clock
from gongdan.kernel.events import Logged

STALE: Final = timedelta(days=1)
"""Since an event came into the log: what nobody was told within a day is no news, and what came in from elsewhere never
was. What fell due while nobody was there is news when it is found."""

RulesOf = Callable[[int, int], Awaitable[Rules]]


def customer_notices(rules_of: RulesOf, subjects: Subjects, key: bytes, base_url: str) -> Subscriber:
    """Who mails letters to requesters, as the subjects say. ``key`` is the installation's secret, which signs
    their links."""

    async def tell(tx: Tx, batch: Sequence[Logged[Any]]) -> None:
        now = clock.now()
        fresh = [logged for logged in batch if is_news(logged, now)]
        home = await home_of(tx, base_url)
        asked = [logged for logged in fresh if isinstance(logged.event, SignInLinkAsked)]
        for one in asked:
            await _mail_sign_in_link(tx, one, key, home, now)
        told = [logged for logged in fresh if type(logged.event) in subjects.letters]
        if told:
            await _mail_notices(tx, told, rules_of, key, home, now)

    return Subscriber(name="customer-notices", kinds=(*subjects.letters, SignInLinkAsked), handle=tell, begins="start")


def is_news(logged: Logged[Any], now: datetime) -> bool:
    return logged.actor.via not in ("import", "demo") and now - (logged.appended_at or logged.at) < STALE


async def _mail_notices(
    tx: Tx, told: Sequence[Logged[Any]], rules_of: RulesOf, key: bytes, base_url: str, now: datetime
) -> None:
    """Each says how its ticket stood when it was told, however late it is written."""
    ids = sorted({logged.stream_id for logged in told})
    rules = await rules_of(tx.workspace_id, max(logged.release for logged in told))
    rows, reached = await tx.gather(
        load("t.id = any(%(ids)s)", {"ids": ids}),
        Query(Addressee, requesters("(select unnest(%(ids)s::bigint[]))"), {"ids": ids}),
    )
    cases = {row.id: case_of(row) for row in rows}
    recipients = {one.ticket_id: one.recipient for one in reached}
    left = await states_left(tx, rules.subjects, [case.live for case in cases.values()], told)
    whose = [queries.WhoseThen.of_told(one, left[one.id]) for one in told if one.id in left]
    (found,) = await tx.gather(queries.facts(whose))
    facts = {one.of: one for one in found}
    await know_workflows(tx, rules, cases.values())
    for logged in told:
        ticket_id = logged.stream_id
        if logged.id not in facts or ticket_id not in recipients:
            continue
        case, mail = msgspec.structs.replace(cases[ticket_id], ticket=left[logged.id]), recipients[ticket_id]
        template = rules.subjects.letters[type(logged.event)].template(logged.event)
        letter = _letter(template, case, rules, facts[logged.id], mail, key, base_url, now)
        if letter is not None:
            quotes = facts[logged.id].solution_id if names(shipped()[template], "solution") else None
            _queue(tx, logged, letter, recipient=mail, ticket_id=ticket_id, now=now, quotes=quotes)


def _letter(
    name: str,
    case: Case,
    rules: Rules,
    facts: LetterFacts,
    mail: str,
    key: bytes,
    base_url: str,
    now: datetime,
) -> Rendered | None:
    """The letter; None for a template that is not shipped (any more)."""
    template = shipped().get(name)
    if template is None:
        return None
    token = links.ticket_link(
        key,
        workspace_id=rules.workspace_id,
        person_id=case.requester.person_id,
        mail=mail,
        ticket_id=case.live.id,
        now=now,
    )
    link = portal_link(base_url, token, case.live.number)
    return render(template, case.requester.locale, variables(case, rules, facts, link=link, now=now))


async def _mail_sign_in_link(tx: Tx, logged: Logged[SignInLinkAsked], key: bytes, base_url: str, now: datetime) -> None:
    """The link is made when it is mailed, so it lasts as long as the letter says; one asked for too long ago is not
    made any more."""
    person_id, mail = logged.stream_id, logged.event.mail
    asker = await queries.asker(tx, person_id)
    if asker is None or now - logged.at > links.SIGN_IN_LASTS:
        return
    token = links.sign_in_link(key, workspace_id=tx.workspace_id, person_id=person_id, mail=mail, now=now)
    letter = render(
        shipped()["sign_in_link"],
        asker.locale,
        {
            "salutation": salutation(asker.name, asker.locale),
            "workspace": asker.workspace,
            "sign_in_link": f"{base_url}/portal/t/{token}",
            "valid_minutes": str(int(links.SIGN_IN_LASTS.total_seconds()) // 60),
        },
    )
    _queue(tx, logged, letter, recipient=mail, ticket_id=None, now=now)


def _queue(
    tx: Tx,
    logged: Logged[Any],
    letter: Rendered,
    *,
    recipient: str,
    ticket_id: int | None,
    now: datetime,
    quotes: int | None = None,
) -> None:
    queue_notice(
        tx,
        ticket_id=ticket_id,
        key=str(logged.id),
        recipient=recipient,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        now=now,
        quotes=quotes,
    )


async def know_workflows(tx: Tx, rules: Rules, cases: Iterable[Case]) -> None:
    """Tickets keep their workflow's version; one that this process has not met is read once and kept."""
    unknown = {case.live.workflow for case in cases} - rules.workflows.keys()
    if unknown:
        (found,) = await tx.gather(workflow_query(unknown))
        rules.workflows.update({row.hash: row.compiled() for row in found})
