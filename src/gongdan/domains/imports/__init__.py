"""Imports: a table that somebody brings in, row by row, by the commands that the interface calls (spec 12, data).

It owns the uploaded table, what its columns mean, and how far it came. It promises that a row leaves nothing when it is
refused, that a trial writes nothing, and that the same file brought in twice changes nothing the second time. What can
be brought in, the domains that own it declare (``kinds.ImportKind``), and wiring lists.

``kinds`` the shapes · ``reading`` from bytes to values, pure · ``rows`` every statement · ``commands`` what people ask
· ``work`` what operations do with the rows · ``members`` the kind that accounts, which stands below, cannot declare.
"""
