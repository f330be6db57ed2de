"""Notifications: telling people what happened, after it happened (spec 05).

Owns the notices of members, what each of them chose to be told and where, the deliveries that are planned of it, and
the templates of letters to customers. Follows the log: what is delivered twice is told once. Leaves to others: what an
event means and which letter it sends (its subject), when policy has somebody told (tickets), the sending of mails
(channels).

``telling`` from events to notices and letters · ``choosing`` what people want, and when · ``sending`` what is planned
of it, and handing it over · ``reading`` what the app shows.
"""
