"""Canned replies: texts that members insert while they write, their own, of their teams and of everybody.

It owns these texts and the variables that stand in them. It promises that nobody is shown a text that is not shared
with them, and that no answer of a member reaches a customer with a variable in it that nobody filled in. Filling in is
the writer's: the page does it with what the ticket holds, and asks for the rest.

``reply`` what one is · ``shipped`` those that every workspace has · ``variables`` what stands for what ·
``saved`` and ``commands`` the rows and their changes · ``subjects`` the guard over what goes out.
"""
