-- What nobody proved is marked: words that stand under somebody's name, and what was only guessed of a person.
alter table message add column unverified bool not null default false;
alter table person add column guessed text[] not null default '{}';

-- Where the words of a message come from, as far as that is not what it seems: who sent it for its writer, whose request
-- it passes on, and what of it could not be taken.
alter table message_version add column origin jsonb;
