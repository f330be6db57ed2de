-- The ground: workspaces, people and their doors, policy, the one log, tickets, routing, conversations, mail, files,
-- notices, long work.
-- workspace_id is the first column of every primary key and of every index that serves a request (spec 01, tenancy);
-- the exceptions are the global tables of gongdan.infra.db.migrate.

create table workspace (
  id bigint primary key,
  slug text not null unique,
  name text not null,
  locale text not null default 'zh-CN',
  zone text not null default 'Asia/Shanghai',
  number_prefix text not null default 'GD',
  current_release int not null default 0,
  settings jsonb not null default '{}',
  -- Counts the changes of what stands here, but for the release.
  version int not null default 1,
  created_at timestamptz not null
);

-- People --------------------------------------------------------------------------------------------------------------

create table person (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  locale text not null default 'zh-CN',
  zone text not null default 'Asia/Shanghai',
  -- Which of these were only guessed: nobody proved them.
  guessed text[] not null default '{}',
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (workspace_id, id)
);

-- Where a name may be begun to be found: from each word of an alphabet, and from each other sign, in the form in which
-- texts are compared. So a part of a Chinese name is a prefix, and a prefix is what an ordered index serves.
create function name_beginnings(name text) returns setof text
  language sql immutable parallel safe as $$
  select distinct substr(s.n, i, 40)
    from (select lower(normalize(name, nfkc)) as n) s
   cross join generate_series(1, least(length(s.n), 60)) i
   where substr(s.n, i, 1) !~ '[[:space:]]'
     and (i = 1 or ascii(substr(s.n, i, 1)) > 11903 or substr(s.n, i - 1, 1) !~ '[[:alnum:]]'
          or ascii(substr(s.n, i - 1, 1)) > 11903)
$$;

create table person_name_part (
  workspace_id bigint not null,
  part text not null,
  person_id bigint not null,
  primary key (workspace_id, part, person_id)
);
create index person_name_part_of_person on person_name_part (workspace_id, person_id, part);

-- Whoever writes a name, it is found by it.
create function keep_name_parts() returns trigger
  language plpgsql as $$
begin
  delete from person_name_part where workspace_id = new.workspace_id and person_id = new.id;
  insert into person_name_part (workspace_id, part, person_id)
  select new.workspace_id, part, new.id from name_beginnings(new.name) part;
  return null;
end $$;
create trigger person_name_parts_begin after insert on person for each row execute function keep_name_parts();
create trigger person_name_parts_follow after update of name on person for each row
  when (old.name is distinct from new.name) execute function keep_name_parts();

create table member (
  workspace_id bigint not null,
  person_id bigint not null,
  mail text not null,
  password_hash text,
  active bool not null default true,
  -- How often they were let in: a link to choose a password that was made before is worth nothing.
  let_in int not null default 1,
  presence text not null default 'offline',
  presence_at timestamptz,
  -- How they came to be offline: by hand, or because no page was open.
  offline_by text,
  routable bool not null default true,
  manager_id bigint,
  -- Seconds for which they can take back a reply that they sent; 0: it goes out at once.
  undo_send_s smallint not null default 5,
  -- The key of the calendar of the policy whose hours are their shift. Null: those of their teams.
  calendar text,
  primary key (workspace_id, person_id),
  unique (workspace_id, mail)
);

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

create table member_skill (
  workspace_id bigint not null,
  person_id bigint not null,
  skill text not null,
  level int not null default 1,
  expires_on date,
  primary key (workspace_id, person_id, skill)
);

create table role (
  workspace_id bigint not null,
  key text not null,
  name jsonb not null,
  grants jsonb not null,
  version int not null default 1,
  primary key (workspace_id, key)
);

create table member_role (
  workspace_id bigint not null,
  person_id bigint not null,
  role text not null,
  primary key (workspace_id, person_id, role)
);

create table department (
  workspace_id bigint not null,
  key text not null,
  name jsonb not null,
  parent text,
  head_id bigint,
  version int not null default 1,
  primary key (workspace_id, key)
);

create table team (
  workspace_id bigint not null,
  key text not null,
  name jsonb not null,
  department text,
  is_roster bool not null default false,
  -- The key of the calendar whose hours are its members' shift. Null: they are on shift always.
  calendar text,
  version int not null default 1,
  primary key (workspace_id, key)
);

create table team_member (
  workspace_id bigint not null,
  team text not null,
  person_id bigint not null,
  is_lead bool not null default false,
  primary key (workspace_id, person_id, team)
);
create index team_member_by_team on team_member (workspace_id, team);

-- When the members of a duty roster are on duty; without shifts, always.
create table duty_plan (
  workspace_id bigint not null,
  roster text not null,
  zone text not null,
  version int not null,
  primary key (workspace_id, roster)
);

create table duty_shift (
  workspace_id bigint not null,
  roster text not null,
  n int not null,
  -- Null: nobody is on duty on that date.
  person_id bigint,
  weekdays smallint[] not null,
  on_date date,
  -- From the midnight of the day on which it begins.
  from_min int not null,
  until_min int not null,
  primary key (workspace_id, roster, n)
);

