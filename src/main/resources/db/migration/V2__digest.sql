-- Times are milliseconds since 1970 (UTC). Of tokens only the SHA-256 is kept.

-- A person is an address. What was chosen in the confirmed subscription that came last holds for
-- all of them. Everything up to the cursor is in a settled letter, or was there before.
create table subscriber (
  id text not null primary key,
  address text not null,
  address_key text not null unique,
  zone text not null,
  local_time text not null,
  language text not null,
  format text not null,
  unsubscribe_hash text not null unique,
  cursor bigint not null,
  next_due bigint
);
create index subscriber_by_due on subscriber (next_due);

-- state: pending, active, ended. Items up to since are not asked for.
create table subscription (
  id text not null primary key,
  subscriber text not null references subscriber (id) on delete cascade,
  state text not null,
  regions text not null,
  kind text not null,
  topics text not null,
  zone text not null,
  local_time text not null,
  language text not null,
  format text not null,
  confirm_hash text not null unique,
  since bigint not null,
  asked_at bigint not null
);
create index subscription_by_subscriber on subscription (subscriber, state);
create index subscription_by_age on subscription (state, asked_at);

-- The ledger. kind: digest, confirmation. state: planned, sending, accepted, rejected, cancelled,
-- uncertain. A digest holds what came in the window (window_after, window_upto] of sequences.
create table letter (
  id text not null primary key,
  subscriber text not null references subscriber (id) on delete cascade,
  kind text not null,
  period text not null,
  window_after bigint not null,
  window_upto bigint not null,
  state text not null,
  planned_at bigint not null,
  not_before bigint not null,
  remind_at bigint not null,
  reminders integer not null,
  lease_until bigint not null,
  attempts integer not null,
  settled_at bigint not null,
  reply text not null,
  unique (subscriber, period)
);
create index letter_by_state on letter (state, remind_at);
create index letter_by_settling on letter (settled_at);
