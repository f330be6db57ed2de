"""The demo workspace: people, teams, policy, customers, and tickets with whole lives over the last 30 days.

Everything goes through the real commands, with the clock of the past; all texts are our own.
"""

from gongdan.demo.live import live
from gongdan.demo.making import TICKETS, Made, ensure_demo, hasty, make_demo, workspace_of_demo
from gongdan.demo.passwords import PASSWORD, password_of
from gongdan.demo.people import ADMIN, STAFF

__all__ = [
    "ADMIN",
    "PASSWORD",
    "STAFF",
    "TICKETS",
    "Made",
    "ensure_demo",
    "hasty",
    "live",
    "make_demo",
    "password_of",
    "workspace_of_demo",
]
