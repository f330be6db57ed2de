"""What other domains may use of policy."""

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.http.document import declare_bounds
from gongdan.domains.policy.lint import Finding, Lint, Surroundings
from gongdan.domains.policy.releases import bundle_of, check, publish, releases, roll_back, surroundings

__all__ = [
    "Finding",
    "Lint",
    "PolicyBundle",
    "Surroundings",
    "bundle_of",
    "check",
    "declare_bounds",
    "publish",
    "releases",
    "roll_back",
    "surroundings",
]
