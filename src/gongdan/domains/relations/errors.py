"""What relations refuse."""

from gongdan.domains.workflow.errors import NotReady
from gongdan.kernel.errors import Conflict


class ChildrenOpen(NotReady):
    """It is not to end while children of it are open. Member: ``count`` (how many)."""

    code = "relations.children_open"
    status = 409


class NotLinked(Conflict):
    """There is no link between the two."""

    code = "relations.not_linked"


class LinksFull(Conflict):
    """A ticket has no more links than ``most``."""

    code = "relations.links_full"


class HasParent(Conflict):
    """It is the child of another ticket already."""

    code = "relations.has_parent"


class FamilyTooDeep(Conflict):
    """Parents, children and grandchildren: no more levels than ``most``."""

    code = "relations.family_too_deep"


class FamilyCircular(Conflict):
    """The child stands above the parent already."""

    code = "relations.family_circular"


class MergedAlready(Conflict):
    """Another ticket stands for one of them. Member: ``number`` (of which)."""

    code = "relations.merged_already"


class NotMerged(Conflict):
    """No other ticket stands for it."""

    code = "relations.not_merged"


class MergedTogether(Conflict):
    """As long as they are merged this is not done to one of them alone: un-merge them first."""

    code = "relations.merged_together"


class AcrossCustomers(Conflict):
    """Two customers asked, and nobody said that they know. Members: ``names``."""

    code = "relations.across_customers"


class NothingToSplit(Conflict):
    """The messages are not what one customer wrote on the ticket."""

    code = "relations.nothing_to_split"
