"""Routes of the portal, below ``/api/v1``. Signing in is accounts' (``/portal/sign-in-links``, ``/portal/session``)."""

from gongdan.domains.portal.http import forms, tickets

handlers = [*forms.handlers, *tickets.handlers]
