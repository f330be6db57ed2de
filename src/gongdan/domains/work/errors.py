"""What work refuses."""

from gongdan.domains.workflow.errors import NotReady


class ChecksOpen(NotReady):
    """Items of the close checks that the type makes binding are open. Member: ``items``, by their names."""

    code = "work.checks_open"
    status = 422