create table customer (
  workspace_id bigint not null,
  person_id bigint not null,
  tier text not null default 'normal',
  dedicated_agent_id bigint,
  tags text[] not null default '{}',
  notes text not null default '',
  -- The person that they turned out to be; then nothing is theirs any more.
  merged_into bigint,
  version int not null default 1,
  primary key (workspace_id, person_id)
);
create index customer_by_tier on customer (workspace_id, tier, person_id) where merged_into is null;
create index customer_merged on customer (workspace_id, merged_into) where merged_into is not null;
create index customer_dedicated on customer (workspace_id, dedicated_agent_id) where dedicated_agent_id is not null;

create table identity (
  workspace_id bigint not null,
  kind text not null,
  account text not null default '',
  handle text not null,
  person_id bigint not null,
  verified_at timestamptz,
  -- Whether whoever reads what is sent there is let in as its person. One that others only say to be theirs lets nobody
  -- in, until a member vouches for it.
  opens bool not null default true,
  primary key (workspace_id, kind, account, handle)
);
create index identity_of_person on identity (workspace_id, person_id);

create table organisation (
  workspace_id bigint not null,
  id bigint not null,
  name text not null,
  tier text not null default 'normal',
  mail_domains text[] not null default '{}',
  version int not null default 1,
  primary key (workspace_id, id)
);
create index organisation_by_name on organisation (workspace_id, lower(name), id);

create table organisation_member (
  workspace_id bigint not null,
  organisation_id bigint not null,
  person_id bigint not null,
  is_admin bool not null default false,
  primary key (workspace_id, person_id, organisation_id)
);
create index organisation_member_by_organisation on organisation_member (workspace_id, organisation_id, person_id);

-- Doors ---------------------------------------------------------------------------------------------------------------

create table sign_in_attempt (
  workspace_id bigint not null,
  subject text not null,
  failed int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (workspace_id, subject)
);

-- Global: found by a secret, before the workspace is known.
create table session (
  hash bytea primary key,
  workspace_id bigint not null,
  person_id bigint not null,
  kind text not null,
  ticket_id bigint,
  csrf text not null,
  -- The address that the link of a guest's session was mailed to: saying “this was me” verifies that one and no other.
  mail text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- When it last proved itself by the password.
  proved_at timestamptz,
  agent text not null default '',
  address text not null default ''
);
create index session_of_person on session (workspace_id, person_id);
create index session_expiry on session (expires_at);

-- Global, as the sessions are.
create table token (
  hash bytea primary key,
  id bigint not null unique,
  workspace_id bigint not null,
  person_id bigint not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_used_on date,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index token_of_person on token (workspace_id, person_id);

-- Whom a guest says to be, until the mailed link proves it.
create table guest_claim (
  workspace_id bigint not null,
  ticket_id bigint not null,
  person_id bigint not null,
  name text not null,
  locale text not null,
  at timestamptz not null,
  primary key (workspace_id, ticket_id)
);

create table idempotency (
  workspace_id bigint not null,
  person_id bigint not null,
  key text not null,
  request_hash bytea not null,
  status int not null,
  answer bytea not null,
  at timestamptz not null,
  primary key (workspace_id, person_id, key)
);
create index idempotency_age on idempotency (workspace_id, at);

-- Policy --------------------------------------------------------------------------------------------------------------

create table policy_release (
  workspace_id bigint not null,
  number int not null,
  bundle jsonb not null,
  note text not null default '',
  author_id bigint,
  published_at timestamptz not null,
  primary key (workspace_id, number)
);

-- A section as it is to be, and the release that whoever began it saw.
create table policy_draft (
  workspace_id bigint not null,
  section text not null,
  body jsonb not null,
  base_release int not null,
  author_id bigint,
  updated_at timestamptz not null,
  primary key (workspace_id, section)
);

create table workflow_version (
  workspace_id bigint not null,
  hash text not null,
  body jsonb not null,
  -- The first release that had it.
  release int not null,
  published_at timestamptz not null,
  primary key (workspace_id, hash)
);

-- The one log ---------------------------------------------------------------------------------------------------------

-- Every id of every workspace comes from blocks of this one sequence.
create sequence id_block;

-- Which cluster and database the log grows in: a copy of it begins a new epoch, for transaction ids start anew there.
create table log_epoch (
  epoch int not null,
  system_identifier bigint not null,
  database_oid bigint not null
);

create table event (
  workspace_id bigint not null,
  stream text not null,
  stream_id bigint not null,
  seq int not null,
  id bigint not null,
  kind text not null,
  schema smallint not null default 1,
  actor text not null,
  actor_id bigint,
  on_behalf_of bigint,
  via text not null,
  rule text,
  token_id bigint,
  command_id bigint not null,
  cause bigint,
  depth smallint not null default 0,
  release int not null,
  at timestamptz not null,
  -- When it came into the log: what fell due while nobody was there is dated at its due instant (column at), and is
  -- news all the same.
  appended_at timestamptz default now(),
  body_hash bytea not null,
  hash bytea not null,
  salt bytea,
  body bytea,
  epoch int not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, stream, stream_id, seq)
);
create index event_position on event (epoch, xid, id);
-- What is administered, latest first: little beside what happens to tickets.
create index event_of_administration on event (workspace_id, id)
  where stream in ('person', 'team', 'role', 'release', 'workspace') and kind <> 'person.presence_set';

