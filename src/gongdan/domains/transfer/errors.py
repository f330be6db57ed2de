"""What transfer refuses."""

from gongdan.kernel.errors import Conflict


class TicketTouched(Conflict):
    """Something happened to it since it was brought in, so it stays. Member: ``handle`` (its number)."""

    code = "transfer.touched"
