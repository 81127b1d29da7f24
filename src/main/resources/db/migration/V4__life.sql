-- When an item was withdrawn, null while it stands. What selections ask for stays: a feed tells of
-- what it no longer shows.
alter table item add column withdrawn bigint;
alter table item_region add column withdrawn bigint;
alter table item_topic add column withdrawn bigint;

-- What was decided about a submission: stored, unchanged, lost. Its sequence is of the revision it
-- made, or of the one that was there.
alter table submission add column outcome text not null default 'stored';
