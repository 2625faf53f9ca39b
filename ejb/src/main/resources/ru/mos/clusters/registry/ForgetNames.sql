-- Private persons who have not appeared for longer than names are kept have only surname and initials left anywhere.
with over as materialized (
    select r.inn
      from registry.sme_run r
     where length(r.inn) = 12
     group by r.inn
    having bool_and(r.gone_ord is not null or r.extract or r.superseded_by is not null)
       and max(registry.ord_date(case when r.extract then r.first_ord else coalesce(r.gone_ord, r.first_ord) end))
           < cast(platform.today() - make_interval(years => (select n.years
                                                           from registry.name_retention n
                                                          where n.valid_from <= platform.today()
                                                          order by n.valid_from desc
                                                          limit 1)) as date)
       and bool_or(r.first_name is not null or registry.cut_name(r.name) <> r.name)
),
record as (
    update registry.sme_run r
       set name = registry.cut_name(r.name), last_name = null, first_name = null, middle_name = null
      from over o
     where r.inn = o.inn
),
entered as (
    update registry.manual_fact m
       set name = registry.cut_name(m.name)
      from over o
     where m.inn = o.inn and m.name is not null
),
shown as (
    update registry.entity e
       set name = registry.cut_name(e.name), search_name = registry.search_form(registry.cut_name(e.name))
      from over o
     where e.inn = o.inn
)
select count(*) from over
