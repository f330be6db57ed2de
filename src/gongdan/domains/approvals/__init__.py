"""Approvals (审批): a transition that others must agree to first (spec 02, workflow).

Owns what was asked for, who was asked, and what they said: a column of the ticket that its own events fold, so it is
part of the log, of the ticket as it was, and of undoing. Promises that no move along such a transition happens, on
whatever path, unless its approval passed in the very state that the ticket stands in. Leaves the move itself to
tickets: it is made by the rights of whoever asked, as if they made it then.
"""