create table stream_head (
  workspace_id bigint not null,
  stream text not null,
  stream_id bigint not null,
  seq int not null,
  hash bytea not null,
  primary key (workspace_id, stream, stream_id)
);

create table log_seal (
  workspace_id bigint not null,
  number bigint not null,
  from_epoch int not null,
  from_xid xid8 not null,
  from_id bigint not null,
  to_epoch int not null,
  to_xid xid8 not null,
  to_id bigint not null,
  events int not null,
  root bytea not null,
  prev_root bytea not null,
  at timestamptz not null,
  primary key (workspace_id, number)
);

create table cursor (
  subscriber text primary key,
  epoch int not null,
  xid xid8 not null,
  id bigint not null,
  at timestamptz not null
);

create table event_quarantine (
  workspace_id bigint not null,
  subscriber text not null,
  event_id bigint not null,
  -- Where the event stands, so that it is found by the log's primary key.
  stream text not null,
  stream_id bigint not null,
  seq int not null,
  fault text not null,
  at timestamptz not null,
  primary key (workspace_id, subscriber, event_id)
);

create table timer (
  workspace_id bigint not null,
  owner text not null,
  subject bigint not null,
  key text not null,
  generation int not null,
  fire_at timestamptz not null,
  -- Until when it is not to be taken: a worker has it, or it waits for its next attempt.
  held_until timestamptz,
  attempts smallint not null default 0,
  fault text,
  quarantined_at timestamptz,
  primary key (workspace_id, owner, subject, key)
) with (fillfactor = 80);
create index timer_due on timer (fire_at) where quarantined_at is null;

-- Tickets -------------------------------------------------------------------------------------------------------------

create table number_block (
  workspace_id bigint not null,
  day date not null,
  next int not null,
  primary key (workspace_id, day)
);

create table ticket (
  workspace_id bigint not null,
  id bigint not null,
  number text not null,
  title text not null,
  title_normal text not null,
  -- By which a ticket is found as one types; an index holds no whole title of any length.
  title_start text not null generated always as (substr(title_normal, 1, 60)) stored,
  type text not null,
  category text,
  priority text not null,
  status text not null,
  phase text not null,
  workflow text not null,
  requester_id bigint not null,
  organisation_id bigint,
  creator_id bigint,
  channel text not null,
  team text,
  assignee_id bigint,
  -- Who was responsible, as far as the customer was told.
  handlers jsonb not null default '{}',
  -- The ticket that stands for it since they were merged.
  merged_into bigint,
  -- What binds it and its children; null: what does unless somebody says otherwise.
  children jsonb,
  tags text[] not null default '{}',
  fields jsonb not null default '{}',
  incomplete text[] not null default '{}',
  escalation text,
  escalation_level text,
  close_reason text,
  rating smallint,
  -- Since when a customer who is not content waits to be called back.
  follow_up_at timestamptz,
  -- When the customer thanked for a solution, in words that may be taken for its confirmation.
  confirmation_offered_at timestamptz,
  reopened smallint not null default 0,
  follows bigint,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  status_at timestamptz not null,
  -- Limits end: how often each has acted, and since when people must decide (spec 02).
  limits_reached jsonb not null default '{}',
  held_at timestamptz,
  -- Close checks: item → what was said of it.
  checks jsonb not null default '{}',
  -- Who put it off for themselves, and until when; reminders by id.
  snoozes jsonb not null default '{}',
  reminders jsonb not null default '{}',
  -- Recorded time: the entries by id, their sum in minutes, and whose watch runs since when.
  times jsonb not null default '{}',
  worked integer not null default 0,
  timing jsonb not null default '{}',
  assigned_at timestamptz,
  accepted_at timestamptz,
  first_response_at timestamptz,
  customer_waiting_at timestamptz,
  -- Who spoke last where the customer hears it, and when.
  last_word jsonb,
  -- The last approval that was asked for, and how far it has come.
  approval jsonb,
  resolved_at timestamptz,
  closed_at timestamptz,
  version int not null,
  head_hash bytea not null,
  sla_policy text,
  ladder jsonb,
  next_due_at timestamptz,
  next_due_metric text,
  -- Since when one of its promises is at risk: past its last warning point, or broken.
  risk_at timestamptz,
  breached bool not null default false,
  -- All that is promised stands still, by the status.
  paused bool not null default false,
  routing_since timestamptz,
  -- The routing_since that the router last looked at in vain.
  unrouted_since timestamptz,
  not_to bigint[] not null default '{}',
  spam_at timestamptz,
  trashed_at timestamptz,
  archived_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, number)
) with (fillfactor = 85);
create index ticket_by_update on ticket (workspace_id, updated_at desc, id desc)
  where archived_at is null and spam_at is null and trashed_at is null;
