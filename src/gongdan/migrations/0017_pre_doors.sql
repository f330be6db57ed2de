-- What only its bearer may attach, by a key that nobody guesses; how much was uploaded; whom a guest says to be until the
-- mailed link proves it; when a session last proved itself by its password.

alter table file add column key text;
alter table file add column bearer text;
create unique index file_by_key on file (workspace_id, key) where key is not null;

alter table session add column proved_at timestamptz;

create table upload_use (
  workspace_id bigint not null,
  subject text not null,
  day date not null,
  bytes bigint not null,
  primary key (workspace_id, subject, day)
);
create index upload_use_age on upload_use (workspace_id, day);

create table guest_claim (
  workspace_id bigint not null,
  ticket_id bigint not null,
  person_id bigint not null,
  name text not null,
  locale text not null,
  at timestamptz not null,
  primary key (workspace_id, ticket_id)
);

-- A file is granted by the messages that have it.
create index message_by_id on message (workspace_id, id);
