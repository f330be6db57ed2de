"""What tests in a real browser, and against a real mail server, need from the machine."""

import os
import shutil
import sys

from tools.prepare.shell import Unprepared, run

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

NO_BROWSER = """\
The tests in a browser need Chromium, and it could not be installed from here{why}.
Install it, or name one that you have in GONGDAN_CHROMIUM:
    Debian, Ubuntu:  apt-get install chromium fonts-wqy-microhei
    Fedora:          dnf install chromium wqy-microhei-fonts
    macOS:           brew install --cask chromium
Without a browser, "make unit" runs all other tests."""


def install() -> None:
    """A Chromium and a Chinese font, through apt where the machine has none and lets us.

    Raises:
        Unprepared: there is none and we may not or cannot install it.
    """
    if os.environ.get("GONGDAN_CHROMIUM") or any(shutil.which(name) for name in BROWSERS):
        return
    apt = _apt()
    if not apt:
        raise Unprepared(NO_BROWSER.format(why=" (no apt-get, or no right to use it)"))
    try:
        _install(apt, "chromium", "fonts-wqy-microhei")
    except Unprepared as reason:
        raise Unprepared(f"{reason}\n\n{NO_BROWSER.format(why='')}") from reason


def install_mail_server() -> None:
    """Dovecot, for the tests that read mail over IMAP; without it they are skipped and say so."""
    if shutil.which("dovecot"):
        return
    if not (apt := _apt()):
        sys.stderr.write("No Dovecot here: the tests that read mail over IMAP will be skipped.\n")
        return
    try:
        _install(apt, "dovecot-imapd")
    except Unprepared:
        sys.stderr.write("Dovecot could not be installed: the tests that read mail over IMAP will be skipped.\n")


def _apt() -> list[str]:
    """The words before ``install``; none where apt-get is absent or closed to us."""
    if shutil.which("apt-get") is None:
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    may_sudo = shutil.which("sudo") is not None and os.system("sudo -n true 2>/dev/null") == 0
    return ["sudo", "-n", "apt-get"] if may_sudo else []


def _install(apt: list[str], *packages: str) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run([*apt, "update"], what="Updating the list of system packages", environment=quiet)
    command = [*apt, "install", "-y", "--no-install-recommends", *packages]
    run(command, what=f"Installing {' and '.join(packages)}", environment=quiet)
