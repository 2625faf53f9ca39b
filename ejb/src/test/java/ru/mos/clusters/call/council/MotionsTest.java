package ru.mos.clusters.call.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mos.clusters.platform.Problem;

class MotionsTest {

    private static final LocalDate EDITION = LocalDate.of(2024, 2, 7);

    private static SittingStore.Item item(Motion recommended) {
        return new SittingStore.Item(
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "З-1",
                "7707083893",
                "ООО «Альфа»",
                "Проект",
                1,
                "8",
                new BigDecimal("1000000.00"),
                null,
                recommended);
    }

    private static MakeMotion award(String amount) {
        return new MakeMotion(
                Motion.AWARD, new BigDecimal(amount), 2026, "807 04 12 1234567890 811", null, null, null, null, null);
    }

    private static void assertRefused(CouncilProblem code, MakeMotion motion, Motion recommended) {
        assertThatThrownBy(() -> Motions.stated(motion, BodyKind.COMMISSION, item(recommended)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void all_that_was_asked_may_be_awarded_and_not_a_kopeck_more() {
        assertThat(Motions.stated(award("1000000"), BodyKind.COMMISSION, item(null)))
                .satisfies(stated -> {
                    assertThat(stated.amount()).isEqualTo(new BigDecimal("1000000.00"));
                    assertThat(stated.kbk()).isEqualTo("80704121234567890811");
                });
        assertRefused(CouncilProblem.MOTION_BEYOND_ASKED, award("1000000.01"), null);
        assertRefused(CouncilProblem.MOTION_SUM_NOT_POSITIVE, award("0"), null);
        assertRefused(CouncilProblem.MOTION_SUM_NOT_POSITIVE, award("0.001"), null);
    }

    @Test
    void a_refusal_names_act_edition_paragraph_and_reason() {
        var whole = new MakeMotion(Motion.REFUSE, null, null, null, "Нет", "PPM_1863_2019", EDITION, "п. 3", null);
        assertThat(Motions.stated(whole, BodyKind.COMMISSION, item(null))).isEqualTo(whole);
        assertRefused(
                CouncilProblem.MOTION_GROUND_MISSING,
                new MakeMotion(Motion.REFUSE, null, null, null, "Нет", "PPM_1863_2019", null, "п. 3", null),
                null);
        assertRefused(
                CouncilProblem.MOTION_GROUND_MISSING,
                new MakeMotion(Motion.REFUSE, null, null, null, "Нет", "PPM_1863_2019", EDITION, " ", null),
                null);
        assertRefused(
                CouncilProblem.MOTION_GROUND_MISSING,
                new MakeMotion(Motion.REFUSE, null, null, null, null, "PPM_1863_2019", EDITION, "п. 3", null),
                null);
    }

    @Test
    void sums_belong_to_awards_and_reasons_to_all_that_gives_nothing() {
        assertRefused(
                CouncilProblem.MOTION_SUM_MISSING,
                new MakeMotion(Motion.AWARD, BigDecimal.TEN, null, null, null, null, null, null, null),
                null);
        assertRefused(
                CouncilProblem.MOTION_SUM_MISSING,
                new MakeMotion(Motion.RESERVE, BigDecimal.TEN, 2026, "8", "Нет денег", null, null, null, null),
                null);
        assertRefused(
                CouncilProblem.MOTION_REASON_MISSING,
                new MakeMotion(Motion.RESERVE, null, null, null, " ", null, null, null, null),
                null);
        assertRefused(
                CouncilProblem.MOTION_OF_OTHER_BODY,
                new MakeMotion(Motion.RECOMMEND, null, null, null, "Да", null, null, null, null),
                null);
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "AWARD,RECOMMEND,false",
        "AWARD,NOT_RECOMMEND,true",
        "RESERVE,RECOMMEND,false",
        "RESERVE,NOT_RECOMMEND,true",
        "REFUSE,RECOMMEND,true",
        "REFUSE,NOT_RECOMMEND,false"
    })
    void who_departs_from_the_council_says_why(Motion motion, Motion recommended, boolean departs) {
        assertThat(Motions.departs(motion, recommended)).isEqualTo(departs);
        assertThat(Motions.departs(motion, null)).isFalse();
        if (motion == Motion.AWARD && departs) {
            assertRefused(CouncilProblem.MOTION_DEPARTURE_MISSING, award("1"), recommended);
        }
    }
}
