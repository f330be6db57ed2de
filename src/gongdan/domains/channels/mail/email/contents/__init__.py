"""What lies inside a mail and is no text of it: containers to unpack, forwarded mails, reports that programs write."""
