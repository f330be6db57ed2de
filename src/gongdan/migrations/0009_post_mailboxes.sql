-- Mailboxes send for themselves now.
drop function workspaces_with_deliveries(timestamptz);
