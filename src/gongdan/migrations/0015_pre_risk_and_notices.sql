-- Since when one of a ticket's promises is at risk: past its last warning point, or broken. Until a ticket's clocks are
-- measured again, what is due counts.
alter table ticket add column risk_at timestamptz;
update ticket set risk_at = next_due_at where next_due_at is not null;
create index ticket_open_by_risk on ticket (workspace_id, risk_at, id)
  where risk_at is not null and phase not in ('resolved', 'closed')
    and archived_at is null and spam_at is null and trashed_at is null;

-- Who was responsible, as far as the customer was told.
alter table ticket add column handlers jsonb not null default '{}';

-- What happens again before a person has read of it is counted on the notice that is there.
alter table notice add column count int not null default 1;
alter table notice add column seq int not null default 0;
create index notice_of_ticket on notice (workspace_id, person_id, ticket_id, kind) where ticket_id is not null;
