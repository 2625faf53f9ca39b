package ru.mos.clusters.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement.Cause;
import ru.mos.clusters.assessment.SmeAssessment.Disagreement.Kind;
import ru.mos.clusters.assessment.criteria.Assessment;
import ru.mos.clusters.assessment.criteria.Finding;
import ru.mos.clusters.assessment.criteria.Finding.Criterion;
import ru.mos.clusters.assessment.criteria.Finding.Line;
import ru.mos.clusters.assessment.criteria.Outcome;
import ru.mos.clusters.assessment.criteria.RegisterFact;
import ru.mos.clusters.assessment.criteria.SizeRange;
import ru.mos.clusters.assessment.criteria.SmeSize;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

class DisagreementTest {

    @Test
    void what_both_say_alike_is_no_disagreement() {
        assertThat(of(in(SmeSize.SMALL, SmeSize.SMALL, SmeSize.SMALL), SmeStatus.IN, SmeCategory.SMALL)
                        .kind())
                .isEqualTo(Kind.NONE);
        assertThat(of(out(Criterion.OWNERSHIP), SmeStatus.OUT, null).kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void one_that_does_not_know_cannot_be_compared() {
        assertThat(of(out(Criterion.OWNERSHIP), SmeStatus.UNKNOWN, null).kind()).isEqualTo(Kind.NOT_COMPARABLE);
        var open = new Assessment(SmeStatus.UNKNOWN, null, null, List.of(), List.of());
        assertThat(of(open, SmeStatus.IN, SmeCategory.MICRO).kind()).isEqualTo(Kind.NOT_COMPARABLE);
        assertThat(of(in(SmeSize.MICRO, SmeSize.SMALL, SmeSize.SMALL), SmeStatus.IN, SmeCategory.MICRO)
                        .kind())
                .as("the category is not settled")
                .isEqualTo(Kind.NOT_COMPARABLE);
    }

    @Test
    void in_the_register_and_out_by_the_law_names_the_criterion_that_is_not_met() {
        for (var ground : List.of(Criterion.LEGAL_FORM, Criterion.OWNERSHIP, Criterion.CATEGORY)) {
            var found = of(out(ground), SmeStatus.IN, SmeCategory.MICRO);
            assertThat(found.kind()).isEqualTo(Kind.STATUS);
            assertThat(found.causes())
                    .containsExactly(
                            switch (ground) {
                                case LEGAL_FORM -> Cause.LEGAL_FORM;
                                case OWNERSHIP -> Cause.OWNERSHIP;
                                default -> Cause.SIZE;
                            });
        }
        assertThat(of(in(SmeSize.MICRO, SmeSize.MICRO, SmeSize.MICRO), SmeStatus.OUT, null)
                        .causes())
                .containsExactly(Cause.NOT_ENTERED);
    }

    @Test
    void a_register_that_follows_the_last_year_alone_is_told_from_one_with_other_figures() {
        var sticky = of(in(SmeSize.SMALL, SmeSize.SMALL, SmeSize.MEDIUM), SmeStatus.IN, SmeCategory.MEDIUM);
        assertThat(sticky.kind()).isEqualTo(Kind.CATEGORY);
        assertThat(sticky.causes()).containsExactly(Cause.STICKY_YEARS);

        var figures = of(in(SmeSize.SMALL, SmeSize.SMALL, SmeSize.SMALL), SmeStatus.IN, SmeCategory.MICRO);
        assertThat(figures.causes()).containsExactly(Cause.FIGURES);

        assertThat(of(in(SmeSize.SMALL, SmeSize.MEDIUM, SmeSize.SMALL), SmeStatus.IN, SmeCategory.MICRO)
                        .kind())
                .as("whatever it is, it is not micro")
                .isEqualTo(Kind.CATEGORY);
    }

    private static Disagreement of(Assessment criteria, SmeStatus registered, SmeCategory category) {
        return Disagreement.of(
                criteria,
                new RegisterFact(
                        RegisterFact.Register.TAX_SERVICE_REGISTER,
                        registered,
                        category,
                        LocalDate.of(2016, 8, 1),
                        null));
    }

    private static Assessment out(Criterion ground) {
        return new Assessment(SmeStatus.OUT, null, ground, List.of(), List.of());
    }

    private static Assessment in(SmeSize least, SmeSize most, SmeSize lastYear) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(
                Line.Code.YEAR,
                2015,
                null,
                null,
                null,
                null,
                null,
                Outcome.MET,
                new SizeRange(lastYear, lastYear),
                null));
        var finding =
                new Finding(Criterion.CATEGORY, Outcome.MET, new SizeRange(least, most), lines, List.of(), List.of());
        return new Assessment(
                SmeStatus.IN,
                least == most ? SmeCategory.valueOf(least.name()) : null,
                null,
                List.of(finding),
                List.of());
    }
}
