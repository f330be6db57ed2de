"""One definition of reach, three answers that must be one (spec 01, permission): the branches merged, the single
predicate, and Python."""

from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdan.domains.accounts.rights.authority import Authority, Grant, TicketKeys, may
from gongdan.domains.accounts.rights.permissions import ACTIONS
from gongdan.domains.accounts.rights.reach import Branch, branches, covers, predicate, reach
from gongdan.infra.db.server import Urls

WORKSPACE = 7
PEOPLE = range(1, 6)
TEAMS = ("a", "b", "c", "d")
TYPES = ("incident", "question", "refund")
ORGANISATIONS = (1, 2, 3)

person = st.sampled_from(PEOPLE)
some_teams = st.frozensets(st.sampled_from(TEAMS), max_size=2)
actions = st.frozensets(st.sampled_from(["ticket.read", "ticket.reply", "note.read"]), min_size=1)
grants = st.one_of(
    st.builds(Grant, actions, st.sampled_from(["own", "participating", "department", "organisation"])),
    st.builds(Grant, actions, st.just("team"), some_teams),
    st.builds(Grant, actions, st.just("type"), st.frozensets(st.sampled_from(TYPES), max_size=2)),
    st.builds(Grant, actions, st.sampled_from(["own", "all"])),
)
authorities = st.builds(
    Authority,
    workspace_id=st.just(WORKSPACE),
    person_id=st.none() | person,
    kind=st.sampled_from(["staff", "customer", "system"]),
    name=st.just("x"),
    grants=st.lists(grants, max_size=4).map(tuple),
    teams=some_teams,
    led_teams=st.just(frozenset()),
    department_teams=some_teams,
    organisations=st.frozensets(st.sampled_from(ORGANISATIONS), max_size=2),
    classes=st.just(frozenset()),
    only_ticket=st.none() | st.none() | st.integers(1, 12),
    locale=st.just("en"),
    zone=st.just("UTC"),
    release=st.just(1),
    roles=st.just(frozenset()),
)


@st.composite
def tickets(draw: st.DrawFn) -> list[TicketKeys]:
    """A batch of tickets; the requester is a participant, as the fold of a ticket makes them."""
    made = []
    for number in range(1, draw(st.integers(1, 12)) + 1):
        requester = draw(person)
        made.append(
            TicketKeys(
                id=number,
                team=draw(st.none() | st.sampled_from(TEAMS)),
                type=draw(st.sampled_from(TYPES)),
                assignee_id=draw(st.none() | person),
                requester_id=requester,
                creator_id=draw(st.none() | person),
                organisation_id=draw(st.none() | st.sampled_from(ORGANISATIONS)),
                participants=draw(st.frozensets(person, max_size=2)) | {requester},
            )
        )
    return made


@pytest.fixture(scope="module")
def connection(database: Urls) -> Iterator[psycopg.Connection]:
    """As the application, behind the walls. Every example is rolled back."""
    with psycopg.connect(database.app, autocommit=True) as connection:
        connection.execute("select set_config('gongdan.workspace', %s, false)", [str(WORKSPACE)])
        yield connection


@settings(max_examples=60)
@given(batch=tickets(), readers=st.lists(authorities, min_size=1, max_size=12))
def test_branches_and_predicate_and_python_find_the_same_tickets(
    connection: psycopg.Connection, batch: list[TicketKeys], readers: list[Authority]
) -> None:
    with connection.transaction(force_rollback=True):
        _store(connection, batch)
        for authority in readers:
            wanted = reach(authority)
            expected = {keys.id for keys in batch if may(authority, "ticket.read", keys)}

            assert {keys.id for keys in batch if covers(wanted, keys)} == expected
            assert _found(connection, predicate(wanted)) == expected
            parts = branches(wanted)
            assert len(parts) <= 4
            assert set().union(*(_found(connection, part) for part in parts)) == expected


@given(authorities, st.randoms())
def test_equal_reach_is_an_equal_and_hashable_value(authority: Authority, random) -> None:
    shuffled = list(authority.grants)
    random.shuffle(shuffled)
    other = msgspec.structs.replace(authority, grants=(*shuffled, *shuffled[:1]))
    assert {reach(authority): 1} == {reach(other): 1}


@given(authorities, tickets())
def test_no_grant_takes_away_what_another_gives(authority: Authority, batch: list[TicketKeys]) -> None:
    more = msgspec.structs.replace(authority, grants=(*authority.grants, Grant(frozenset(ACTIONS), "own")))
    for keys in batch:
        assert may(more, "ticket.read", keys) or not may(authority, "ticket.read", keys)


def _found(connection: psycopg.Connection, part: Branch) -> set[int]:
    sql = f"select t.id from ticket t where t.workspace_id = %(workspace)s and {part.sql}"
    rows = connection.execute(sql, {"workspace": WORKSPACE, **part.params}).fetchall()
    return {row[0] for row in rows}


def _store(connection: psycopg.Connection, batch: list[TicketKeys]) -> None:
    now = datetime(2026, 3, 2, tzinfo=UTC)
    with connection.cursor() as cursor:
        cursor.executemany(
            """
            insert into ticket (workspace_id, id, number, title, title_normal, type, priority, status, phase, workflow,
                                requester_id, organisation_id, creator_id, channel, team, assignee_id, created_at,
                                updated_at, status_at, version, head_hash)
            values (%(workspace)s, %(id)s, %(id)s::text, '', '', %(type)s, 'P2', 'new', 'new', '', %(requester)s,
                    %(organisation)s, %(creator)s, 'api', %(team)s, %(assignee)s, %(now)s, %(now)s, %(now)s, 1, '')
            """,
            [
                {
                    "workspace": WORKSPACE,
                    "id": keys.id,
                    "type": keys.type,
                    "requester": keys.requester_id,
                    "organisation": keys.organisation_id,
                    "creator": keys.creator_id,
                    "team": keys.team,
                    "assignee": keys.assignee_id,
                    "now": now,
                }
                for keys in batch
            ],
        )
        cursor.executemany(
            "insert into participant (workspace_id, ticket_id, person_id, role) values (%s, %s, %s, %s)",
            [
                (WORKSPACE, keys.id, one, "requester" if one == keys.requester_id else "watcher")
                for keys in batch
                for one in keys.participants
            ],
        )
