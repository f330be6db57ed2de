"""Statements as the server gets them."""

import pytest

from gongdan.infra.db.statements import statement


@pytest.mark.parametrize(
    ("sql", "text", "names"),
    [
        ("select 1", b"select 1", ()),
        ("select %(a)s, %(b)s, %(a)s", b"select $1, $2, $1", ("a", "b")),
        ("select %(a)s::text[] || '单'", "select $1::text[] || '单'".encode(), ("a",)),
        ("select 7 %% %(n)s", b"select 7 % $1", ("n",)),
        ("like '%%(a)s'", b"like '%(a)s'", ()),
    ],
)
def test_parameters_become_numbers_once_for_each_name(sql: str, text: bytes, names: tuple[str, ...]) -> None:
    found = statement(sql)
    assert (found.text, found.names) == (text, names)
    assert statement(sql) is found, "it is read once"


@pytest.mark.parametrize("sql", ["like 'a%'", "select %s", "select %(a)t", "select 1 %"])
def test_a_lone_percent_is_a_fault(sql: str) -> None:
    with pytest.raises(ValueError, match="lone %"):
        statement(sql)
