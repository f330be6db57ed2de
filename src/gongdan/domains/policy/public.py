"""What other domains may use of policy."""

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.policy.http.document import declare_bounds
from gongdan.domains.policy.releases import bundle_of, check, publish, published, releases, roll_back, surroundings
from gongdan.domains.policy.sections import Sections, differences
from gongdan.domains.policy.telling import told

__all__ = [
    "Finding",
    "PolicyBundle",
    "Sections",
    "Surroundings",
    "bundle_of",
    "check",
    "declare_bounds",
    "differences",
    "publish",
    "published",
    "releases",
    "roll_back",
    "surroundings",
    "told",
]
