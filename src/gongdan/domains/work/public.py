"""What other domains may use of work."""

from gongdan.domains.work.http import handlers
from gongdan.domains.work.lint import SECTIONS
from gongdan.domains.work.reading import CheckView, checks_of

__all__ = ["SECTIONS", "CheckView", "checks_of", "handlers"]
