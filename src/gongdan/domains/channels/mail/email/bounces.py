"""What a bounce says: which addresses failed, with which status, whether the address is dead, and which mail it was.

Read from the machine part (RFC 3464) where there is one, else from the words of the mail program that wrote it.
"""

import re

import msgspec
import re2

from gongdan.domains.channels.mail.email.contents.service_notes import ServiceNote, told_as_json
from gongdan.domains.channels.mail.email.mime.addresses import addresses
from gongdan.domains.channels.mail.email.mime.headers import message_ids
from gongdan.domains.channels.mail.email.mime.parts import split
from gongdan.domains.channels.mail.email.parse import ParsedMail

MAX_RECIPIENTS = 100
_MAX_LOOKED_AT = 100_000
_MOST_LISTED = 1_000
_LONGEST_WORDS = 4_000

_STATUS = re2.compile(r"(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?:$|[^\d.])")
_CODE = re2.compile(r"(?i)(?:^|[^\d.:-])([45]\d\d)[ -] ?(bytes|kb|mb)?")
_ADDRESS = re2.compile(r"(?i)[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9][a-z0-9.-]*")
_ALONE = re2.compile(
    r"(?im)^[ \t>*•·-]*(?:to|rcpt to|recipient|failed recipient|original recipient|收件人)?[ \t]*[:：]?[ \t]*[<\"'(\[]*"
    r"([a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9][a-z0-9.-]*)[>\"')\]]*"
    r"(?:\.?[ \t]*$|[ \t]*(?:[:：,;；、(（]|-[ \t]|\.\.\.))"
)
"""An address that begins a line and has it to itself, as programs list those that failed."""
_ORIGINAL = re2.compile(r"(?im)^[> \t]*message-id:\s*(<[^<>\s]+>)")
_RETURNED_TO = re2.compile(r"(?im)^[> \t]*to:[ \t]*([^\n]+)")
_FIELD = re2.compile(r"(?i)^(final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code):")
_ORIGINAL_BELOW = re2.compile(
    r"(?im)^(?:[-=_ ]*(?:below this line|original message|included is a copy|(?:original|returned"
    r"|message) (?:message|headers) follow|this is a copy of|returned message|unsent message"
    r"|.{0,40}原邮件|.{0,20}原始邮件).*|(?:received|return-path|delivered-to): .*)$"
)

_SOFT_WORDS = re2.compile(
    r"(?i)quota|full\b|over ?limit|exceeded|too (?:large|many|big)|temporar|try again|retry|greylist|spam|blacklist"
    r"|block|policy|reputation|denied|suspend|inactive|disabled|deactivat|expired|timed? ?out|connection refused|virus"
    r"|dmarc|spf|dkim|reverse dns|ptr|relay|loop|prohibit|content|not permitted|not authori[sz]ed|restrict"
    r"|空间不足|已满|超过|拒收|反垃圾|频率"
)
_DEAD_WORDS = re2.compile(
    r"(?i)(?:user|recipient|mailbox|account|address|alias|addressee|utilisateur|destinataire|benutzer)[^\n]{0,60}"
    r"(?:unknown|not found|does ?n[o']t exist|not exist|no longer|not known|not recogni[sz]ed|invalid"
    r"|is not valid|inconnu|rejected: access denied)"
    r"|(?:unknown|invalid|no such|nonexist\w*|non-exist\w*|bad|undefined|illegal|not a valid|no valid|aucun"
    r"|not a known)"
    r"[^\n]{0,20}(?:user|recipient|mailbox|account|address|alias|person|destination|local|addressee|host|domain"
    r"|userid|final delivery userid)"
    r"|no mailbox(?:es)? (?:here|by|found)|not our customer|user doesn't have|not listed in|no such (?:host"
    r"|domain|name)|no one (?:here )?by that name|nobody (?:here )?by that name"
    r"|host (?:or domain name )?(?:unknown|not found)|domain[^\n]{0,40}(?:not found|does ?n[o']t exist"
    r"|not exist|no longer exist)"
    r"|name or service not known|nxdomain|null mx|does not accept (?:e?mail|smtp)|illegal host|unrouteable|has moved"
    r"|\b(?:no|without|lacks|find|missing)\b[^\n]{0,20}\b(?:mx|mail exchangers?|mail servers?)\b"
    r"|\bmx[^\n]{0,20}not found|can't find any|cannot find your recipient"
    r"|用户不存在|收件人不存在|地址不存在|无此用户|邮箱不存在|无此邮箱|查无此人"
    r"|没有(?:找到)?(?:这个|该|此)?(?:用户|收件人|邮箱)|(?:没有|无)\s?MX|域名不存在|无效的收件人"
)
_OF_SENDER = re2.compile(r"(?i)[^\n]{0,60}(?:sender|mail from|envelope from|发件人|发信人|发送者)[^\n]{0,80}")
_DEAD_STATUS = frozenset(("5.1.0", "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.4.4", "5.7.27"))
_ROLES = ("postmaster@", "mailer-daemon@", "abuse@")


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
    told = told_as_json(mail.text)
    if told is not None:
        return Bounce(recipients=_from_service(told), original_ids=told.original_ids)
    found = _from_report(report[:_MAX_LOOKED_AT], mail.text) if report else []
    return Bounce(recipients=tuple((found or _from_words(mail))[:MAX_RECIPIENTS]), original_ids=_original_ids(mail))


