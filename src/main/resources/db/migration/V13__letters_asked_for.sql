-- Letters that someone waits for are found among however many digests.
create index letter_asked_for on letter (remind_at) where kind <> 'digest' and settled_at = 0;
