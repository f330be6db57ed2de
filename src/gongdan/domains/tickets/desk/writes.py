"""Every INSERT and UPDATE of tickets' own rows: what a decision comes to, queued on the transaction."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from gongdan.conditions.fields import Row
from gongdan.conditions.stored import FieldRow, from_json
from gongdan.conditions.stored import rows as stored_rows
from gongdan.domains.tickets.engine.model import Ticket
from gongdan.domains.tickets.engine.rules import Rules
from gongdan.domains.tickets.engine.settle import Decision
from gongdan.infra.db.tx import Tx
from gongdan.infra.log.append import put_events
from gongdan.kernel.text import normalise

_COLUMNS = tuple(field.name for field in msgspec.structs.fields(Ticket) if field.name != "participants")


class SetColumns(msgspec.Struct, frozen=True):
    """Columns of the ticket's row that another domain keeps there, because lists sort and filter by them. They are no
    part of the fold: whoever keeps them derives them anew from what it knows."""

    columns: Mapping[str, Any]


def write_decision(tx: Tx, decision: Decision, rules: Rules) -> None:
    """Queue the events, the ticket's row, its participants and its field rows."""
    if not decision.events:
        return
    head = put_events(tx, decision.events, previous=decision.after.head, stream="ticket")
    ticket, before = decision.after.live, decision.before.live if decision.before else None
    kept = {
        name: value for one in decision.effects if isinstance(one, SetColumns) for name, value in one.columns.items()
    }
    if before is None:
        _insert(tx, ticket, head, kept)
    else:
        _update(tx, before, ticket, head, kept)
    _participants(tx, before, ticket)
    _fields(tx, before, ticket, rules)


def _insert(tx: Tx, ticket: Ticket, head: bytes, kept: Mapping[str, Any]) -> None:
    row = {name: getattr(ticket, name) for name in _COLUMNS}
    row["title_normal"] = normalise(ticket.title)
    tx.insert("ticket", {"workspace_id": tx.workspace_id, **row, **kept, "head_hash": head})


def _update(tx: Tx, before: Ticket, ticket: Ticket, head: bytes, kept: Mapping[str, Any]) -> None:
    changed = {name: new for name in _COLUMNS if (new := getattr(ticket, name)) != getattr(before, name)}
    changed |= {"title_normal": normalise(ticket.title)} if "title" in changed else {}
    changed |= kept
    changed["head_hash"] = head
    sets = ", ".join(f"{name} = %({name})s" for name in sorted(changed))
    tx.put(f"update ticket set {sets} where workspace_id = %(workspace)s and id = %(id)s", id=ticket.id, **changed)


def _participants(tx: Tx, before: Ticket | None, ticket: Ticket) -> None:
    old, new = set(before.participants) if before else set(), set(ticket.participants)
    for person_id, role in sorted(new - old):
        key = {"ticket_id": ticket.id, "person_id": person_id, "role": role}
        tx.insert("participant", {"workspace_id": tx.workspace_id, **key})
    for person_id, role in sorted(old - new):
        tx.put(
            """
            delete from participant
             where workspace_id = %(workspace)s
               and ticket_id = %(ticket)s
               and person_id = %(person)s
               and role = %(role)s
            """,
            ticket=ticket.id,
            person=person_id,
            role=role,
        )


def _fields(tx: Tx, before: Ticket | None, ticket: Ticket, rules: Rules) -> None:
    """Tags and filterable custom fields also stand as typed rows, for filters and sorting (spec 01)."""
    old, new = field_rows(before, rules) if before else {}, field_rows(ticket, rules)
    for field in sorted(old.keys() | new.keys()):
        if old.get(field) == new.get(field):
            continue
        if field in old:
            tx.put(
                """
                delete from ticket_field
                 where workspace_id = %(workspace)s and ticket_id = %(ticket)s and field = %(field)s
                """,
                ticket=ticket.id,
                field=field,
            )
        for position, row in enumerate(new.get(field, ())):
            key = {"workspace_id": tx.workspace_id, "ticket_id": ticket.id, "field": field, "position": position}
            value = {"text_value": row.text_value, "int_value": row.int_value, "at_value": row.at_value}
            if before is None:
                tx.insert("ticket_field", key | value)
            else:  # after what stood there is gone
                tx.put(_FIELD_ROW, **(key | value))


_FIELD_ROW: Final = """
insert into ticket_field (workspace_id, ticket_id, field, position, text_value, int_value, at_value)
values (%(workspace_id)s, %(ticket_id)s, %(field)s, %(position)s, %(text_value)s, %(int_value)s, %(at_value)s)
"""


def field_rows(ticket: Ticket, rules: Rules) -> dict[str, Sequence[FieldRow]]:
    """The typed rows of a ticket's tags and filterable custom fields, by the key that conditions know them by."""
    values = {"tags": ticket.tags} | {f"fields.{key}": value for key, value in ticket.fields.items()}
    rows: dict[str, Sequence[FieldRow]] = {}
    for key, value in values.items():
        field = rules.registry.get(key)
        if field is not None and isinstance(field.sql, Row) and (found := stored_rows(field, from_json(field, value))):
            rows[key] = found
    return rows
