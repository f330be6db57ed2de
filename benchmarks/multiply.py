"""Many tickets from few: lives that went through the real commands, copied by the database with all their rows.

Copy number k of a row has the ids of its original plus k × ``STRIDE``, so that what belonged together still does;
copies reach back over a year. Customers are copied too, 100 tickets to each; the staff stay who they are.
"""

from typing import Any, LiteralString

import psycopg
from psycopg import sql

STRIDE = 10_000_000
"""More than all ids that the originals, and the run itself, use."""
TICKETS_PER_CUSTOMER = 100
CHUNK = 20
"""Copies of everything in one statement."""

TABLES = (
    "ticket", "participant", "ticket_field", "ticket_clock", "routing_decision", "conversation",
    "conversation_ticket", "message", "message_version", "event", "timer",
)  # fmt: skip
PEOPLE = ("person", "customer", "identity", "organisation_member")

_OWN = {"id", "ticket_id", "conversation_id", "message_id", "origin_ticket_id", "moved_ticket_id", "stream_id",
        "subject", "command_id", "cause", "follows"}  # fmt: skip
_PERSONS = {"person_id", "requester_id", "party_id", "author_id", "actor_id", "creator_id"}
_AHEAD = {"fire_at", "next_due_at", "risk_at", "due_at"}
_SHIFTED_BODY = """
  case when t.kind = 'message.added' and t.body is not null
       then convert_to((b || jsonb_build_object(
                               'message_id', (b ->> 'message_id')::bigint + k.n::bigint * {stride},
                               'conversation_id', (b ->> 'conversation_id')::bigint + k.n::bigint * {stride}
                             ))::text, 'UTF8')
       else t.body end
"""


def multiply(connection: psycopg.Connection, workspace: int, *, rows: int) -> int:
    """Copy the tickets of ``workspace`` until there are about ``rows``; returns the number of copies of each."""
    (found,) = connection.execute("select count(*) from ticket where workspace_id = %s", [workspace]).fetchone() or (0,)
    copies: int = max(1, round(rows / found) - 1)
    customers = max(1, rows // TICKETS_PER_CUSTOMER // _count_customers(connection, workspace))
    connection.execute("set synchronous_commit = off")
    for table in PEOPLE:
        connection.execute(
            _copying(connection, table, people=1), _span(1, customers, copies) | {"workspace": workspace}
        )
    for start in range(1, copies + 1, CHUNK):
        span = _span(start, min(start + CHUNK - 1, copies), copies)
        for table in TABLES:
            connection.execute(_copying(connection, table, people=customers), span | {"workspace": workspace})
    connection.execute("vacuum (analyze)")
    return copies


def _span(first: int, last: int, copies: int) -> dict[str, int]:
    return {"first": first, "last": last, "copies": copies, "stride": STRIDE}


def _count_customers(connection: psycopg.Connection, workspace: int) -> int:
    row = connection.execute("select count(*) from customer where workspace_id = %s", [workspace]).fetchone()
    return max(1, int(row[0])) if row else 1


def _copying(connection: psycopg.Connection, table: str, *, people: int) -> sql.Composed:
    """The statement that copies a table's originals: ids below ``STRIDE``."""
    columns = [
        (name, kind)
        for name, kind in connection.execute(
            """
            select attname, format_type(atttypid, null)
              from pg_attribute
             where attrelid = %s::regclass and attnum > 0 and not attisdropped
               and attname <> 'xid' and attgenerated = ''
             order by attnum
            """,
            [table],
        )
    ]
    key = {"ticket": "id", "conversation": "id", "person": "id", "event": "stream_id", "timer": "subject",
           "message": "conversation_id", "message_version": "message_id", "identity": "person_id",
           "customer": "person_id", "organisation_member": "person_id"}.get(table, "ticket_id")  # fmt: skip
    extra = " and t.stream = 'ticket'" if table == "event" else ""
    if table in PEOPLE:
        extra = f" and exists (select from customer c where c.workspace_id = t.workspace_id and c.person_id = t.{key})"
    body = " cross join lateral (select convert_from(t.body, 'UTF8')::jsonb as b) j" if table == "event" else ""
    statement: LiteralString = (
        "insert into {table} ({names}) select {values}"
        " from {table} t cross join generate_series(%(first)s::int, %(last)s::int) k(n)"
        f"{body} where t.workspace_id = %(workspace)s and t.{{key}} < %(stride)s{extra}"
    )
    return sql.SQL(statement).format(
        table=sql.Identifier(table),
        names=sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns),
        values=sql.SQL(", ").join(sql.SQL(_value(table, name, kind, people)) for name, kind in columns),
        key=sql.Identifier(key),
    )


def _value(table: str, name: str, kind: str, people: int) -> Any:
    shifted = f"t.{name} + k.n::bigint * {STRIDE}"
    if table in PEOPLE:
        return {"person_id": shifted, "id": shifted, "handle": "k.n || '.' || t.handle"}.get(name, f"t.{name}")
    if name in _OWN:
        return shifted
    if name in _PERSONS:
        is_customer = (
            f"exists (select from customer c where c.workspace_id = t.workspace_id and c.person_id = t.{name})"
        )
        return f"case when {is_customer} then t.{name} + (1 + mod(k.n, {people}))::bigint * {STRIDE} else t.{name} end"
    if name == "number":
        return "t.number || '-' || k.n"
    if name == "body" and table == "event":
        return _SHIFTED_BODY.format(stride=STRIDE)
    if kind == "timestamp with time zone":
        ahead = name in _AHEAD
        return f"t.{name} + k.n * interval '1 s'" if ahead else f"t.{name} - k.n * interval '365 days' / %(copies)s"
    return f"t.{name}"
