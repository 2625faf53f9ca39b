package ru.mos.clusters.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.registry.SubjectName;

/** What those who take part in projects are called: by the register of enterprises, or as their cluster entered them. */
@ApplicationScoped
class Names {

    @Inject
    private Sql sql;

    private record Named(Inn inn, @Nullable String name) {}

    /** By INN; those whom no source names are left out. */
    Map<Inn, String> of(Collection<Inn> inns) {
        var names = new HashMap<Inn, String>();
        sql
                .with(handle -> handle.createQuery("""
                        select asked.inn,
                               coalesce((select e.name from registry.entity e
                                          where e.inn = asked.inn and e.name is not null limit 1),
                                        (select o.name from cluster.organisation o
                                          where o.inn = asked.inn and o.name is not null and o.superseded_by is null
                                          order by o.valid_from desc limit 1),
                                        (select m.name from cluster.membership m
                                          where m.inn = asked.inn and m.name is not null and m.superseded_by is null
                                          order by m.valid_from desc limit 1)) as name
                          from unnest(:inns) as asked (inn)""")
                        .bindArray(
                                "inns",
                                String.class,
                                inns.stream().map(Inn::digits).distinct().toList())
                        .mapTo(Named.class)
                        .list())
                .stream()
                .filter(named -> named.name() != null)
                .forEach(named ->
                        names.put(named.inn(), Objects.requireNonNull(SubjectName.shown(named.name(), named.inn()))));
        return names;
    }
}
