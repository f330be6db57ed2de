"""Journeys in a real browser, against a served Gongdan with its worker, a real IMAP server and a real SMTP peer.

One installation holds two workspaces: the demo, at ``localhost``, for looking at every room; and a company of its own,
at ``127.0.0.1``, whose mail goes in and out. Pages are found by what people read or hear; what the browser complains of
fails the test (see ``visits``).
"""
