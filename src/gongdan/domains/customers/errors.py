"""What customers refuse."""

from gongdan.kernel.errors import Conflict, Forbidden, NotFound, Refusal


class CustomerNotFound(NotFound):
    """No such customer, or not one that this reader may see."""

    code = "customers.customer_not_found"


class OrganisationNotFound(NotFound):
    code = "customers.organisation_not_found"


class StaleCustomer(Refusal):
    """The customer was changed since ``If-Match`` saw them; ``version`` is the present one."""

    code = "customers.customer_changed"
    status = 412


class StaleOrganisation(Refusal):
    """The organisation was changed since ``If-Match`` saw it; ``version`` is the present one."""

    code = "customers.organisation_changed"
    status = 412


class HandleTaken(Conflict):
    """Another person has this address or number; ``holder`` names them to whoever may see them, else it is null."""

    code = "customers.handle_taken"


class TooManyHandles(Conflict):
    code = "customers.too_many_handles"


class IsMerged(Conflict):
    """They turned out to be somebody else: ``into`` is who."""

    code = "customers.is_merged"


class IsNotMerged(Conflict):
    code = "customers.is_not_merged"


class OpensMore(Forbidden):
    """By it somebody would be let in to tickets that the actor may not read themselves."""

    code = "customers.opens_more"


class IsMember(Conflict):
    """They belong to the staff: what they are called and how they are reached is changed where people are managed."""

    code = "customers.is_member"


class MemberStays(Conflict):
    """A member's person is nobody else: their rights would go over to a customer."""

    code = "customers.member_stays"


class TooMuchToMove(Conflict):
    """They have more than one transaction moves; the other way round may do."""

    code = "customers.too_much_to_move"
