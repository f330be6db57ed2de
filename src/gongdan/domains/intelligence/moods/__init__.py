"""Moods beside the words of ``words.yaml``: harm that is told by its shape, and contrasts that weigh what is said.

A fact without a mood is neutral. Harm is told by shape: long waiting, what came cold or broken, a high price for a low
thing. After "but" more is meant than before it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

import msgspec
import re2

HARM = -0.9
BEFORE, AFTER = 0.35, 1.5
"""What a word weighs in the sentence before a contrast, and behind it."""
REACH = 60
"""Characters before a contrast that it outweighs."""

_NUMBER = r"(?:[0-9]+|[一二两三四五六七八九十几半数多]+)"
_SPAN = rf"{_NUMBER}(?:多|来)?个?(?:分钟|小时|钟头|星期|礼拜|月|天|日|周|年|点)"
_STATE = (
    "凉|冷|碎|破|坏|烂|裂|瘪|变形|压扁|压坏|漏|洒|撒|化了|变质|发霉|馊|过期|脏|空的|少了|缺了|散架"
    "|断了|不新鲜|生的|糊了|掉漆|划痕|臭"
)
_CAME = "收到|到手|送到|送来|拿到|打开|拆开|开箱|寄来|发来|来的时候|到货|端上来|上来|菜|饭|汤|面|包装|箱子|外卖|东西"
_HARM_ZH = (
    rf"(?:等|等待)(?:了(?:将近|差不多|快|足足|整整|至少|超过|近)?|足足|整整)(?:{_SPAN}|好久|半天|很久|好几|那么久)"
    rf"|等(?:待)?(?:{_SPAN}|好久|半天|很久)[^。！？!?，,\n]{{0,6}}(?:才|还|都没|没|也没)"
    rf"|{_SPAN}(?:了|过去)?(?:都|也|还|仍|才|依然)?(?:还没|没有?人|没送|没到|没收|没发"
    rf"|没来|没动|才送|才到|才来|才发|才回|没回|不发|不见)"
    rf"|(?:晚|迟|拖|延误|推迟|超时|耽误|迟到)(?:到|了)*{_SPAN}|(?:到|至|直到)(?:现在"
    rf"|今天|目前)(?:都|也|还|仍)?(?:(?:没|未|没有)(?:人|收|到|发货|发出|发来|发给|来|回|解决|处理|退|修|动|结果|消息|给)|不(?:能|给|行|肯))"
    rf"|(?:{_CAME})[^。！？!?\n]{{0,10}}?(?:都|全|就|已经|竟然|居然|还|是|又)[^。！？!?，,\n]{{0,5}}?(?:{_STATE})"
    r"|(?:都|全|已经|居然|竟然)(?:是)?(?:凉|冷|碎|坏|烂|破|馊|洒)(?:的|了|透)|少(?:送"
    r"|发|给|寄)了?|漏(?:发|送|寄)|(?:发|送|寄)错(?:了|货|东西)?"
    r"|等于(?:没有|零|白)|形同虚设|(?:根本|完全|压根|一点(?:都|也)|丝毫|从来)(?:就)?(?:不"
    r"|没|睡不|用不|无法|听不)|睡不着|没法(?:睡|住|吃|用)"
    r"|越来越(?:差|慢|贵|少|糟|难)|(?:用|穿|买|住|戴)(?:了|不到"
    r"|没)[^。，,\n]{0,6}就(?:坏|破|断|裂|掉|开|死)|(?:一个|半个)人(?:都|也)没"
    r"|无人(?:理|接|回|管)|没人(?:接|回|来|处理)"
    r"|(?:打|催|问|说|联系|反映|投诉)了?(?:好几|[0-9一二两三四五六七八九十多无]+)(?:数)?(?:次|遍|回)"
)
_FINE_ZH = (
    r"(?:没|没有|未|从没|从未|不曾|无)(?:有|遇到|出现|发现|碰到|出)?过?(?:任何|什么|一点|半点)(?:的)?"
    r"(?:问题|故障|差错|瑕疵|麻烦)"
)
_FINE_EN = r"\b(?:never|not) (?:had|have|having|a single)(?: a| any)?(?: single)? (?:problem|issue)s?"
_TIMED = (
    r"(?:[0-9]+|an?|one|two|three|four|five|six|seven|eight|ten"
    r"|several|many) (?:whole |long |more )?(?:minutes|hours?"
    r"|days?|weeks?|months?)"
)
_HARM_EN = (
    rf"\b(?:waited|waiting|been waiting) (?:for |over |more than |almost |nearly |about )*{_TIMED}"
    rf"|\b{_TIMED} (?:late|overdue|and (?:still|nothing|no))\b"
    rf"|\btook (?:over |more than |almost )?{_TIMED}|\b(?:after|for) {_TIMED}[^.!?\n]{{0,20}}\b(?:still|nothing"
    rf"|no (?:answer|reply|response))\b"
    r"|\bstill (?:hasn'?t|haven'?t|has not|have not|no |nothing|waiting|not )"
    r"|\b(?:arrived|came|delivered|received|was|were|is|it'?s|got) (?:it |them |all |already |completely "
    r"|totally |stone |ice |half )*(?:cold|broken|cracked|damaged|melted|leaking|stale|crushed|empty|smashed"
    r"|rotten|torn|expired|spoiled|filthy|dirty|late)\b"
    r"|\b(?:broke|stopped working|fell apart|died) (?:after|within|in) "
    r"|\b(?:wrong (?:item|order|size|colour|color|product)|items? missing|missing (?:item|part)s?)\b"
    r"|\b(?:could ?n'?t|could not|can'?t|cannot) (?:even )?(?:sleep|eat it|breathe)\b"
    r"|\b(?:called|emailed|wrote|asked|contacted|complained) (?:you |them |support )?(?:[0-9]+|three|four|five"
    r"|several|many) times\b"
)
_PRICE = "价格|价钱|价位|房价|收费|票价|价"
_GOODS = "服务|质量|品质|水平|水准|待遇|体验|味道|环境|卫生|设施|设备|享受|条件|做工|标准"
_HIGH = "五星|四星|5星|高档|豪华|天价|米其林|头等|高端|旗舰|奢侈|一流|顶级|大牌|总统"
_LOW = (
    "招待所|地摊|路边摊|三星|二星|一星|旅社|小旅馆|白菜|经济|山寨|快捷|农家|大排档|青旅|作坊|食堂|大车店"
    "|便宜|平价|末流|三流|低端|学生"
)
_BARGAIN_ZH = (
    rf"(?P<paid>{_HIGH}|{_LOW})(?:级|档|酒店|宾馆|餐厅|公寓)*的?(?:{_PRICE})[^。！？!?\n]{{0,6}}?"
    rf"(?P<given>{_HIGH}|{_LOW})?(?:级|档|酒店|宾馆|餐厅|般|一样)*的?(?:{_GOODS})"
)
_HIGH_EN = r"(?:five|5|four|4)[- ]star|premium|luxury|first[- ]class|top|high[- ]end|gourmet|champagne"
_LOW_EN = (
    r"hostel|motel|budget|(?:one|two|1|2)[- ]star|second[- ]rate"
    r"|third[- ]rate|bargain|cheap|economy|beer|fast[- ]food"
    r"|canteen|dollar[- ]store"
)
_BARGAIN_EN = (
    rf"\b(?P<paid>{_HIGH_EN}|{_LOW_EN}) (?:prices?|rates?|money|fees?|budget)\b[^.!?\n]{{0,20}}?\b"
    rf"(?P<given>{_HIGH_EN}|{_LOW_EN}) (?:[a-z]+ )?(?:service|quality|food|experience|rooms?|standards?|taste|care)\b"
)
_TOLD_ZH = re2.compile(f"(?P<harm>{_HARM_ZH})|(?P<fine>{_FINE_ZH})|{_BARGAIN_ZH}")
_TOLD_EN = re2.compile(f"(?i)(?P<harm>{_HARM_EN})|(?P<fine>{_FINE_EN})|{_BARGAIN_EN}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LOW_ZH, _LOW_ENGLISH = frozenset(_LOW.split("|")), re2.compile(rf"(?i)^(?:{_LOW_EN})$")
_TURNS = re2.compile(
    r"(?i)(?P<turn>但是|但(?:[^愿凡]|$)|不过|可是|然而|可惜|美中不足|遗憾的是|[，,]就是|[，,]只是"
    r"|[，,]唯独|唯一(?:的)?(?:缺点|不足|不好|遗憾)|\bbut\b|\bhowever\b"
    r"|\byet\b|\bunfortunately\b|\bexcept\b|\bsadly\b)"
    r"|虽然|虽说|尽管|\balthough\b|\bthough\b|\bdespite\b|\beven though\b"
)
_STOPS = re2.compile(r"[.!?。！？\n]+")


class Harm(msgspec.Struct, frozen=True):
    start: int
    end: int
    mood: float


def harms(text: str) -> Iterator[Harm]:
    """What is told as harm, or as a bargain, by its shape alone; ``text`` is normalised."""
    pattern = _TOLD_ZH if _HAN.search(text) else _TOLD_EN
    for found in pattern.finditer(text):
        yield Harm(found.start(), found.end(), _mood(found))


def _mood(found: Any) -> float:
    if found.group("harm"):
        return HARM
    return -HARM if found.group("fine") else _bargain(found.group("paid"), found.group("given"))


def _bargain(paid: str, given: str | None) -> float:
    """A low price for a high thing is praise; a high price for a low or unnamed thing is none."""
    cheap, poor = _is_low(paid), given is None or _is_low(given)
    if cheap and not poor:
        return 1.2
    return 0.0 if cheap else -1.2 if poor and given else 0.0


def _is_low(word: str) -> bool:
    return word in _LOW_ZH or bool(_LOW_ENGLISH.match(word))


class Contrasts:
    """Where a text turns, as weights for what stands before and behind."""

    def __init__(self, text: str) -> None:
        found = [(one.start(), one.group("turn")) for one in _TURNS.finditer(text)]
        self._turns = [at for at, turn in found if turn]
        self._concessions = [at for at, turn in found if not turn]
        has_any = bool(self._turns or self._concessions)
        self._stops = [found.start() for found in _STOPS.finditer(text)] if has_any else []

    def weight(self, at: int) -> float:
        """What a word at ``at`` weighs: less before a turn or in a concession, more behind a turn in its sentence."""
        if not self._turns and not self._concessions:
            return 1.0
        sentence = bisect_right(self._stops, at)
        behind = any(self._same(turn, sentence) for turn in self._turns if turn <= at)
        before = any(
            at < turn <= at + REACH and bisect_right(self._stops, turn) - sentence <= 1 for turn in self._turns
        )
        conceded = any(turn <= at and self._same(turn, sentence) for turn in self._concessions) and not behind
        if before or conceded:
            return BEFORE
        return AFTER if behind else 1.0

    def _same(self, turn: int, sentence: int) -> bool:
        return bisect_right(self._stops, turn) == sentence
