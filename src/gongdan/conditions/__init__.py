"""The one condition language (spec 01): views, routing, SLA matching, triggers, reports and permissions use this tree.

``grammar`` the tree and its bounds · ``fields`` types, operators and the registry of fields · ``evaluate`` a tree on
values · ``to_sql`` the same tree as a parameterised SQL predicate · ``explain`` each leaf in words.
"""