create index ticket_in_trash on ticket (workspace_id, updated_at desc, id desc) where trashed_at is not null;
create index ticket_in_spam on ticket (workspace_id, updated_at desc, id desc)
  where spam_at is not null and trashed_at is null;
create index ticket_in_archive on ticket (workspace_id, updated_at desc, id desc)
  where archived_at is not null and spam_at is null and trashed_at is null;
create index ticket_open_by_team on ticket (workspace_id, team, updated_at desc, id desc)
  where phase not in ('resolved', 'closed') and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_open_by_assignee on ticket (workspace_id, assignee_id, updated_at desc, id desc)
  where phase not in ('resolved', 'closed') and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_by_assignee on ticket (workspace_id, assignee_id, updated_at desc, id desc)
  where assignee_id is not null;
create index ticket_by_creator on ticket (workspace_id, creator_id, updated_at desc, id desc)
  where creator_id is not null;
create index ticket_by_requester on ticket (workspace_id, requester_id, updated_at desc, id desc);
create index ticket_by_organisation on ticket (workspace_id, organisation_id, updated_at desc, id desc)
  where organisation_id is not null;
-- Below row security the planner takes a case for leakproof and coalesce not: so here, and in the router's indexes.
create index ticket_open_by_due
  on ticket (workspace_id, (case when next_due_at is null then 'infinity' else next_due_at end), id)
  where phase not in ('resolved', 'closed') and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_open_by_risk on ticket (workspace_id, risk_at, id)
  where risk_at is not null and phase not in ('resolved', 'closed')
    and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_waiting on ticket (workspace_id, updated_at desc, id desc)
  where phase in ('waiting_customer', 'waiting_internal') and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_resolved on ticket (workspace_id, updated_at desc, id desc)
  where phase = 'resolved' and archived_at is null and spam_at is null and trashed_at is null;
create index ticket_to_follow_up on ticket (workspace_id, follow_up_at) where follow_up_at is not null;
-- The router reads what somebody has room for, by team and priority, and what it has not looked at yet: its runs cost
-- the same however many tickets wait in vain.
create index ticket_to_route
  on ticket (workspace_id, (case when team is null then '' else team end), priority,
             (case when next_due_at is null then 'infinity' else next_due_at end), id)
  where routing_since is not null and spam_at is null and trashed_at is null;
create index ticket_to_look_at
  on ticket (workspace_id, (case when team is null then '' else team end), routing_since)
  where routing_since is not null and spam_at is null and trashed_at is null
    and unrouted_since is distinct from routing_since;

create index ticket_merged on ticket (workspace_id, merged_into) where merged_into is not null;
create index ticket_by_title on ticket (workspace_id, title_start);

-- A link has a row for each of its two tickets, as it is seen from there.
create table ticket_link (
  workspace_id bigint not null,
  ticket_id bigint not null,
  other_id bigint not null,
  kind text not null,
  -- Why the system linked them, where it did.
  why text,
  linked_at timestamptz not null,
  primary key (workspace_id, ticket_id, other_id)
);

-- Whose watch runs on which ticket: one for a person.
create table running_watch (
  workspace_id bigint not null,
  person_id bigint not null,
  ticket_id bigint not null,
  since timestamptz not null,
  primary key (workspace_id, person_id)
);

-- Recorded time as reports add it up: the entries of the tickets' columns.
create table work_time (
  workspace_id bigint not null,
  ticket_id bigint not null,
  entry_id bigint not null,
  person_id bigint not null,
  day date not null,
  minutes integer not null,
  work_kind text,
  primary key (workspace_id, ticket_id, entry_id)
);
create index work_time_by_day on work_time (workspace_id, day, ticket_id, entry_id);

-- Who put which ticket off, for lists: the same persons as in its column.
create table snoozed (
  workspace_id bigint not null,
  ticket_id bigint not null,
  person_id bigint not null,
  since timestamptz not null,
  primary key (workspace_id, person_id, ticket_id)
);

create table participant (
  workspace_id bigint not null,
  ticket_id bigint not null,
  person_id bigint not null,
  role text not null,
  primary key (workspace_id, ticket_id, person_id, role)
);
create index participant_of_person on participant (workspace_id, person_id, ticket_id) where role <> 'requester';
create index participant_approver on participant (workspace_id, ticket_id) where role = 'approver';

create table ticket_field (
  workspace_id bigint not null,
  ticket_id bigint not null,
  field text not null,
  position smallint not null default 0,
  text_value text,
  int_value bigint,
  at_value timestamptz,
  primary key (workspace_id, ticket_id, field, position)
);
create index ticket_field_text on ticket_field (workspace_id, field, text_value, ticket_id) where text_value is not null;
create index ticket_field_int on ticket_field (workspace_id, field, int_value, ticket_id) where int_value is not null;
create index ticket_field_at on ticket_field (workspace_id, field, at_value, ticket_id) where at_value is not null;

