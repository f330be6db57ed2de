"""An installation of its own in an empty directory, worked on by the commands of the shell."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import msgspec

from tests.support.folder import open_folder

NEW = ("health.backup.never", "health.address.local")
STOPPED = "health.workers.none"


class Installation(msgspec.Struct):
    """Where it is; the demo is on, mailboxes may stand on this machine, the terminal is Chinese."""

    directory: Path
    port: int

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "gongdan.cli", *arguments]
        return subprocess.run(command, cwd=self.directory, env=self.environment, capture_output=True, text=True)

    def answer(self, *arguments: str) -> Any:
        done = self.call(*arguments, "--json")
        assert done.returncode == 0, done.stderr or done.stdout
        return json.loads(done.stdout)

    def findings(self) -> list[Any]:
        """Of the doctor, without what every new installation is told, and every stopped one."""
        expected = NEW if self.is_ready() else (*NEW, STOPPED)
        found = json.loads(self.call("doctor", "--json").stdout)["findings"]
        return [one for one in found if one["code"] not in expected]

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GONGDAN_")}
        ours = {"GONGDAN_PORT": str(self.port), "GONGDAN_DEMO": "on", "GONGDAN_INTERNAL_HOSTS": "127.0.0.1"}
        return {**kept, **ours, "LC_ALL": "zh_CN.UTF-8"}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def is_ready(self) -> bool:
        try:
            return httpx.get(f"{self.url}/readyz").status_code == 200
        except httpx.TransportError:
            return False


@contextmanager
def installed() -> Iterator[Installation]:
    """A directory and a free port; nothing runs yet."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    with open_folder() as folder:
        yield Installation(folder, port)
