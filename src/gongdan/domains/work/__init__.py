"""Work on tickets: close checks, snoozes and reminders, recorded time.

It promises that a binding list of checks holds whatever path a handler takes. What a ticket is, and how it moves, is
left to ``tickets``; what was promised, to ``sla``.
"""
