"""The benchmarks run, whatever the machine: their figures are nobody's promise here (docs/performance.md)."""

import json
from pathlib import Path

import pytest

from benchmarks.__main__ import main

WITHOUT_FLOOR = {"sweep", "calendar", "export_csv", "export_xlsx", "import_tickets"}

pytestmark = [pytest.mark.serial, pytest.mark.slow]


def test_every_scenario_gives_figures(tmp_path: Path) -> None:
    main(["--rows", "2000", "--seconds", "2", "--out", str(tmp_path)])
    found = {path.stem: json.loads(path.read_text()) for path in tmp_path.glob("*.json")}
    assert found.keys() == {"create", "create_batch", "queue", "detail", "reply"} | WITHOUT_FLOOR
    for result in found.values():
        assert result["ops_s"] > 0
        assert result["rows"] >= 1_000
        assert (result["floor_ops_s"] is None) == (result["scenario"] in WITHOUT_FLOOR)
