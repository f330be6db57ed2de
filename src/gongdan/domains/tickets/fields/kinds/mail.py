"""A mail address."""

import re
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")


def _check(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _MAIL.fullmatch(text):
        raise ValueError("not_a_mail")
    return text


MAIL = ValueKind(type="text", check=_check)
