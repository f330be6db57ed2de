"""Promises of time: calendars, targets, clocks and ladders (spec 03). Owns a ticket's clocks and nothing of the ticket.

Everything here is computed, nothing is guessed: the live clocks of a ticket equal the pure fold of its log.

``calendar`` working time as exact arithmetic · ``clocks`` what a clock is and how facts move it, and its ledger ·
``facts`` which ticket events matter to clocks · ``policy`` the section of the bundle, compiled · ``projector`` a
command's final events into changed clocks and timers · ``ladders`` which escalation level is due when · ``lint`` what
is wrong with the section before it is published.
"""
