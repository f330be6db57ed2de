"""``gongdan doctor``."""

from gongdan.app.upkeep.examination import DoctorFinding, examine
from gongdan.cli.installation import installation
from gongdan.cli.output import InJson, as_json, line, locales, tell
from gongdan.cli.retrying import retry as retry_all
from gongdan.infra.catalogue import say
from gongdan.kernel import clock


async def doctor(*, retry: bool = False, json: InJson = False) -> int:
    """Examine the installation and its data: the log's chains and seals, rows against their log, loads, timers,
    subscribers, deliveries. Without ``retry`` it changes nothing. Exit code 1 when something is wrong; a warning alone
    is none.

    Parameters
    ----------
    retry
        First deliver quarantined events again and give quarantined timers their attempts back: for when what broke
        them is mended.
    """
    async with installation() as services:
        retried = await retry_all(services) if retry else None
        findings = [finding async for finding in examine(services, clock.now())]
    if json:
        as_json({"findings": findings} | ({"retried": retried} if retried else {}))
    else:
        if retried:
            tell("cli.doctor.retried", delivered=retried.delivered, failed=retried.failed, timers=retried.timers)
        for finding in findings:
            _show(finding)
        tell("cli.doctor.findings" if findings else "cli.doctor.healthy", count=len(findings))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _show(finding: DoctorFinding) -> None:
    mark = "✗" if finding.severity == "error" else "!"
    place = f"[{finding.workspace}] " if finding.workspace else ""
    for locale in locales():
        line(f"{mark} {place}{_said(finding, locale)}")


def _said(finding: DoctorFinding, locale: str) -> str:
    if not finding.code.startswith("health."):
        key = f"faults.{finding.code}" if finding.code.startswith("log.") else f"cli.doctor.{finding.code}"
        return say(key, locale, finding.params) or finding.code
    parts = (say(key, locale, finding.params) for key in (finding.code, f"{finding.code}.remedy"))
    return " ".join(part for part in parts if part) or finding.code
