"""Whether the servers of a mailbox let us in now; and where they do not, at which step and why."""

import asyncio
from typing import Final, Literal

from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.contract.setup import AccountCheck, Way
from gongdan.domains.channels.errors import ProviderUnclear, ProviderUnreachable, SecretUnreadable, SignInNeeded
from gongdan.domains.channels.mail.oauth.tokens import access_token
from gongdan.domains.channels.mail.presets import of_host
from gongdan.domains.channels.mail.settings import MailAccount, imap_server, smtp_server
from gongdan.infra import outgoing
from gongdan.infra.mail import smtp
from gongdan.infra.mail.faults import LineFault, of_connecting, of_speaking
from gongdan.infra.mail.imap import open_mailbox
from gongdan.infra.mail.imap_line import ImapServer
from gongdan.infra.mail.smtp import SmtpServer
from gongdan.infra.outgoing import HostForbidden
from gongdan.kernel.errors import Refusal

_PATIENCE_S: Final = 10.0
"""Somebody waits for the answer: shorter than when mail is read."""
_LONGEST_S: Final = 30.0

GRANT: Final = "grant"
"""The step before all others, where a provider grants access."""
STEPS: Final[dict[Way, tuple[str, ...]]] = {
    "reads": ("reach", "speak", "login", "folder"),
    "sends": ("reach", "speak", "login", "sender"),
}
_STEP_OF: Final[dict[LineFault, str]] = {
    "inside": "reach",
    "name_unknown": "reach",
    "refused": "reach",
    "silent": "reach",
    "unreachable": "reach",
    "no_login": "login",
    "login": "login",
    "secret": "login",
    "folder": "folder",
    "sender": "sender",
}
"""Any other fault is one of speaking."""
_TELLING: Final = frozenset({"login", "folder", "sender", "turned_away"})
"""Faults of which the server itself said why. Anything else may be the words of somebody else's service."""


async def checks_of(room: Mailroom, mailbox: MailAccount) -> list[AccountCheck]:
    """Go through all steps with both servers, as far as they lead; nothing is read or sent."""
    try:
        access = await access_token(room, mailbox, at_once=True)
        reading = imap_server(mailbox, room.secret, room.inside, access, timeout_s=_PATIENCE_S)
        sending = smtp_server(mailbox, room.secret, room.inside, access, timeout_s=_PATIENCE_S)
    except SecretUnreadable:
        return [AccountCheck(way="reads" if mailbox.settings.imap else "sends", step="login", fault="secret")]
    except (SignInNeeded, ProviderUnreachable, ProviderUnclear) as refused:
        return [_not_granted(way, refused) for way in _ways(mailbox)]
    tried = await asyncio.gather(
        _read(room, reading) if reading else _nothing(),
        _sent(room, sending, mailbox.address) if sending else _nothing(),
    )
    granted = [AccountCheck(way=way, step=GRANT) for way in _ways(mailbox)] if access is not None else []
    return [*granted, *(one for checks in tried for one in checks)]


def _ways(mailbox: MailAccount) -> list[Way]:
    ways: tuple[tuple[Way, object], ...] = (("reads", mailbox.settings.imap), ("sends", mailbox.settings.smtp))
    return [way for way, server in ways if server is not None]


GrantFault = Literal["consent", "consent_again", "provider_silent", "provider_unclear"]


def _not_granted(way: Way, refused: SignInNeeded | ProviderUnreachable | ProviderUnclear) -> AccountCheck:
    """Pure."""
    said, host = str(refused.members.get("reason", "")), str(refused.members.get("host", ""))
    fault: GrantFault = "provider_unclear"
    match refused:
        case SignInNeeded():
            fault = "consent_again" if said else "consent"
        case ProviderUnreachable():
            fault, said = "provider_silent", ""
    return AccountCheck(way=way, step=GRANT, fault=fault, said=said, params={"host": host})


async def _nothing() -> list[AccountCheck]:
    return []


async def _read(room: Mailroom, server: ImapServer) -> list[AccountCheck]:
    fault, said = await _reached(server), ""
    if fault is None:
        try:
            async with asyncio.timeout(_LONGEST_S), open_mailbox(server, tls=room.tls):
                pass
        except (Refusal, TimeoutError) as refused:
            fault = of_speaking(refused)
            said = str(refused.members.get("reason", "")) if isinstance(refused, Refusal) else ""
    return _steps("reads", server, fault, said, {"folder": server.folder, "user": server.user})


async def _sent(room: Mailroom, server: SmtpServer, address: str) -> list[AccountCheck]:
    fault, said = await _reached(server), ""
    if fault is None:
        try:
            async with asyncio.timeout(_LONGEST_S):
                failed = await smtp.probe(server, sender=address, tls=room.tls)
        except TimeoutError as late:
            fault = of_speaking(late)
        else:
            fault, said = (failed.why, failed.reason) if failed else (None, "")
    return _steps("sends", server, fault, said, {"address": address, "user": server.user or ""})


async def _reached(server: ImapServer | SmtpServer) -> LineFault | None:
    """A connection that is closed at once: what is wrong before a word is spoken is told apart from the rest."""
    try:
        line = await asyncio.to_thread(
            outgoing.connect, server.host, server.port, server.inside, timeout_s=server.timeout_s
        )
    except (HostForbidden, OSError) as fault:
        return of_connecting(fault)
    line.close()
    return None


def _steps(
    way: Way, server: ImapServer | SmtpServer, fault: LineFault | None, said: str, params: dict[str, str]
) -> list[AccountCheck]:
    """The steps that were made, up to the one that failed. Pure."""
    host, port, is_granted = server.host, server.port, server.access_token is not None
    failed = None if fault is None else _STEP_OF.get(fault, "speak")
    made: list[AccountCheck] = []
    for step in STEPS[way]:
        if step != failed:
            made.append(AccountCheck(way=way, step=step))
            continue
        provider = of_host(host)
        is_code = fault == "login" and provider is not None and not is_granted
        found = {"host": host, "port": str(port), **params, **({"login": provider.login} if provider else {})}
        made.append(
            AccountCheck(
                way=way,
                step=step,
                fault="login_provider" if is_code else "login_granted" if fault == "login" and is_granted else fault,
                said=said if fault in _TELLING else "",
                params=found,
            )
        )
        break
    return made
