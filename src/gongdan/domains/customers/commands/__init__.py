"""What members do with customers and organisations."""

from gongdan.domains.customers.commands.organisations import (
    NewOrganisation,
    add_organisation,
    change_organisation,
)
from gongdan.domains.customers.commands.records import NewCustomer, add_customer, change_customer

__all__ = [
    "NewCustomer",
    "NewOrganisation",
    "add_customer",
    "add_organisation",
    "change_customer",
    "change_organisation",
]
