"""Whatever dies, and whenever: no acknowledged work is lost or doubled, nothing is sent twice (spec 01).

A service of its own works while its processes are killed at random: web, worker, PostgreSQL. Clients open and answer
tickets over HTTP, and send each request again with its key until it is acknowledged; mails come in from files. Then
everything is counted. ``GONGDAN_KILL_ROUNDS`` says how many kills; ``make soak`` runs 200.
"""

import json
import os
import random
import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import httpx
import msgspec
import psycopg
import pytest

from gongdan.demo import ADMIN
from gongdan.infra.db.server import EmbeddedServer
from tests.installed import Installation, installed
from tests.journeys.test_serve import command_of, descendants, serving, until
from tests.servers.smtp import SmtpPeer, smtp_peer

ROUNDS = int(os.environ.get("GONGDAN_KILL_ROUNDS", "10"))

pytestmark = [pytest.mark.serial, pytest.mark.slow, pytest.mark.timeout(600 + 60 * ROUNDS)]

CLIENTS = 3
PAUSE_S = 0.3
"""Between two tickets of a client: what comes in must not outrun the mails that go out, however many rounds there are."""
MAILS_PER_ROUND = 3
BACK_WITHIN_S = 90
LAST_ANSWER_WITHIN_S = 120
DRAINED_WITHIN_S = 180


class Acknowledged(msgspec.Struct):
    """What the service has promised: the key of a request → the ticket of its answer."""

    opened: dict[str, str] = {}
    replies: dict[str, str] = {}
    refused: list[str] = []
    """Answers that no client may get here."""


