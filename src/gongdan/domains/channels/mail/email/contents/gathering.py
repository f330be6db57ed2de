"""The parts of a mail sorted: what is read, what is a file, what had to be unpacked first, what could not be read.

What could not be read is kept as a file and told in ``faults``; where the mail has no other text, its text says so too.
"""

import re

import msgspec

from gongdan.domains.channels.mail.email import html as markup
from gongdan.domains.channels.mail.email.contents import invitation, pgp, rtf, smime, tnef
from gongdan.domains.channels.mail.email.contents.files import Attachment, made, name_of, of_part
from gongdan.domains.channels.mail.email.contents.service_notes import REACTION, reaction_in
from gongdan.domains.channels.mail.email.mime.charset import decode
from gongdan.domains.channels.mail.email.mime.headers import parameters
from gongdan.domains.channels.mail.email.mime.parts import MimePart, split

MAX_TEXT = 1_000_000
MAX_CONTAINERS = 20
MAX_CONTAINER_DEPTH = 4
_LONGEST_REACTION = 300

_META_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.I)
_MARKS = re.compile(r"<[^<>]{0,100}>")
_SIDE_HTML = frozenset(("application/xhtml+xml", "text/x-amp-html", "text/watch-html"))

UNREADABLE = {
    "smime_encrypted": "（邮件经 S/MIME 加密，内容无法读取 · Encrypted with S/MIME: the content could not be read）",
    "smime_unreadable": "（S/MIME 邮件，内容无法读取 · An S/MIME container: the content could not be read）",
    "pgp_encrypted": "（邮件经 PGP 加密，内容无法读取 · Encrypted with PGP: the content could not be read）",
    "tnef_unreadable": "（winmail.dat，内容无法读取 · A winmail.dat: the content could not be read）",
    "container_not_opened": "（嵌套过多，部分内容未读取 · Nested too deeply: some of the content was not read）",
}
"""What stands for the text of a mail that has no other: in both languages, for whoever reads it."""


class Body(msgspec.Struct):
    """What the walk over the parts gathers, in the order of the mail."""

    texts: list[tuple[str, bool]] = []
    """(text or raw HTML, is it HTML) of each segment that a reader sees."""
    plain: list[str] = []
    is_told_in_html_only: bool = False
    """Whether some HTML has no plain alternative: then the plain parts (a list's footer, say) cannot stand for all."""
    reaction: str = ""
    """The picture that stands for all its words, where it is no more than a reaction to a mail."""
    instead: list[tuple[str, bool]] = []
    """What is read only where the mail has no other text: named inline parts, invitations."""
    files: list[Attachment] = []
    faults: list[str] = []

    @property
    def is_reaction(self) -> bool:
        """Whether its text says no more than the picture and who sent it by which program."""
        said = "\n".join(self.plain).strip()
        return bool(self.reaction) and said.startswith(self.reaction) and len(said) <= _LONGEST_REACTION

    @property
    def is_mute(self) -> bool:
        """Whether a reader sees no word of it, although there is something else that could speak."""
        if not self.instead and UNREADABLE.keys().isdisjoint(self.faults):
            return False
        return not any((markup.to_text(text) if is_html else text).strip() for text, is_html in self.texts)


