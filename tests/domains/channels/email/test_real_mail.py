"""Real mails of many programs and mailing lists: how much of what is known about them we read, judge and cut rightly."""

import base64
import json
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from gongdan.domains.channels.email.bounces import read_bounce
from gongdan.domains.channels.email.html import sanitise, to_text
from gongdan.domains.channels.email.machine import kind_of, may_answer
from gongdan.domains.channels.email.parse import ParsedMail, parse
from gongdan.domains.channels.email.quotes import reply_of, split_reply

Case = dict[str, Any]

LOST = "\ufffd"
"""In an expectation: one character that the collector's reader could not decode. Ours may."""
MADE_UP = re.compile(r"[0-9a-f]{8}")
"""File names that a collector's own library made up where the mail has none."""


def cases(folder: Path) -> list[Case]:
    return [json.loads(line) for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def dense(text: str) -> str:
    return re.sub(r"[\s\x00]+", "", text)


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


def share(held: Counter[str], known: Counter[str], kind: str) -> float:
    return held[kind] / known[kind]


def test_the_facts_of_real_mails_hold(test_data: Path) -> None:
    folder = test_data / "email_parse"
    held: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for case in cases(folder):
        mail = parse((folder / case["file"]).read_bytes())
        for kind, holds in facts(case, mail):
            for name in (kind, "zh") if case["lang"] == "zh" else (kind,):
                known[name] += 1
                held[name] += holds
    for kind in sorted(known):
        print(f"{kind}: {held[kind]} of {known[kind]} ({share(held, known, kind):.1%})")
    for kind in ("from_email", "to_emails", "attachment_count", "body_contains"):
        assert share(held, known, kind) >= 0.99
    for kind in ("subject", "attachment_names", "from_name", "date"):
        assert share(held, known, kind) >= 0.97
    assert share(held, known, "zh") == 1


def test_machine_mail_is_told_from_the_mail_of_persons(test_data: Path) -> None:
    folder = test_data / "email_auto"
    judged: Counter[tuple[str, str]] = Counter()
    hard: Counter[bool] = Counter()
    for case in cases(folder):
        mail = parse((folder / case["file"]).read_bytes())
        kind = kind_of(mail).kind
        judged[case["label"], kind] += 1
        answer = may_answer(mail, own_addresses=frozenset())
        if "may_auto_reply" in case:
            assert answer == case["may_auto_reply"], case["id"]
        if case["label"] == "normal" and mail.sender.is_reachable:
            assert answer, case["id"]
        if kind == "bounce":
            hard.update(_agreements(case, mail))
    bounces = sum(count for (label, _), count in judged.items() if label == "bounce")
    machines = {pair: count for pair, count in judged.items() if pair[0] in ("auto_reply", "automatic")}
    seen = sum(count for (_, kind), count in machines.items() if kind != "person")
    print(
        f"bounces: {judged['bounce', 'bounce']} of {bounces}; auto-replies and automatic: {seen} of {sum(machines.values())}"
    )
    print(f"hard or soft: {hard[True] / hard.total():.1%} of {hard.total()}")
    assert judged["bounce", "bounce"] / bounces >= 0.99
    assert {kind for label, kind in judged if label == "normal"} == {"person"}
    assert {kind for label, kind in judged if label == "feedback"} == {"feedback"}
    assert seen / sum(machines.values()) >= 0.85
    assert hard[True] / hard.total() >= 0.85


def _agreements(case: Case, mail: ParsedMail) -> Iterator[bool]:
    failed = read_bounce(mail).recipients
    for at, wanted in enumerate(case.get("bounces", ())):
        if "hard" in wanted:
            one = failed[min(at, len(failed) - 1)] if failed else None
            yield bool(one and one.is_hard) == wanted["hard"]


def test_the_new_words_of_real_replies_are_found(test_data: Path) -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    lost = 0
    for case in cases(test_data / "email_reply"):
        if case["mode"] == "signature_only":
            continue
        found = _found(case)
        asked[case["mode"]] += 1
        wanted = [case["expected"]] if case["match"] == "exact" else case["expected"]
        is_right = any(
            flat(text) == flat(wanted[0])
            if case["match"] == "exact"
            else all(flat(one) in flat(text) for one in wanted)
            for text in found
        )
        right[case["mode"]] += is_right
        words = re.findall(r"\w+", " ".join(wanted))
        lost += not is_right and not set(words) <= set(re.findall(r"\w+", " ".join(found)))
    for mode in asked:
        print(f"{mode}: {right[mode]} of {asked[mode]} ({right[mode] / asked[mode]:.1%})")
    print(f"words lost in {lost} of {asked.total()}")
    assert right["no_quote_no_signature"] / asked["no_quote_no_signature"] >= 0.80
    assert right["no_quote"] / asked["no_quote"] >= 0.85
    assert lost / asked.total() <= 0.02


def _found(case: Case) -> list[str]:
    """The new words, and where a signature may stay, also with it."""
    match case["format"]:
        case "eml":
            reply = reply_of(parse(base64.b64decode(case["input_base64"])))
        case "html":
            reply = split_reply("", case["input"])
        case _:
            reply = split_reply(case["input"], None)
    with_signature = [f"{reply.new_text}\n{reply.signature}"] if case["mode"] == "no_quote" else []
    return [reply.new_text, *with_signature]


def test_every_real_mail_is_read_whole(test_data: Path) -> None:
    for path in _all(test_data):
        mail = parse(path.read_bytes())
        reply_of(mail)
        read_bounce(mail)
        sanitise(mail.html or "")


@pytest.mark.serial
def test_a_core_reads_judges_and_cuts_hundreds_of_mails_a_second(test_data: Path) -> None:
    raws = [path.read_bytes() for path in _all(test_data)]
    start = time.process_time()
    for raw in raws:
        mail = parse(raw)
        kind_of(mail)
        reply_of(mail)
    spent = time.process_time() - start
    print(f"{len(raws) / spent:.0f} mails/s of {sum(map(len, raws)) / len(raws) / 1024:.0f} kB on average")
    assert len(raws) / spent >= 100


def _all(test_data: Path) -> list[Path]:
    return [path for name in ("email_parse", "email_auto") for path in sorted((test_data / name).rglob("*.eml"))]
