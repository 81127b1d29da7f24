-- The day on which the event of an item starts, as 2026-06-03, where it stands. To find the items
-- that tell of one event.
alter table item add column starts text;
create index item_by_start on item (starts, first_sequence);
