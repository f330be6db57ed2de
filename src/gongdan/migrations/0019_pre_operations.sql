-- Long work that a person or a schedule starts (spec 11.4): what is to be done to which subjects, and how far it is.
create table operation (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  actor_id bigint,
  params jsonb not null,
  state text not null,
  total int not null,
  done int not null default 0,
  failed int not null default 0,
  unchanged int not null default 0,
  undoes bigint,
  fault text,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  holder text,
  lease_until timestamptz,
  primary key (workspace_id, id)
);
create unique index operation_running on operation (workspace_id) where state in ('running', 'cancelling');
create index operation_due on operation (workspace_id, created_at) where state in ('waiting', 'running', 'cancelling');

create table operation_item (
  workspace_id bigint not null,
  operation_id bigint not null,
  position int not null,
  subject bigint not null,
  state text not null default 'waiting',
  problem jsonb,
  primary key (workspace_id, operation_id, position)
);
create index operation_item_waiting on operation_item (workspace_id, operation_id, position) where state = 'waiting';

-- Which operations a worker may take on: those of all workspaces, whose leases nobody holds any more.
create or replace function operations_due()
  returns table (workspace_id bigint, id bigint)
  language sql stable security definer set search_path from current
  as $$
  select o.workspace_id, o.id
    from operation o
   where o.state in ('waiting', 'running', 'cancelling')
     and (o.lease_until is null or o.lease_until < now())
   order by o.created_at
$$;
