"""A mail address, and a telephone number as people write it."""

import re
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

_MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{2,30}")


def _mail(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _MAIL.fullmatch(text):
        raise ValueError("not_a_mail")
    return text


def _phone(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _PHONE.fullmatch(text):
        raise ValueError("not_a_phone")
    return text


MAIL = ValueKind(type="text", check=_mail)
PHONE = ValueKind(type="text", check=_phone)
