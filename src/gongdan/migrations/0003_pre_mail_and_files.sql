-- Mailboxes that send for themselves, and files that nobody used.

-- Which mailboxes have mails to send, or such whose sender is gone; the one that waits longest comes first.
create or replace function mailboxes_with_deliveries(due_at timestamptz)
  returns table (workspace_id bigint, account_id bigint)
  language sql stable security definer set search_path from current
  as $$
  select d.workspace_id, d.account_id
    from delivery d
   where d.state in ('queued', 'sending', 'uncertain')
     and d.next_at <= due_at
     and d.account_id is not null
   group by d.workspace_id, d.account_id
   order by min(d.next_at)
$$;

-- Whether anything uses a file, and whether anything else has its bytes.
create index attachment_of_file on attachment (workspace_id, file_id);
create index file_by_hash on file (workspace_id, hash);
create index inbound_by_raw on inbound (workspace_id, raw);
