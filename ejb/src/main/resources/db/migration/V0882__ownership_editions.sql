-- Why: what is known of who owns whom is kept in the memory of each server, too, and each must see at once, before it uses
-- that, whether anything was written since by whomever. Seen is what was committed, so what counts is how many there are.
create table ownership.edition (
    id bigint generated always as identity primary key
);

create function ownership.note_edition() returns trigger language plpgsql as
$$
begin
    insert into ownership.edition default values;
    return null;
end
$$;

create trigger party_written after insert or update or delete or truncate on ownership.party
    for each statement execute function ownership.note_edition();
create trigger identity_written after insert or update or delete or truncate on ownership.identity
    for each statement execute function ownership.note_edition();
create trigger extract_written after insert or update or delete or truncate on ownership.extract
    for each statement execute function ownership.note_edition();
create trigger shown_written after insert or update or delete or truncate on ownership.shown
    for each statement execute function ownership.note_edition();
create trigger stake_written after insert or update or delete or truncate on ownership.stake
    for each statement execute function ownership.note_edition();
