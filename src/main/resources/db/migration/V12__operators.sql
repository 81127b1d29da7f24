-- Who may see and decide everything. Of the token only its SHA-256 is kept; another one under the same name takes its
-- place. used_at: when it last opened the operator's page.
create table operator_token (
  name text not null primary key,
  hash text not null unique,
  made_at bigint not null,
  used_at bigint not null default 0
);