class Client:
    """Opens tickets and answers them, one request after the other; a request ends when it is acknowledged."""

    def __init__(self, name: str, installation: Installation, token: str, seen: Acknowledged) -> None:
        self._name = name
        self._url = f"{installation.url}/api/v1"
        self._token = token
        self._seen = seen
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let it finish what it has begun."""
        self._stopping.set()
        self._thread.join(LAST_ANSWER_WITHIN_S)
        assert not self._thread.is_alive(), f"{self._name} waits for an answer"

    def _work(self) -> None:
        with httpx.Client(timeout=10) as http:
            number = 0
            while not self._stopping.is_set():
                number += 1
                key = f"{self._name}-{number}"
                requester = {"mail": f"{key}@customer.test"}
                new = {"title": key, "text": "断电也不能丢。", "category": "inquiry", "requester": requester}
                ticket = self._until_acknowledged(http, "/tickets", key, new)
                self._seen.opened[key] = ticket
                self._until_acknowledged(http, f"/tickets/{ticket}/replies", f"{key}-reply", {"text": f"答复 {key}"})
                self._seen.replies[key] = ticket
                time.sleep(PAUSE_S)

    def _until_acknowledged(self, http: httpx.Client, path: str, key: str, body: Any) -> str:
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key}
        while True:
            try:
                answer = http.post(self._url + path, json=body, headers=headers)
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if answer.status_code == 201:
                return str(answer.json()["number"])
            if answer.status_code < 500 and answer.status_code != 409:
                self._seen.refused.append(f"{path}: {answer.status_code} {answer.text}")
            time.sleep(0.1)


class Bulk:
    """Tags many tickets at once, again and again, and takes every other time back; it ends when the last one ended."""

    def __init__(self, installation: Installation, token: str, seen: Acknowledged) -> None:
        self._http = httpx.Client(
            base_url=f"{installation.url}/api/v1", timeout=10, headers={"Authorization": f"Bearer {token}"}
        )
        self._seen = seen
        self._stopping = threading.Event()
        self.ended: list[dict[str, Any]] = []
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(DRAINED_WITHIN_S)
        assert not self._thread.is_alive(), "long work is under way for ever"

    def _work(self) -> None:
        number = 0
        while not self._stopping.is_set():
            numbers = list(self._seen.opened.values())
            if not numbers:
                time.sleep(0.1)
                continue
            number += 1
            change = {"kind": "tickets.change", "params": {"numbers": numbers, "add_tags": [f"bulk-{number}"]}}
            operation = self._carried_out("/operations", f"bulk-{number}", change)
            if number % 2:
                self._carried_out(f"/operations/{operation['id']}/undo", f"bulk-{number}-undo", None)

    def _carried_out(self, path: str, key: str, body: Any) -> dict[str, Any]:
        id = self._answer("POST", path, key, body)["id"]
        self._answer("POST", f"/operations/{id}/start", f"{key}-start", None)
        while (found := self._answer("GET", f"/operations/{id}", "", None))["state"] not in ("done", "failed"):
            time.sleep(0.1)
        self.ended.append(found)
        return found

    def _answer(self, method: str, path: str, key: str, body: Any) -> dict[str, Any]:
        headers = {"Idempotency-Key": key} if key else {}
        while True:
            try:
                answer = self._http.request(method, path, json=body, headers=headers)
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if answer.is_success:
                found: dict[str, Any] = answer.json()
                return found
            if answer.status_code < 500 and answer.status_code != 409:
                self._seen.refused.append(f"{path}: {answer.status_code} {answer.text}")
            time.sleep(0.1)


class Scene(msgspec.Struct):
    installation: Installation
    service: int
    """Its process."""
    database: EmbeddedServer
    peer: SmtpPeer
    token: str


@contextmanager
def scene() -> Iterator[Scene]:
    """A service with the demo and a mailbox that sends to a real SMTP server."""
    with installed() as installation, smtp_peer() as peer:
        installation.answer("demo", "--tickets", "12")
        with serving(installation) as process, EmbeddedServer(installation.directory / ".gongdan") as database:
            database.start()
            token = installation.answer("token", "create", "--user", ADMIN, "--scope", "all")["token"]
            account = {
                "kind": "mail",
                "address": "help@gongdan.test",
                "name": "客服",
                "settings": {"smtp": {"host": "127.0.0.1", "port": peer.port, "security": "plain"}},
            }
            bearer = {"Authorization": f"Bearer {token}"}
            added = httpx.post(f"{installation.url}/api/v1/channel-accounts", json=account, headers=bearer)
            assert added.status_code == 201, added.text
            yield Scene(installation, process.pid, database, peer, token)


def test_whatever_is_killed_nothing_is_lost_doubled_or_sent_twice() -> None:
    with scene() as here:
        seen = Acknowledged()
        clients = [Client(f"c{n}", here.installation, here.token, seen) for n in range(CLIENTS)]
        bulk = Bulk(here.installation, here.token, seen)
        mails = 0
        for _ in range(ROUNDS):
            time.sleep(random.uniform(0.2, 1.5))
            mails = put_mails(here, mails)
            importing = threading.Thread(target=here.installation.call, args=("import", "mail", "mails"))
            importing.start()
            kill_something(here)
            until(here.installation.is_ready, BACK_WITHIN_S, lambda: "the service does not come back")
            importing.join()
        for client in clients:
            client.stop()
        bulk.stop()
        taken_in = here.installation.answer("import", "mail", "mails")
        assert taken_in["read"] == mails

        assert seen.refused == []
        assert len(seen.replies) >= ROUNDS
        with psycopg.connect(here.database.start().owner, autocommit=True) as connection:
            until(lambda: is_drained(connection), DRAINED_WITHIN_S, lambda: f"still waiting: {waiting(connection)}")
            every_ticket_once(connection, seen, mails)
            every_reply_once(connection, seen)
            every_item_once(connection, bulk.ended)
            nothing_sent_twice(connection, here.peer)
            every_reply_arrived(here.peer, seen)
        until(lambda: not faults(here), 30, lambda: str(faults(here)))


def kill_something(here: Scene) -> None:
    """One process, without a warning."""
    family = {pid: command_of(pid) for pid in descendants(here.service)}
    victims = [pid for pid, command in family.items() if "granian" in command or "gongdan.worker" in command]
    victim = random.choice([*victims, here.database.pid])
    if victim is not None:
        os.kill(victim, signal.SIGKILL)


def put_mails(here: Scene, count: int) -> int:
    """More files to take in; returns how many there are."""
    directory = here.installation.directory / "mails"
    directory.mkdir(exist_ok=True)
    for n in range(count, count + MAILS_PER_ROUND):
        mail = EmailMessage()
        mail["From"], mail["To"] = f"m{n}@customer.test", "help@gongdan.test"
        mail["Subject"], mail["Message-ID"] = f"mail-{n}", f"<mail-{n}@customer.test>"
        mail.set_content("灯不亮了。")
        Path(directory / f"{n}.eml").write_bytes(mail.as_bytes())
    return count + MAILS_PER_ROUND


def is_drained(connection: psycopg.Connection) -> bool:
    """Whether the outbox is empty. The minutes do pass quickly here: after which a row whose sender was killed is
    nobody's, and those before another attempt."""
    connection.execute(
        """
        update delivery set next_at = now()
         where (state = 'sending' and next_at < now() + interval '4 min 40 s')
            or state = 'queued'
            or (state = 'uncertain' and kind = 'reply')
        """
    )
    connection.execute("update channel_account set state = state - 'sends'")
    return not waiting(connection)


