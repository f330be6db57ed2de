"""Whether a customer's words on a solved ticket say "it works, thank you" and nothing else. Pure.

Thanks alone are no confirmation of anything new, and no complaint: such a message is offered as the confirmation
instead of reopening the ticket. Everything that could be more is no confirmation: a question, a contrast, a negation,
a number, a link, a fault, a wish, a second matter, or simply many words. In doubt it is not (spec 02, reopen).
"""

import unicodedata
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import re2

from gongdan.domains.intelligence.confirming.tongues import FAMILY_NAMES, FAULTS, OVER, RUNS, WORDS, Tongue
from gongdan.kernel.text import normalise

LONGEST: Final = 300
"""Characters. Who writes more has more to say."""

_PICTURES: Final = "👍👌🙏✅✔☑🎉🎊🥳😊🙂😀😄😃😁😍🥰🤗😇☺❤♥💚💙💛🧡💜🫶💯👏🙌💪💐🌹🌸🤝🆗✨🌟⭐"
_DARK: Final = "👎😡😠🤬😤😞😢😭😩😫☹🙁😕😟🤔🙄😒💔❌❎⛔🚫⚠🚨❓❔❗💩🖕🤦🤷🆘"
"""Pictures that are no thanks, whatever stands beside them."""
_DECORATION: Final = re2.compile(r"[\s\pP\pS\pM\pC]+")

