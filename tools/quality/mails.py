"""How much of what is known about real mails is read: facts, and who is a machine."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.html import to_text
from gongdan.domains.channels.mail.email.machine import kind_of, may_answer
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from tools.quality.samples import Case, Samples, Share, dense, flat, table

LOST = "\ufffd"
"""In an expectation: one character that the collector's reader could not decode."""
MADE_UP = re.compile(r"[0-9a-f]{8}")
"""File names that a collector's own library made up where the mail has none."""


def same(wanted: str, got: str) -> bool:
    return bool(re.fullmatch(re.escape(flat(wanted)).replace(LOST, "."), flat(got)))


def facts(case: Case, mail: ParsedMail) -> Iterator[tuple[str, bool]]:
    """(kind of fact, does it hold) for every fact that is known of a mail."""
    files = mail.attachments
    for kind, wanted in case["expect"].items():
        match kind:
            case "subject":
                yield kind, same(wanted, mail.subject)
            case "subject_contains":
                yield "subject", flat(wanted) in flat(mail.subject)
            case "from_email":
                yield kind, mail.sender.address == wanted.lower().rstrip(".")
            case "from_name":
                yield kind, flat(wanted) == flat(mail.sender.name)
            case "to_emails":
                yield kind, {address.lower() for address in wanted} <= {party.address for party in mail.to}
            case "body_contains":
                seen = dense(mail.text) + dense(to_text(mail.html or ""))
                yield from ((kind, dense(fragment) in seen) for fragment in wanted)
            case "attachment_count":
                yield kind, len(files) == wanted
            case "attachment_names":
                named = [name for name in wanted if not MADE_UP.fullmatch(name)]
                yield kind, all(any(same(name, file.name) for file in files) for name in named)
            case "attachment_sizes":
                yield kind, not Counter(wanted.values()) - Counter(file.size for file in files)
            case "date":
                yield kind, mail.date == datetime.fromisoformat(wanted)


def facts_page(samples: Samples) -> list[str]:
    cases = samples.cases("email_parse")
    held: Counter[tuple[str, bool]] = Counter()
    known: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        mail = parse(samples.raw("email_parse", case))
        for kind, holds in facts(case, mail):
            for group in (False, True) if case["lang"] == "zh" else (False,):
                known[kind, group] += 1
                held[kind, group] += holds
    kinds = sorted({kind for kind, _ in known})
    rows: list[tuple[object, ...]] = [
        (kind, *(Share(held[kind, group], known[kind, group]) for group in (False, True))) for kind in kinds
    ]
    head = f"`email_parse`, {len(cases)} messages, all read without a fault."
    return [head, "", *table(("fact", "all", "Chinese"), rows)]


def machines_page(samples: Samples) -> list[str]:
    cases = samples.cases("email_auto")
    judged: Counter[tuple[str, str]] = Counter()
    hard: Counter[bool] = Counter()
    answered: Counter[tuple[str, bool]] = Counter()
    for case in cases:
        mail = parse(samples.raw("email_auto", case))
        kind = kind_of(mail).kind
        judged[case["label"], kind] += 1
        answered[case["label"], may_answer(mail, own_addresses=frozenset())] += 1
        if kind == "bounce":
            hard.update(_agreements(case, mail))
    rows = [_machine_row(label, wanted, judged, answered) for label, wanted in LABELS]
    found = sum(count for (_, kind), count in judged.items() if kind == "bounce")
    return [
        f"`email_auto`, {len(cases)} messages.",
        "",
        *table(("label", "judged as such", "answered by itself"), rows),
        f"Precision of bounces: {Share(judged['bounce', 'bounce'], found)}. "
        f"Hard or soft told rightly: {Share(hard[True], hard.total())}.",
        "",
    ]


LABELS = (
    ("bounce", ("bounce",)),
    ("feedback", ("feedback",)),
    ("auto_reply", ("auto_reply", "automatic")),
    ("automatic", ("auto_reply", "automatic")),
    ("not_bounce", ("person", "automatic", "auto_reply")),
    ("normal", ("person",)),
)


def _machine_row(
    label: str, wanted: tuple[str, ...], judged: Counter[tuple[str, str]], answered: Counter[tuple[str, bool]]
) -> tuple[object, ...]:
    known = sum(count for (given, _), count in judged.items() if given == label)
    return label, Share(sum(judged[label, kind] for kind in wanted), known), answered[label, True]


def _agreements(case: Case, mail: ParsedMail) -> Iterator[bool]:
    failed = read_bounce(mail).recipients
    for at, wanted in enumerate(case.get("bounces", ())):
        if "hard" in wanted:
            one = failed[min(at, len(failed) - 1)] if failed else None
            yield bool(one and one.is_hard) == wanted["hard"]
