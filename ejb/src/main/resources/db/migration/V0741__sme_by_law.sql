-- Why: a version of the rules may ask, besides the register, whether a member is an SME by the criteria of the law. No version
-- on record does; the parameter only becomes possible beside those there are.
do $$
declare
    known text;
begin
    select string_agg(distinct quote_literal(word[1]), ', ')
      into known
      from pg_constraint c
     cross join regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
     where c.conname = 'parameter_unknown' and c.conrelid = cast('eligibility.parameter' as regclass);
    alter table eligibility.parameter drop constraint parameter_unknown;
    execute 'alter table eligibility.parameter add constraint parameter_unknown check (code in (' || known
            || ', ''SME_BY_LAW''))';
end
$$;
