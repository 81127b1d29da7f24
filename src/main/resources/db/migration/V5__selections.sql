-- What more selections ask for: the language ranges that an item is found by, and its words. Rows
-- change with each revision.

create table item_language (
  language text not null,
  kind text not null,
  first_sequence bigint not null,
  sequence bigint not null,
  expires bigint,
  primary key (language, kind, first_sequence)
) ${keyed_by_primary_key};

${word_index};

-- Up to which sequence items are in these two. Less than the last one when they were archived before
-- there were such tables: those are added when the archive is opened.
alter table archive_state add column searchable bigint not null default 0;
