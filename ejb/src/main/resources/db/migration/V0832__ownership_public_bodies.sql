-- Why: whoever looks for those who link parties leaves public bodies out; there are few of them among millions.
create index party_public_body on ownership.party (id) where kind = 'PUBLIC_BODY';
