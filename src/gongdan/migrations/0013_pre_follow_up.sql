-- A customer who is not content waits to be called back; thanks for a solution may be taken for its confirmation.
alter table ticket
  add column follow_up_at timestamptz,
  add column confirmation_offered_at timestamptz;
create index ticket_to_follow_up on ticket (workspace_id, follow_up_at) where follow_up_at is not null;
