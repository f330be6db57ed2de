"""What is well and what is not. One judgement for the command, the page and the probe."""

from datetime import UTC, datetime, timedelta

import pytest

from gongdan.app.upkeep import checks
from gongdan.app.upkeep.checks import Backlog, Check, Lag
from gongdan.app.upkeep.setup import SetupFacts, steps
from gongdan.infra.catalogue import catalogue

NOW = datetime(2026, 11, 27, 6, 0, tzinfo=UTC)


def ago(**by: float) -> datetime:
    return NOW - timedelta(**by)


@pytest.mark.parametrize(
    ("check", "code", "state"),
    [
        (checks.disk("roomy", 5 * 1024**3), "disk.ok", "ok"),
        (checks.disk("low", 1), "disk.low", "warn"),
        (checks.disk("full", 0), "disk.full", "bad"),
        (checks.schema([], []), "schema.ok", "ok"),
        (checks.schema(["0002_pre_x.sql"], []), "schema.behind", "bad"),
        (checks.schema([], ["0003_pre_y.sql"]), "schema.ahead", "warn"),
        (checks.workers(3), "workers.ok", "ok"),
        (checks.workers(0), "workers.none", "bad"),
        (checks.queue("timers", Backlog(count=0, since=None), NOW), "timers.ok", "ok"),
        (checks.queue("timers", Backlog(count=1, since=ago(seconds=60)), NOW), "timers.ok", "ok"),
        (checks.queue("timers", Backlog(count=1, since=ago(seconds=61)), NOW), "timers.late", "warn"),
        (checks.queue("incoming", Backlog(count=9, since=ago(minutes=6)), NOW), "incoming.late", "bad"),
        (checks.queue("outgoing", Backlog(count=9, since=None), NOW), "outgoing.ok", "ok"),
        (checks.held_back(None), "held_back.ok", "ok"),
        (checks.held_back((7, "worker", timedelta(seconds=3))), "held_back.ok", "ok"),
        (checks.held_back((7, "worker", timedelta(minutes=3))), "held_back.held", "warn"),
        (checks.held_back((None, "x", None)), "held_back.held", "warn"),
        (checks.set_aside(0, 0), "set_aside.ok", "ok"),
        (checks.set_aside(0, 1), "set_aside.some", "warn"),
        (checks.mailboxes(0, []), "mailboxes.none", "warn"),
        (checks.mailboxes(2, []), "mailboxes.ok", "ok"),
        (checks.mailboxes(2, ["a@b.test"]), "mailboxes.failing", "bad"),
        (checks.backup(None, NOW), "backup.never", "warn"),
        (checks.backup(ago(hours=47), NOW), "backup.ok", "ok"),
        (checks.backup(ago(hours=49), NOW), "backup.old", "warn"),
        (checks.address("https://help.example.com"), "address.ok", "ok"),
        (checks.address("http://help.example.com"), "address.open", "warn"),
        (checks.address("http://[::1]:8000"), "address.local", "warn"),
    ],
)
def test_each_reading_means_one_thing_and_has_its_words(check: Check, code: str, state: str) -> None:
    assert (check.code, check.state) == (code, state)
    for locale in ("zh-CN", "en"):
        texts = catalogue()[locale]
        assert texts.get(f"health.{check.key}") and texts.get(f"health.{code}")
        assert (f"health.{code}.remedy" in texts) is (state != "ok")


def test_who_follows_the_log_closely_is_named_and_who_gathers_may_wait() -> None:
    lags = [
        Lag(subscriber="router", since=None),
        Lag(subscriber="notices", since=ago(minutes=2), waiting=5),
        Lag(subscriber="letters", since=ago(minutes=9), waiting=1_000),
        Lag(subscriber="sealer", since=ago(minutes=4), is_relaxed=True),
    ]
    found = checks.deliveries(lags, NOW)
    assert [(one.params["subscriber"], one.state) for one in found] == [("notices", "warn"), ("letters", "bad")]
    assert [one.code for one in checks.deliveries(lags[:1], NOW)] == ["delivery.ok"]


def test_the_whole_is_as_bad_as_the_worst_of_it() -> None:
    assert checks.worst([]) == "ok"
    assert checks.worst([Check(key="disk", state="bad"), Check(key="disk", state="warn")]) == "bad"


NEW = SetupFacts(changes=0, mailboxes=0, staffed_teams=0, release=1, members=1, from_portal=False)


def test_a_new_workspace_has_everything_before_it_and_what_is_there_counts_as_done() -> None:
    assert [one.key for one in steps(NEW, frozenset()) if not one.done] == [
        "company", "mailbox", "team", "category", "invite", "portal",
    ]  # fmt: skip
    whole = SetupFacts(changes=1, mailboxes=1, staffed_teams=1, release=2, members=2, from_portal=True)
    assert all(one.done and not one.skipped for one in steps(whole, frozenset({"mailbox"})))
    aside = {one.key: one.skipped for one in steps(NEW, frozenset({"mailbox"}))}
    assert aside["mailbox"] and not aside["team"]


def test_sizes_are_told_in_the_unit_that_fits() -> None:
    assert [checks.size_of(size) for size in (0, 30 * 1024**2, 3 * 1024**3 // 2)] == ["0 MiB", "30 MiB", "1.5 GiB"]
