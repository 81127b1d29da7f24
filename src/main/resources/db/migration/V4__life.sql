-- Items that are withdrawn now. What selections ask for stays in its tables: a feed tells of what
-- it no longer shows.
create table withdrawal (
  first_sequence bigint not null primary key,
  sequence bigint not null references revision (sequence)
);

-- What was decided about a submission: stored, unchanged, lost. Its sequence is of the revision it
-- made, or of the one that was there.
alter table submission add column outcome text not null default 'stored';

-- What waits for its time: of each item what was sent last, as it was accepted.
create table embargo (
  item_id text not null primary key,
  due bigint not null,
  key text not null,
  document text not null
);
create index embargo_by_due on embargo (due);
create index embargo_by_key on embargo (key);
