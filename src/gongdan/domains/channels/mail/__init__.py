"""Mail, one channel among others: what is read from mailboxes (``incoming``), what is made of a delivery
(``outgoing``), its settings, and the pure rules of mails (``email``)."""
