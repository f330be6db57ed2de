"""What a text is filled with is worded too: no key of ours, such as ``end_of_day``, stands in what people read."""

import re
from typing import Any, get_args

import pytest
from msgspec.structs import replace

from gongdan import wiring
from gongdan.domains.bundle.times.sla import Metric, SlaPolicy, Target, Unit
from gongdan.domains.channels.inbound import rows
from gongdan.domains.channels.outbound import outbox
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings
from gongdan.infra.catalogue import catalogue, say
from gongdan.kernel.text import LOCALES
from tests.architecture.sources import PACKAGE, ROOT

PLACE = re.compile(r"\{(\w+)(?::(\w+))?\}")
KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")
NUMBERS = {
    "retry_after_s", "minutes", "seconds", "least", "most", "most_tickets", "most_conversations", "limit", "most_mb", "current", "bytes", "wanted", "count", "value",
    "year", "amount", "percents", "connections", "seq", "seal", "event_id", "stream_id", "port", "oldest", "row", "answered",
}  # fmt: skip
TIMES = {"first", "last", "opened_at", "interval", "other"}
NAMES = {
    "names",
    "name",
    "items",
    "lacking_names",
    "allowed_names",
    "step_names",
    "types_named",
    "categories_named",
    "uses",
}
"""In the reader's language."""
OWN = {"mail", "key", "keys", "slug", "host", "address", "field", "zone", "calendar", "priorities", "level", "handle"}
"""What the reader has typed, or the handle under which they know it."""
PLACES = {
    "path",
    "file",
    "log",
    "pointer",
    "account",
    "program",
    "protocol",
    "member",
    "reason",
    "error",
    "said",
    "subscriber",
    "stream",
}
"""Files, programs and what these said, for whoever runs the installation."""


def asked() -> list[tuple[str, str]]:
    kinds = ("errors.", "faults.", "lint.")
    return [(key, text) for key, text in catalogue()["zh-CN"].items() if key.startswith(kinds)]


def example(name: str) -> Any:
    if name in NAMES:
        return [{"zh-CN": "技术组", "en": "Technical team"}]
    if name in OWN | PLACES:
        return "own input"
    assert name in NUMBERS | TIMES, f"say what {{{name}}} is filled with, or word it: {{{name}:area}}"
    return 7


def test_no_refusal_and_no_finding_shows_a_key_of_ours() -> None:
    shown = {}
    for key, text in asked():
        params: dict[str, Any] = {}
        for name, area in PLACE.findall(text):
            words = [word.split(".", 2)[2] for word in catalogue()["zh-CN"] if word.startswith(f"words.{area}.")]
            assert words or not area, f"{key}: there are no words for {area}"
            params[name] = words if area else example(name)
        if found := KEY.findall(say(key, "zh-CN", params) or ""):
            shown[key] = found
    assert shown == {}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("area", "codes"),
    [
        ("metrics", get_args(Metric)),
        ("spans", get_args(Unit)),
        ("languages", LOCALES),
        ("deliveries", get_args(outbox.State)),
        ("mails", get_args(rows.State)),
    ],
)
def test_every_code_of_a_worded_place_has_its_word(area: str, codes: tuple[str, ...], locale: str) -> None:
    assert [code for code in codes if f"words.{area}.{code}" not in catalogue()[locale]] == []


def test_findings_of_a_broken_policy_read_in_words() -> None:
    shipped = standard([2026])
    targets = tuple(
        Target(metric=metric, priorities=("P0",), amount=-1, unit=unit)
        for metric in get_args(Metric)
        for unit in get_args(Unit)
    )
    broken = (
        SlaPolicy(key="first_fallback", name={"zh-CN": "兜底", "en": "Fallback"}, targets=targets),
        SlaPolicy(key="second_fallback", name={"zh-CN": "又一个"}, targets=()),
    )
    bundle = replace(shipped, sla=broken, types=())
    found = [told(one) for one in wiring.SECTIONS.check(bundle, Surroundings(years=(2026, 2031)))]
    assert {"sla.target_missing", "sla.fallback_repeated", "sla.calendar_missing", "name_missing"} <= {
        one.code for one in found
    }
    keyed = {
        one.text["zh-CN"]
        for one in found
        if one.code not in ("unknown_key", "unknown_receiver") and KEY.search(one.text["zh-CN"])
    }
    assert keyed == set()


ONE_WORD = {
    "分派": "分配",
    "渠道账户": "渠道账号",
    "账户设置": "账号设置",
    "帐号": "账号",
    "登陆": "登录",
    "「": "“",
    "」": "”",
    "你": "您",
}
"""What one thing is called, wherever people read of it: the glossary's word for each that was in use beside it."""


def chinese() -> list[tuple[str, str]]:
    """Where and what: texts of the server and of the pages, the guides, and the names that modules declare."""
    documents = [*ROOT.glob("docs/*.zh-CN.md"), ROOT / "README.zh-CN.md"]
    pages = [*ROOT.glob("web/src/lib/i18n/zh-CN/**/*.json")]
    declared = [
        (f"{path.name}:{at}", line)
        for path in PACKAGE.rglob("domains/**/*.py")
        for at, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if '"zh-CN":' in line
    ]
    written = [
        (f"{path.name}:{at}", line)
        for path in documents + pages
        for at, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    ]
    return declared + written + list(catalogue()["zh-CN"].items())


def test_one_thing_has_one_word() -> None:
    found = chinese()
    assert len(found) > 5_000
    assert {where: word for where, text in found for word in ONE_WORD if word in text} == {}
