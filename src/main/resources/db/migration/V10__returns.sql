-- What came back of letters. kind: hard (no such address), soft (may pass), blocked (they do not like us), complaint.
-- One of a kind counts for a letter, however often it is told.
create table returned (
  letter text not null references letter (id) on delete cascade,
  kind text not null,
  status text not null,
  words text not null,
  at bigint not null,
  primary key (letter, kind)
);
create index returned_by_time on returned (at);

-- Soft ones add up and fade away: the sum as it was then.
alter table subscriber add column bounce_score double precision not null default 0;
alter table subscriber add column bounced_at bigint not null default 0;

-- Bounces before do not count any more: someone has looked into them.
alter table digest_state add column bounces_since bigint not null default 0;
