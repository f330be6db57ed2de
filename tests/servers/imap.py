"""An IMAP server that lies, forgets, refuses and hangs up on command. It speaks as much of the protocol as we use."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass
class ImapPeer:
    """What the server holds, and how it is told to behave."""

    port: int = 0
    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    bad: dict[int, str] = field(default_factory=dict)
    """UID → how its FETCH goes: ``refused``, ``silent`` (left out), ``nil``, ``other`` (under another UID), ``long`` or
    ``short`` (its literal claims more or fewer bytes than come), ``endless`` (a line without end), ``garbled``,
    ``hangs_up``, or ``gone`` (somebody deleted it since)."""
    refuses: set[str] = field(default_factory=set)
    """Commands that get a no: ``LOGIN``, ``IDLE``, ``STORE``."""
    pushes: bool = False
    """IDLE says at once that there is something new, each time."""
    most: int | None = None
    """Commands of a connection before it hangs up."""
    lines: list[str] = field(default_factory=list)
    """What it was asked, without tags."""

    def asked(self, verb: str) -> int:
        return sum(verb in line.upper() for line in self.lines)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"* OK hi\r\n")
        told = 0
        try:
            while line := await reader.readline():
                told += 1
                if self.most is not None and told > self.most:
                    break
                tag, _, rest = line.decode().strip().partition(" ")
                self.lines.append(rest)
                await self._answer(tag, rest, reader, writer)
                await writer.drain()
        except ConnectionError:
            pass
        finally:
            writer.close()

    async def _answer(self, tag: str, rest: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        verb = rest.upper().removeprefix("UID ").split(" ")[0]
        if verb in self.refuses:
            writer.write(f"{tag} NO not today\r\n".encode())
            return
        if verb == "IDLE":
            writer.write(b"+ idling\r\n" + (b"* 9 EXISTS\r\n" if self.pushes else b""))
            await reader.readline()
        elif verb == "CAPABILITY":
            writer.write(b"* CAPABILITY IMAP4rev1 IDLE\r\n")
        elif verb == "SELECT":
            writer.write(f"* {len(self.mails)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] ok\r\n".encode())
        elif verb == "SEARCH":
            found = " ".join(str(uid) for uid in self._within(rest.split()[-1].strip("()")))
            writer.write(f"* SEARCH {found}\r\n".encode())
        elif verb == "FETCH" and not self._fetch(rest, writer):
            writer.write(f"{tag} NO [SERVERBUG] internal error\r\n".encode())
            return
        writer.write(f"{tag} OK done\r\n".encode())

    def _within(self, asked: str) -> list[int]:
        listed = sorted(uid for uid in self.mails if self.bad.get(uid) != "gone")
        if asked == "*":
            return sorted(self.mails)[-1:]
        if ":" in asked:
            first, last = (int(part) for part in asked.split(":"))
            return [uid for uid in sorted(self.mails) if first <= uid <= last]
        return [uid for uid in listed if str(uid) in asked.split(",")]

    def _fetch(self, rest: str, writer: asyncio.StreamWriter) -> bool:
        """Answer for each message; False refuses the command."""
        for at, uid in enumerate(self._within(rest.split()[2]), start=1):
            raw, how = self.mails[uid], self.bad.get(uid, "")
            if "SIZE" in rest:
                writer.write(f"* {at} FETCH (UID {uid} RFC822.SIZE {len(raw)})\r\n".encode())
                continue
            size, name = len(raw), uid
            match how:
                case "refused":
                    return False
                case "silent":
                    continue
                case "nil":
                    writer.write(f"* {at} FETCH (UID {uid} BODY[] NIL)\r\n".encode())
                    continue
                case "other":
                    name = uid + 1000
                case "long":
                    size += 3
                case "short":
                    size -= 3
                case "garbled":
                    writer.write(f"* {at} FETCH (UID x( BODY[] {{))))\r\n".encode())
                    continue
                case "endless":
                    for _ in range(1200):
                        writer.write(b"x" * 65536)
                    writer.close()
                case "hangs_up":
                    writer.close()
                    return True
            writer.write(f"* {at} FETCH (UID {name} BODY[] {{{size}}}\r\n".encode() + raw + b")\r\n")
        return True


@asynccontextmanager
async def imap_peer(**behaviour: object) -> AsyncIterator[ImapPeer]:
    """Run a server on a free loopback port until the block ends."""
    peer = ImapPeer(**behaviour)
    async with await asyncio.start_server(peer.talk, "127.0.0.1", 0) as listening:
        peer.port = listening.sockets[0].getsockname()[1]
        yield peer
