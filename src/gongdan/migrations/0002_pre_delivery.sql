-- Delivery of the log, and retries of timers.

-- Transaction ids of an earlier epoch mean nothing to this cluster: all of them are committed, and only those of the
-- present epoch wait for open transactions. As a row comparison both bounds are conditions of the index event_position.
create or replace function log_after(after_epoch int, after_xid xid8, after_id bigint, most int)
  returns setof event
  language sql stable security definer set search_path from current
  as $$
  select *
    from event
   where (epoch, xid, id) > (after_epoch, after_xid, after_id)
     and (epoch, xid) < ((select e.epoch from log_epoch e), pg_snapshot_xmin(pg_current_snapshot()))
   order by epoch, xid, id
   limit most
$$;

-- Where the quarantined event stands, so that it is found by the log's primary key.
alter table event_quarantine
  add column stream text not null,
  add column stream_id bigint not null,
  add column seq int not null;

-- Until when a timer is not to be taken: a worker has it, or it waits for its next attempt.
alter table timer add column held_until timestamptz;
