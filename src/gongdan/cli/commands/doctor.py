"""``gongdan doctor``."""

from gongdan.cli.examination import Finding, examine
from gongdan.cli.installation import installation
from gongdan.cli.output import as_json, line, locales, tell
from gongdan.infra.catalogue import say
from gongdan.kernel import clock


async def doctor(*, json: bool = False) -> int:
    """Examine the installation and its data: the log's chains and seals, rows against their log, loads, timers,
    subscribers, deliveries. It changes nothing. Exit code 1 when something was found.

    Parameters
    ----------
    json
        Answer with one JSON document.
    """
    async with installation() as services:
        findings = [finding async for finding in examine(services, clock.now())]
    if json:
        as_json({"findings": findings})
    else:
        for finding in findings:
            _show(finding)
        tell("cli.doctor.findings" if findings else "cli.doctor.healthy", count=len(findings))
    return 1 if findings else 0


def _show(finding: Finding) -> None:
    mark = "✗" if finding.severity == "error" else "!"
    place = f"[{finding.workspace}] " if finding.workspace else ""
    key = f"faults.{finding.code}" if finding.code.startswith("log.") else f"cli.doctor.{finding.code}"
    for locale in locales():
        line(f"{mark} {place}{say(key, locale, finding.params) or finding.code}")
