"""The address of a page."""

import re
from typing import Any

from gongdan.domains.bundle.fields import CustomField
from gongdan.domains.tickets.fields.kinds.kind import LONGEST, ValueKind, text_of
from gongdan.kernel.text import one_line

_URL = re.compile(r"https?://[^\s]{1,2000}")


def _check(field: CustomField, value: Any) -> str:
    text = one_line(text_of(value), LONGEST)
    if text and not _URL.fullmatch(text):
        raise ValueError("not_a_url")
    return text


URL = ValueKind(type="text", check=_check)
