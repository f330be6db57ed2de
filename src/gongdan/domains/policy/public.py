"""What other domains may use of policy."""

from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.bundle.section import Finding, Surroundings
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.drafts.remapping import remapped_condition
from gongdan.domains.policy.drafts.trial import as_drafted, on_trial
from gongdan.domains.policy.drafts.uses import uses_of_team
from gongdan.domains.policy.http.document import declare_bounds
from gongdan.domains.policy.releases.publishing import check, publish, roll_back
from gongdan.domains.policy.releases.reading import bundle_of, published, releases, surroundings
from gongdan.domains.policy.sections import Sections, differences

__all__ = [
    "Finding",
    "PolicyBundle",
    "Sections",
    "Surroundings",
    "as_drafted",
    "bundle_of",
    "check",
    "declare_bounds",
    "differences",
    "on_trial",
    "publish",
    "published",
    "releases",
    "remapped_condition",
    "roll_back",
    "surroundings",
    "told",
    "uses_of_team",
]
