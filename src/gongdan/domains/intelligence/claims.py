"""Whether what a phrase says is claimed: not denied, not merely asked about, and true now and here (spec 06).

A problem is often told with a negation of its own (无法登录, "can't pay", 没有收到退款), so a subject is denied only by
words that deny the wish or the matter itself. A feeling, or haste, is denied by any negation right before it. Haste
and harm must also be claimed: "how do you protect us against a breach?" is a question.
"""

import re

import re2

REACH = 16
"""Characters before the phrase that are read for a negation."""
SENTENCE = 160
"""Characters to each side of the phrase within which its sentence is looked for."""

_SUBJECT = re.compile(
    r"(?:不用|不需要|无需|无须|不必|不是|并非|不想|不要|不打算|别)(?:再|要|去|来|给我|申请|办理|关于|因为|想)?\Z"
    r"|\b(?:don'?t|do not|doesn'?t|does not|didn'?t) (?:need|want|ask for|mean) (?:an? |the |any |my |to )?\Z"
    r"|\b(?:not about|not an?|not asking for|no need for|no need to|instead of) (?:an? |the |any )?\Z"
)
_FEELING = re.compile(
    r"(?:不|没|没有|未|别|无|无需|不用|不必|并非|从不|从没|绝不|谈不上|算不上|说不上|称不上|不能说|不敢说|难说|难以)"
    r"(?:是|太|很|会|算|那么|特别|非常|怎么|感到|觉得|发现|有|什么|任何){0,3}\Z"
    r"|\b(?:not|no|never|without|isn'?t|wasn'?t|aren'?t|don'?t|doesn'?t|didn'?t|haven'?t|nothing|hardly)"
    r" (?:be |been |an? |the |very |so |really |that |at all |too |any |find |found |anything |seen ){0,3}\Z"
)
_WHOLLY = re.compile(
    r"(?:没|没有|无|未|从没|从未|挑不出|找不到|看不出|说不出)(?:发现|觉得|感觉|感到|遇到|看到|出现|找到|有)?"
    r"(?:什么|任何|啥|半点|一点|一丝|哪里|哪儿)(?:特别|太|很|让人|可以|可|会)?\Z"
    r"|(?:没|没有|未|从没|从未)(?:发现|遇到|出现|碰到|找到)(?:过)?\Z"
    r"|\b(?:nothing|never anything|no|not a single|without any|(?:not|n'?t) (?:find |found |see |seen |have "
    r"|had )?anything)"
    r" (?:really |at all |particularly |very )?\Z"
)
_ENDS = ".!?。！？；;\n"

