"""Routes of customers and organisations, below ``/api/v1``. Merging is with tickets, what they asked for with the
inbox."""

from gongdan.domains.customers.http import customers, organisations

handlers = [*customers.handlers, *organisations.handlers]
