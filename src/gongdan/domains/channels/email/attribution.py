"""How mail programs introduce what they quote: separators, header blocks, "… wrote:" lines, in many languages.

Every function looks at lines of text and says where a quote begins; none decides what to keep (see ``quotes``).
Punctuation is read as ASCII or full-width alike.
"""

import re

MARKER = "##- 请在此行上方回复 / reply above this line -##"
"""Stands in every mail that we send: the one sign of a quote that we control."""

_OWN_MARKER = re.compile(r"##-\s*(?:请在此行上方回复|reply above this line)", re.I)

_SEPARATOR = re.compile(
    r"^[>\s|]*[-_=—─*]{2,}\s*(?:原始邮件|邮件原件|原邮件|原信件|原始信件|原始郵件|原郵件|回复的原邮件|回复邮件"
    r"|转发邮件信息|转发邮件|转发的邮件|被转发邮件"
    r"|轉寄郵件|轉寄的郵件|original(?: (?:message|appointment|mail|e-?mail))?|forwarded (?:message|by .{1,60})"
    r"|reply message"
    r"|urspr[üu]ngliche (?:nachricht|mail)|originalnachricht|weitergeleitete nachricht|message (?:d'origine"
    r"|original|originale|transféré)"
    r"|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|doorgestuurd bericht"
    r"|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|исходное сообщение|пересылаемое сообщение"
    r"|wiadomość oryginalna|元のメッセージ|転送メッセージ)\s*:?\s*[-_=—─*]{2,}\s*$"
    r"|^[>\s]*(?:begin forwarded message|début du message réexpédié|anfang der weitergeleiteten nachricht"
    r"|下面是被转发的邮件)\s*[:：]\s*$",
    re.I,
)
_DASHED = re.compile(r"^[>\s]*-{2,}\s?.{1,200}\b(?:wrote|schrieb|写道)\s?-{2,}\s*$", re.I)
_GLUED = re.compile(
    r"(?m)^(?P<new>\S[^\n]{0,400}?)[ -]*(?P<intro>\bOn (?:Mon|Tue|Wed|Thu|Fri|Sat"
    r"|Sun)\w*, [^\n]{6,150} wrote:)[ \t]*(?=\n>)"
)
_RULE = re.compile(r"^[\s>]*[-_=*~—─]{3,}\s*$")

_KINDS = {
    "from": "from|de|von|da|van|från|fra|od|от|отправитель|发件人|寄件者|寄件人|差出人|送信者|发信人",
    "sent": "sent(?: on)?|date|envoyé(?: le)?|gesendet(?: am)?|datum|verzonden|skickat|sendt|inviato"
    "|enviado(?: el| em)?|data|fecha"
    "|wysłano|дата|отправлено|发送时间|发送日期|发件时间|日期|时间|發送時間|寄件日期|傳送時間|送信日時|日時"
    "|message du|dato",
    "to": "to|à|a|an|aan|till|til|para|do|кому|收件人|收件者|收信人|宛先|destinataire",
    "subject": "subject|objet|betreff|onderwerp|ämne|emne|oggetto|asunto|assunto|temat|тема|主题|主\\s*题|主旨"
    "|主題|標題|标题|件名",
    "cc": "cc|bcc|copie à|kopie|kopia|抄送|副本|密送|копия|reply-to|回复|importance|重要性|attachments?|附件",
}
_LABEL = re.compile(
    r"^[\s>|]*[*_]{0,2}\s*(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS.items())
    + r")\s*[*_]{0,2}\s*[:：]",
    re.I,
)
_DATED_OR_ADDRESSED = re.compile(r"@|\d{4}|\d{1,2}[:：.]\d{2}|mailto:", re.I)