def waiting(connection: psycopg.Connection) -> list[Any]:
    """(kind, state, how many) of mails that are still to go out."""
    return rows(
        connection,
        """
        select kind, state, count(*)
          from delivery
         where account_id is not null
           and (state in ('queued', 'sending') or (state = 'uncertain' and kind = 'reply'))
         group by 1, 2
        """,
    )


def every_ticket_once(connection: psycopg.Connection, seen: Acknowledged, mails: int) -> None:
    titles = dict(rows(connection, "select title, array_agg(number) from ticket group by title"))
    assert {key: titles.get(key) for key in seen.opened} == {key: [number] for key, number in seen.opened.items()}
    assert {f"mail-{n}": len(titles.get(f"mail-{n}", ())) for n in range(mails)} == {
        f"mail-{n}": 1 for n in range(mails)
    }


def every_reply_once(connection: psycopg.Connection, seen: Acknowledged) -> None:
    texts = Counter(text for (text,) in rows(connection, "select text from message_version where text like '答复 %'"))
    assert {f"答复 {key}": 1 for key in seen.replies}.items() <= texts.items()
    assert max(texts.values(), default=0) == 1


def every_item_once(connection: psycopg.Connection, ended: list[dict[str, Any]]) -> None:
    """What long work says that it changed is in the log, once for each ticket."""
    assert ended
    assert [one for one in ended if one["state"] != "done" or one["failed"]] == []
    logged = rows(
        connection,
        """
        select command_id, count(*), count(distinct stream_id) from event
         where command_id = any(%s) and kind in ('ticket.tagged', 'ticket.undone')
         group by 1
        """,
        [[one["id"] for one in ended]],
    )
    changed = {id: (times, tickets) for id, times, tickets in logged}
    assert changed == {one["id"]: (one["done"], one["done"]) for one in ended if one["done"]}


def nothing_sent_twice(connection: psycopg.Connection, peer: SmtpPeer) -> None:
    """But a reply whose fate was uncertain, under its own Message-ID, and marked."""
    times = Counter(mail_id_of(mail.content) for mail in peer.taken)
    found = rows(
        connection,
        "select external_id, kind, payload ? 'repeated' from delivery where external_id = any(%s)",
        [list(times)],
    )
    repeatable = {mail_id: kind == "reply" and is_marked for mail_id, kind, is_marked in found}
    assert repeatable.keys() == times.keys()
    assert [mail_id for mail_id, count in times.items() if count > 1 and not repeatable[mail_id]] == []


def mail_id_of(mail: bytes) -> str:
    return str(message_from_bytes(mail, policy=policy.default)["Message-ID"]).strip("<>")


def every_reply_arrived(peer: SmtpPeer, seen: Acknowledged) -> None:
    sent = {recipient for mail in peer.taken for recipient in mail.rcpt_tos}
    assert {f"{key}@customer.test" for key in seen.replies} <= sent


def faults(here: Scene) -> list[Any]:
    """What the doctor calls an error. Deliveries whose fate nobody knows are shown as a warning."""
    findings = json.loads(here.installation.call("doctor", "--json").stdout)["findings"]
    return [finding for finding in findings if finding["severity"] == "error"]


def rows(connection: psycopg.Connection, statement: str, values: Any = None) -> list[Any]:
    return connection.execute(statement, values).fetchall()
