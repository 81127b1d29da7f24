-- The last day of an item's event, as 2026-06-05, to find those that are not long over.
alter table item add column ends text;
update item set ends = (
  select coalesce(${end_in_document}, item.starts) from revision
  where revision.sequence = item.sequence
) where starts is not null;
create index item_by_end on item (ends);
