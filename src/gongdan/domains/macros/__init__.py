"""Macros: several changes of a ticket, and at most one text, that a member makes with one press (spec 02).

It owns these lists of actions: a person's own, those of teams and those of everybody. It promises that a macro does
nothing that whoever runs it could not do by hand, that it is done whole or not at all, and that it does what its runner
was shown: a run names the version. Each action is the command of a single request, in the order of the macro and in one
transaction; they share one command id, so that one undo takes all of them back but what was said.

``macro`` what one is · ``saved`` and ``commands`` the rows and their changes · ``running`` trying one and running it ·
``telling`` its actions in words.
"""
