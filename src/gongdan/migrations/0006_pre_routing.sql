-- The router reads what somebody has room for, by team and priority, and what it has not looked at yet: its runs cost
-- the same however many tickets wait in vain. Below row security the planner takes a case for leakproof.
alter table ticket add column unrouted_since timestamptz;

drop index ticket_to_route;
create index ticket_to_route
  on ticket (workspace_id, (case when team is null then '' else team end), priority,
             (case when next_due_at is null then 'infinity' else next_due_at end), id)
  where routing_since is not null and spam_at is null and trashed_at is null;
create index ticket_to_look_at
  on ticket (workspace_id, (case when team is null then '' else team end), routing_since)
  where routing_since is not null and spam_at is null and trashed_at is null
    and unrouted_since is distinct from routing_since;
create index customer_dedicated on customer (workspace_id, dedicated_agent_id) where dedicated_agent_id is not null;
