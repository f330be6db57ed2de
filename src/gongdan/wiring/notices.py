"""The ways in which members can be told, and what events mean for them."""

from functools import cache

from gongdan.domains.notifications import public as notifications
from gongdan.domains.notifications.public import Meanings
from gongdan.domains.realtime import public as hints
from gongdan.domains.tickets.public import Subjects
from gongdan.services import Services

NOTICE_CHANNELS = {one.key: one for one in (notifications.IN_THE_APP, notifications.BY_MAIL)}
"""The ways in which members can be told."""


def show_read(services: Services, workspace_id: int, person_id: int, number: str | None) -> None:
    """Tell a person's open pages that notices were read."""
    hint = hints.NoticesReadHint(workspace_id=workspace_id, person_id=person_id, number=number)
    hints.tell_notices_read(services.publisher, hint)


@cache
def meanings_of(subjects: Subjects) -> Meanings:
    """What events mean for members, compiled once for a process."""
    return Meanings(subjects)
