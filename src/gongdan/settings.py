"""What an operator decides per installation, read once from the environment (``GONGDAN_…``), bounded and checked.

Everything that an administrator decides at run time is policy or a row, never a setting.
"""

import os
import secrets
from collections.abc import Mapping
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from gongdan.kernel.errors import FieldFault, Refusal

PREFIX = "GONGDAN_"

Port = Annotated[int, msgspec.Meta(ge=1, le=65535)]
Host = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9.:_-]{1,253}$")]
DatabaseUrl = Annotated[str, msgspec.Meta(pattern=r"^postgres(ql)?://\S+$")]
WebUrl = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/?#]+(/[^\s?#]*)?$")]

Megabytes = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]

SECRET_BYTES = 32


class Networks(tuple[IPv4Network | IPv6Network, ...]):
    """Written as addresses and networks between commas."""


class SettingsInvalid(Refusal):
    """Environment variables break their bounds; ``faults`` names each variable and the reason."""

    code = "settings.invalid"
    status = 500


class SecretExposed(Refusal):
    """Other accounts may read the secret file."""

    code = "settings.secret_exposed"
    status = 500


class SecretBroken(Refusal):
    """The secret file holds no key of at least 32 bytes in hexadecimal digits."""

    code = "settings.secret_broken"
    status = 500


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """One field per environment variable: ``web_processes`` is ``GONGDAN_WEB_PROCESSES``."""

    data: Path = Path(".gongdan")
    """Directory of everything that must survive: database, files, secret key."""
    database_url: DatabaseUrl | None = None
    """Connection of the application role; None means the embedded server."""
    database_owner_url: DatabaseUrl | None = None
    """Connection of the role that migrates, for a server of one's own; by default ``database_url``."""
    database_worker_url: DatabaseUrl | None = None
    """Connection of the worker's role, for a server of one's own; by default ``database_url``."""
    row_security: bool = False
    """The second wall between workspaces, at a cost (spec 01, tenancy)."""
    host: Host = "127.0.0.1"
    port: Port = 8000
    public_url: WebUrl | None = None
    """Where people reach this installation, for links in mails; by default the address that is listened on."""
    trusted_proxies: Networks = Networks()
    """Networks, between commas, of the proxies before this service: only what they say in ``X-Forwarded-For`` is
    believed. Without them every request counts as its peer's."""
    upload_mb_per_person: Megabytes = 200
    """What a customer may upload in a day, and whoever holds the link to a ticket."""
    upload_mb_per_address: Megabytes = 500
    """What customers and guests at one network address may upload in a day."""
    upload_mb_per_workspace: Megabytes = 20_000
    """What all customers and guests of a workspace may upload in a day."""
    web_processes: Annotated[int, msgspec.Meta(ge=1, le=64)] = 1
    secret_file: Path | None = None
    """By default ``secret.key`` in the data directory; it is made when absent and belongs in no backup."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    disk_reserve_mb: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 512
    """MiB of the disk that are kept for the database: uploads are refused first, at twice as much (``infra.disk``)."""
    internal_hosts: Annotated[str, msgspec.Meta(max_length=4_000)] = ""
    """Servers inside the network that administrators may name for mailboxes: names, addresses and networks, with commas
    between (``mail.intern, 10.1.0.0/16``). Public servers may always be named."""
    worker_metrics_port: Port | None = None
    """Where a worker serves its Prometheus metrics; by default nowhere. Web processes serve theirs at ``/metrics``."""
    metrics_token: Annotated[str, msgspec.Meta(pattern=r"^[!-~]{16,200}$")] | None = None
    """By which ``/metrics`` may be read from elsewhere, as ``Authorization: Bearer …``; without it only on loopback."""
    demo: bool = False
    """Make the demo workspace at the first start. Its accounts are no secret: never on a real service."""
    test_data: Path | None = None
    """Only read by the test suite."""

    @property
    def inside(self) -> tuple[str, ...]:
        """``internal_hosts`` one by one."""
        return tuple(one for part in self.internal_hosts.split(",") if (one := part.strip()))

    @property
    def base_url(self) -> str:
        """The address that people use, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (self.public_url or f"http://{host}:{self.port}").rstrip("/")


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; an empty variable counts as unset and a relative path starts at the working directory.

    Unknown variables are let be: orchestrators set some of their own under the name of a service.

    Raises:
        SettingsInvalid: values break their bounds.
    """
    values: dict[str, Any] = {}
    faults: list[FieldFault] = []

    for field in msgspec.structs.fields(Settings):
        name = PREFIX + field.name.upper()
        if not (text := environ.get(name, "").strip()):
            continue
        try:
            values[field.name] = msgspec.convert(_plain(text), field.type, strict=False, dec_hook=_path)
        except msgspec.ValidationError as error:
            faults.append(FieldFault(field=name, code="settings.out_of_bounds", params={"reason": str(error)}))

    if faults:
        raise SettingsInvalid(faults=tuple(faults))
    return _absolute(Settings(**values))


def secret(settings: Settings) -> bytes:
    """The installation's secret key, made on first use in a file that only its owner reads (mode 0600).

    Two processes that start together agree on one key.

    Raises:
        SecretExposed, SecretBroken: the file is no secret, or holds no whole key.
    """
    path = settings.secret_file or settings.data / "secret.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_once(path, secrets.token_hex(SECRET_BYTES) + "\n")
    if path.stat().st_mode & 0o077:
        raise SecretExposed(path=str(path))
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError:
        key = b""
    if len(key) < SECRET_BYTES:
        raise SecretBroken(path=str(path))
    return key


def _plain(text: str) -> str:
    """``on`` and ``off`` are the words of the documentation for booleans; msgspec reads ``true`` and ``false``."""
    return {"on": "true", "off": "false"}.get(text.lower(), text)


def _path(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value)).expanduser()
    if kind is Networks:
        return Networks(ip_network(one.strip(), strict=False) for one in str(value).split(",") if one.strip())
    raise NotImplementedError(kind)


def _absolute(settings: Settings) -> Settings:
    """Children may start in another directory, so no path stays relative."""
    return msgspec.structs.replace(
        settings,
        data=settings.data.absolute(),
        secret_file=settings.secret_file and settings.secret_file.absolute(),
        test_data=settings.test_data and settings.test_data.absolute(),
    )


def _write_once(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` unless another process was first; readers see the whole file or none."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
        file.flush()
        os.fsync(descriptor)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
