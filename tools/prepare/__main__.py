"""``python3 -m tools.prepare STEP…``, each step one of ``STEPS``."""

import sys

OLDEST = (3, 11)


def main() -> None:
    if sys.version_info < OLDEST:
        sys.exit("Gongdan needs Python 3.11 or later; choose one with: make PYTHON=python3.12")
    from tools.prepare import browser, environment, shell, web

    steps = {
        "run": environment.for_running,
        "develop": environment.for_development,
        "web": web.build,
        "web-packages": web.install,
        "browser": browser.install,
        "mail-server": browser.install_mail_server,
    }
    try:
        for name in sys.argv[1:]:
            steps[name]()
    except shell.Unprepared as reason:
        sys.exit(f"\n{reason}\n")


main()