_ASKED = re2.compile(
    r"(?i)\bhow (?:to|(?:do|does|would|should|will) (?:you|we|i|one|your|our))\b|\bwhat (?:if|happens"
    r"|would happen|is your|are your)\b"
    r"|\bin (?:the )?(?:case|event) of\b|\b(?:do|does|would|will|can) (?:you|your|the|it) (?:have|offer"
    r"|support|provide|cover)\b"
    r"|\bis there (?:a|an|any)\b|\bplanning\b|\bnext (?:year|quarter|month)\b|\b(?:policy|policies|training"
    r"|webinar|plan) (?:on|for|about)\b"
    r"|\b(?:protect|protected|prevent|prepare|prepared|insure|insured|guard) .{0,30}\b(?:against|from|for)\b"
    r"|\b(?:want|like|curious) to (?:know|learn|understand)\b|\bwonder(?:ing)?\b|\bif (?:there|we|you|it|they"
    r"|a|an|the|ever)\b .{0,60}\b(?:would|could|should|were|what|how|who)\b"
    r"|(?:如何|怎么|怎样|怎么样)(?:防止|避免|保证|保护|应对|预防|防范|防)|万一|假如|假设|倘若"
    r"|会不会|有没有.{0,12}(?:措施|预案|方案|机制|保障)"
    r"|是否(?:有|支持|会)|(?:如果|要是|若).{0,30}(?:怎么办|怎么处理|如何|会怎样|吗|呢|是否)"
    r"|(?:想|希望)(?:了解|咨询|知道)|请问.{0,20}(?:措施|预案|方案|政策|流程|规定)"
)
_PAST = re2.compile(
    r"(?i)\blast (?:year|month|week|quarter|summer|winter|spring|autumn)\b|\byears? ago\b|\bmonths? ago\b"
    r"|\bin (?:19|20)[0-9][0-9]\b|\bpreviously\b|\bformer(?:ly)?\b"
    r"|去年|前年|上个?月|上个?季度|上周|几年前|以前|曾经|当时|那次"
)
_STILL = re2.compile(
    r"(?i)\bstill\b|\bagain\b|\bnow\b|\bsince\b|\bto(?:day|night)\b|\bcurrently\b|又|还是|仍|现在|至今|再次|目前|今天"
)
_OVER = re2.compile(
    r"(?i)\b(?:is|are|was|were|been|everything|now|it's) (?:all |now |fully |already )?(?:back|back up|fixed"
    r"|resolved|restored|recovered|solved|over|working again|fine again)\b"
    r"|\bback (?:online|to normal|up)\b|\bno longer (?:down"
    r"|urgent|an issue)\b|已经?(?:恢复|解决|修复|修好|好了)|(?:都|问题)解决了"
    r"|恢复正常了|现在(?:已经?)?(?:好了|正常|没事)"
)
_NOT_YET = re2.compile(
    r"(?i)\bnot\b|n't\b|\bnever\b|\buntil\b|\bwhen\b|\bwill\b"
    r"|\bplease\b|\bto be\b|\bonce\b|\bbefore\b|\bcame\b|没|未|请"
    r"|尽快|希望|何时|什么时候|怎么还|才能|不"
)
_ELSEWHERE = re2.compile(
    r"(?i)\b(?:competitors?|another company|other compan(?:y|ies)|in the news|news about|(?:i|we) (?:read"
    r"|heard|saw) (?:that|about|of)|article|report(?:s|ed)? (?:that|about|in)|headlines?)\b"
    r"|新闻|听说|报道|别的公司|其他公司|友商|竞争对手|同行|别家|网上看到"
)
_NAMED = re2.compile(
    r"(?i)^ ?(?:contacts?|exits?|lights?|kits?|funds?|buttons?"
    r"|brakes?|services? number|numbers?|notifications?|notices?"
    r"|history|calendar|reports?|page|pages|window|windows"
    r"|settings?|scan|scans|scanning|scanner|assessments?"
    r"|disclosure|insurance|drills?|plans?|procedures?|policy"
    r"|policies|prevention|protection|alerts?|fields?|columns?"
    r"|labels?|levels?|care|thinking|path|leave|联系|联络|出口|按钮|电话"
    r"|制动|程度|级别|等级|预案|演练|灯|通道|扫描|检测|报告|保险|通知|设置|标签|字段|一栏)"
)
_SCOPE = re.compile(
    r"(?:all|every|entire|whole|many|several|multiple|some|in production|"
    r"所有|全部|全公司|全国|很多|多个|部分|好几|整个|多人|生产环境)"
)
_TROUBLE = re2.compile(
    r"(?i)\b(?:can'?t|can ?not|unable|down|fail(?:s|ed|ing|ure)?|errors?|broken|affected|stuck|lost|wrong"
    r"|crash(?:es|ed|ing)?|outage|unavailable|unreachable|offline|blocked|not (?:work|load|respond|get|receive"
    r"|able)[a-z]*|(?:does|do|did|is|are|has|have)(?:n'?t| not)|no one|nobody|impossible|complain(?:s|ed|ing)?"
    r"|problems?|issues?|stopped|missing|timeouts?|freezes?|frozen|hangs?)\b"
    r"|无法|不能|打不开|用不了|进不去|失败|报错|异常|崩|瘫|断|停|连不上|登不上|登录不|收不到|不了|没法"
    r"|出错|故障|宕机|卡|错误|丢失|不可用|不显示|白屏|闪退|受影响|反馈|投诉|中断|问题|登不|都不|没有"
    r"|出事"
)


def denies_subject(text: str, start: int, end: int) -> bool:
    """Whether the phrase that begins at ``start`` of the normalised ``text`` is said not to be what is meant."""
    return _SUBJECT.search(text[max(0, start - REACH) : start]) is not None


def denies_feeling(text: str, start: int, end: int) -> bool:
    return _FEELING.search(text[max(0, start - REACH) : start]) is not None


def denies_wholly(text: str, start: int) -> bool:
    """Whether nothing of the kind was met ("nothing bad", 没发现什么不好的地方): what is no complaint but praise."""
    return _WHOLLY.search(text[max(0, start - REACH) : start]) is not None


def denies_urgency(text: str, start: int, end: int) -> bool:
    """Whether haste or harm is denied, asked about, past, elsewhere, or part of another name ("emergency contact")."""
    if denies_feeling(text, start, end) or _NAMED.search(text[end : end + 20]):
        return True
    begin, stop = sentence_around(text, start, end)
    sentence = text[begin:stop]
    if _SCOPE.match(text, start, end) and not _TROUBLE.search(sentence):
        return True
    if _ASKED.search(sentence) or _ELSEWHERE.search(sentence) or _is_over(text[begin : stop + SENTENCE]):
        return True
    return bool(_PAST.search(sentence)) and not _STILL.search(sentence)


def _is_over(text: str) -> bool:
    """Whether it is said to be well again: no wish, no question and no "not yet"."""
    for found in _OVER.finditer(text):
        before, behind = text[max(0, found.start() - REACH) : found.end()], text[found.end() : found.end() + 2]
        if not _NOT_YET.search(before) and not behind.lstrip().startswith(("?", "？", "吗", "么", "没")):
            return True
    return False


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence begins and ends in which the phrase stands, its last sign included; bounded."""
    first, last = max(0, start - SENTENCE), min(len(text), end + SENTENCE)
    begin = max((text.rfind(sign, first, start) for sign in _ENDS), default=-1) + 1
    stops = [at for sign in _ENDS if (at := text.find(sign, end, last)) >= 0]
    return max(begin, first), (min(stops) + 1 if stops else last)
