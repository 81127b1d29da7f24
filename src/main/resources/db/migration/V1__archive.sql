-- Times are milliseconds since 1970 (UTC). Documents are JSON, as ItemJson writes them.

-- One row. Locked by the one who adds, so that sequences rise in the order of commits.
create table archive_state (
  one integer not null primary key check (one = 1),
  last_sequence bigint not null,
  items bigint not null
);
insert into archive_state (one, last_sequence, items) values (1, 0, 0);

-- Append only.
create table revision (
  sequence bigint not null primary key,
  item_id text not null,
  revision integer not null,
  document text not null,
  unique (item_id, revision)
);

-- The present state of each item; its document is the one of its sequence.
create table item (
  id text not null primary key,
  sequence bigint not null references revision (sequence),
  first_sequence bigint not null unique,
  revision integer not null,
  kind text not null,
  published bigint not null,
  updated bigint not null,
  expires bigint
);
create index item_by_kind on item (kind, first_sequence);

-- What selections ask for, in the order they ask for it. Rows change with each revision.
create table item_region (
  region text not null,
  kind text not null,
  first_sequence bigint not null,
  sequence bigint not null,
  expires bigint,
  primary key (region, kind, first_sequence)
) ${keyed_by_primary_key};

create table item_topic (
  topic text not null,
  kind text not null,
  first_sequence bigint not null,
  sequence bigint not null,
  expires bigint,
  primary key (topic, kind, first_sequence)
) ${keyed_by_primary_key};

-- Which submissions are known, so that one that comes again is stored once.
create table submission (
  key text not null primary key,
  body_hash text not null,
  item_id text not null,
  sequence bigint not null,
  received bigint not null
);
