"""What reaches the logs: where a bug is, and never what somebody wrote or proves themselves with (spec 08)."""

import pytest
import structlog

from gongdan.infra.telemetry import configure_logs
from gongdan.settings import Settings


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_logged_bug_tells_its_place_and_no_values(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    kept = structlog.get_config()
    try:
        configure_logs(Settings(log_format=form))
        token = "gd_" + "secret" * 3
        try:
            raise LookupError("no ids left")
        except LookupError as bug:
            structlog.get_logger().error("http.bug", path="/tickets", exc_info=bug)
        said = capsys.readouterr().err
    finally:
        structlog.configure(**kept)
    assert "no ids left" in said
    assert "test_telemetry.py" in said
    assert token not in said
