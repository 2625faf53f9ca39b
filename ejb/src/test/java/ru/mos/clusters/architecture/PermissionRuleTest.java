package ru.mos.clusters.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import org.junit.jupiter.api.Test;

/** The rule that keeps every service method behind a permission notices the one that somebody forgets. */
class PermissionRuleTest {

    @Stateless
    @DenyAll
    static class Forgetful {
        @RolesAllowed("department")
        public void permitted() {}

        public void forgotten() {}
    }

    @Stateless
    static class Careless {
        public void open() {}
    }

    @Test
    void a_method_without_a_permission_is_found_and_no_other() {
        var found = ArchitectureTest.every_method_of_a_session_bean_says_who_may_call_it
                .evaluate(new ClassFileImporter().importClasses(Forgetful.class, Careless.class))
                .getFailureReport()
                .getDetails();

        assertThat(found)
                .hasSize(2)
                .anyMatch(line -> line.contains("forgotten"))
                .anyMatch(line -> line.contains("open"));
    }
}
