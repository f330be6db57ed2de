"""A telephone number, as people write it."""

import re
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,30}")


def _check(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _PHONE.fullmatch(text):
        raise ValueError("not_a_phone")
    return text


PHONE = ValueKind(type="text", check=_check)
