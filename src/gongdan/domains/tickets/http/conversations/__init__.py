"""Routes of conversations: serving them, saying something, and their tickets."""

from gongdan.domains.tickets.http.conversations import linking, notes, serving, talking

handlers = [*serving.handlers, *talking.handlers, *linking.handlers, *notes.handlers]