_WROTE = re.compile(
    r"\b(?:wrote|writes|schrieb|a écrit|escribió|escribio|escreveu|schreef|ha scritto|napisał(?:\(a\)|a)?|skrev"
    r"|skreiv|napsal(?:\(a\)|a)?"
    r"|написала?|пишет|писал|kirjoitti|yazdı|scrisese|a scris|írta|rašė|skrifaði|kirjutas|έγραψε|geschreven"
    r"|đã viết)\b|写道|寫道|写到|来信|書きました|님이 작성|כתב(?:ה)?",
    re.I,
)
_PARTY_WROTE = re.compile(r"<[^<>\s]+@[^<>\s]+>\s*(?:" + _WROTE.pattern + r")\s*[:：]\s*$", re.I)
_SENT = re.compile(r"\bsent\s*:\s*$", re.I)
_ENDS = re.compile(r"[:：]\s*\*?\s*$")
_BEGINS = re.compile(
    r"^[\s>*]*(?:on\b|am\b|le\b|el\b|em\b|op\b|vào\b|il\b|w dniu\b|dnia\b|den\b|dne\b|den\b|på\b|в\b|at\b|in\b"
    r"|quoting\b|from\b|στις\b|תאריך|ב|2024|20\d\d|19\d\d"
    r"|\d{1,2}[./-]\d|\d{1,2}:\d\d|\d{1,2} \w{3,9}\.? \d|(?:mon|tue|wed|thu|fri|sat|sun)\w*\b|понедельник"
    r"|вторник|сред[ау]|четверг|пятниц|суббот|воскресенье"
    r"|на\b|за\b|在|于|於|星期|周[一二三四五六日]|\d{4}年)",
    re.I,
)
_DATE = re.compile(r"\d{1,2}[:：.h]\d{2}|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}月\d{1,2}日")
_ADDRESSED = re.compile(r"[<\[(\"]?[^\s<>]+@[^\s<>]+[>\])\"]?\s*[:：]\s*$")
_MAX_LINES = 4
_MAX_LENGTH = 600


def unglued(text: str) -> str:
    """``text`` with an introduction that stands behind the writer's last words moved to a line of its own."""
    return _GLUED.sub(r"\g<new>\n\g<intro>", text) if " wrote:" in text else text


def is_own_marker(line: str) -> bool:
    return bool(_OWN_MARKER.search(line))


def is_separator(line: str) -> bool:
    """A dashed title ("-----原始邮件-----", "--- Original Message ---", "Begin forwarded message:")."""
    return bool(_SEPARATOR.match(line) or _DASHED.match(line))


def is_rule(line: str) -> bool:
    """A line drawn with punctuation."""
    return bool(_RULE.match(line))


def header_block(lines: list[str], at: int) -> int:
    """Length in lines of the quoted header block (From, Sent, To, Subject …) that begins at ``at``; 0 where none does.

    Three different labels make one, or two where an address follows "From"; some address, year or time must stand in
    it, so that a writer's own "From: Paris, To: Rome" is none.
    """
    first = _LABEL.match(lines[at])
    if not first or first.lastgroup not in ("from", "sent", "subject", "to"):
        return 0
    kinds: set[str] = set()
    end = at
    for index in range(at, min(at + 14, len(lines))):
        label = _LABEL.match(lines[index])
        if label and label.lastgroup:
            kinds.add(label.lastgroup)
            end = index
        elif index > end + 2 or (not lines[index].strip() and len(kinds) >= 3):
            break
    block = "\n".join(lines[at : end + 1])
    enough = len(kinds) >= 3 or (
        len(kinds) == 2 and "@" in block and (first.lastgroup == "from" or bool(_DATE.search(block)))
    )
    return end - at + 1 if enough and _DATED_OR_ADDRESSED.search(block) else 0


def attribution(lines: list[str], at: int) -> int:
    """Length in lines of the "On …, … wrote:" that begins at ``at`` and may be wrapped; 0 where none does."""
    joined, taken = "", 0
    for index in range(at, min(at + 2 * _MAX_LINES, len(lines))):
        line = lines[index].strip(" >*")
        if not line:
            # Only one program leaves a blank line here: between the name and its "<".
            if taken and index + 1 < len(lines) and lines[index + 1].lstrip().startswith("<"):
                continue
            return 0
        joined, taken = f"{joined} {line}".strip(), taken + 1
        if taken > _MAX_LINES or len(joined) > _MAX_LENGTH:
            return 0
        if _ENDS.search(joined) and _introduces(joined):
            return index - at + 1
        if taken == 1 and not _BEGINS.match(joined) and "<" not in joined:
            return 0
    return 0


def _introduces(line: str) -> bool:
    dated, begins = bool(_DATE.search(line)), bool(_BEGINS.match(line))
    if _WROTE.search(line):
        return (begins and (dated or "@" in line)) or (dated and "<" in line) or bool(_PARTY_WROTE.search(line))
    if _SENT.search(line):
        return begins and dated and "@" in line
    return begins and dated and bool(_ADDRESSED.search(line))
