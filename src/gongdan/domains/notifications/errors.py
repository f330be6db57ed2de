"""What notifications refuse."""

from gongdan.kernel.errors import Refusal


class NoticeKept(Refusal):
    """A notice that nobody switches off alone (spec 05). Members: ``name``, ``channel``, ``why``."""

    code = "notices.kept"
    status = 422


class ToldNowhere(Refusal):
    """What nobody may switch off alone must be told in one way at least. Member: ``name``."""

    code = "notices.told_nowhere"
    status = 422
