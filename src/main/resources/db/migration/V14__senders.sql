-- Tokens of senders. Times are milliseconds since 1970 (UTC); 0 stands for never.

-- sender: whose items they are; several tokens may speak for one sender. hash: SHA-256 of the token, which itself is
-- kept nowhere. regions: the slugs it may send for, with spaces between; empty for all. per_minute: 0 for what the
-- setting says. used_at is late by up to a minute.
create table sender_token (
  id text not null primary key,
  sender text not null,
  hash text not null,
  regions text not null,
  per_minute integer not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint not null,
  used_at bigint not null
);
