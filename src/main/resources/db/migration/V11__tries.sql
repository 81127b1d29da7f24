-- How often it was the turn of a letter, whatever became of it. Attempts says how often a sender took it, which tells one
-- taking from another; a sender that dies before the letter's turn has not tried it.
alter table letter add column tries integer not null default 0;
update letter set tries = attempts;
