-- What one node at a time does, and until when it has said so.
create table duty (
  name text not null primary key,
  node text not null,
  lease_until bigint not null
);

-- What is the same on all nodes; the first one wrote it.
create table agreed (
  name text not null primary key,
  value text not null
);
