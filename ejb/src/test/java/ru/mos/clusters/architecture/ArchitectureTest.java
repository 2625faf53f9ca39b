package ru.mos.clusters.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;

/** How the house is built; each rule's name is the sentence that fails. */
@AnalyzeClasses(packages = "ru.mos.clusters", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> SESSION_BEANS = DescribedPredicate.describe(
            "session beans", type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class));

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("ru.mos.clusters.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_platform_knows_no_other_package = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.mos.clusters.registry..",
                    "ru.mos.clusters.ownership..",
                    "ru.mos.clusters.assessment..",
                    "ru.mos.clusters.cluster..",
                    "ru.mos.clusters.eligibility..",
                    "ru.mos.clusters.support..",
                    "ru.mos.clusters.remote..");

    @ArchTest
    static final ArchRule the_registry_knows_only_the_platform = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.registry..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.mos.clusters.ownership..",
                    "ru.mos.clusters.assessment..",
                    "ru.mos.clusters.cluster..",
                    "ru.mos.clusters.eligibility..",
                    "ru.mos.clusters.support..",
                    "ru.mos.clusters.remote..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ownership_knows_only_the_registry_and_the_platform = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.ownership..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.mos.clusters.assessment..",
                    "ru.mos.clusters.cluster..",
                    "ru.mos.clusters.eligibility..",
                    "ru.mos.clusters.remote..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_assessment_of_smes_stands_on_ownership_and_knows_no_cluster = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.assessment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.mos.clusters.cluster..", "ru.mos.clusters.eligibility..", "ru.mos.clusters.remote..");

    @ArchTest
    static final ArchRule criteria_of_the_law_ask_no_database_and_no_clock = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.assessment.criteria..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta..", "org.jdbi..");

    @ArchTest
    static final ArchRule clusters_do_not_know_how_they_are_judged = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ru.mos.clusters.eligibility..", "ru.mos.clusters.remote..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule whoever_is_judged_or_supported_does_not_know_of_calls = noClasses()
            .that()
            .resideInAnyPackage(
                    "ru.mos.clusters.platform..",
                    "ru.mos.clusters.registry..",
                    "ru.mos.clusters.ownership..",
                    "ru.mos.clusters.assessment..",
                    "ru.mos.clusters.cluster..",
                    "ru.mos.clusters.eligibility..",
                    "ru.mos.clusters.project..",
                    "ru.mos.clusters.support..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ru.mos.clusters.call..");

    @ArchTest
    static final ArchRule the_ledger_knows_only_the_platform = classes()
            .that()
            .resideInAPackage("ru.mos.clusters.ledger..")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are its own, the platform's or no part of the product",
                    type -> !type.getPackageName().startsWith("ru.mos.clusters.")
                            || type.getPackageName().startsWith("ru.mos.clusters.ledger")
                            || type.getPackageName().startsWith("ru.mos.clusters.platform")));

    @ArchTest
    static final ArchRule support_knows_only_the_registry_and_the_platform = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.support..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ru.mos.clusters.ownership..",
                    "ru.mos.clusters.assessment..",
                    "ru.mos.clusters.cluster..",
                    "ru.mos.clusters.eligibility..",
                    "ru.mos.clusters.infrastructure..",
                    "ru.mos.clusters.structure..",
                    "ru.mos.clusters.remote..");

    @ArchTest
    static final ArchRule bans_on_support_ask_no_database_and_no_clock = noClasses()
            .that()
            .resideInAPackage("ru.mos.clusters.support.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta..", "org.jdbi..");

    @ArchTest
    static final ArchRule services_know_nothing_of_screens_and_http = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule every_method_of_a_session_bean_says_who_may_call_it = methods()
            .that()
            .areDeclaredInClassesThat(SESSION_BEANS)
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(sayWhoMayCall());

    @ArchTest
    static final ArchRule session_beans_keep_nothing_between_calls = fields().that()
            .areDeclaredInClassesThat(
                    DescribedPredicate.describe("stateless beans", type -> type.isAnnotatedWith(Stateless.class)))
            .and()
            .doNotHaveModifier(STATIC)
            .should(beInjectedOrFinal());

    @ArchTest
    static final ArchRule no_field_holds_a_floating_point_number = fields().should(notBeFloating());

    @ArchTest
    static final ArchRule no_method_answers_a_floating_point_number = noMethods()
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .orShould()
            .haveRawReturnType(Double.class);

    @ArchTest
    static final ArchRule nobody_asks_the_clock_of_the_server_what_day_it_is = noClasses()
            .should()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .because("dates that decide law are the database's, in Moscow");

    @ArchTest
    static final ArchRule types_are_named_by_the_domain = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("DTO")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule entities_stay_inside_their_package = classes()
            .that()
            .areAnnotatedWith(jakarta.persistence.Entity.class)
            .should()
            .notHaveModifier(PUBLIC)
            .allowEmptyShould(true);

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry a permission, or their class one") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var owner = method.getOwner();
                boolean said = method.isAnnotatedWith(RolesAllowed.class)
                        || method.isAnnotatedWith(PermitAll.class)
                        || method.isAnnotatedWith(DenyAll.class)
                        || owner.isAnnotatedWith(PermitAll.class)
                        || owner.isAnnotatedWith(RolesAllowed.class);
                if (!said) {
                    events.add(
                            SimpleConditionEvent.violated(method, method.getFullName() + " says not who may call it"));
                }
            }
        };
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> beInjectedOrFinal() {
        return new ArchCondition<>("be injected or final") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                if (field.getAnnotations().isEmpty() && !field.getModifiers().contains(FINAL)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is state"));
                }
            }
        };
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaField> notBeFloating() {
        return new ArchCondition<>("not be floating point") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                var name = field.getRawType().getName();
                if (name.equals("double")
                        || name.equals("float")
                        || name.endsWith(".Double")
                        || name.endsWith(".Float")) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is floating point"));
                }
            }
        };
    }
}
