"""Routes of conversations: serving them, saying something, and their tickets."""

from gongdan.domains.tickets.http.conversations import linking, notes, redacting, serving, talking

handlers = [*serving.handlers, *talking.handlers, *linking.handlers, *notes.handlers, *redacting.handlers]
