package ru.mos.clusters.cluster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.platform.Inn;

class TerritoryViewTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

    @Test
    void the_share_is_of_all_members_also_of_those_whose_address_nobody_knows() {
        var view = TerritoryView.of(
                DAY,
                List.of(
                        place("БАСМАННЫЙ", "ЦАО"),
                        place("БАСМАННЫЙ", "ЦАО"),
                        place("СОКОЛ", "САО"),
                        place(null, null)));

        assertThat(view.municipality()).isEqualTo(new TerritoryView.Concentration("БАСМАННЫЙ", 2, 4));
        assertThat(view.district()).isEqualTo(new TerritoryView.Concentration("ЦАО", 2, 4));
        assertThat(view.unknown()).hasSize(1);
    }

    @Test
    void several_areas_may_be_one_district_and_of_equal_areas_the_first_by_name_is_named() {
        var view = TerritoryView.of(DAY, List.of(place("ТВЕРСКОЙ", "ЦАО"), place("АРБАТ", "ЦАО")));

        assertThat(view.municipality()).isEqualTo(new TerritoryView.Concentration("АРБАТ", 1, 2));
        assertThat(view.district()).isEqualTo(new TerritoryView.Concentration("ЦАО", 2, 2));
    }

    @Test
    void where_nothing_is_known_nothing_is_said() {
        var view = TerritoryView.of(DAY, List.of(place(null, null)));

        assertThat(view.municipality()).isNull();
        assertThat(view.district()).isNull();
        assertThat(TerritoryView.of(DAY, List.of()).municipality()).isNull();
    }

    @Test
    void the_address_of_a_private_person_is_not_shown() {
        var place = new TerritoryView.Place(
                new Inn("770000000156"),
                "ИВАНОВ ИВАН ИВАНОВИЧ",
                PlaceSource.LEGAL_ADDRESS,
                "ул. Тихая, 1",
                "СОКОЛ",
                "САО",
                DAY,
                null);

        assertThat(place.address()).isNull();
        assertThat(place.municipality()).isEqualTo("СОКОЛ");
    }

    private static TerritoryView.Place place(String municipality, String district) {
        var source = municipality == null ? PlaceSource.UNKNOWN : PlaceSource.LEGAL_ADDRESS;
        return new TerritoryView.Place(
                new Inn("7707083893"), null, source, municipality, municipality, district, null, null);
    }
}
