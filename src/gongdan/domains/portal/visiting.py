"""Who is at home on the portal."""

from gongdan.domains.accounts.public import Authority
from gongdan.kernel.errors import Forbidden


def customer(authority: Authority) -> int:
    """The person that a customer is.

    Raises:
        Forbidden: members work in the workbench; on the portal they sign in as customers.
    """
    if authority.kind != "customer" or authority.person_id is None:
        raise Forbidden(kind=authority.kind)
    return authority.person_id
