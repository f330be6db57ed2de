"""What a process holds while it runs: the database, the rules, the clockwork. Built once by an entrance."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from gongdan import wiring
from gongdan.domains.tickets.public import Numbers, RuleBook, UnitOfWork
from gongdan.infra.bus import Publisher, running
from gongdan.infra.bus import Listener, Publisher, running
from gongdan.infra.db.tx import Database, open_database
from gongdan.infra.log.doorbell import Doorbell
from gongdan.infra.storage import Storage
from gongdan.infra.storage.local import LocalStorage
from gongdan.settings import Settings, secret


class Services:
    def __init__(self, settings: Settings, url: str, db: Database, publisher: Publisher) -> None:
        self.settings = settings
        self.url = url
        self.secret = secret(settings)
        self.db = db
        self.storage: Storage = LocalStorage(settings.data / "files")
        self.publisher = publisher
        self.listener = Listener(url)
        doorbell = Doorbell(publisher)
        self.rules = RuleBook(db, wiring.compile_rules)
        self.uow = UnitOfWork(db, wiring.TOOLKIT, self.rules, doorbell.ring)
        self.numbers = Numbers(db)


@asynccontextmanager
async def open_services(settings: Settings, url: str, *, size: int = 10) -> AsyncIterator[Services]:
    """The services of one process, on the database at ``url``. Its listener runs once an entrance has asked for bells."""
    async with open_database(url, size=size, row_security=settings.row_security) as db:
        publisher = Publisher(url)
        async with running(publisher.run()):
            yield Services(settings, url, db, publisher)
