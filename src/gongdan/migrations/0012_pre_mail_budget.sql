-- How much of what may be sent or opened within a time is used up: buckets that drain, one for each address, domain and
-- mailbox.
create table mail_budget (
  workspace_id bigint not null,
  key text not null,
  level double precision not null,
  at timestamptz not null,
  primary key (workspace_id, key)
);

-- What came in, latest first, by what became of it.
create index inbound_by_state on inbound (workspace_id, state, id desc);

-- Notices of a ticket: how many there were lately, and whether they were stopped.
create index mailed_notice_of_ticket on delivery (workspace_id, ticket_id, created_at) where kind = 'notice';

do $$
begin
  if exists (select from pg_roles where rolname = 'gongdan_app') then
    grant select, insert, update, delete on mail_budget to gongdan_app, gongdan_worker;
  end if;
end $$;
