"""Thanks on a solved ticket confirm it; everything that could be more does not."""

import pytest

from gongdan.domains.intelligence.confirming import confirms

CONFIRMING = """
Thank you, it works
Thank you very much, it works now! Have a nice day.
OK thanks
works now, you can close it
Thanks a lot!
Perfect, thanks for your help.
That fixed it, thank you!
Everything is working again, thanks.
It's resolved, please close the ticket.
Great, solved.
Thanks for the quick reply, it works fine.
All good now, thanks
I can log in again, thank you
Thank you so much for your help
No further questions, thanks.
Hi team,\\nthank you, it works.\\nBest regards\\nAnna Smith
谢谢,好了
谢谢，好了
已解决,谢谢
好的，谢谢！
可以了，非常感谢
问题已经解决了，谢谢你们
搞定了，谢谢客服
收到，谢谢
现在正常了，谢谢
没问题了，可以关闭工单
能登录了，感谢！
谢谢您的帮助，祝工作顺利
没有其他问题了，谢谢
谢谢您的耐心解答，问题已经解决了，祝工作顺利！
感谢讲解，明白了
OK，谢谢
👍
👍👍🏻
🙏 谢谢
好的
嗯嗯
"""
MORE = """
thanks, but it still fails
thank you for the quick answer, when will it be fixed?
Thanks. It does not work.
Thank you, one more question
It works, however the invoice is missing
Thanks for nothing
Thanks, please also change my address
works on my phone, not on the laptop
It worked yesterday
not solved
ok but slow
Can you call me? Thanks
Thank you, I will try tomorrow
Thanks in advance
Please send me the refund, thanks
谢谢,还有一个问题
谢谢，但是还是不行
好的，什么时候能好
没有解决
还没好
谢谢，请把发票寄给我
已解决一半
问题没有解决，谢谢
感谢，不过又出现了
不好
谢谢，我明天再试
能登录了，但是看不到订单
我不满意
解决了吗
好了伤疤忘了疼
👎
???
谢谢你们浪费我的时间

The boiler leaks since Monday
"""


@pytest.mark.parametrize("text", CONFIRMING.strip().splitlines())
def test_thanks_and_nothing_else_confirm(text: str) -> None:
    assert confirms(text.replace("\\n", "\n"))


@pytest.mark.parametrize("text", MORE.strip().splitlines())
def test_what_could_be_more_does_not(text: str) -> None:
    assert not confirms(text)


def test_who_writes_much_has_more_to_say() -> None:
    assert not confirms("谢谢 " * 200)
    assert not confirms("")
