package ru.mos.clusters.web.cluster;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.SectorActivity;
import ru.mos.clusters.cluster.SectorView;
import ru.mos.clusters.cluster.Sectors;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.web.shell.Language;

/** Sectors as pages name them, in the language of the page. */
@Named
@RequestScoped
public class SectorNames {

    private static final int ALL = 500;

    @EJB
    private Sectors sectors;

    private @Nullable List<SectorView> all;

    public List<SectorView> getAll() {
        if (all == null) {
            all = sectors.list(PageRequest.first(ALL)).items();
        }
        return all;
    }

    public String name(SectorView sector) {
        return Language.current().getLanguage().equals("en") ? sector.nameEn() : sector.nameRu();
    }

    /** The name of the sector with the code; the code itself where there is none. */
    public String of(String code) {
        return getAll().stream()
                .filter(sector -> sector.code().equals(code))
                .map(this::name)
                .findFirst()
                .orElse(code);
    }

    /** Code and name, for a list to choose from. */
    public List<Map.Entry<String, String>> getOptions() {
        return getAll().stream()
                .map(sector -> Map.entry(sector.code(), name(sector)))
                .toList();
    }

    /** Activities that suggest the sector now, of one degree of closeness. */
    public List<SectorActivity> activities(SectorView sector, String tier) {
        return sector.activities().stream()
                .filter(activity ->
                        activity.to() == null && activity.tier().name().equals(tier))
                .toList();
    }

    /** The last day a period lasts; null while it does. Inside, periods end with the first day outside. */
    public @Nullable LocalDate through(@Nullable LocalDate until) {
        return until == null ? null : until.minusDays(1);
    }
}
