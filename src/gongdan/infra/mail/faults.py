"""What went wrong on the way to a mail server, as a word that can be explained to whoever set it up. Pure."""

import imaplib
import socket
import ssl
from collections.abc import Iterator
from typing import Final, Literal

import aiosmtplib
from imapclient.exceptions import CapabilityError, LoginError, ProtocolError

from gongdan.infra.outgoing import HostForbidden

LineFault = Literal[
    "inside",
    "name_unknown",
    "refused",
    "silent",
    "unreachable",
    "certificate_expired",
    "certificate_name",
    "certificate_unknown",
    "not_tls",
    "no_starttls",
    "no_greeting",
    "turned_away",
    "no_login",
    "login",
    "folder",
    "sender",
    "secret",
    "protocol",
]

_CERTIFICATE: Final[dict[int, LineFault]] = {10: "certificate_expired", 62: "certificate_name"}
"""Of OpenSSL (``X509_V_ERR_…``); any other is ``certificate_unknown``."""


def of_connecting(fault: BaseException) -> LineFault:
    """Why no connection came about."""
    match fault:
        case HostForbidden():
            return "inside"
        case socket.gaierror():
            return "name_unknown"
        case ConnectionRefusedError():
            return "refused"
        case TimeoutError():
            return "silent"
    return "name_unknown" if "no name" in str(fault) or "no address" in str(fault) else "unreachable"


def of_speaking(fault: BaseException) -> LineFault:
    """Why a server that can be reached does not serve us: the innermost cause that says something."""
    found: LineFault = "protocol"
    for one in _causes(fault):
        if (known := _of(one)) is not None:
            found = known
    return found


def _causes(fault: BaseException) -> Iterator[BaseException]:
    """The fault, then what it was raised from, outermost first."""
    one: BaseException | None = fault
    for _ in range(10):
        if one is None:
            return
        yield one
        one = one.__cause__


def _of(fault: BaseException) -> LineFault | None:
    match fault:
        case HostForbidden():
            return "inside"
        case ssl.SSLCertVerificationError(verify_code=code):
            return _CERTIFICATE.get(code, "certificate_unknown")
        case ssl.SSLError():
            return "not_tls"
        case LoginError():
            return "login"
        case aiosmtplib.SMTPAuthenticationError():
            return "login"
        case aiosmtplib.SMTPSenderRefused():
            return "sender"
        case CapabilityError():
            return "no_starttls"
        case aiosmtplib.SMTPResponseException():
            return "turned_away"
        case ProtocolError():
            return "protocol"
        case TimeoutError() | aiosmtplib.SMTPTimeoutError():
            return "no_greeting"
        case ConnectionResetError() | aiosmtplib.SMTPServerDisconnected() | imaplib.IMAP4.abort():
            return "no_greeting"
        case aiosmtplib.SMTPException():
            return _of_words(str(fault))
        case imaplib.IMAP4.error():
            return "folder"
    return None


def _of_words(text: str) -> LineFault | None:
    """The library tells these apart by their words alone."""
    upper = text.upper()
    if "STARTTLS" in upper:
        return "no_starttls"
    return "no_login" if "AUTH" in upper else None
