"""Routes of what its author alone reads: drafts, and replies that can still be taken back."""

from gongdan.domains.tickets.http.drafts import keeping, sending

handlers = [*keeping.handlers, *sending.handlers]
