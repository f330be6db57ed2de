"""How tickets belong together: links of every kind, parents and their children. Owns ``ticket_link`` and what is
decided over several tickets because of it; leaves to others what happens to each ticket.

A link is kept once for each of the two tickets, as it is seen from there, and each log tells it. Nobody is told the
other ticket's number who may not see that ticket.

``kinds`` what one ticket can be to another, and what a family may look like · ``model`` a link as it is loaded with a
ticket · ``subjects`` links and children as subjects of tickets · ``jobs`` what the end of one ticket does to others ·
``commands`` to link, to open children, to say what binds them.
"""
