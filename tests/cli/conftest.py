"""Commands as the shell calls them, in this process, on the test database."""

import pytest

from gongdan.infra.db.server import Urls


@pytest.fixture(autouse=True)
def installation(database: Urls, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The environment that names the test database, with row security, and an English terminal."""
    for name, value in {
        "GONGDAN_DATA": str(tmp_path_factory.mktemp("data")),
        "GONGDAN_DATABASE_URL": database.app,
        "GONGDAN_DATABASE_OWNER_URL": database.owner,
        "GONGDAN_DATABASE_WORKER_URL": database.worker,
        "GONGDAN_ROW_SECURITY": "on",
        "LC_ALL": "en_US.UTF-8",
    }.items():
        monkeypatch.setenv(name, value)
