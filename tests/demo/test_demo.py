"""The demo workspace: whole lives through real commands, sound to the last hash."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec
import pytest

from gongdan.app.upkeep.examination import examine
from gongdan.demo.lives import DAYS, lives
from gongdan.demo.making import SLUG, make_demo
from gongdan.demo.passwords import PASSWORD, keep_password, password_of
from gongdan.demo.people import ADMIN, CUSTOMERS, STAFF
from gongdan.demo.stories import stories
from gongdan.domains.accounts.commands.sign_in import From, sign_in
from gongdan.domains.policy.presets import standard
from gongdan.kernel import clock
from gongdan.services import Services
from gongdan.settings import Settings

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


def test_the_same_dice_make_the_same_past() -> None:
    first, second = (lives(stories(), 40, until=NOW, dice=Random(1)) for _ in range(2))
    assert first == second


def test_lives_begin_within_the_last_days_and_go_on_in_order() -> None:
    for life in lives(stories(), 200, until=NOW, dice=Random(2)):
        instants = [step.at for step in life.steps]
        assert NOW - timedelta(days=DAYS) <= instants[0] < NOW
        assert instants == sorted(instants)
        assert life.steps[0].act == "open"


def test_customers_are_asked_and_answered_in_their_own_language() -> None:
    found = lives(stories(), 300, until=NOW, dice=Random(3))
    assert all(CUSTOMERS[life.customer].locale == life.story.locale for life in found)
    assert 0.1 < Counter(life.story.locale for life in found)["en"] / len(found) < 0.3


def test_no_blank_is_left_unfilled() -> None:
    for life in lives(stories(), 200, until=NOW, dice=Random(4)):
        assert not [step.text for step in life.steps if "{" in step.text], life.story.title
        assert "{" not in life.story.title + life.story.text


def test_stories_and_people_name_only_what_the_shipped_policy_knows() -> None:
    bundle = standard([2026])
    assert {story.type for story in stories()} == {kind.key for kind in bundle.types if kind.on_portal}
    assert {story.priority for story in stories() if story.priority} <= {one.key for one in bundle.priorities}
    assert {story.category for story in stories() if story.category} <= {one.key for one in bundle.categories}
    assert len({one.mail for one in (*STAFF, *CUSTOMERS)}) == len(STAFF) + len(CUSTOMERS)


@pytest.mark.slow
async def test_the_demo_is_whole(services: Services) -> None:
    made = await make_demo(services, tickets=25)
    assert made.skipped <= made.steps * 0.05
    async with services.db.read(made.workspace_id) as tx:
        phases = dict(
            await tx.rows(tuple, "select phase, count(*) from ticket where workspace_id = %(workspace)s group by 1")
        )
        late = await tx.rows(
            tuple, "select at from event where workspace_id = %(workspace)s and at > %(now)s", now=clock.now()
        )
        news = await tx.rows(
            tuple,
            """
            select kind, at, appended_at
              from event
             where workspace_id = %(workspace)s
               and at < %(now)s::timestamptz - interval '3 days'
               and appended_at > %(now)s::timestamptz - interval '1 day'
            """,
            now=clock.now(),
        )
    assert sum(phases.values()) == 25
    assert phases["closed"] > 5
    assert not late
    assert not news, "its past is nobody's news"
    await _the_password_follows_the_settings(services, made.workspace_id)
    findings = [one async for one in examine(services, clock.now()) if one.workspace == SLUG]
    assert not findings


@pytest.mark.parametrize(
    ("given", "is_well_known"),
    [
        ({}, True),
        ({"public_url": "http://localhost:8000"}, True),
        ({"host": "0.0.0.0"}, False),
        ({"public_url": "https://help.example.com"}, False),
    ],
)
def test_the_well_known_password_stays_on_this_machine(
    given: dict[str, str], is_well_known: bool, tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path, **given)
    assert (password_of(settings) == PASSWORD) is is_well_known


async def _the_password_follows_the_settings(services: Services, workspace_id: int) -> None:
    """Opened to the network, the accounts lose the well-known password; behind loopback they get it back."""
    origin = From(address="127.0.0.1", agent="test")
    opened = msgspec.structs.replace(services.settings, host="0.0.0.0")
    for settings in (opened, services.settings):
        await keep_password(services.db, settings, workspace_id)
        await sign_in(services.db, workspace_id, ADMIN, password_of(settings), origin=origin, now=clock.now())
    assert password_of(opened) != password_of(services.settings) == PASSWORD
