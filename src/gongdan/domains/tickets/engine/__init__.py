"""How a decision about a ticket is made, whatever it is about. Pure.

``model`` the ticket · ``case`` all that a decision needs · ``facet`` typed keys of what others keep · ``subject`` what
a subject declares · ``rules`` a compiled release · ``settle`` the decision · ``undoing`` taking it back · ``rebase``
the version check · ``sight`` what a reader may know · ``ending`` how a ticket ends, which several subjects ask.
"""