create table ticket_clock (
  workspace_id bigint not null,
  ticket_id bigint not null,
  metric text not null,
  cycle int not null,
  state text not null,
  started_at timestamptz,
  due_at timestamptz,
  met_at timestamptz,
  breached_at timestamptz,
  body jsonb not null,
  primary key (workspace_id, ticket_id, metric, cycle)
) with (fillfactor = 85);

-- Routing -------------------------------------------------------------------------------------------------------------

create table agent_load (
  workspace_id bigint not null,
  person_id bigint not null,
  priority text not null,
  used int not null,
  assigned_at timestamptz,
  primary key (workspace_id, person_id, priority)
) with (fillfactor = 50);

create table routing_decision (
  workspace_id bigint not null,
  ticket_id bigint not null,
  id bigint not null,
  at timestamptz not null,
  body jsonb not null,
  primary key (workspace_id, ticket_id, id)
);

-- Conversations -------------------------------------------------------------------------------------------------------

create table channel_account (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  address text not null,
  name text not null default '',
  settings jsonb not null default '{}',
  secret bytea,
  active bool not null default true,
  -- Whether something can go out by it, as its settings are.
  sends bool not null default false,
  version int not null default 1,
  state jsonb not null default '{}',
  -- Where what comes to it starts, unless a routing rule says where.
  team text,
  retired_at timestamptz,
  -- By which account the conversations of one that was retired go on.
  successor_id bigint,
  primary key (workspace_id, id)
);
create unique index channel_account_address on channel_account (workspace_id, kind, address) where retired_at is null;

-- What the provider of a mailbox granted (OAuth2): its tokens, sealed. A process renews them while it holds the row.
create table channel_grant (
  workspace_id bigint not null,
  account_id bigint not null,
  sealed bytea not null,
  -- When the access token ends, and when to ask for another one, or again.
  ends_at timestamptz not null,
  renew_at timestamptz not null,
  granted_at timestamptz not null,
  version int not null,
  held_until timestamptz,
  -- What the provider said when it refused another one.
  fault text,
  primary key (workspace_id, account_id)
);

-- Who is on the way to a provider, and must come back in the same session. Hashes of what they bring.
create table channel_consent (
  workspace_id bigint not null,
  nonce bytea not null,
  account_id bigint not null,
  account_version int not null,
  bearer bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, nonce)
);

create table conversation (
  workspace_id bigint not null,
  id bigint not null,
  account_id bigint,
  channel text not null,
  external_key text not null default '',
  party_id bigint not null,
  team text,
  agent_id bigint,
  state text not null default 'open',
  -- The ticket that it came with; none where it was begun by itself, which its own stream then tells.
  origin_ticket_id bigint,
  last_customer_at timestamptz,
  rating smallint,
  created_at timestamptz not null,
  ended_at timestamptz,
  version int not null default 0,
  primary key (workspace_id, id)
);
-- Which conversation a channel means.
create index conversation_by_key on conversation (workspace_id, account_id, external_key, id desc)
  where account_id is not null;
create index conversation_of_party on conversation (workspace_id, party_id, id desc);
create index conversation_of_agent on conversation (workspace_id, agent_id, id desc) where agent_id is not null;

create table conversation_ticket (
  workspace_id bigint not null,
  conversation_id bigint not null,
  ticket_id bigint not null,
  linked_at timestamptz not null,
  primary key (workspace_id, ticket_id, conversation_id)
);
create index ticket_of_conversation on conversation_ticket (workspace_id, conversation_id);

create table message (
  workspace_id bigint not null,
  id bigint not null,
  conversation_id bigint not null,
  -- The ticket in whose log it stands; none where it stands in its conversation's own.
  origin_ticket_id bigint,
  -- The ticket whose clocks it was moved to since; none: it moves those of the ticket in whose log it stands.
  moved_ticket_id bigint,
  audience text not null,
  author text not null,
  author_id bigint,
  machine bool not null default false,
  -- Words that stand under somebody's name and that nobody proved.
  unverified bool not null default false,
  at timestamptz not null,
  redacted_at timestamptz,
  primary key (workspace_id, conversation_id, id)
);
-- A file is granted by the messages that have it.
create index message_by_id on message (workspace_id, id);

create table message_version (
  workspace_id bigint not null,
  message_id bigint not null,
  version smallint not null default 1,
  text text not null,
  html text,
  quoted text,
  -- Where the words come from, as far as that is not what it seems: who sent it for its writer, whose request it passes
  -- on, and what of it could not be taken.
  origin jsonb,
  at timestamptz not null,
  by_id bigint,
  primary key (workspace_id, message_id, version)
);

