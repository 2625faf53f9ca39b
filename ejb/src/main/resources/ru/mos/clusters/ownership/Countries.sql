-- Of which country each is a citizen or a company, as far as a source tells.
select p.id, p.country from ownership.party p where p.id = any(:ids) and p.country is not null
