"""How mails come in: ``poller`` and ``importing`` bring them, ``letters`` reads what waits, ``facts`` looks up what is
known of their threads and writers."""
