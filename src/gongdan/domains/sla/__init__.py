"""Promises of time: calendars, targets, clocks and ladders (spec 03). Owns a ticket's clocks and nothing of the ticket.

Everything here is computed, nothing is guessed: the live clocks of a ticket equal the pure fold of its log.

``calendar`` working time as exact arithmetic · ``clocks`` what a clock is and how facts move it, and its ledger ·
``promises`` clocks and ladders of a ticket: which of its events matter, what falls due, what a command's events make of
them · ``subjects`` both as subjects of tickets · ``policy`` the section of the bundle, compiled · ``jobs`` clocks anew
after a release · ``lint`` what is wrong with the section before it is published.
"""