_ENGLISH: Final = re2.compile(
    r"(?:"
    r"(?:many |a lot of )?thanks?(?: (?:you|u|so|very|much|a|lot|again|all|everyone|team|indeed|for|the|your|quick"
    r"|fast"
    r"|prompt|great|kind|help|support|reply|response|answer|assistance|service|information|info|fix|fixing|it|that"
    r"|this"
    r"|solving|resolving|sorting|out|and|to|of|million|bunch))*"
    r"|thx|ty|tks|cheers|much appreciated|(?:i )?(?:really )?appreciate (?:it|your help|the help)"
    r"|(?:ok|okay|okey|k|great|perfect|excellent|awesome|wonderful|super|fine|good|nice|cool|brilliant|fantastic"
    r"|yes|yep"
    r"|yeah|all good|all right|alright|got it|well done|understood|confirmed|i confirm|noted)"
    r"|(?:it|this|that|everything|all|the (?:problem|issue|ticket|matter|case|error|fix|solution|login|account)"
    r"|my (?:problem|issue|account|login))?(?: is| are| has been| have been| was| s| has| does| now| can)*"
    r" ?(?:works?|worked|working|fixed|solved|resolved|sorted(?: out)?|done|fine|ok|okay|good|great|perfect|clear"
    r"|back(?: to normal)?|up and running|running)"
    r"(?: (?:again|now|fine|well|perfectly|great|like a charm|as expected|for me|on my side|on my end|here|already))*"
    r"|problem (?:is )?(?:solved|fixed|gone)|(?:solved|resolved|fixed|works|done)"
    r"|(?:i|we) (?:can|could) (?:log ?in|login|sign in|access it|use it|open it)(?: (?:again|now))*"
    r"|that (?:helped|did it|did the trick|solved it|fixed it|worked|works)(?: a lot| for me)?"
    r"|(?:so )?(?:you|we|u)? ?(?:can|may|could)?(?: please)? ?close (?:it|this|the ticket|this ticket|the case"
    r"|the issue)"
    r"(?: now)?|please close(?: (?:it|this|the ticket|this ticket|the case))?"
    r"|(?:the |this )?(?:ticket|it|case|issue)? ?can be closed|no (?:more|further) (?:questions|issues|problems)"
    r"|(?:have a |a )?(?:nice|good|great|lovely) (?:day|weekend|evening|one|time)(?: (?:too|all|everyone|ahead))*"
    r"|you too|bye|best regards|kind regards|regards|best|sincerely|hello|hi|hi (?:team|all|there)|hello (?:team|all)"
    r"|dear (?:team|all|support)|and|now|so|very|much|you are the best|happy customer|i am happy|very happy"
    r")"
)
"""What confirming words are made of in English: a message is all of this, or it is no confirmation."""
_CONFIRMING_EN: Final = re2.compile(
    r"\b(?:thank|thanks|thx|ty|tks|cheers|works?|worked|working|fixed|solved|resolved|sorted|ok|okay|great|perfect"
    r"|excellent|awesome|appreciated?|close|closed|done|good|fine|confirmed|confirm|helped|trick|did it|happy|yes)\b"
)
_CHINESE: Final = re2.compile(
    r"(?:非常|十分|真的|真是|特别|太|很|都|也|就|已经|已|现在|目前|刚才|刚刚|终于|我|我们|我这|我这边|我这里|这边"
    r"|这里|你|您|你们|您们|大家|的|地|得|了|啦"
    r"|啊|呀|哦|噢|嗯|恩|哈|吧|呢|哒|嘞|哟|喔|好的呢|那|这个|这|它|请|可以|麻烦|辛苦|辛苦了|谢谢|感谢|多谢|谢啦"
    r"|谢了|谢|拜谢|致谢|万分"
    r"|好|好的|好了|好啦|行|行了|可以了|可以啦|没事|没事了|没问题|没问题了|没有问题|没有问题了|没有其他问题"
    r"|没有其他问题了|没有别的问题"
    r"|没有疑问|没有疑问了|无问题|无其他问题|没其他问题|没有异常|恢复|恢复正常|正常|正常了|解决|解决了|搞定|搞定了"
    r"|处理好|处理好了|修好|修好了"
    r"|弄好|弄好了|收到|收到了|明白|明白了|知道了|了解|了解了|清楚|清楚了|确认|确认解决|确认无误|无误|满意|很满意"
    r"|赞|棒|给力|厉害|完美|ok"
    r"|okay|能用|能用了|能登录|能登录了|登录|登录成功|成功|成功了|登上|登上了|登上去了|用上|用上了|使用|能|能够"
    r"|进去了|问题|工单|单子|事情|关闭"
    r"|关闭工单|关单|关掉|关了|结单|结束|结案|不用|不需要|处理|及时|快速|耐心|解答|讲解|解释|指导|回答|配合"
    r"|热情|细心|专业|高效|回复|答复|帮助"
    r"|帮忙|支持|协助|服务|效率|高|快|客服|老师|亲"
    r"|小姐姐|小哥哥|同学|团队|祝|祝好|工作|工作顺利|生活|愉快|顺利|周末|节日|快乐|再见|拜拜|您好|你好|早上好"
    r"|下午好|再次|一切|全部|都好|都好了"
    r"|👍)+"
)
_CONFIRMING_ZH: Final = re2.compile(
    r"谢|感谢|好了|好的|好啦|行了|可以了|可以啦|没事|没问题|没有问题|没有其他问题|无问题|恢复|正常|解决|搞定"
    r"|处理好|修好|弄好|收到|明白"
    r"|知道了|了解|清楚|确认|满意|赞|棒|给力|完美|能用|成功|登上|用上|关闭|关单|结单|结案|^好$|^行$|^嗯+$|^ok$"
)
_MORE: Final = re2.compile(
    r"(?i)[?？]|\b(?:but|however|although|though|still|yet|except|unless|not|no longer|never|cannot|can't|can t"
    r"|won't|don't"
    r"|doesn't|didn't|isn't|wasn't|aren't|haven't|hasn't|n't|fail\w*|error\w*|wrong|again not|another|also|when"
    r"|how|why"
    r"|what|where|which|who|if|until|unfortunately|wait\w*|almost|partly|only|instead|refund|invoice)\b"
    r"|但|可是|不过|然而|只是|还是|还有|仍|依然|依旧|另外|此外|顺便|再问|请问|什么|怎么|为什么|为何|何时|多久|吗"
    r"|么|如何|哪|几时|能否|是否"
    r"|不行|不能|不了|不好|不对|不满|没好|没用|没有用|没解决|没有解决|没恢复|没收到|没有收到|没搞定|未|失败|报错"
    r"|错误|又|才能|差点|可惜|除了|投诉"
    r"|退款|发票|等待|等你|等您|尽快|希望"
)
"""What makes it more than a confirmation, whatever else it says."""
_ALLOWED_MORE: Final = re2.compile(
    r"(?i)\bno (?:more|further) (?:questions|issues|problems)\b|没有其他问题了?|没有别的问题了?|没有问题了?"
    r"|没有疑问了?|没有异常|无其他问题"
    r"|还是(?:要)?(?:谢谢|感谢)|又快又好|\bno longer (?:fails|broken)\b|\bworks again\b"
)


def confirms(text: str) -> bool:
    """Whether ``text``, the new words of a message without what it quotes, confirms and does nothing else."""
    said = normalise(text.strip()).replace("’", "'")
    if not said or len(said) > LONGEST:
        return False
    if _ASKS.search(said) or any(picture in text for picture in _DARK):
        return False
    if _MORE.search(_ALLOWED_MORE.sub(" ", said)):
        return False
    pictured = any(picture in text for picture in _PICTURES)
    clauses = [clause for clause in _CLAUSE.split(normalise(_unsigned(text.strip()))) if _DECORATION.sub("", clause)]
    if not clauses:
        return pictured
    if _DIGIT.search(said):
        return False
    if all(_is_plain(clause) for clause in clauses):
        return pictured or any(_CONFIRMING_EN.search(one) or _CONFIRMING_ZH.search(_tight(one)) for one in clauses)
    return any(_is_thanks_in(tongue, clauses) for tongue in _TONGUES)


