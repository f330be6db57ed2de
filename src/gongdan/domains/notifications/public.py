"""What wiring and the domains above may use of notifications."""

from gongdan.domains.notifications.reading import ShowRead, notices, shown
from gongdan.domains.notifications.sending.channels import BY_MAIL, IN_THE_APP, NoticeChannel
from gongdan.domains.notifications.sending.due import handing_over
from gongdan.domains.notifications.sending.planned import OWNER
from gongdan.domains.notifications.telling.compiled import Meanings
from gongdan.domains.notifications.telling.customers import customer_notices
from gongdan.domains.notifications.telling.invitations import Inviting
from gongdan.domains.notifications.telling.staff import staff_notices
from gongdan.domains.notifications.telling.standing import next_step, responsible

__all__ = [
    "BY_MAIL",
    "IN_THE_APP",
    "OWNER",
    "Inviting",
    "Meanings",
    "NoticeChannel",
    "ShowRead",
    "customer_notices",
    "handing_over",
    "next_step",
    "notices",
    "responsible",
    "shown",
    "staff_notices",
]
