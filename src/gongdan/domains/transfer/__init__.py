"""Transfer: tickets that were elsewhere and are brought in as the history that they are.

Owns the event by which such a ticket begins, which of them came from where, and how the words of a table are read.
Promises that nothing follows from it: no rule, no letter, no notice, no routing, no escalation; the promises of an
open ticket begin at the import. The same thing of the same source comes in once. What the form refuses is refused in
the same words. Leaves the tables to imports, and the tickets, once they are there, to everybody.

``history`` what a ticket was elsewhere · ``judging`` what becomes of it here, pure · ``subjects`` its event ·
``tables`` the kind of import: columns, words · ``bringing`` the command · ``undoing`` takes an import back ·
``foreign`` what other systems give out · ``rows`` every statement.
"""