class _Tongue(NamedTuple):
    """A language beside the two of which whole clauses are known."""

    is_of: Callable[[str], bool]
    """Whether a clause is made of its words alone."""
    confirms: Callable[[str], bool]


def _is_thanks_in(tongue: _Tongue, clauses: Iterable[str]) -> bool:
    known = [clause for clause in clauses if not _is_plain(clause)]
    return all(tongue.is_of(clause) for clause in known) and any(tongue.confirms(clause) for clause in known)


def _spaced(table: Tongue) -> _Tongue:
    confirming = frozenset(_words(table.confirms))
    known = confirming.union(_words(table.fills))
    return _Tongue(
        is_of=lambda clause: _is_made_of(known, _words(clause)),
        confirms=lambda clause: not confirming.isdisjoint(_words(clause)),
    )


def _is_made_of(known: frozenset[str], words: list[str]) -> bool:
    is_over = _FAULTS.isdisjoint(words) or not _OVER.isdisjoint(words)
    return 0 < len(words) <= _MOST_WORDS and is_over and known.issuperset(words)


def _unspaced(table: Tongue) -> _Tongue:
    """Written without blanks: made of known pieces from end to end."""
    confirming = sorted(map(normalise, table.confirms.split()), key=len, reverse=True)
    pieces = sorted({*confirming, *map(normalise, table.fills.split())}, key=len, reverse=True)
    whole, some = re2.compile(f"(?:{'|'.join(pieces)})+"), re2.compile("|".join(confirming))
    return _Tongue(
        is_of=lambda clause: whole.fullmatch(_run(clause)) is not None,
        confirms=lambda clause: some.search(_run(clause)) is not None,
    )


def _words(text: str) -> list[str]:
    """Without accents: many leave them out."""
    bare = "".join(char for char in unicodedata.normalize("NFD", normalise(text)) if unicodedata.category(char) != "Mn")
    return list(_WORDS.findall(unicodedata.normalize("NFC", bare)))


def _run(clause: str) -> str:
    """Without blanks and signs, with the marks that belong to letters."""
    return str(_NO_LETTER.sub("", clause))


_MOST_WORDS: Final = 12
_LONGEST_NAME: Final = 3
_NO_NAMES: Final = frozenset("不没未错少多要能还再请吗呢额")
_ASKS: Final = re2.compile(r"[?？¿؟՞]|[a-z0-9]@[a-z0-9]|https?:|www\.")
_NO_LETTER: Final = re2.compile(r"[^\pL\pM]+")
_CLAUSE: Final = re2.compile(
    r"[\n\r,，.。!！;；:：、~～…]+|\s[-–—]+\s|[\pS\x{1F300}-\x{1FAFF}\x{2600}-\x{27BF}\x{FE0F}\x{1F3FB}-\x{1F3FF}]+"
)
_DIGIT: Final = re2.compile(r"\pN")


def _unsigned(text: str) -> str:
    """Without a short last line below others that is a name: so people sign."""
    above, _, last = text.rstrip().rpartition("\n")
    return above if above.strip() and _is_name(last.strip(" -–—~,.，。").split()) else text


def _is_name(words: list[str]) -> bool:
    """Words that begin as names do; where there are no capitals, a family name and few letters."""
    if len(words) == 1 and words[0][0] in FAMILY_NAMES:
        return 2 <= len(words[0]) <= _LONGEST_NAME and words[0].isalpha() and not set(words[0]) & _NO_NAMES
    return 0 < len(words) <= 3 and all(word[0].isupper() and len(word) <= 20 for word in words)


def _is_plain(clause: str) -> bool:
    """Whether a clause is made of confirming words and of nothing else."""
    words = " ".join(_WORDS.findall(clause.replace("'s ", " s ").replace("'", "")))
    if not words:
        return True
    tight = _tight(clause)
    if _HAN.search(tight):
        return _CHINESE.fullmatch(tight) is not None
    return _ENGLISH_ALL.fullmatch(words) is not None


_WORDS: Final = re2.compile(r"[\pL\pM]+")
_HAN: Final = re2.compile(r"\p{Han}")
_ENGLISH_ALL: Final = re2.compile(rf"{_ENGLISH.pattern}(?: {_ENGLISH.pattern})*")


def _tight(clause: str) -> str:
    return str(_DECORATION.sub("", clause))


_TONGUES: Final = (*map(_spaced, WORDS.values()), *map(_unspaced, RUNS.values()))
_FAULTS: Final = frozenset(_words(FAULTS))
_OVER: Final = frozenset(_words(OVER))
