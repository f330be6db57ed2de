"""Values of custom fields: what a field takes, and what it refuses with which code."""

import pytest

from gongdan.domains.bundle.fields import CustomField, FieldKind
from gongdan.domains.tickets.fields.kinds import checked_value


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        ("date", "1899-12-31", "field_date_far"),
        ("date", "2200-01-01", "field_date_far"),
        ("date", "9999-12-31", "field_date_far"),
        ("instant", "0001-01-01T00:00:00Z", "field_instant_far"),
        ("instant", "9999-12-31T23:59:59-14:00", "field_instant_far"),
        ("instant", "2026-03-02T09:00:00", "not_an_instant"),
        ("date", ["2026-03-02"], "not_a_date"),
        ("date", 20260302, "not_a_date"),
    ],
)
def test_a_moment_lies_in_a_time_that_somebody_lives_in(kind: FieldKind, value: object, code: str) -> None:
    with pytest.raises(ValueError, match=f"^{code}$"):
        checked_value(CustomField(key="due", name={"en": "Due", "zh-CN": "到期"}, kind=kind), value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [("date", "1900-01-01"), ("date", "2199-12-31"), ("instant", "2199-12-31T23:59:59+08:00")],
)
def test_the_first_and_the_last_of_them_are_kept(kind: FieldKind, value: str) -> None:
    assert checked_value(CustomField(key="due", name={"en": "Due", "zh-CN": "到期"}, kind=kind), value) == value
