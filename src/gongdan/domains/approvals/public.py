"""What other domains may use of approvals."""

from gongdan.domains.approvals.http import handlers
from gongdan.domains.approvals.http.view import (
    ApprovalStepView,
    ApprovalView,
    VoteView,
    approval_view,
    moves_that_wait,
    people_asked,
)
from gongdan.domains.approvals.jobs import replacing
from gongdan.domains.approvals.model import Approval, approval_of
from gongdan.domains.approvals.subjects import lapse

__all__ = [
    "Approval",
    "ApprovalStepView",
    "ApprovalView",
    "VoteView",
    "approval_of",
    "approval_view",
    "handlers",
    "lapse",
    "moves_that_wait",
    "people_asked",
    "replacing",
]
