"""What an export refuses."""

from gongdan.kernel.errors import Refusal


class ExportTooLong(Refusal):
    """The list is longer than such a file may be. Member: ``most``."""

    code = "inbox.export_too_long"
    status = 409
