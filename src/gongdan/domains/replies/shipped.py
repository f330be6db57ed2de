"""The texts that every workspace begins with: how customers are told of progress, of a solution to come, and of the
solution (spec 02, talk templates)."""

from collections.abc import Mapping
from typing import Final

from gongdan.domains.replies.reply import CannedReply

_PROGRESS_ZH: Final = """\
{客户称呼}，关于您反馈的{问题简述}：
目前进展：{具体进展}
下一步计划：{下一步计划}
预计完成时间：{预计完成时间}
如有任何疑问，请随时联系我们。"""
_PROGRESS_EN: Final = """\
{salutation}, about {brief} that you reported:
Progress so far: {progress}
Next step: {next step}
Expected by: {expected time}
If you have any question, write to us at any time."""
_PREVIEW_ZH: Final = """\
{客户称呼}，关于您反馈的{问题简述}，我们已经确定处理方案：
处理方案：{详细方案}
预计完成时间：{预计完成时间}
完成后我们会第一时间通知您。如果您对方案有不同意见，请在此之前告诉我们。"""
_PREVIEW_EN: Final = """\
{salutation}, about {brief} that you reported, this is how we are going to solve it:
Solution: {solution}
Expected by: {expected time}
We will tell you as soon as it is done. If you would rather have it otherwise, tell us before then."""
_SOLUTION_ZH: Final = """\
关于{问题简述}的解决方案

{客户称呼}，您反馈的{问题简述}已经处理完成：
解决方案：{详细方案}
操作步骤：{操作步骤}
预防建议：{预防建议}
请您确认问题是否已解决。"""
_SOLUTION_EN: Final = """\
Solution for {brief}

{salutation}, {brief} that you reported is solved:
Solution: {solution}
What you need to do: {steps}
How to avoid it: {prevention}
Please tell us whether it is solved for you."""


def _reply(key: str, keyword: str, zh: tuple[str, str], en: tuple[str, str]) -> CannedReply:
    return CannedReply(key=key, keyword=keyword, name={"zh-CN": zh[0], "en": en[0]}, text={"zh-CN": zh[1], "en": en[1]})


_ALL: Final = (
    _reply("progress", "jz", ("进展通报", _PROGRESS_ZH), ("Progress report", _PROGRESS_EN)),
    _reply("preview", "yg", ("解决前方案预告", _PREVIEW_ZH), ("Solution to come", _PREVIEW_EN)),
    _reply("solution", "fa", ("解决方案", _SOLUTION_ZH), ("Solution", _SOLUTION_EN)),
)
SHIPPED: Final[Mapping[str, CannedReply]] = {one.key: one for one in _ALL}
