-- When and where an item is, in its present state. The day on which its event starts, as 2026-06-03, to
-- find the items that tell of one event; latitude and longitude in degrees, for boxes on the map.
alter table item add column starts text;
alter table item add column lat double precision;
alter table item add column lon double precision;
create index item_by_start on item (starts, first_sequence);
