-- Times are milliseconds since 1970 (UTC).

-- What somebody follows, and the tag of the bytes it had when it was last looked at.
create table push_topic (
  topic text not null primary key,
  etag text not null
);

-- Who is told of a topic. etag: of the bytes they were told last; due_at: when to tell them, 0
-- while they have what there is. secret is empty where none was given.
create table push_follower (
  id text not null primary key,
  topic text not null references push_topic (topic),
  callback text not null,
  host text not null,
  secret text not null,
  lease_until bigint not null,
  etag text not null,
  attempts integer not null,
  due_at bigint not null,
  unique (topic, callback)
);
create index push_follower_by_due on push_follower (due_at);
create index push_follower_by_host on push_follower (host);
create index push_follower_by_lease on push_follower (lease_until);

-- What was asked for and still has to be verified, or a refusal that still has to be told. mode:
-- subscribe, unsubscribe, denied. etag: of the bytes there were when it was asked for.
create table push_intent (
  id text not null primary key,
  mode text not null,
  topic text not null,
  callback text not null,
  host text not null,
  secret text not null,
  lease_seconds bigint not null,
  etag text not null,
  reason text not null,
  attempts integer not null,
  due_at bigint not null,
  unique (topic, callback)
);
create index push_intent_by_due on push_intent (due_at);
create index push_intent_by_host on push_intent (host);
