"""How well the new words of real replies are found, and what a mail program's language adds that shapes do not."""

import base64
import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from gongdan.domains.channels.mail.email.parse import parse
from gongdan.domains.channels.mail.email.quotes import Reply, split_with
from gongdan.domains.channels.mail.email.quotes.words import TongueWords, compile_words, languages
from tools.quality.samples import Case, Samples, Share, flat, table

CLIENTS = (
    ("header block", re.compile(r"^[>*_ ]*\w[\w .]{0,24}[*]?\s*[:：].*\n[>*_ ]*\w[\w .]{0,24}[*]?\s*[:：]", re.M)),
    ("drawn title", re.compile(r"^[> ]*[-_*]{2,}\s?[^\W\d].*[^\W\d]\s?[-_*]{2,}\s*$", re.M)),
    ("attribution above a marked quote", re.compile(r"[:：]\s*\n(?:[\s>]*\n)?\s*>", re.M)),
    ("attribution above an unmarked quote", re.compile(r"\d.*@.*[:：]\s*\n|\d.*\w+\s*[:：]\s*\n", re.M)),
    ("marked quote alone", re.compile(r"^>", re.M)),
)
"""Ways in which programs quote, told from the mail alone; the first that fits."""


class Verdict(NamedTuple):
    is_right: bool
    lost: bool
    """Some of the writer's own words are in no part that counts."""


def judged(case: Case, words: TongueWords) -> Verdict:
    texts = _texts(case, words)
    exact = case["match"] == "exact"
    wanted = [case["expected"]] if exact else case["expected"]
    right = any(
        flat(text) == flat(wanted[0]) if exact else all(flat(one) in flat(text) for one in wanted) for text in texts
    )
    own = set(re.findall(r"\w+", " ".join(wanted)))
    return Verdict(right, not right and not own <= set(re.findall(r"\w+", " ".join(texts))))


def _texts(case: Case, words: TongueWords) -> list[str]:
    """The new words, and where a signature may stay, also with it."""
    reply = _split(case, words)
    with_signature = [f"{reply.new_text}\n{reply.signature}"] if case["mode"] == "no_quote" else []
    return [reply.new_text, *with_signature]


def _split(case: Case, words: TongueWords) -> Reply:
    if case["format"] == "eml":
        mail = parse(base64.b64decode(case["input_base64"]))
        return split_with(mail.text if mail.is_plain else "", mail.html, words=words)
    html = case["input"] if case["format"] == "html" else None
    return split_with("" if html else case["input"], html, words=words)


def client_of(case: Case) -> str:
    if case["format"] == "html":
        return "HTML"
    text = case.get("input") or base64.b64decode(case["input_base64"]).decode("utf-8", "replace").partition("\n\n")[2]
    return next((name for name, sign in CLIENTS if sign.search(text)), "no quote")


def page(samples: Samples) -> list[str]:
    cases = samples.cases("email_reply")
    known = compile_words()
    lines = [f"`email_reply`, {len(cases)} cases. Losing words is worse than keeping a quote.", ""]
    lines += _grouped("mode", cases, lambda case: str(case["mode"]), known)
    lines += ["By the project that collected them:", ""]
    lines += _grouped("source", cases, lambda case: str(case["source"]), known)
    lines += [
        "Leave one client out. Nothing is trained; what is known of a client are the words of its language. So each",
        "case is cut again without the words of its own language (a client that nobody knew), and without any words.",
        "",
    ]
    return lines + _left_out([case for case in cases if case["mode"] != "signature_only"])


def _grouped(head: str, cases: list[Case], key: Callable[[Case], str], words: TongueWords) -> list[str]:
    groups: dict[str, list[Verdict]] = {}
    for case in cases:
        groups.setdefault(key(case), []).append(judged(case, words))
    rows: list[tuple[object, ...]] = [(name, _right(found), _lost(found)) for name, found in sorted(groups.items())]
    return table((head, "right", "words lost"), rows)


def _left_out(cases: list[Case]) -> list[str]:
    groups: dict[str, list[list[Verdict]]] = {}
    everything, nothing = compile_words(), compile_words(frozenset(languages()))
    for case in cases:
        own = frozenset({case["lang"] if case["lang"] in languages() else "other"})
        verdicts = [judged(case, words) for words in (everything, compile_words(own), nothing)]
        for name in (f"client: {client_of(case)}", f"language: {case['lang']}", "all"):
            groups.setdefault(name, []).append(verdicts)
    rows: list[tuple[object, ...]] = []
    for name, found in sorted(groups.items()):
        columns = [[verdicts[at] for verdicts in found] for at in range(3)]
        rows.append((name, *(f"{_right(column)}, lost {_count(column)}" for column in columns)))
    return table(("group", "all words", "without its language", "without any words"), rows)


def _right(found: list[Verdict]) -> Share:
    return Share(sum(one.is_right for one in found), len(found))


def _lost(found: list[Verdict]) -> Share:
    return Share(_count(found), len(found))


def _count(found: list[Verdict]) -> int:
    return Counter(one.lost for one in found)[True]
