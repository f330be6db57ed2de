"""What tests in a real browser, and against a real mail server, need from the machine."""

import os
import shutil
import sys

from tools.prepare import system
from tools.prepare.shell import Unprepared

SHELL = "chromium-headless-shell"
"""Chromium without its windows: a page costs half the processor time."""

BROWSERS = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

NO_BROWSER = """\
The tests in a browser need Chromium. Install it, or name one that you have in GONGDAN_CHROMIUM:
    Debian, Ubuntu:  apt-get install chromium-headless-shell fonts-wqy-microhei
    Fedora:          dnf install chromium wqy-microhei-fonts
    macOS:           brew install --cask chromium
Without a browser, "make unit" and "make serial" run all other tests."""

NO_MAIL_SERVER = "No Dovecot here: the tests that read mail over IMAP will be skipped.\n"


def install() -> None:
    """A Chromium and a Chinese font, where the machine has no browser.

    Raises:
        Unprepared: there is none and it cannot be installed.
    """
    if os.environ.get("GONGDAN_CHROMIUM") or any(shutil.which(name) for name in BROWSERS):
        return
    for browser in (SHELL, "chromium"):
        try:
            system.install(browser, "fonts-wqy-microhei")
        except Unprepared as reason:
            if browser != SHELL:  # systems that are not new have none
                raise Unprepared(f"{reason}\n\n{NO_BROWSER}") from reason
        else:
            return


def install_mail_server() -> None:
    """Dovecot, for the tests that read mail over IMAP; without it they are skipped and say so."""
    if shutil.which("dovecot"):
        return
    try:
        system.install("dovecot-imapd")
    except Unprepared:
        sys.stderr.write(NO_MAIL_SERVER)
