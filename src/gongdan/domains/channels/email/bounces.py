"""What a bounce says: which addresses failed, with which status, whether the address is dead, and which mail it was.

Read from the machine part (RFC 3464) where there is one, else from the words of the mail program that wrote it.
"""

import re

import msgspec

from gongdan.domains.channels.email.mime.addresses import addresses
from gongdan.domains.channels.email.mime.headers import message_ids
from gongdan.domains.channels.email.mime.parts import split
from gongdan.domains.channels.email.parse import ParsedMail

MAX_RECIPIENTS = 100
_MAX_LOOKED_AT = 100_000

_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_CODE = re.compile(r"(?<![\d.:-])([45]\d\d)(?=[ -])(?! ?(?:bytes|kb|mb))", re.I)
_ADDRESS = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9][a-z0-9.-]{0,250}[a-z0-9]", re.I)
_ORIGINAL = re.compile(r"(?im)^[>\s]*message-id:\s*(<[^<>\s]{1,500}>)")
_RETURNED_TO = re.compile(r"(?im)^[>\s]*to:\s*([^\n]{3,400})")
_FIELD = re.compile(r"(?im)^(final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code):")
_ORIGINAL_BELOW = re.compile(
    r"(?im)^(?:[-=_ ]*(?:below this line|original message|included is a copy|(?:original|returned"
    r"|message) (?:message|headers) follow|this is a copy of|returned message|unsent message"
    r"|.{0,40}原邮件|.{0,20}原始邮件).*|(?:received|return-path|delivered-to): .*)$"
)

_SOFT_WORDS = re.compile(
    r"quota|full\b|over ?limit|exceeded|too (?:large|many|big)|temporar|try again|retry|greylist|spam|blacklist|block"
    r"|policy|reputation|denied|suspend|inactive|disabled|deactivat|expired|timed? ?out|connection refused|virus"
    r"|dmarc|spf|dkim|reverse dns|ptr|relay|loop|prohibit|content|not permitted|not authori[sz]ed|restrict"
    r"|空间不足|已满|超过|拒收|反垃圾|频率",
    re.I,
)
_DEAD_WORDS = re.compile(
    r"(?:user|recipient|mailbox|account|address|alias|addressee|utilisateur|destinataire|benutzer)[^\n]{0,60}"
    r"(?:unknown|not found|does ?n[o']t exist|not exist|no longer|not known|not recogni[sz]ed|invalid"
    r"|is not valid|inconnu|rejected: access denied)"
    r"|(?:unknown|invalid|no such|nonexist\w*|non-exist\w*|bad|undefined|illegal|not a valid|no valid|aucun"
    r"|not a known)"
    r"[^\n]{0,20}(?:user|recipient|mailbox|account|address|alias|person|destination|local|addressee|host|domain"
    r"|userid|final delivery userid)"
    r"|no mailbox(?:es)? (?:here|by|found)|not our customer|user doesn't have|not listed in|no such (?:host"
    r"|domain|name)"
    r"|host (?:or domain name )?(?:unknown|not found)|domain[^\n]{0,40}(?:not found|does ?n[o']t exist"
    r"|not exist|no longer exist)"
    r"|name or service not known|nxdomain|null mx|does not accept (?:e?mail|smtp)|illegal host|unrouteable|has moved"
    r"|can't find any|cannot find your recipient|用户不存在|收件人不存在|地址不存在|无此用户|邮箱不存在"
    r"|域名不存在|无效的收件人",
    re.I,
)
_OF_SENDER = re.compile(r"[^\n]{0,60}sender[^\n]{0,80}", re.I)
_DEAD_STATUS = frozenset(("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4", "5.7.27"))


class FailedRecipient(msgspec.Struct, frozen=True, kw_only=True):
    address: str
    status: str | None
    """Enhanced status code (RFC 3463), e.g. ``5.1.1``."""
    code: int | None
    """SMTP reply code."""
    is_hard: bool
    """The address is dead: stop sending there. Everything else may pass: full, blocked, deferred, refused by policy."""
    diagnostic: str


class Bounce(msgspec.Struct, frozen=True, kw_only=True):
    recipients: tuple[FailedRecipient, ...]
    original_ids: tuple[str, ...]
    """Message ids of the mail that came back, where the bounce carries it: the proof of where it belongs."""


def read_bounce(mail: ParsedMail) -> Bounce:
    """What ``mail``, already judged to be a bounce, says. No recipient where it names none."""
    report = next((file.payload for file in mail.attachments if file.type.endswith("delivery-status")), b"")
    found = _from_report(report[:_MAX_LOOKED_AT], mail.text) if report else []
    return Bounce(recipients=tuple((found or _from_words(mail))[:MAX_RECIPIENTS]), original_ids=_original_ids(mail))


