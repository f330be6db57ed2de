"""Real mails of many programs and mailing lists: how much of what is known about them we read, judge and cut rightly."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gongdan.domains.channels.mail.email.bounces import read_bounce
from gongdan.domains.channels.mail.email.html import sanitise
from gongdan.domains.channels.mail.email.machine import kind_of, may_answer
from gongdan.domains.channels.mail.email.parse import ParsedMail, parse
from gongdan.domains.channels.mail.email.quotes import reply_of
from gongdan.domains.channels.mail.email.quotes.words import TongueWords, compile_words, languages
from tools.quality.mails import facts
from tools.quality.replies import Verdict, judged

Case = dict[str, Any]


def cases(folder: Path) -> list[Case]:
    return [json.loads(line) for line in (folder / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


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
    by_source: dict[str, tuple[int, int]] = {}
    for case in cases(folder):
        mail = parse((folder / case["file"]).read_bytes())
        kind = kind_of(mail).kind
        judged[case["label"], kind] += 1
        if case["label"] not in ("normal", "not_bounce"):
            right, all_ = by_source.get(case["id"].split("/")[0], (0, 0))
            by_source[case["id"].split("/")[0]] = (right + (kind != "person"), all_ + 1)
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
    for source, (right, all_) in sorted(by_source.items()):
        print(f"  {source}: {right} of {all_} machines seen")
        assert right / all_ >= 0.85
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
    found = {mode: _verdicts(test_data, compile_words(), mode) for mode in ("no_quote_no_signature", "no_quote")}
    for mode, verdicts in found.items():
        print(f"{mode}: {_right(verdicts):.1%} of {len(verdicts)}, words lost in {sum(one.lost for one in verdicts)}")
    assert _right(found["no_quote_no_signature"]) >= 0.90
    assert _right(found["no_quote"]) >= 0.90
    assert sum(one.lost for verdicts in found.values() for one in verdicts) <= 0.02 * sum(map(len, found.values()))


def test_replies_of_clients_that_are_not_known_are_cut_by_shape(test_data: Path) -> None:
    """Without the words of any language: the bar is lower for the quotes that are kept, not for words that are lost."""
    verdicts = _verdicts(test_data, compile_words(frozenset(languages())), "no_quote_no_signature", "no_quote")
    print(f"without any words: {_right(verdicts):.1%}, words lost in {sum(one.lost for one in verdicts)}")
    assert _right(verdicts) >= 0.73
    assert sum(one.lost for one in verdicts) <= 0.02 * len(verdicts)


def _verdicts(test_data: Path, words: TongueWords, *modes: str) -> list[Verdict]:
    return [judged(case, words) for case in cases(test_data / "email_reply") if case["mode"] in modes]


def _right(verdicts: list[Verdict]) -> float:
    return sum(one.is_right for one in verdicts) / len(verdicts)


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
