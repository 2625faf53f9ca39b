package ru.mos.clusters.cluster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;

/** Reads the directory of sectors, in two statements. */
@ApplicationScoped
class SectorDirectory {

    @Inject
    private Sql sql;

    /** A row of the directory. */
    record Row(
            String code,
            String nameRu,
            String nameEn,
            String prefix,
            int position,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        SectorView view(List<SectorActivity> activities) {
            return new SectorView(code, nameRu, nameEn, prefix, validFrom, validUntil, activities);
        }
    }

    /** A row of the table of activities. */
    record ActivityRow(
            String sector,
            SectorActivity.Classifier classifier,
            String code,
            SectorActivity.Tier tier,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        SectorActivity activity() {
            return new SectorActivity(classifier, code, tier, validFrom, validUntil);
        }
    }

    Slice<SectorView> rows(PageRequest page) {
        var after = page.after().size() == 2 ? page.after() : List.of("0", "");
        var rows = sql.with(handle -> handle.createQuery("""
                        select code, name_ru, name_en, prefix, position, valid_from, valid_until
                          from cluster.sector
                         where (position, code) > (:position, :code)
                         order by position, code
                         limit :fetch""")
                .bind("position", Integer.valueOf(after.get(0)))
                .bind("code", after.get(1))
                .bind("fetch", page.fetch())
                .mapTo(Row.class)
                .list());
        var activities = activities();
        var slice = Slice.of(rows, page, row -> List.of(Integer.toString(row.position()), row.code()));
        return new Slice<>(
                slice.items().stream()
                        .map(row -> row.view(activities.getOrDefault(row.code(), List.of())))
                        .toList(),
                slice.next());
    }

    private Map<String, List<SectorActivity>> activities() {
        return sql
                .with(handle -> handle.createQuery("""
                        select sector, classifier, code, tier, valid_from, valid_until
                          from cluster.sector_activity
                         order by sector, classifier desc, tier, code""").mapTo(ActivityRow.class).list())
                .stream()
                .collect(groupingBy(ActivityRow::sector, mapping(ActivityRow::activity, toList())));
    }
}
