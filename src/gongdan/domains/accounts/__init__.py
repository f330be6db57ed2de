"""Accounts: people as members of a workspace, their teams, departments and roles, and how they sign in.

It owns the one definition of permission (``authority``, ``reach``): every list, search, counter, export, stream and
answer asks it. It promises that a change of rights holds from the next request on, that no secret is stored, and that
each change stands in the log. Who customers are, beyond how they sign in, is left to customers.

``credentials`` how somebody proves who they are · ``rights`` who may do and know what · ``presence`` who is there ·
``workspaces`` under which addresses · ``commands`` and ``http`` as everywhere.
"""
