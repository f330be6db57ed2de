"""Whether a phrase is denied by what stands before it: 不着急, 不用退款, "not urgent", "no refund needed" (spec 06).

A problem is often told with a negation of its own (无法登录, "can't pay", 没有收到退款), so a subject is denied only by
words that deny the wish or the matter itself. A feeling, or haste, is denied by any negation right before it.
"""

import re

REACH = 16
"""Characters before the phrase that are read."""

_SUBJECT = re.compile(
    r"(?:不用|不需要|无需|无须|不必|不是|并非|不想|不要|不打算|别)(?:再|要|去|来|给我|申请|办理|关于|因为|想)?\Z"
    r"|\b(?:don'?t|do not|doesn'?t|does not|didn'?t) (?:need|want|ask for|mean) (?:an? |the |any |my |to )?\Z"
    r"|\b(?:not about|not an?|not asking for|no need for|no need to|instead of) (?:an? |the |any )?\Z"
)
_FEELING = re.compile(
    r"(?:不|没|没有|未|别|无需|不用|不必|并非|从不|从没|绝不)(?:是|太|很|会|算|那么|特别|非常|怎么|感到|觉得|什么)?\Z"
    r"|\b(?:not|no|never|without|isn'?t|wasn'?t|aren'?t|don'?t|doesn'?t|didn'?t|nothing|hardly)"
    r" (?:be |an? |the |very |so |really |that |at all |too |any )?\Z"
)


def denies_subject(text: str, start: int) -> bool:
    """Whether the phrase that begins at ``start`` of the normalised ``text`` is said not to be what is meant."""
    return _SUBJECT.search(text[max(0, start - REACH) : start]) is not None


def denies_feeling(text: str, start: int) -> bool:
    return _FEELING.search(text[max(0, start - REACH) : start]) is not None
