-- Sending many: which planning a letter comes from, the domain it goes to, and whether it may have gone out before its
-- last attempt. A letter is leased by a sender, then sending from before the final dot until it is settled.
alter table letter add column run text not null default '';
alter table letter add column destination text not null default '';
alter table letter add column unsure integer not null default 0;
update letter set unsure = 1 where state in ('sending', 'uncertain');
create index letter_by_run on letter (run, destination) where run <> '';

-- Only what is not settled is ever looked for by its state.
drop index letter_by_state;
create index letter_by_state on letter (state, remind_at) where settled_at = 0;

-- What must not go out until then. scope: all, run, selection, destination; name: which of them.
create table pause (
  scope text not null,
  name text not null,
  since bigint not null,
  until bigint not null,
  reason text not null,
  primary key (scope, name)
);

-- What is asked for by everyone, each once, without looking at everyone.
create index subscription_by_selection on subscription (state, selection);
