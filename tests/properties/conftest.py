"""A throw-away PostgreSQL for the properties that compare Python with SQL."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAMS = Path(os.environ.get("GONGDAN_TEST_PROGRAMS", "/usr/lib/postgresql/15/bin"))


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    home = Path("/tmp") / f"gongdan-properties-{os.getpid()}"
    home.mkdir(mode=0o700)
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(home, user)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [PROGRAMS / program, *arguments], user=user, group=user, check=True, cwd="/", stdout=subprocess.DEVNULL
        )

    run("initdb", "--no-sync", "--encoding=UTF8", "--locale=C", "--username=postgres", "-D", str(home / "data"))
    options = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"
    run("pg_ctl", "-w", "-D", str(home / "data"), "-l", str(home / "log"), "-o", options, "start")
    try:
        yield f"host={home} user=postgres dbname=postgres"
    finally:
        run("pg_ctl", "-w", "-D", str(home / "data"), "-m", "immediate", "stop")
        shutil.rmtree(home)
