"""What a process holds while it runs: the database, the rules, the clockwork. Built once by an entrance."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import msgspec

from gongdan.domains.tickets.public import Compile, Numbers, RuleBook, Subjects, Toolkit, UnitOfWork
from gongdan.infra.bus import Listener, Publisher, running
from gongdan.infra.db.tx import Database, open_database
from gongdan.infra.disk import MIB, Disk
from gongdan.infra.log.doorbell import Doorbell
from gongdan.infra.log.position import Log
from gongdan.infra.storage import Storage
from gongdan.infra.storage.local import LocalStorage
from gongdan.kernel.events import Event
from gongdan.settings import Settings, secret


class Parts(msgspec.Struct, frozen=True):
    """What wiring gives the services: how a policy is compiled, who writes effects, what can happen."""

    compile_rules: Compile
    toolkit: Toolkit
    subjects: Subjects
    events: Mapping[str, type[Event]]


class Services:
    def __init__(self, settings: Settings, url: str, db: Database, publisher: Publisher, parts: Parts) -> None:
        self.settings = settings
        self.url = url
        self.secret = secret(settings)
        self.db = db
        self.disk = Disk(settings.data, settings.disk_reserve_mb * MIB)
        self.storage: Storage = LocalStorage(settings.data / "files", self.disk)
        self.publisher = publisher
        self.listener = Listener(url)
        doorbell = Doorbell(publisher)
        self.rules = RuleBook(db, parts.compile_rules)
        self.uow = UnitOfWork(db, parts.toolkit, self.rules, doorbell.ring)
        self.subjects = parts.subjects
        self.numbers = Numbers(db)
        self.log = Log(db, parts.events)


@asynccontextmanager
async def open_services(settings: Settings, url: str, parts: Parts, *, size: int = 10) -> AsyncIterator[Services]:
    """The services of one process, on the database at ``url``. Its listener runs once an entrance asked for bells."""
    async with open_database(url, size=size, row_security=settings.row_security) as db:
        publisher = Publisher(url)
        async with running(publisher.run()):
            yield Services(settings, url, db, publisher, parts)
