"""What fills a customer's notice: the ticket as it stands when the notice is written. Values in, values out."""

from datetime import UTC, datetime
from typing import Final
from urllib.parse import quote
from zoneinfo import ZoneInfo

import msgspec

from gongdan.domains.bundle.actions import MoveAction
from gongdan.domains.notifications.telling.standing import next_step, responsible
from gongdan.domains.notifications.templates import LetterLink, Value
from gongdan.domains.tickets.public import Case, Rules, rating_until, requester_reopens_until, workflow_of
from gongdan.infra.catalogue import say
from gongdan.kernel.text import Name, localised, one_line

SOLUTION_AT_MOST: Final = 160
"""Characters of the last reply that are repeated, to know it again: the whole of it was sent already."""


class LetterFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What a notice says beyond the ticket itself."""

    of: int
    """The event that it tells."""
    workspace: str
    assignee: str | None
    team: Name | None
    solution: str | None
    """The last public answer."""
    solution_id: int | None
    """The message that says it."""
    answer_due_at: datetime | None
    solution_due_at: datetime | None


def variables(case: Case, rules: Rules, facts: LetterFacts, *, link: str, now: datetime) -> dict[str, Value]:
    """The variables of every customer template; one that has no value now is left out."""
    ticket, locale = case.live, case.requester.locale
    closes_at = _closes_at(case, rules)
    found: dict[str, Value | None] = {
        "salutation": salutation(case.requester.name, locale),
        "number": ticket.number,
        "title": ticket.title,
        "responsible": responsible(facts.assignee, facts.team, locale) or facts.workspace,
        "next_step": localised(next_step(ticket.phase), locale),
        "expected_at": _time(facts.answer_due_at or facts.solution_due_at, case),
        "solution": _solution(facts.solution),
        "closing_reason": say(f"notices.closing.{ticket.close_reason}", locale) if ticket.close_reason else None,
        "close_at": _time(closes_at, case),
        "close_in": _hours(closes_at, now, locale),
        "close_after": _hours(closes_at, ticket.status_at, locale),
        "reopen_until": _time(requester_reopens_until(ticket, rules), case),
        "workspace": facts.workspace,
        "link": link,
        "solved_link": f"{link}&do=confirm",
        "unsolved_link": f"{link}&do=reopen",
        "rate_links": rate_links(link, locale),
        "rate_days": str(rules.bundle.rating.change_days),
        "rate_until": _time(rating_until(case, rules), case),
    }
    return {name: value for name, value in found.items() if value}


def portal_link(base_url: str, token: str, number: str) -> str:
    """The address under which a guest follows their ticket. It leads to a page that asks; opening it changes nothing,
    so that a mail scanner confirms nobody's ticket."""
    return f"{base_url}/portal/t/{quote(token)}?number={quote(number)}"


def rate_links(link: str, locale: str) -> tuple[LetterLink, ...]:
    """One link for each score."""
    return tuple(
        LetterLink(say(f"notices.score.{score}", locale) or str(score), f"{link}&do=rate&score={score}")
        for score in range(1, 6)
    )


def salutation(name: str, locale: str) -> str:
    """A person who gave no name is known by their address, and nobody is greeted by that."""
    return name if name and "@" not in name else say("notices.customer.nameless", locale) or ""


def _solution(text: str | None) -> str | None:
    return one_line(text, SOLUTION_AT_MOST + 1).strip() if text else None


def _hours(end: datetime | None, start: datetime, locale: str) -> str | None:
    """From one instant to another, in whole hours as people say them."""
    if end is None or end <= start:
        return None
    return say("notices.hours", locale, {"n": max(round((end - start).total_seconds() / 3600), 1)})


def _closes_at(case: Case, rules: Rules) -> datetime | None:
    """When the limit of its status closes the ticket by itself, if one does."""
    workflow, ticket = workflow_of(case, rules), case.live
    for limit in workflow.statuses[ticket.status].limits:
        for action in limit.actions:
            if isinstance(action, MoveAction) and workflow.statuses[action.status].phase == "closed":
                return rules.after(limit.calendar, ticket.status_at, limit.after_s)
    return None


def _time(at: datetime | None, case: Case) -> str | None:
    """In the reader's zone, which is named: a mail is read anywhere. A zone that there is not is UTC."""
    if at is None:
        return None
    try:
        there, zone = at.astimezone(ZoneInfo(case.requester.zone)), case.requester.zone
    except (KeyError, ValueError, OSError):
        there, zone = at.astimezone(UTC), "UTC"
    offset = there.strftime("%z")
    return f"{there:%Y-%m-%d %H:%M} ({zone}, UTC{offset[:3]}:{offset[3:]})"
