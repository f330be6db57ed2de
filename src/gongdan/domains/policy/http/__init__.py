"""Routes of the policy, below ``/api/v1``."""

from gongdan.domains.policy.http import releases

handlers = releases.handlers
