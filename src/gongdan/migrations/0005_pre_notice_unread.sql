-- What a person has not read yet: counted when a page opens, and looked at before another notice is written.
create index notice_unread on notice (workspace_id, person_id) where read_at is null;
