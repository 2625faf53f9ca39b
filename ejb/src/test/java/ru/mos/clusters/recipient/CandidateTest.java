package ru.mos.clusters.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;

class CandidateTest {

    private static final Inn COMPANY = new Inn("7707083893");
    private static final Inn PERSON = new Inn("770000000156");
    private static final LocalDate STOP = LocalDate.of(2026, 6, 1);

    @Test
    void who_is_in_the_register_on_the_day_is_sent_with_the_category_of_the_day() {
        var one = candidate(COMPANY, SmeStatus.IN, "ООО «Ёлка»", false, false, "0100");

        assertThat(one.hold()).isNull();
        assertThat(one.subject()).isEqualTo(RecipientSubject.COMPANY);
        assertThat(one.recipientCategory().code()).isEqualTo("2");
    }

    @Test
    void an_association_never_is_even_where_a_register_shows_it() {
        assertThat(candidate(COMPANY, SmeStatus.IN, "Ассоциация", true, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.ASSOCIATION);
    }

    @Test
    void who_is_out_or_unknown_is_held_back() {
        assertThat(candidate(COMPANY, SmeStatus.OUT, "ООО", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.NOT_SME);
        assertThat(candidate(COMPANY, SmeStatus.UNKNOWN, "ООО", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.STATUS_UNKNOWN);
        assertThat(candidate(PERSON, SmeStatus.OUT, "Ёлкина Анна", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.SELF_EMPLOYED_UNPROVEN);
    }

    @Test
    void a_payer_of_the_tax_on_professional_income_is_a_recipient_by_document_and_a_company_is_none() {
        var person = candidate(PERSON, SmeStatus.OUT, "Ёлкина Анна", false, true, "0100");

        assertThat(person.hold()).isNull();
        assertThat(person.subject()).isEqualTo(RecipientSubject.SELF_EMPLOYED);
        assertThat(person.recipientCategory().code()).isEqualTo("4");
        assertThat(candidate(COMPANY, SmeStatus.OUT, "ООО", false, true, "0100").hold())
                .isEqualTo(HoldReason.NOT_SME);
    }

    @Test
    void without_code_or_full_name_it_waits() {
        assertThat(candidate(COMPANY, SmeStatus.IN, "ООО", false, false, null).hold())
                .isEqualTo(HoldReason.CODE_MISSING);
        assertThat(candidate(PERSON, SmeStatus.IN, "Ёлкина", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.NAME_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ИП Иванов", "ИП", "Иванов И. И.", "Иванов И.И.", " "})
    void a_title_or_initials_are_no_name(String name) {
        assertThat(candidate(PERSON, SmeStatus.IN, name, false, false, "0100").hold())
                .isEqualTo(HoldReason.NAME_MISSING);
    }

    @Test
    void what_the_format_does_not_bear_waits() {
        var longest = "Ё".repeat(60);
        assertThat(candidate(PERSON, SmeStatus.IN, "ИП " + longest + " Анна", false, false, "0100")
                        .hold())
                .isNull();
        assertThat(candidate(PERSON, SmeStatus.IN, "ИП " + longest + "ё Анна", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.NAME_UNFIT);
        assertThat(candidate(COMPANY, SmeStatus.IN, "ООО \u0001", false, false, "0100")
                        .hold())
                .isEqualTo(HoldReason.NAME_UNFIT);
        assertThat(candidate(COMPANY, "304770000000018").hold()).isEqualTo(HoldReason.OGRN_MALFORMED);
        assertThat(candidate(COMPANY, "1027700132195").hold()).isNull();
    }

    @Test
    void what_is_new_says_what_the_document_tells() {
        assertThat(told("a", null, "", "a", null, "x").action()).isEqualTo(ItemAction.VIOLATION);
        assertThat(told("a", STOP, "x", "a", null, "").action()).isEqualTo(ItemAction.STOP);
        assertThat(told("b", STOP, "", "a", null, "").action()).isEqualTo(ItemAction.CORRECT);
        assertThat(told("a", null, "", "a", STOP, "").action()).isEqualTo(ItemAction.CORRECT);
        assertThat(candidate(COMPANY, SmeStatus.IN, "ООО", false, false, "0100").action())
                .isEqualTo(ItemAction.CREATE);
    }

    private static Candidate candidate(
            Inn inn,
            SmeStatus status,
            String name,
            boolean association,
            boolean selfEmployed,
            @Nullable String formCode) {
        return candidate(inn, status, name, association, selfEmployed, formCode, null);
    }

    private static Candidate candidate(Inn inn, String ogrn) {
        return candidate(inn, SmeStatus.IN, "ООО", false, false, "0100", ogrn);
    }

    private static Candidate candidate(
            Inn inn,
            SmeStatus status,
            String name,
            boolean association,
            boolean selfEmployed,
            @Nullable String formCode,
            @Nullable String ogrn) {
        return new Candidate(
                1,
                UUID.randomUUID(),
                inn,
                status,
                status == SmeStatus.IN ? SmeCategory.SMALL : null,
                EntityKind.LEGAL_ENTITY,
                ogrn,
                name,
                association,
                selfEmployed,
                formCode,
                formCode,
                "facts",
                null,
                "",
                false,
                null,
                null,
                null,
                null,
                false);
    }

    private static Candidate told(
            String facts,
            @Nullable LocalDate stop,
            String violations,
            String toldFacts,
            @Nullable LocalDate toldStop,
            String toldViolations) {
        return new Candidate(
                1,
                UUID.randomUUID(),
                COMPANY,
                SmeStatus.IN,
                SmeCategory.SMALL,
                EntityKind.LEGAL_ENTITY,
                null,
                "ООО",
                false,
                false,
                "0100",
                "0103",
                facts,
                stop,
                violations,
                true,
                toldFacts,
                toldStop,
                toldViolations,
                null,
                false);
    }
}
