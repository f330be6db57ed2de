"""What may stand in a canned reply for something that is known, or asked for, only when it is inserted: ``{name}``.

A variable is written by its key or by its name in any language: ``{salutation}`` and ``{客户称呼}`` are one. Whatever
else stands in braces is asked for under the words that stand there.
"""

import re
from collections.abc import Mapping
from typing import Final

from gongdan.kernel.text import Name

VARIABLES: Final[Mapping[str, Name]] = {
    "salutation": {"zh-CN": "客户称呼", "en": "salutation"},
    "customer": {"zh-CN": "客户姓名", "en": "customer name"},
    "number": {"zh-CN": "工单号", "en": "ticket number"},
    "title": {"zh-CN": "工单标题", "en": "title"},
    "brief": {"zh-CN": "问题简述", "en": "brief"},
    "progress": {"zh-CN": "具体进展", "en": "progress"},
    "next_step": {"zh-CN": "下一步计划", "en": "next step"},
    "eta": {"zh-CN": "预计完成时间", "en": "expected time"},
    "solution": {"zh-CN": "详细方案", "en": "solution"},
    "steps": {"zh-CN": "操作步骤", "en": "steps"},
    "prevention": {"zh-CN": "预防建议", "en": "prevention"},
    "agent": {"zh-CN": "客服姓名", "en": "agent name"},
    "team": {"zh-CN": "客服组", "en": "team"},
}
"""Key → its name, in the order in which they are offered."""

_KEYS: Final[Mapping[str, str]] = {
    word.casefold(): key for key, name in VARIABLES.items() for word in (key, *name.values())
}
_BRACED: Final = re.compile(r"\{ ?([^{}\n]{1,40}?) ?\}")


def unfilled(text: str) -> list[str]:
    """Keys of the variables that stand in ``text`` still, each once, in their order. Other braces are words."""
    if "{" not in text:
        return []
    found = (_KEYS.get(one.group(1).casefold()) for one in _BRACED.finditer(text))
    return list(dict.fromkeys(key for key in found if key is not None))
