"""The one condition language (spec 01): views, routing, SLA matching, triggers, reports and permissions use this tree.

``grammar`` the tree, its bounds and its checked form · ``fields`` types, operators and the registry of fields ·
``operands`` the values of leaves, typed and bounded · ``known`` values that the reader brings · ``evaluate`` a tree on
values · ``to_sql`` the same tree as a parameterised SQL predicate · ``stored`` values as JSON and as typed rows ·
``selected`` values of rows, by that SQL · ``explain`` and ``words`` a tree as a sentence, and why it held.
"""
