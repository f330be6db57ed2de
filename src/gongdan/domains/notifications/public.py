"""What wiring and the domains above may use of notifications."""

from gongdan.domains.notifications.reading import notices, shown
from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.domains.notifications.telling.customers import customer_notices
from gongdan.domains.notifications.telling.staff import staff_notices
from gongdan.domains.notifications.telling.standing import next_step, responsible

__all__ = ["Meanings", "customer_notices", "next_step", "notices", "responsible", "shown", "staff_notices"]
