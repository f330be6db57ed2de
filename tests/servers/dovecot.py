"""A real IMAP server: Debian's dovecot, with one account, in a temporary folder."""

import datetime
import getpass
import os
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.folder import open_folder

BINARY = "/usr/sbin/dovecot"
USER, PASSWORD = "support@example.com", 'geheim "1" \\ 密'

CONFIG = """\
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
ssl = yes
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login{xoauth2}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/Maildir
mailbox_list_index = no
imap_id_send = name *
{unprivileged}
{oauth2}
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = scheme=plain {folder}/users
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""


def is_installed() -> bool:
    return Path(BINARY).exists()


@dataclass(frozen=True)
class Dovecot:
    folder: Path
    port: int
    tls_port: int
    trust: ssl.SSLContext

    def deliver(self, raw: bytes, *, name: str) -> None:
        """Put a message into the inbox as a delivery agent does: written apart, then moved in."""
        inbox = self.folder / "mail" / "Maildir"
        waiting = inbox / "tmp" / name
        waiting.write_bytes(raw)
        if os.geteuid() == 0:
            os.chown(waiting, *_mail_owner())
        waiting.rename(inbox / "new" / name)

    def drop_connections(self) -> None:
        """Close every client's connection, as a restart of the server does."""
        subprocess.run(
            ["/usr/bin/doveadm", "-c", self.folder / "dovecot.conf", "kick", "*"], capture_output=True, check=False
        )

    def renumber(self) -> None:
        """Forget all UIDs: the folder gets another UIDVALIDITY."""
        for name in (
            "dovecot-uidlist",
            "dovecot.index",
            "dovecot.index.log",
            "dovecot.index.cache",
            "dovecot-uidvalidity",
        ):
            (self.folder / "mail" / "Maildir" / name).unlink(missing_ok=True)
        for path in (self.folder / "mail" / "Maildir").glob("dovecot-uidvalidity.*"):
            path.unlink()


@contextmanager
def dovecot(*, introspection: str | None = None) -> Iterator[Dovecot]:
    """Run the server in a folder of its own until the block ends. With ``introspection``, the URL at which a provider
    says whose token one is, it takes XOAUTH2 too."""
    with open_folder() as folder, _running(folder, introspection) as server:
        yield server


@contextmanager
def _running(folder: Path, introspection: str | None) -> Iterator[Dovecot]:
    port, tls_port = _free_port(), _free_port()
    trust = _certificate(folder)
    _mail_folder(folder)
    (folder / "users").write_text(f"{USER}:{{plain}}{PASSWORD}\n", encoding="utf-8")
    config = folder / "dovecot.conf"
    config.write_text(_config(folder, port, tls_port, introspection), encoding="utf-8")
    process = subprocess.Popen([BINARY, "-F", "-c", str(config)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port, process, folder)
        yield Dovecot(folder, port, tls_port, trust)
    finally:
        process.terminate()
        process.wait(timeout=20)


OAUTH2 = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
"""


def _config(folder: Path, port: int, tls_port: int, introspection: str | None) -> str:
    uid, gid = _mail_owner()
    unprivileged = ""
    if os.geteuid() != 0:
        me = getpass.getuser()
        unprivileged = (
            f"default_internal_user = {me}\ndefault_login_user = {me}\ndefault_internal_group = {os.getgid()}\n"
        )
    if introspection is not None:
        asks = f"introspection_mode = post\nintrospection_url = {introspection}\nusername_attribute = username\n"
        asks += "active_attribute = active\nactive_value = true\n"
        (folder / "oauth2.conf").write_text(asks, encoding="utf-8")
    return CONFIG.format(
        folder=folder,
        port=port,
        tls_port=tls_port,
        uid=uid,
        gid=gid,
        unprivileged=unprivileged,
        xoauth2=" xoauth2" if introspection else "",
        oauth2=OAUTH2.format(folder=folder) if introspection else "",
    )


def _mail_owner() -> tuple[int, int]:
    return (65534, 65534) if os.geteuid() == 0 else (os.getuid(), os.getgid())


def _mail_folder(folder: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (folder / "mail" / "Maildir" / name).mkdir(parents=True)
    (folder / "state").mkdir()
    if os.geteuid() == 0:
        for path in (folder / "mail", *(folder / "mail").rglob("*")):
            os.chown(path, *_mail_owner())


def _certificate(folder: Path) -> ssl.SSLContext:
    """A certificate for 127.0.0.1, and the context that trusts it alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return ssl.create_default_context(cafile=str(folder / "cert.pem"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    log = folder / "dovecot.log"
    raise RuntimeError(f"dovecot did not start: {log.read_text() if log.exists() else 'no log'}")
