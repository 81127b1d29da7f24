-- How much there was of something in an hour, of all nodes. hour: its beginning, in milliseconds since 1970 (UTC).
create table tally (
  what text not null,
  hour bigint not null,
  amount bigint not null,
  primary key (what, hour)
) ${keyed_by_primary_key};
