"""Whether the servers of a mailbox let us in now; and where they do not, at which step and why."""

import asyncio
from typing import Final

from gongdan.domains.channels.contract.room import Mailroom
from gongdan.domains.channels.contract.setup import AccountCheck, Way
from gongdan.domains.channels.errors import SecretUnreadable
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
        reading = imap_server(mailbox, room.secret, room.inside, timeout_s=_PATIENCE_S)
        sending = smtp_server(mailbox, room.secret, room.inside, timeout_s=_PATIENCE_S)
    except SecretUnreadable:
        return [AccountCheck(way="reads" if mailbox.settings.imap else "sends", step="login", fault="secret")]
    tried = await asyncio.gather(
        _read(room, reading) if reading else _nothing(),
        _sent(room, sending, mailbox.address) if sending else _nothing(),
    )
    return [one for checks in tried for one in checks]


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
    return _steps("reads", server.host, server.port, fault, said, {"folder": server.folder})


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
    return _steps("sends", server.host, server.port, fault, said, {"address": address})


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
    way: Way, host: str, port: int, fault: LineFault | None, said: str, params: dict[str, str]
) -> list[AccountCheck]:
    """The steps that were made, up to the one that failed. Pure."""
    failed = None if fault is None else _STEP_OF.get(fault, "speak")
    made: list[AccountCheck] = []
    for step in STEPS[way]:
        if step != failed:
            made.append(AccountCheck(way=way, step=step))
            continue
        provider = of_host(host)
        is_code = fault == "login" and provider is not None
        found = {"host": host, "port": str(port), **params, **({"login": provider.login} if provider else {})}
        made.append(
            AccountCheck(
                way=way,
                step=step,
                fault="login_provider" if is_code else fault,
                said=said if fault in _TELLING else "",
                params=found,
            )
        )
        break
    return made