class Gathering:
    """One walk, with the budget of containers that it may open."""

    def __init__(self) -> None:
        self.containers = 0
        self.depth = 0

    def gather(self, root: MimePart) -> Body:
        body = Body()
        self._part(root, body)
        for part in root.walk():
            body.faults += part.faults
        if body.is_reaction:
            body.texts, body.plain = [(body.reaction, False)], [body.reaction]
            body.files = [file for file in body.files if file.type != REACTION]
        if body.is_mute:
            _speak(body)
        return body

    def _part(self, part: MimePart, body: Body) -> None:
        disposition, options = parameters(part.raw("content-disposition") or b"")
        name = name_of(part, options)
        if part.parts and part.type == "multipart/alternative":
            self._choose(part, body)
        elif part.parts and part.type == "multipart/encrypted":
            _lock(part, body)
        elif part.parts:
            for below in part.parts:
                self._part(below, body)
        elif part.type in ("text/plain", "text/html") and disposition != "attachment" and not name:
            _read(part, body)
        elif part.type == REACTION:
            body.reaction = reaction_in(part.payload())
            body.files.append(of_part(part, name))
        elif not self._open(part, name, body):
            body.files.append(of_part(part, name))
            _keep_in_reserve(part, disposition, name, body)

    def _choose(self, part: MimePart, body: Body) -> None:
        """Alternatives say the same in several ways: text for reading, HTML for showing, anything else is a file."""
        branches: list[Body] = []
        for below in part.parts:
            branches.append(Body())
            self._part(below, branches[-1])
        segments = [segment for branch in branches for segment in branch.texts if segment[0].strip()]
        plain = [segment for segment in segments if not segment[1]]
        rich = [segment for segment in segments if segment[1]]
        body.texts += rich or plain
        body.plain += [segment[0] for segment in plain]
        body.is_told_in_html_only |= bool(rich) and not plain
        for branch in branches:
            body.reaction = body.reaction or branch.reaction
            body.instead += branch.instead
            body.files += branch.files
            body.faults += branch.faults

    def _open(self, part: MimePart, name: str, body: Body) -> bool:
        """Unpack a container in place of its file; False where it is none, or one that stays a file."""
        if smime.is_smime(part.type, name):
            return self._enter(body) and self._leave(self._smime(part, body))
        if part.type.endswith("ms-tnef") or name.lower() in ("winmail.dat", "win.dat"):
            payload = part.payload()
            if tnef.is_tnef(part.type, name, payload):
                return self._enter(body) and self._leave(self._tnef(payload, body))
        return False

    def _enter(self, body: Body) -> bool:
        if self.containers >= MAX_CONTAINERS or self.depth >= MAX_CONTAINER_DEPTH:
            body.faults.append("container_not_opened")
            return False
        self.containers += 1
        self.depth += 1
        return True

    def _leave(self, is_opened: bool) -> bool:
        self.depth -= 1
        return is_opened

    def _smime(self, part: MimePart, body: Body) -> bool:
        opened = smime.opened(part.payload())
        if not opened.content:
            if part.params.get("smime-type") != "certs-only":
                body.faults.append(f"smime_{opened.state}")
            return False
        if opened.state == "signed":
            body.faults.append("signed_unverified")
        inner = split(opened.content)
        self._part(inner, body)
        for below in inner.walk():
            body.faults += below.faults
        return True

    def _tnef(self, payload: bytes, body: Body) -> bool:
        found = tnef.read(payload)
        if not (found.text.strip() or found.html.strip() or found.files):
            body.faults += ["tnef_unreadable"] if found.is_cut else []
            return False
        if found.is_cut:
            body.faults.append("tnef_cut")
        # Outlook writes the plain text into the mail too; the container's own is for where it did not.
        body.instead.append((found.html, True) if found.html.strip() else (found.text, False))
        for file in found.files:
            if file.is_message and self._enter(body):
                self._leave(self._tnef(file.payload, body))
            else:
                body.files.append(
                    made(file.name, _media(file.media), file.payload, content_id=file.content_id[:500] or None)
                )
        return True


def _lock(part: MimePart, body: Body) -> None:
    """PGP/MIME (RFC 3156): files, none of which anybody here can read."""
    body.faults.append("pgp_encrypted")
    for below in part.parts:
        _, options = parameters(below.raw("content-disposition") or b"")
        name = name_of(below, options)
        body.files.append(
            of_part(below, name or ("" if below.type == "application/pgp-encrypted" else "encrypted.asc"))
        )


def _media(declared: str) -> str:
    found = declared.strip().lower()
    return found if re.fullmatch(r"[a-z0-9.+_-]{1,60}/[a-z0-9.+_-]{1,80}", found) else "application/octet-stream"


def _text_of(part: MimePart, body: Body) -> str:
    payload = part.payload()
    charset = part.params.get("charset")
    if part.type == "text/html" and not charset and (meta := _META_CHARSET.search(payload[:4_096])):
        charset = meta.group(1).decode("ascii")
    text, held = decode(payload, charset)
    if not held:
        body.faults.append("charset")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_TEXT:
        body.faults.append("text_cut")
    return text[:MAX_TEXT]


def _read(part: MimePart, body: Body) -> None:
    text = _text_of(part, body)
    if part.type == "text/html":
        body.texts.append((text, True))
        body.is_told_in_html_only = True
        return
    found = pgp.unarmoured(text)
    if found.is_signed:
        body.faults.append("signed_unverified")
    for block in found.blocks:
        body.faults.append("pgp_encrypted")
        body.files.append(made("encrypted.asc", "application/pgp-encrypted", block.encode()))
    body.texts.append((found.text, False))
    body.plain.append(found.text)


def _keep_in_reserve(part: MimePart, disposition: str, name: str, body: Body) -> None:
    """A file that can speak where the mail says nothing else."""
    if part.type == "text/calendar":
        body.instead.append((invitation.in_words(_text_of(part, body)), False))
    elif disposition == "attachment" and name:
        return
    elif part.type in ("text/plain", "text/html"):
        body.instead.append((_text_of(part, body), part.type == "text/html"))
    elif part.type in _SIDE_HTML:
        body.instead.append((_text_of(part, body), True))
    elif part.type in ("text/rtf", "application/rtf"):
        body.instead.append((rtf.to_text(part.payload()[: rtf.MAX_UNPACKED]), False))
    elif part.type in ("text/enriched", "text/richtext"):
        body.instead.append((_MARKS.sub("", _text_of(part, body)), False))
    elif part.type.startswith("text/") and not part.type.endswith("+json") and not name:
        body.instead.append((_text_of(part, body), False))


def _speak(body: Body) -> None:
    """Give a mail without text the next best one: what stands in its files, else what could not be read of it."""
    said = [(text, is_html) for text, is_html in body.instead if text.strip()]
    if not said:
        said = [(UNREADABLE[fault], False) for fault in dict.fromkeys(body.faults) if fault in UNREADABLE]
    body.texts += said
    body.plain += [text for text, is_html in said if not is_html]
    body.is_told_in_html_only |= any(is_html for _, is_html in said)
