"""What wiring and the domains above may use of notifications."""

from gongdan.domains.notifications.customers import customer_notices
from gongdan.domains.notifications.queries import notices
from gongdan.domains.notifications.reading import shown
from gongdan.domains.notifications.staff import staff_notices
from gongdan.domains.notifications.standing import next_step, responsible

__all__ = ["customer_notices", "next_step", "notices", "responsible", "shown", "staff_notices"]
