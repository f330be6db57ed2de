"""What every test may ask for: a PostgreSQL, a migrated database of its own process, and the real test data.

One server serves all test processes, of this run and of others in the same checkout; it is kept below ``.cache``. Each
process clones one database from a template that is made once per state of the migrations. Row-level security is on.
"""

import fcntl
import hashlib
import os
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
import structlog
from hypothesis import settings as hypothesis_settings

from gongdan.infra.db.server import EmbeddedServer, Urls
from tests.support.folder import open_folder

if TYPE_CHECKING:  # tests of pure code do not load the application
    from litestar import Litestar

    from gongdan.services import Services
    from tests.kit import Office

ROOT = Path(__file__).parent.parent
CACHE = ROOT / ".cache" / "tests"

# A run starts hundreds of processes: none of them is to compile the whole program again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Unless told otherwise, structlog draws every local variable of an error's traceback: a minute of processor time.
_PLAIN = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
structlog.configure(processors=[*structlog.get_config()["processors"][:-1], _PLAIN])

hypothesis_settings.register_profile("gongdan", deadline=None)  # a busy machine is not a failure
hypothesis_settings.load_profile("gongdan")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Session-wide, so that pools and apps may outlive one test."""
    return "asyncio"


@pytest.fixture(scope="session")
def database_server() -> Iterator[EmbeddedServer]:
    """The shared server. Tests that kill or time a server start their own."""
    with EmbeddedServer(CACHE, fast=True) as server:
        server.start()
        yield server


@pytest.fixture(scope="session")
def database(database_server: EmbeddedServer) -> Iterator[Urls]:
    """A migrated database of this test process, dropped at its end."""
    from gongdan.infra.db.migrate import migrate

    name = f"test_{os.getpid()}"
    with _one_process():
        _drop_orphans(database_server)
        template = _template(database_server)
        database_server.drop_database(name)
        database_server.create_database(name, template=template)
    urls = database_server.urls(name)
    migrate(urls.owner, row_security=True)  # a copied database begins a new epoch of the log
    yield urls
    database_server.drop_database(name)


@pytest.fixture(scope="session")
def database_url(database: Urls) -> str:
    """As the application: bound by row-level security."""
    return database.app


@pytest.fixture(scope="session")
def worker_url(database: Urls) -> str:
    return database.worker


@pytest.fixture(scope="session")
def owner_url(database: Urls) -> str:
    """As the owner of the tables: for looking behind the walls, never for the code under test."""
    return database.owner


@pytest.fixture(scope="session")
async def asgi(
    database: Urls, anyio_backend: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator["Litestar"]:
    """The web application of this test process."""
    from gongdan.settings import Settings
    from tests.kit import running_app

    data = tmp_path_factory.mktemp("data")
    async with running_app(
        Settings(data=data, database_url=database.app, row_security=True, internal_hosts="127.0.0.0/8")
    ) as app:
        yield app


@pytest.fixture(scope="session")
def services(asgi: "Litestar") -> "Services":
    """What that application runs on."""
    found: Services = asgi.state.services
    return found


@pytest.fixture
async def office(asgi: "Litestar") -> "Office":
    """A workspace of its own for the test."""
    from tests.kit import found_office

    return await found_office(asgi)


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The directory of real data, which is no part of the repository."""
    path = Path(os.environ.get("GONGDAN_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not path.is_dir():
        pytest.skip(f"REAL DATA ABSENT: no directory {path}; set GONGDAN_TEST_DATA to run this test")
    return path


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A directory of the test's own that servers under another account may pass."""
    with open_folder() as folder:
        yield folder


def _template(server: EmbeddedServer) -> str:
    """The name of the template for the migrations as they stand, made if there is none."""
    from gongdan.infra.db.migrate import migrate

    name = f"template_{_migrations_hash()}"
    with psycopg.connect(server.urls("postgres").admin, autocommit=True) as admin:
        if admin.execute("select from pg_database where datname = %s", [name]).fetchone() is None:
            server.drop_database("template_draft")
            server.create_database("template_draft")
            migrate(server.urls("template_draft").owner, row_security=True)
            admin.execute(f"alter database template_draft rename to {name}")
    return name


def _migrations_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src" / "gongdan" / "migrations").glob("*.sql")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _drop_orphans(server: EmbeddedServer) -> None:
    """Databases of test processes that were killed, and templates of earlier migrations."""
    with psycopg.connect(server.urls("postgres").admin, autocommit=True) as admin:
        names = [row[0] for row in admin.execute("select datname from pg_database")]
    for name in names:
        kind, _, mark = name.partition("_")
        is_orphan = kind == "test" and mark.isdigit() and not _is_running(int(mark))
        is_outdated = kind == "template" and len(mark) == 16 and mark != _migrations_hash()
        if is_orphan or is_outdated:
            server.drop_database(name)


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@contextmanager
def _one_process() -> Iterator[None]:
    """Templates are made and copied by one process at a time: PostgreSQL copies no database that is in use."""
    with (CACHE / "template.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
