"""The demo workspace: people, teams, policy, customers, and tickets with whole lives over the last 30 days.

Everything goes through the real commands, with the clock of the past; all texts are our own.
"""

from gongdan.demo.making import PASSWORD, SLUG, Made, ensure_demo, exists, make_demo
from gongdan.demo.people import ADMIN, STAFF

__all__ = ["ADMIN", "PASSWORD", "SLUG", "STAFF", "Made", "ensure_demo", "exists", "make_demo"]
