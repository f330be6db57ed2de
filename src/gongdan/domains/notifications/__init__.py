"""Notifications: telling people what happened, after it happened (spec 05).

Owns the templates of what customers are told, the notices that the staff see in the app, and who is meant by a
receiver's name (spec 03). Follows the log: a notice is keyed by its event, and for the staff by the person too, so that
what is delivered twice is told once. Leaves to others: when somebody is told (policy, through tickets), and the sending
of mails (channels).
"""
