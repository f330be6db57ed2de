"""Opening tickets over HTTP, and the forms that they are opened with."""

from gongdan.domains.tickets.http.opening import forms, tickets

handlers = [*tickets.handlers, *forms.handlers]
