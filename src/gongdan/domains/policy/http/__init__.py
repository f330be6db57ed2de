"""Routes of the policy, below ``/api/v1``."""

from gongdan.domains.policy.http import drafts, official_days, releases

handlers = [*releases.handlers, *drafts.handlers, *official_days.handlers]
