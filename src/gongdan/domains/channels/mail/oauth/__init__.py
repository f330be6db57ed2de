"""Signing in to a mailbox by OAuth2 instead of a password (decision 0033): who may be asked (``providers``), how a
member consents (``consent``), what was granted (``grants``), and the token that opens the mailbox now (``tokens``)."""
