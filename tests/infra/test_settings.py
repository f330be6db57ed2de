"""Settings: read from the environment, bounded, and a secret that stays one."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from gongdan import settings
from gongdan.infra.db.database import GivenServer, database
from gongdan.infra.db.server import EmbeddedServer
from gongdan.settings import Settings

URL = "postgresql://app:word@db/gongdan"


def test_without_variables_everything_has_a_default() -> None:
    read = settings.load({})
    assert (read.data, read.port, read.row_security) == (Path.cwd() / ".gongdan", 8000, False)
    assert read.base_url == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("variable", "text", "field", "value"),
    [
        ("GONGDAN_PORT", "9000", "port", 9000),
        ("GONGDAN_PORT", " 9000 ", "port", 9000),
        ("GONGDAN_PORT", "", "port", 8000),
        ("GONGDAN_ROW_SECURITY", "on", "row_security", True),
        ("GONGDAN_ROW_SECURITY", "OFF", "row_security", False),
        ("GONGDAN_ROW_SECURITY", "true", "row_security", True),
        ("GONGDAN_DATA", "/srv/客服 数据", "data", Path("/srv/客服 数据")),
        ("GONGDAN_PUBLIC_URL", "https://help.example.com/", "base_url", "https://help.example.com"),
        ("GONGDAN_HOST", "::1", "base_url", "http://[::1]:8000"),
        ("GONGDAN_SERVICE_HOST", "10.0.0.1", "host", "127.0.0.1"),
    ],
)
def test_a_variable_sets_its_field(variable: str, text: str, field: str, value: object) -> None:
    assert getattr(settings.load({variable: text}), field) == value


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("GONGDAN_PORT", "0"),
        ("GONGDAN_PORT", "65536"),
        ("GONGDAN_PORT", "tcp://10.0.0.1:8000"),
        ("GONGDAN_WEB_PROCESSES", "65"),
        ("GONGDAN_ROW_SECURITY", "perhaps"),
        ("GONGDAN_DATABASE_URL", "mysql://db/gongdan"),
        ("GONGDAN_PUBLIC_URL", "help.example.com"),
        ("GONGDAN_LOG_LEVEL", "loud"),
    ],
)
def test_a_value_out_of_bounds_is_refused_by_the_name_of_its_variable(variable: str, text: str) -> None:
    with pytest.raises(settings.SettingsInvalid) as refused:
        settings.load({variable: text})
    assert [fault.field for fault in refused.value.faults] == [variable]


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(settings.SettingsInvalid) as refused:
        settings.load({"GONGDAN_PORT": "x", "GONGDAN_HOST": "no host"})
    assert len(refused.value.faults) == 2


def test_the_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    here = Settings(data=tmp_path / "data")
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: settings.secret(here), range(8)))
    assert len(keys) == 1
    assert len(keys.pop()) == settings.SECRET_BYTES
    assert stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secret.key"]


def test_a_secret_that_others_may_read_is_refused(tmp_path: Path) -> None:
    settings.secret(Settings(data=tmp_path))
    (tmp_path / "secret.key").chmod(0o640)
    with pytest.raises(settings.SecretExposed):
        settings.secret(Settings(data=tmp_path))


@pytest.mark.parametrize("text", ["", "abcd\n", "not hexadecimal\n"])
def test_a_broken_secret_is_refused_rather_than_replaced(tmp_path: Path, text: str) -> None:
    file = tmp_path / "key"
    file.write_text(text)
    file.chmod(0o600)
    with pytest.raises(settings.SecretBroken):
        settings.secret(Settings(data=tmp_path, secret_file=file))


def test_the_database_is_embedded_unless_one_is_given(tmp_path: Path) -> None:
    assert isinstance(database(Settings(data=tmp_path)), EmbeddedServer)
    with database(Settings(data=tmp_path, database_url=URL)) as given:
        assert isinstance(given, GivenServer)
        urls = given.start()
    assert {urls.owner, urls.app, urls.worker} == {URL}
