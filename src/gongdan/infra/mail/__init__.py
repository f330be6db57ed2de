"""The network side of mail: mailboxes read over IMAP, messages handed over by SMTP. Bytes in and out, no meaning."""
