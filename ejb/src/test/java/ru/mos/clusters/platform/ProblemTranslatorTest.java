package ru.mos.clusters.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.transaction.HeuristicMixedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTranslatorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IJ031040: Connection is not associated with a managed connection: x",
                "IJ031084: Unable to create connection",
                "IJ000453: Unable to get managed connection"
            })
    void a_connection_that_went_away_under_a_statement_is_the_database_being_away(String message) {
        assertThat(translated(new EJBException(new RuntimeException(new SQLException(message)))))
                .isEqualTo(PlatformProblem.DATABASE_AWAY);
    }

    @Test
    void a_connection_that_broke_during_the_commit_leaves_the_outcome_unknown() {
        assertThat(translated(new EJBException(new HeuristicMixedException())))
                .isEqualTo(PlatformProblem.OUTCOME_UNKNOWN);
    }

    @Test
    void a_defect_of_the_program_is_no_problem_of_the_user() {
        assertThat(ProblemTranslator.translate(new EJBException(new IllegalStateException("x"))))
                .isEmpty();
    }

    private static ProblemCode translated(Exception failure) {
        return ProblemTranslator.translate(failure).orElseThrow().code();
    }
}
