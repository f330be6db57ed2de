"""What the vocabulary promises of columns, held against the database that the migrations made."""

import re

from gongdan.conditions.fields import Column
from tests.kit import Office


async def test_a_column_that_is_said_to_be_total_holds_no_null(office: Office) -> None:
    rules = await office.services.rules(office.id, 1)
    total = {
        found[1]
        for field in rules.registry.values()
        if isinstance(field.sql, Column) and field.sql.is_total
        for found in [re.fullmatch(r"t\.([a-z_]+)(?:::[a-z]+)?", field.sql.expression)]
        if found
    }
    assert {"phase", "requester_id", "created_at"} <= total
    async with office.read() as tx:
        rows = await tx.rows(
            tuple,
            "select attname::text from pg_attribute where attrelid = 'ticket'::regclass and attnotnull and attnum > 0",
        )
    assert total <= {name for (name,) in rows}
