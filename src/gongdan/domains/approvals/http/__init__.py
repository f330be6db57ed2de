"""Approvals over HTTP."""

from gongdan.domains.approvals.http.approvals import handlers

__all__ = ["handlers"]
