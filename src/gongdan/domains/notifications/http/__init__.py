"""Routes of notifications, below ``/api/v1``."""

from gongdan.domains.notifications.http import choices, invitations, notices

handlers = [
    notices.list_notices,
    notices.read_notices,
    choices.get_my_notices,
    choices.set_my_notices,
    choices.get_notice_defaults,
    choices.set_notice_defaults,
    invitations.make_password_link,
]
