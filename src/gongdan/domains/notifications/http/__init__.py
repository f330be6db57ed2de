"""Routes of notifications, below ``/api/v1``."""

from gongdan.domains.notifications.http import notices

handlers = [notices.list_notices, notices.read_notices]
