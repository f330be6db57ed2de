"""Findings of the lints, in words: what is wrong, and what to do about it, in every language."""

from gongdan.domains.bundle.section import Finding
from gongdan.domains.policy.shapes import FindingView
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES, Name


def told(finding: Finding, where: Name | None = None) -> FindingView:
    """Of our own lints the texts are ``lint.<code>``, of those of other domains ``faults.<code>``; a finding without a
    remedy of its own is to be corrected where it stands. ``where``: that place in words; None: its path."""
    by_locale = {locale: finding.params | {"path": (where or {}).get(locale, finding.path)} for locale in LOCALES}
    text: Name = {
        locale: say(f"lint.{finding.code}", locale, params)
        or say(f"faults.{finding.code}", locale, params)
        or finding.code
        for locale, params in by_locale.items()
    }
    remedy: Name = {
        locale: say(f"lint.remedy.{finding.code}", locale, params) or say("lint.remedy", locale, params) or ""
        for locale, params in by_locale.items()
    }
    return FindingView(
        path=finding.path,
        code=finding.code,
        severity=finding.severity,
        params=finding.params,
        text=text,
        remedy=remedy,
    )
