-- When an event came into the log: what fell due while nobody was there is dated at its due instant (column at), and is
-- news all the same. Of older events it is not known.
alter table event add column appended_at timestamptz;
alter table event alter column appended_at set default now();