-- What somebody has begun to write on a ticket; nobody else reads it, and no event tells of it.
create table message_draft (
  workspace_id bigint not null,
  person_id bigint not null,
  ticket_id bigint not null,
  kind text not null,
  text text not null,
  -- As it was written, where it is more than text.
  html text,
  -- Uploads, kept as long as a draft has them.
  file_ids bigint[] not null,
  -- Of a reply that came back: what was to be set with it, by the names under which a change takes it.
  filled jsonb not null default '{}',
  version bigint not null,
  saved_at timestamptz not null,
  primary key (workspace_id, person_id, ticket_id, kind)
);
-- Swept by ticket, once it has been closed for long.
create index message_draft_of_ticket on message_draft (workspace_id, ticket_id);

-- A reply that was sent and can still be taken back: it goes out when it is due. Its author's alone, as a draft is.
create table held_reply (
  workspace_id bigint not null,
  id bigint not null,
  person_id bigint not null,
  token_id bigint,
  via text not null,
  ticket_id bigint not null,
  -- The reply as it was asked for.
  asked jsonb not null,
  file_ids bigint[] not null,
  -- The version of the ticket that its author had seen.
  seen int not null,
  sent_at timestamptz not null,
  due_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index held_reply_of_author on held_reply (workspace_id, person_id, ticket_id);

-- Mail ----------------------------------------------------------------------------------------------------------------

-- Global: which workspace and account a mail address belongs to.
create table mail_route (
  address text primary key,
  workspace_id bigint not null,
  account_id bigint not null
);

create table inbound (
  workspace_id bigint not null,
  id bigint not null,
  account_id bigint,
  source text not null,
  external_id text,
  body_hash bytea not null,
  raw text not null,
  state text not null,
  outcome jsonb not null default '{}',
  ticket_id bigint,
  message_id bigint,
  received_at timestamptz not null,
  settled_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, source)
);
create index inbound_open on inbound (workspace_id, id) where state in ('received', 'quarantined');
create index inbound_of_ticket on inbound (workspace_id, ticket_id) where ticket_id is not null;
create index inbound_by_external_id on inbound (workspace_id, external_id, body_hash) where external_id is not null;
-- What came in, latest first, by what became of it.
create index inbound_by_state on inbound (workspace_id, state, id desc);
-- Whether anything else has these bytes, before a file of them goes.
create index inbound_by_raw on inbound (workspace_id, raw);

create table mail_id (
  workspace_id bigint not null,
  mail_id text not null,
  ticket_id bigint not null,
  message_id bigint,
  own bool not null,
  party text[] not null default '{}',
  primary key (workspace_id, mail_id, ticket_id)
);
create index mail_id_of_ticket on mail_id (workspace_id, ticket_id);

create table delivery (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  key text not null,
  ticket_id bigint,
  message_id bigint,
  account_id bigint,
  recipient text not null,
  external_id text,
  payload jsonb not null default '{}',
  state text not null,
  attempts smallint not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  fault text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, kind, key)
) with (fillfactor = 80);
create index delivery_due on delivery (next_at) where state in ('queued', 'sending', 'uncertain');
-- The outbox as it is looked at: by state, latest first.
create index delivery_by_state on delivery (workspace_id, state, id desc);
create index delivery_of_message on delivery (workspace_id, message_id) where message_id is not null;
create index delivery_by_external_id on delivery (workspace_id, external_id) where external_id is not null;
-- Notices of a ticket: how many there were lately, and whether they were stopped.
create index mailed_notice_of_ticket on delivery (workspace_id, ticket_id, created_at) where kind = 'notice';

-- How much of what may be sent or opened within a time is used up: buckets that drain, one for each address, domain and
-- mailbox.
create table channel_budget (
  workspace_id bigint not null,
  key text not null,
  level double precision not null,
  at timestamptz not null,
  primary key (workspace_id, key)
);

-- Files ---------------------------------------------------------------------------------------------------------------