def _from_report(report: bytes, text: str) -> list[FailedRecipient]:
    found: dict[str, FailedRecipient] = {}
    for block in re.split(r"\n[ \t]*\n", report.decode("utf-8", "replace").replace("\r\n", "\n")):
        fields = _fields(block)
        given = fields.get("final-recipient") or fields.get("original-recipient") or ""
        address = _ADDRESS.search(given)
        if not address or fields.get("action", "").lower() in ("delivered", "relayed", "expanded"):
            continue
        diagnostic = fields.get("diagnostic-code", "")
        status = _STATUS.search(fields.get("status", "")) or _STATUS.search(diagnostic)
        key = address.group().lower()
        found.setdefault(key, _failed(key, status.group(1) if status else None, diagnostic, _around(text, key)))
    return list(found.values())


def _fields(block: str) -> dict[str, str]:
    unfolded = re.sub(r"\n[ \t]+", " ", block.strip("\n"))
    lines = (line.partition(":") for line in unfolded.split("\n") if _FIELD.match(line))
    return {name.strip().lower(): value.strip()[:1_000] for name, _, value in lines}


def _from_words(mail: ParsedMail) -> list[FailedRecipient]:
    own = {mail.sender.address, *(party.address for party in mail.to)}
    text = mail.text[:_MAX_LOOKED_AT]
    below = _ORIGINAL_BELOW.search(text, min(80, len(text) // 4))
    notice = text[: below.start()] if below else text
    named = mail.headers.get("x-failed-recipients", ())
    failed = _ADDRESS.findall(" ".join(named)) or [a for a in _ADDRESS.findall(notice) if a.lower() not in own]
    failed = failed or _addressees(mail, text)
    # A notice names the failed address once more in the server's answer, and the server's help desk further down.
    kept = list(dict.fromkeys(address.lower() for address in failed))
    if not named:
        kept = [address for address in kept if not address.startswith(("postmaster@", "mailer-daemon@", "abuse@"))][:1]
    status = _STATUS.search(notice)
    return [_failed(address, status.group(1) if status else None, "", notice) for address in kept]


def _addressees(mail: ParsedMail, text: str) -> list[str]:
    """To whom the returned mail went, for notices that name nobody; nobody where it went to several."""
    returned = next(
        (split(file.payload[:_MAX_LOOKED_AT]) for file in mail.attachments if file.type == "message/rfc822"), None
    )
    line = _RETURNED_TO.search(text)
    named = addresses(returned.raw("to")) if returned else addresses(line.group(1).encode() if line else None)
    found = [party.address for party in named if party.is_reachable]
    return found if len(found) == 1 else []


def _failed(address: str, status: str | None, diagnostic: str, notice: str) -> FailedRecipient:
    words = diagnostic or notice
    code = _CODE.search(words)
    return FailedRecipient(
        address=address[:320],
        status=status,
        code=int(code.group(1)) if code else None,
        is_hard=_is_dead(status, int(code.group(1)) if code else None, diagnostic, notice),
        diagnostic=" ".join(words.split())[:500],
    )


def _is_dead(status: str | None, code: int | None, diagnostic: str, notice: str) -> bool:
    """Words weigh more than codes, the server's own more than the notice's; a temporary failure kills nothing."""
    if (status or "").startswith("4") or (code is not None and 400 <= code < 500):
        return False
    if (status or "").startswith("5.2."):
        return False  # the mailbox exists
    for words in (diagnostic, notice):
        words = _OF_SENDER.sub("", words)
        dead, soft = _DEAD_WORDS.search(words), _SOFT_WORDS.search(words)
        if dead and (not soft or status in _DEAD_STATUS):
            return True
        if soft:
            return False
    return status in _DEAD_STATUS


def _around(text: str, address: str) -> str:
    at = text.lower().find(address)
    return text[max(at - 200, 0) : at + 600] if at >= 0 else text[:800]


def _original_ids(mail: ParsedMail) -> tuple[str, ...]:
    found: list[str] = []
    for file in mail.attachments:
        if file.type in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"):
            found += message_ids(split(file.payload[:_MAX_LOOKED_AT]).raw("message-id"))
    if not found:
        found += [name.strip("<>") for name in _ORIGINAL.findall(mail.text[:_MAX_LOOKED_AT])]
    return tuple(dict.fromkeys(found))[:5]
