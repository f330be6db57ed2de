-- Limits end: how often each has acted on a ticket, and since when people must decide (spec 02).
alter table ticket add column limits_reached jsonb not null default '{}';
alter table ticket add column held_at timestamptz;

-- Leaves, and how somebody came to be offline: by hand, or because no page was open.
create table member_leave (
  workspace_id bigint not null,
  id bigint not null,
  person_id bigint not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  substitute_id bigint,
  primary key (workspace_id, id)
);
create index member_leave_by_person on member_leave (workspace_id, person_id, until_at);
alter table member add column offline_by text;
