-- Digests that people keep: more cadences, what was in which letter, pauses, and what we may forget.

-- What is asked for as one text, the same as in the addresses of feeds.
alter table subscription add column selection text not null default 'all';
update subscription set selection =
  case when regions = '' then 'all' else replace(regions, ' ', '+') end
  || case when kind = '' and topics = '' then '' else '?' end
  || case when kind = '' then '' else 'kind=' || kind end
  || case when kind = '' or topics = '' then '' else '&' end
  || case when topics = '' then '' else 'topic=' || replace(topics, ' ', ',') end;
alter table subscription drop column regions;
alter table subscription drop column kind;
alter table subscription drop column topics;

-- cadence: immediate, daily, weekly on the day 1 (Monday) to 7, monthly on the day 1 to 31. Everything
-- up to the cursor was in a settled letter, or is not asked for. An immediate one is due when it was
-- heard that there is something for it.
alter table subscription add column cadence text not null default 'daily';
alter table subscription add column day integer not null default 0;
alter table subscription add column next_due bigint;
alter table subscription rename column since to cursor;
update subscription set cursor = (select case when s.cursor > subscription.cursor then s.cursor
  else subscription.cursor end from subscriber s where s.id = subscription.subscriber);
update subscription set next_due = (select s.next_due from subscriber s
  where s.id = subscription.subscriber) where state = 'active';
create index subscription_by_cadence on subscription (cadence, state, selection);

-- What we can show about how a subscription came to be, and when it ended. Networks are truncated.
alter table subscription add column asked_from text not null default '';
alter table subscription add column form text not null default '1';
alter table subscription add column confirmed_at bigint not null default 0;
alter table subscription add column confirmed_from text not null default '';
alter table subscription add column ended_at bigint not null default 0;

-- The cursor of a person is for corrections: up to there they have been told. Links made with an
-- earlier generation do not work any more.
alter table subscriber add column paused_until bigint not null default 0;
alter table subscriber add column links integer not null default 0;

-- Which subscriptions a digest is for. Digests that did not go out are planned anew, under the same ids.
alter table letter add column subscriptions text not null default '';
update subscription set next_due = 0 where state = 'active' and subscriber in (select subscriber
  from letter where kind = 'digest' and state in ('planned', 'sending', 'uncertain'));
update subscriber set next_due = 0 where id in (select subscriber from letter where kind = 'digest'
  and state in ('planned', 'sending', 'uncertain')) and next_due is not null;
delete from letter where kind = 'digest' and state in ('planned', 'sending', 'uncertain');

-- Which items, in which revisions, a digest showed: once for all letters that show the same. The id
-- comes from the contents.
create table edition_item (
  edition bigint not null,
  first_sequence bigint not null,
  sequence bigint not null,
  primary key (edition, first_sequence)
) ${keyed_by_primary_key};
create index edition_item_by_item on edition_item (first_sequence);

-- What a person got, or may have got when nobody knows.
create table sent (
  letter text not null references letter (id) on delete cascade,
  edition bigint not null,
  primary key (letter, edition)
) ${keyed_by_primary_key};
create index sent_by_edition on sent (edition);

-- Up to which sequence was heard what must not wait for its hour.
create table digest_state (
  one integer not null primary key check (one = 1),
  heard bigint not null
);
insert into digest_state (one, heard) select 1, last_sequence from archive_state;

-- Whom not to write to. Of the address only a keyed hash is kept. reason: erased, complaint, bounced.
create table suppression (
  address_hash text not null primary key,
  reason text not null,
  since bigint not null
);