create table file (
  workspace_id bigint not null,
  id bigint not null,
  hash text not null,
  name text not null,
  type text not null,
  size bigint not null,
  uploader_id bigint,
  -- What only its bearer may attach, by a key that nobody guesses; both are missing where nobody may.
  bearer text,
  key text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index file_by_hash on file (workspace_id, hash);
create unique index file_by_key on file (workspace_id, key) where key is not null;

create table attachment (
  workspace_id bigint not null,
  message_id bigint not null,
  file_id bigint not null,
  position smallint not null,
  content_id text,
  inline bool not null default false,
  primary key (workspace_id, message_id, position)
);
-- Whether anything uses a file.
create index attachment_of_file on attachment (workspace_id, file_id);

-- How much was uploaded on a day, by whom or from where.
create table upload_use (
  workspace_id bigint not null,
  subject text not null,
  day date not null,
  bytes bigint not null,
  primary key (workspace_id, subject, day)
);
create index upload_use_age on upload_use (workspace_id, day);

-- Notices -------------------------------------------------------------------------------------------------------------

create table notice (
  workspace_id bigint not null,
  id bigint not null,
  person_id bigint not null,
  key text not null,
  -- What it says: the key of a meaning. Meanings of a line are told as one, the gravest of them.
  kind text not null,
  line text not null,
  gravity smallint not null default 0,
  ticket_id bigint,
  text jsonb not null,
  -- Whether it is told in the app; where not, it counts as read.
  in_app bool not null default true,
  -- What happens again before the person has read of it is counted on the notice that is there.
  count int not null default 1,
  seq int not null default 0,
  at timestamptz not null,
  read_at timestamptz,
  primary key (workspace_id, person_id, id),
  unique (workspace_id, person_id, key)
);
create index notice_by_time on notice (workspace_id, person_id, at desc, id desc);
-- Counted when a page opens, and looked at before another notice is written.
create index notice_unread on notice (workspace_id, person_id, at desc, id desc) where read_at is null;
create index notice_of_ticket on notice (workspace_id, person_id, ticket_id, at desc, id desc)
  where ticket_id is not null;

-- How people want to be told, where they or their workspace (person 0) said so.
create table notice_preference (
  workspace_id bigint not null,
  person_id bigint not null,
  meaning text not null,
  channel text not null,
  is_on bool not null,
  primary key (workspace_id, person_id, meaning, channel)
);

-- When a person wants nothing brought to them; minutes since midnight, days of the week from 1, which is Monday.
create table notice_schedule (
  workspace_id bigint not null,
  person_id bigint not null,
  quiet_from smallint,
  quiet_until smallint,
  days smallint[] not null,
  digest text not null,
  digest_at smallint not null,
  primary key (workspace_id, person_id)
);

-- A notice on its way out of the app: planned, then handed over (the receipt is the id of what carries it, such as a
-- mail's delivery) or dropped, and why.
create table notice_delivery (
  workspace_id bigint not null,
  notice_id bigint not null,
  person_id bigint not null,
  channel text not null,
  state text not null,
  not_before timestamptz not null,
  receipt bigint,
  fault text,
  ended_at timestamptz,
  primary key (workspace_id, notice_id, channel)
);
create index notice_delivery_due on notice_delivery (workspace_id, not_before) where state = 'planned';

-- Views ---------------------------------------------------------------------------------------------------------------

-- The lists that people made (spec 11.5). The shipped ones are no rows: they come with the program.
create table saved_view (
  workspace_id bigint not null,
  key text not null,
  owner_id bigint not null,
  name text not null,
  condition jsonb not null,
  columns text[] not null,
  sort text not null,
  sort_order text,
  group_by text,
  colour_by text,
  layout text not null,
  density text,
  counted boolean not null default true,
  shared text not null,
  teams text[] not null default '{}',
  version int not null,
  created_at timestamptz not null,
  -- Who changed it last, or made it.
  changed_by bigint not null,
  primary key (workspace_id, key)
);
create index saved_view_of_owner on saved_view (workspace_id, owner_id);
create index saved_view_shared on saved_view (workspace_id) where shared <> 'nobody';

-- In which order a person has their views, and which they do not want to see.
create table view_arrangement (
  workspace_id bigint not null,
  person_id bigint not null,
  keys text[] not null,
  hidden text[] not null,
  primary key (workspace_id, person_id)
);

-- Texts that members insert while they write. The shipped ones are no rows: they come with the program.
create table canned_reply (
  workspace_id bigint not null,
  key text not null,
  owner_id bigint not null,
  -- Locale → text, of one language or of both.
  name jsonb not null,
  text jsonb not null,
  keyword text not null,
  shared text not null,
  teams text[] not null default '{}',
  version int not null,
  created_at timestamptz not null,
  -- Who changed it last, or made it.
  changed_by bigint not null,
  primary key (workspace_id, key)
);
create index canned_reply_of_owner on canned_reply (workspace_id, owner_id);
create index canned_reply_shared on canned_reply (workspace_id) where shared <> 'nobody';

-- What members do to a ticket with one press: several changes, and at most one text.
create table macro (
  workspace_id bigint not null,
  key text not null,
  owner_id bigint not null,
  -- Locale → text, of one language or of both.
  name jsonb not null,
  -- In the order in which they are done.
  actions jsonb not null,
  shared text not null,
  teams text[] not null default '{}',
  version int not null,
  created_at timestamptz not null,
  -- Who changed it last, or made it.
  changed_by bigint not null,
  primary key (workspace_id, key)
);
create index macro_of_owner on macro (workspace_id, owner_id);
create index macro_shared on macro (workspace_id) where shared <> 'nobody';

-- Long work -----------------------------------------------------------------------------------------------------------

-- What a person or a schedule starts (spec 11.4): what is to be done to which subjects, and how far it is.
create table operation (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  actor_id bigint,
  params jsonb not null,
  -- Nobody is told of what it does.
  silent bool not null default false,
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

-- Imports -------------------------------------------------------------------------------------------------------------

-- A table that somebody brings in. Its rows are kept for as long as it can be carried out.
create table table_import (
  workspace_id bigint not null,
  id bigint not null,
  kind text not null,
  actor_id bigint,
  file text not null,
  form text not null,
  detail text not null,
  headings text[] not null,
  -- For each heading the column of the kind that it is.
  mapping text[] not null,
  rows int not null,
  -- All of its rows came in.
  whole bool not null default false,
  -- The operations that try and carry out the rows, and how many of them made something.
  check_id bigint,
  would_add int not null default 0,
  run_id bigint,
  added int not null default 0,
  -- Letters of invitation that the run queued.
  invited int not null default 0,
  created_at timestamptz not null,
  forgotten_at timestamptz,
  version int not null default 1,
  primary key (workspace_id, id)
);

create table table_import_row (
  workspace_id bigint not null,
  import_id bigint not null,
  number int not null,
  cells text[] not null,
  primary key (workspace_id, import_id, number)
);

-- Of what tells a row from others, the first row that has it.
create table table_import_key (
  workspace_id bigint not null,
  import_id bigint not null,
  key text not null,
  number int not null,
  primary key (workspace_id, import_id, key)
);

-- What was elsewhere and was brought in: a ticket, or a person of whom only a name is known.
create table imported_thing (
  workspace_id bigint not null,
  source text not null,
  what text not null,
  external_id text not null,
  -- What it is here.
  target_id bigint not null,
  -- By which row of which table; none where it came otherwise.
  import_id bigint,
  number int,
  primary key (workspace_id, source, what, external_id)
);
create index imported_thing_of_import on imported_thing (workspace_id, import_id, number) where import_id is not null;

-- Across workspaces ---------------------------------------------------------------------------------------------------

-- The log as the relay and the live streams read it: what is committed and below every open transaction, in the order
-- of delivery (spec 01, delivery). Transaction ids of an earlier epoch mean nothing to this cluster: all of them are
-- committed, and only those of the present epoch wait for open transactions. As a row comparison both bounds are
-- conditions of the index event_position.
create function log_after(after_epoch int, after_xid xid8, after_id bigint, most int)
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

-- Which accounts have messages to send, or such whose sender is gone; the one that waits longest comes first.
create function accounts_with_deliveries(due_at timestamptz)
  returns table (workspace_id bigint, account_id bigint)
  language sql stable security definer set search_path from current
  as $$
  select d.workspace_id, d.account_id
    from delivery d
   where d.state in ('queued', 'sending', 'uncertain')
     and d.next_at <= due_at
     and d.account_id is not null
   group by d.workspace_id, d.account_id
   order by min(d.next_at)
$$;

-- Which workspaces have messages to settle: a worker asks for all at once.
create function workspaces_with_inbound()
  returns setof bigint
  language sql stable security definer set search_path from current
  as $$
  select distinct workspace_id
    from inbound
   where state = 'received'
$$;

-- Which operations a worker may take on: those of all workspaces, whose leases nobody holds any more.
create function operations_due()
  returns table (workspace_id bigint, id bigint)
  language sql stable security definer set search_path from current
  as $$
  select o.workspace_id, o.id
    from operation o
   where o.state in ('waiting', 'running', 'cancelling')
     and (o.lease_until is null or o.lease_until < now())
   order by o.created_at
$$;

-- Row security --------------------------------------------------------------------------------------------------------

create function current_workspace() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('gongdan.workspace', true), '')::bigint;

-- Every table with a workspace gets a policy; whether policies are enforced is a switch (gongdan migrate --row-security).
create procedure set_row_security(enforced bool)
  language plpgsql as $$
declare
  t record;
begin
  for t in
    select c.relname
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
     where n.nspname = current_schema()
       and c.relkind = 'r'
       and c.relname not in ('session', 'token', 'mail_route', 'timer')
  loop
    if not exists (select from pg_policies where schemaname = current_schema() and tablename = t.relname and policyname = 'own_workspace') then
      execute format('create policy own_workspace on %I using (workspace_id = current_workspace())', t.relname);
    end if;
    execute format('alter table %I %s row level security', t.relname, case when enforced then 'enable' else 'disable' end);
  end loop;
end $$;

call set_row_security(false);

do $$
begin
  if exists (select from pg_roles where rolname = 'gongdan_app') then
    grant usage on schema public to gongdan_app, gongdan_worker;
    grant select, insert, update, delete on all tables in schema public to gongdan_app, gongdan_worker;
    grant usage on all sequences in schema public to gongdan_app, gongdan_worker;
    -- The log is append-only, also for our own processes; erasure empties body and salt, nothing else.
    revoke update, delete on event, log_seal from gongdan_app, gongdan_worker;
    grant update (salt, body) on event to gongdan_app, gongdan_worker;
    alter default privileges in schema public grant select, insert, update, delete on tables to gongdan_app, gongdan_worker;
    alter default privileges in schema public grant usage on sequences to gongdan_app, gongdan_worker;
  end if;
end $$;