def _from_service(told: ServiceNote) -> tuple[FailedRecipient, ...]:
    """A service says itself whether an address is dead."""
    return tuple(
        FailedRecipient(
            address=one.address,
            status=one.status or None,
            code=_code(one.diagnostic),
            is_hard=told.kind == "bounce" and told.is_permanent,
            diagnostic=one.diagnostic[:500],
        )
        for one in told.recipients
        if "@" in one.address
    )


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
        key = _normal(address.group())
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
    named = _ADDRESS.findall(" ".join(mail.headers.get("x-failed-recipients", ()))[:_MAX_LOOKED_AT])
    listed = {place: address for place, address in _listed(notice) if address not in own}
    if named or len(set(listed.values())) > 1:
        return _one_by_one([_normal(address) for address in named] or list(listed.values()), listed, notice)
    # A notice names the failed address once more in the server's answer, and the server's help desk further down.
    spoken = (address for found in _ADDRESS.findall(notice) if (address := _normal(found)) not in own)
    kept = [*listed.values(), *(address for address in spoken if not address.startswith(_ROLES))]
    kept = kept or _addressees(mail, text)
    status = _STATUS.search(notice)
    return [_failed(address, status.group(1) if status else None, "", notice) for address in kept[:1]]


def _listed(notice: str) -> list[tuple[int, str]]:
    """(place, address) of each that has a line to itself."""
    found = ((line.start(1), _normal(line.group(1))) for line in _ALONE.finditer(notice))
    return [(place, address) for place, address in found if not address.startswith(_ROLES)][:_MOST_LISTED]


def _one_by_one(named: list[str], listed: dict[int, str], notice: str) -> list[FailedRecipient]:
    """Each address with the words below it, up to the next one; with the whole notice where it is not listed."""
    places = sorted(listed)
    words = {
        listed[place]: notice[place : min([*places[index + 1 : index + 2], place + _LONGEST_WORDS])]
        for index, place in reversed(list(enumerate(places)))
    }
    shared = notice[:_LONGEST_WORDS]
    found: list[FailedRecipient] = []
    for address in list(dict.fromkeys(named))[:MAX_RECIPIENTS]:
        own = words.get(address, "")
        said = own if _STATUS.search(own) or _code(own) or _DEAD_WORDS.search(own) else shared
        status = _STATUS.search(said)
        found.append(_failed(address, status.group(1) if status else None, "", said))
    return found


def _normal(address: str) -> str:
    return address.lower().rstrip(".-")[:320]


def _addressees(mail: ParsedMail, text: str) -> list[str]:
    """To whom the returned mail went, for notices that name nobody; nobody where it went to several."""
    returned = next(
        (split(file.payload[:_MAX_LOOKED_AT]) for file in mail.attachments if file.type == "message/rfc822"), None
    )
    line = _RETURNED_TO.search(text)
    said = line.group(1)[:_LONGEST_WORDS].encode() if line else None
    named = addresses(returned.raw("to")) if returned else addresses(said)
    found = [party.address for party in named if party.is_reachable]
    return found if len(found) == 1 else []


def _failed(address: str, status: str | None, diagnostic: str, notice: str) -> FailedRecipient:
    words = diagnostic or notice
    code = _code(words)
    return FailedRecipient(
        address=address[:320],
        status=status,
        code=code,
        is_hard=_is_dead(status, code, diagnostic, notice),
        diagnostic=" ".join(words[:_LONGEST_WORDS].split())[:500],
    )


def _code(words: str) -> int | None:
    """The first reply code; a number of bytes is none."""
    found = (code for code in _CODE.finditer(words) if not code.group(2))
    return next((int(code.group(1)) for code in found), None)


def _is_dead(status: str | None, code: int | None, diagnostic: str, notice: str) -> bool:
    """Words weigh more than codes, the server's own more than the notice's; a temporary failure kills nothing, and what
    was refused for its sender says nothing of the receiver."""
    if (status or "").startswith("4") or (code is not None and 400 <= code < 500):
        return False
    mailbox_exists = (status or "").startswith("5.2.")
    is_of_sender = False
    for words in (diagnostic, notice):
        kept = _OF_SENDER.sub("", words)
        is_of_sender |= kept != words
        dead, soft = _DEAD_WORDS.search(kept), _SOFT_WORDS.search(kept)
        if dead and (not soft or (status in _DEAD_STATUS and not mailbox_exists)):
            return True
        if soft:
            return False
    return status in _DEAD_STATUS and not is_of_sender


def _around(text: str, address: str) -> str:
    at = text.lower().find(address)
    return text[max(at - 200, 0) : at + 600] if at >= 0 else text[:800]


def _original_ids(mail: ParsedMail) -> tuple[str, ...]:
    found: list[str] = []
    for file in mail.attachments:
        if file.type in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global"):
            found += message_ids(split(file.payload[:_MAX_LOOKED_AT]).raw("message-id"))
    if not found:
        found += [name.strip("<>")[:500] for name in _ORIGINAL.findall(mail.text[:_MAX_LOOKED_AT])]
    return tuple(dict.fromkeys(found))[:5]
