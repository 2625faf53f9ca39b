package ru.mos.clusters.infrastructure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Sql;

/** Rows about accreditations; a later one of the same id takes the place of an earlier. */
@ApplicationScoped
class AccreditationRecords {

    @Inject
    private Sql sql;

    /** An accreditation without its checks. */
    record Row(
            UUID id,
            UUID organisationId,
            AccreditationState state,
            LocalDate validFrom,
            LocalDate validUntil,
            String proposedBy,
            @Nullable String decidedBy,
            @Nullable String reason) {

        AccreditationView view(List<AccreditationView.CheckView> checks) {
            return new AccreditationView(
                    id, organisationId, state, validFrom, validUntil, proposedBy, decidedBy, reason, checks);
        }

        Row decided(AccreditationState outcome, String by, @Nullable String because) {
            return new Row(id, organisationId, outcome, validFrom, validUntil, proposedBy, by, because);
        }

        Row until(LocalDate day, String because) {
            return new Row(id, organisationId, state, validFrom, day, proposedBy, decidedBy, because);
        }
    }

    /** A check of an accreditation. */
    record CheckRow(
            UUID accreditationId,
            UUID requirementId,
            String textRu,
            String textEn,
            String act,
            String paragraph,
            boolean met,
            @Nullable String documentTitle,
            @Nullable String documentNumber,
            @Nullable LocalDate documentOn) {
        AccreditationView.CheckView view() {
            var document = documentTitle == null || documentOn == null
                    ? null
                    : new Paper(documentTitle, documentNumber, documentOn);
            return new AccreditationView.CheckView(requirementId, textRu, textEn, act, paragraph, met, document);
        }
    }

    Optional<Row> find(UUID id) {
        return sql.with(handle ->
                handle.createQuery("""
                        select id, organisation_id, state, valid_from, valid_until, proposed_by, decided_by, reason
                          from infrastructure.accreditation
                         where id = :id and superseded_by is null""").bind("id", id).mapTo(Row.class).findOne());
    }

    /** All of an organisation, the latest first. */
    List<AccreditationView> of(UUID organisation) {
        var checks = sql
                .with(handle -> handle.createQuery("""
                        select c.accreditation_id, c.requirement_id, r.text_ru, r.text_en, r.act, r.paragraph, c.met,
                               c.document_title, c.document_number, c.document_on
                          from infrastructure.requirement_check c
                          join infrastructure.requirement r on r.id = c.requirement_id
                         where c.accreditation_id in (select a.id from infrastructure.accreditation a
                                                       where a.organisation_id = :organisation)
                         order by r.position, r.id""")
                        .bind("organisation", organisation)
                        .mapTo(CheckRow.class)
                        .list())
                .stream()
                .collect(groupingBy(CheckRow::accreditationId, mapping(CheckRow::view, toList())));
        return sql
                .with(handle -> handle.createQuery("""
                        select id, organisation_id, state, valid_from, valid_until, proposed_by, decided_by, reason
                          from infrastructure.accreditation
                         where organisation_id = :organisation and superseded_by is null
                         order by valid_from desc, row_id desc""")
                        .bind("organisation", organisation)
                        .mapTo(Row.class)
                        .list())
                .stream()
                .map(row -> row.view(checks.getOrDefault(row.id(), List.of())))
                .toList();
    }

    void add(UUID accreditation, ProposeAccreditation.Check check) {
        var document = check.document();
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.requirement_check (accreditation_id, requirement_id, met, document_title,
                               document_number, document_on)
                        values (:accreditation, :requirement, :met, :title, :number, cast(:date as date))""")
                .bind("accreditation", accreditation)
                .bind("requirement", check.requirement())
                .bind("met", check.met())
                .bind("title", document == null ? null : document.title())
                .bind("number", document == null ? null : document.number())
                .bind("date", document == null ? null : document.date())
                .execute());
    }

    void replace(Row row, long change) {
        supersede(row.id(), change);
        insert(row, change);
    }

    void supersede(UUID id, long change) {
        sql.with(handle ->
                handle.createUpdate("""
                        update infrastructure.accreditation set superseded_by = :change where id = :id and superseded_by is null""").bind("change", change).bind("id", id).execute());
    }

    void insert(Row row, long change) {
        sql.with(handle -> handle.createUpdate("""
                        insert into infrastructure.accreditation (id, organisation_id, state, valid_from, valid_until, proposed_by,
                               decided_by, reason, recorded_by)
                        values (:id, :organisation, :state, :from, cast(:until as date), :proposed, :decided, :reason, :change)""")
                .bind("id", row.id())
                .bind("organisation", row.organisationId())
                .bind("state", row.state().name())
                .bind("from", row.validFrom())
                .bind("until", row.validUntil())
                .bind("proposed", row.proposedBy())
                .bind("decided", row.decidedBy())
                .bind("reason", row.reason())
                .bind("change", change)
                .execute());
    }

    /** Given, ending within so many days of the day or ended since, and followed by none. */
    List<Row> ending(LocalDate day) {
        return sql.with(handle ->
                handle.createQuery("""
                        select a.id, a.organisation_id, a.state, a.valid_from, a.valid_until, a.proposed_by, a.decided_by, a.reason
                          from infrastructure.accreditation a
                          join infrastructure.particulars p on p.organisation_id = a.organisation_id and p.superseded_by is null
                           and daterange(p.valid_from, p.valid_until) @> cast(:day as date)
                         where a.superseded_by is null and a.state = 'GIVEN'
                           and a.valid_until <= cast(:day as date)
                                 + (select cast(q.value as integer) from infrastructure.parameter q
                                     where q.code = 'EXPIRY_NOTICE_DAYS' and q.valid_from <= cast(:day as date)
                                     order by q.valid_from desc limit 1)
                           and not exists (select from infrastructure.accreditation n
                                            where n.organisation_id = a.organisation_id and n.superseded_by is null
                                              and n.state = 'GIVEN' and n.valid_until > a.valid_until)
                         order by a.valid_until, a.id""").bind("day", day).mapTo(Row.class).list());
    }
}
