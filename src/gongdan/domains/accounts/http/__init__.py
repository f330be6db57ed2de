"""Routes of accounts, below ``/api/v1``. Those whose handlers take no ``authority`` are open to everybody."""

from gongdan.domains.accounts.http import leaves, me, people, session, tokens

handlers = [*session.handlers, *me.handlers, *people.handlers, *leaves.handlers, *tokens.handlers]
