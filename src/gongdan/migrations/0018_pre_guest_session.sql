-- The address that the link of a guest's session was mailed to: saying “this was me” verifies that one and no other.

alter table session add column mail text;
