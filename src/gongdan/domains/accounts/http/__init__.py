"""Routes of accounts, below ``/api/v1``. Those whose handlers take no ``authority`` are open to everybody."""

from gongdan.domains.accounts.http import audit, leaves, me, people, session, structure, tokens, workspace

handlers = [
    *session.handlers,
    *me.handlers,
    *people.handlers,
    *structure.handlers,
    *leaves.handlers,
    *tokens.handlers,
    *workspace.handlers,
    *audit.handlers,
]
