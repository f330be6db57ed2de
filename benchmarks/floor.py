"""The floor: what PostgreSQL alone does, by pgbench with prepared statements, 8 clients, the same server and run.

The floor of a write is recorded: one request goes through the product, then every row that its transaction wrote is
read back (by ``xmin``) and becomes one statement that inserts or updates the same rows, with ids of its own. So the
floor keeps up with the product by itself.
"""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import psycopg
from psycopg import sql

from benchmarks.multiply import STRIDE
from gongdan.infra.db import programs
from gongdan.infra.db.server import Urls

OWN_IDS = """\\set n :n + 1000
\\set base 1000000000000000 + :client_id * 10000000000000 + :n
\\set seq 10000000 + :client_id * 100000000 + :n / 100
\\set k random(1, :copies)
"""
"""Ids that no other transaction has, and a copy of a ticket to write to."""


class Row(msgspec.Struct, frozen=True):
    """A row as text: column → (type, value)."""

    table: str
    values: dict[str, tuple[str, str | None]]

    def id(self, column: str) -> int:
        return int(self.values[column][1] or 0)


class Recording(msgspec.Struct, frozen=True):
    """What one transaction wrote. Ids from ``first_new`` on are its own."""

    rows: list[Row]
    first_new: int


def recorded(connection: psycopg.Connection, number: str) -> Recording:
    """The rows of the last transaction that changed ticket ``number``."""
    xmin, first_new = connection.execute(
        """
        select t.xmin::text, e.command_id
          from ticket t
          join event e on e.workspace_id = t.workspace_id and e.stream = 'ticket' and e.stream_id = t.id
                      and e.seq = t.version
         where t.number = %s
        """,
        [number],
    ).fetchone() or ("", 0)
    tables = connection.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname"
    )
    return Recording([row for (table,) in tables.fetchall() for row in _written(connection, table, xmin)], first_new)


def _written(connection: psycopg.Connection, table: str, xmin: str) -> list[Row]:
    columns = connection.execute(
        """
        select attname, format_type(atttypid, null)
          from pg_attribute
         where attrelid = %s::regclass and attnum > 0 and not attisdropped and attname <> 'xid' and attgenerated = ''
         order by attnum
        """,
        [table],
    ).fetchall()
    shown = sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(name)) for name, _ in columns)
    query = sql.SQL("select {} from {} where xmin::text = %s").format(shown, sql.Identifier(table))
    return [
        Row(table, {name: (kind, value) for (name, kind), value in zip(columns, values, strict=True)})
        for values in connection.execute(query, [xmin]).fetchall()
    ]


def write_script(recording: Recording) -> str:
    """One statement that writes the rows of ``recording`` again, for other tickets."""
    parts = [_statement(row, recording.first_new) for row in recording.rows]
    steps = ", ".join(f"s{n} as ({part})" for n, part in enumerate(parts[:-1]))
    return f"{OWN_IDS}{f'with {steps} ' if steps else ''}{parts[-1]};\n"


def _statement(row: Row, first_new: int) -> str:
    """A row of an older ticket was updated; all other rows are inserted, or stood there already."""
    values = {name: _literal(row, name, first_new) for name in row.values}
    if row.table == "ticket" and row.id("id") < first_new:
        sets = ", ".join(f"{name} = {value}" for name, value in values.items() if name not in _KEPT)
        return f"update ticket set {sets} where workspace_id = {values['workspace_id']} and id = {values['id']}"
    return f"insert into {row.table} ({', '.join(values)}) values ({', '.join(values.values())}) on conflict do nothing"


_KEPT = {"workspace_id", "id", "number"}
_OF_A_TICKET = {"id", "ticket_id", "conversation_id", "origin_ticket_id", "stream_id", "subject"}


def _literal(row: Row, name: str, first_new: int) -> str:
    kind, value = row.values[name]
    if value is None:
        return "null"
    if kind == "bigint" and name != "workspace_id" and int(value) >= first_new:
        return f":base::bigint + {int(value) - first_new}"
    if kind == "bigint" and name in _OF_A_TICKET:
        return f"{value} + :k::bigint * {STRIDE}"
    if name == "seq" and row.id("stream_id") < first_new:
        return f":seq::int + {value}"
    if (row.table, name) in (("ticket", "number"), ("idempotency", "key")):
        return "'F' || :base::text"
    return f"{_quoted(value)}::{kind}"


def _quoted(value: str) -> str:
    """A text that pgbench reads as such: it takes what follows a colon for a variable, within quotes too."""
    if ":" not in value:
        return "'" + value.replace("'", "''") + "'"
    escaped = value.replace("\\", "\\\\").replace("'", "''").replace(":", "\\003a")
    return f"(U&'{escaped}')"


QUEUE = """select id, number, title, type, priority, status, team, assignee_id, next_due_at, updated_at
  from ticket
 where workspace_id = {workspace}
   and team = '{team}'
   and phase not in ('resolved', 'closed') and archived_at is null and spam_at is null and trashed_at is null
 order by updated_at desc, id desc
 limit 50;
"""

DETAIL = f"""\\set k random(1, :copies)
\\startpipeline
select * from ticket where workspace_id = {{workspace}} and id = {{ticket}} + :k::bigint * {STRIDE};
select * from ticket_clock where workspace_id = {{workspace}} and ticket_id = {{ticket}} + :k::bigint * {STRIDE};
select * from event
 where workspace_id = {{workspace}} and stream = 'ticket' and stream_id = {{ticket}} + :k::bigint * {STRIDE}
 order by seq;
select m.*, v.text
  from conversation_ticket l
  join message m on m.workspace_id = l.workspace_id and m.conversation_id = l.conversation_id
  join message_version v on v.workspace_id = m.workspace_id and v.message_id = m.id
 where l.workspace_id = {{workspace}} and l.ticket_id = {{ticket}} + :k::bigint * {STRIDE};
\\endpipeline
"""


def pgbench(urls: Urls, script: str, *, directory: Path, clients: int, seconds: float, copies: int) -> float:
    """Transactions per second of ``script``, of the application's role.

    Raises:
        CalledProcessError: the script failed.
    """
    path = directory / "floor.sql"
    path.write_text(script, "utf-8")
    command: list[Any] = [_program(), "-n", "-M", "prepared", "-c", clients, "-j", 2, "-T", max(1, round(seconds))]
    command += ["-f", path, "-D", f"copies={copies}", "-D", "n=0", urls.app]
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env={**os.environ}
    )
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if done.returncode or found is None:
        raise RuntimeError(f"pgbench: {done.stderr[-2000:]}")
    return float(found[1])


def _program() -> Path:
    """pgbench of the installation that runs the server, else of the system."""
    return programs.find().bin / "pgbench"
