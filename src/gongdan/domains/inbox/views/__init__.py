"""Views: lists of tickets as data (spec 11.5).

``view`` what a view is · ``shipped`` the nine of the workbench · ``columns`` what lists show and sort by · ``compiled``
a view as a predicate · ``counts`` how many tickets each holds.
"""
