"""The grammar of mails as senders break it: parts, headers, charsets. Knows nothing of what a mail is about."""
