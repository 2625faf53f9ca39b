package ru.mos.clusters.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mos.clusters.ownership.graph.Profile;
import ru.mos.clusters.platform.Fraction;

class ReadingCodeTest {

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource({
        "HOLDING_ABOVE,1/5,true",
        "HOLDING_ABOVE,0/5,false",
        "HOLDING_ABOVE,5/5,false",
        "HOLDING_ABOVE,0.2,false",
        "HOLDING_ABOVE,1/0,false",
        "CONTROL_ABOVE,1/2,true",
        "CONTROL_ABOVE,49/100,false",
        "CONTROL_ABOVE,1/1,false",
        "COMMON_HOLDER,ON,true",
        "COMMON_HOLDER,on,false",
        "EXTRACT_DAYS,1,true",
        "EXTRACT_DAYS,3650,true",
        "EXTRACT_DAYS,0,false",
        "EXTRACT_DAYS,3651,false",
        "DEPTH,100,true",
        "DEPTH,101,false",
        "WORK_LIMIT,100,true",
        "WORK_LIMIT,99,false",
        "WORK_LIMIT,5000001,false"
    })
    void a_reading_takes_what_its_kind_says(ReadingCode code, String value, boolean taken) {
        assertThat(code.takes(value)).isEqualTo(taken);
    }

    @ParameterizedTest
    @EnumSource(ReadingCode.class)
    void what_the_product_comes_with_is_within_bounds(ReadingCode code) {
        assertThat(code.takes(code.usual())).isTrue();
    }

    @Test
    void two_companies_are_linked_above_the_threshold_and_not_on_it() {
        for (var law : new Profile[] {Profile.AFF_948, Profile.GROUP_135, Profile.INTERDEP_105}) {
            var threshold = LinkByVotes.threshold(law);

            assertThat(LinkByVotes.links(law, threshold)).as(law.code()).isFalse();
            assertThat(LinkByVotes.links(law, threshold.plus(Fraction.of(1, 1_000_000))))
                    .as(law.code())
                    .isTrue();
        }
    }
}
