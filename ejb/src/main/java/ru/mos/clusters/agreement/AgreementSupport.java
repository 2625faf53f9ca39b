package ru.mos.clusters.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ru.mos.clusters.platform.Distribution;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.project.FrozenProjects;
import ru.mos.clusters.project.ProjectContent;
import ru.mos.clusters.support.GatherSupport;
import ru.mos.clusters.support.GrantRecords;
import ru.mos.clusters.support.GrantedSupport;

/**
 * What an agreement means for the register of recipients: its money is support, given by whoever pays from the day of the award to the
 * end of the project's last stage. Where the call lets money go to participants, each is a recipient by its share; otherwise the party is,
 * whatever it passes on.
 *
 * <p>Source: 209-ФЗ art. 8; draft Concept of cluster policy, forms of support.
 */
@ApplicationScoped
class AgreementSupport {

    @Inject
    private Sql sql;

    @Inject
    private FrozenProjects projects;

    @Inject
    private GrantRecords records;

    /** What the agreement itself does not say: when it was awarded, who pays, who signed what last. */
    private record Ground(
            UUID project,
            int projectEdition,
            long number,
            LocalDate awardedOn,
            LocalDate signedOn,
            BigDecimal amount) {}

    private record Provider(Inn inn, String holder) {}

    private record Share(Inn inn, BigDecimal weight) {}

    /** Records what the edition in force gives; where no account of ours is known yet, that waits until records are sent. */
    void settle(UUID agreement, LocalDate on) {
        provider(on).ifPresent(provider -> settle(agreement, provider, on));
    }

    private void settle(UUID agreement, Provider provider, LocalDate on) {
        var ground = ground(agreement);
        var content =
                projects.edition(ground.project(), ground.projectEdition()).content();
        records.settle(
                new GrantedSupport(
                        agreement,
                        provider.inn(),
                        provider.holder(),
                        content.title() == null ? "СГ-" + ground.number() : content.title(),
                        ground.awardedOn(),
                        end(agreement, content, ground.awardedOn()),
                        new Paper("Соглашение о предоставлении субсидии", "СГ-" + ground.number(), ground.signedOn()),
                        shares(agreement, ground.amount())),
                on);
    }

    /** Records that it ended before its term. */
    void stop(AgreementView agreement, LocalDate on) {
        records.stop(agreement.id(), on, new Paper("Расторжение соглашения", "СГ-" + agreement.number(), on));
    }

    /**
     * Before records are sent, what was in force before there was an account, or before agreements were recorded at all, is entered.
     *
     * @throws Problem {@code support-provider-unknown}
     */
    void gather(@Observes GatherSupport asked) {
        var missing =
                sql.with(handle -> handle.createQuery("""
                        select g.id
                          from agreement.agreement g
                         where g.edition > 0 and g.state <> 'TERMINATED'
                           and not exists (select from support.record r where r.origin = g.id)
                         order by g.number""").mapTo(UUID.class).list());
        if (!missing.isEmpty()) {
            var provider = provider(asked.on())
                    .orElseThrow(() -> new Problem(AgreementProblem.SUPPORT_PROVIDER_UNKNOWN, missing.size()));
            missing.forEach(one -> settle(one, provider, asked.on()));
        }
    }

    private Ground ground(UUID agreement) {
        return sql.with(handle -> handle.createQuery("""
                        select g.project_id as project, g.project_edition, g.number, w.awarded_on, e.signed_on, e.amount
                          from agreement.agreement g
                          join call.award w on w.id = g.award_id
                          join agreement.edition e on (e.agreement_id, e.number) = (g.id, g.edition)
                         where g.id = :id""")
                .bind("id", agreement)
                .mapTo(Ground.class)
                .one());
    }

    /** Whoever holds the account that is paid from. */
    private Optional<Provider> provider(LocalDate on) {
        return sql.with(handle ->
                handle.createQuery("""
                        select a.inn, a.holder
                          from bank.account a
                         where a.pays
                         order by a.valid_from > :on, case when a.valid_from > :on then a.valid_from end, a.valid_from desc
                         limit 1""").bind("on", on).mapTo(Provider.class).findOne());
    }

    /** The last day of the last stage, the last instalment's where no stage says one, and never before the decision. */
    private LocalDate end(UUID agreement, ProjectContent content, LocalDate awardedOn) {
        var stages = content.stages().stream()
                .map(ProjectContent.Stage::to)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
        var end = stages.orElseGet(() -> sql.with(handle -> handle.createQuery("""
                        select max(i.due_on)
                          from agreement.agreement g
                          join agreement.instalment i on (i.agreement_id, i.edition) = (g.id, g.edition)
                         where g.id = :id""")
                .bind("id", agreement)
                .mapTo(LocalDate.class)
                .one()));
        return end.isBefore(awardedOn) ? awardedOn : end;
    }

    /** By whom it was awarded to: a successor steps into what was given, and is not given it once more. */
    private Map<Inn, BigDecimal> shares(UUID agreement, BigDecimal amount) {
        var shares = sql.with(handle -> handle.createQuery("""
                        with shares as (
                            select r.inn, sum(r.receives) as weight
                              from agreement.agreement g
                              join project.participant r on (r.project_id, r.edition) = (g.project_id, g.project_edition)
                             where g.id = :id and g.route <> 'APPLICANT_ONLY' and r.receives > 0
                             group by 1
                        )
                        select inn, weight from shares
                        union all
                        select g.party, 1.00
                          from agreement.agreement g
                         where g.id = :id and not exists (select from shares)""").bind("id", agreement).mapTo(Share.class).stream()
                .sorted(Comparator.comparing(share -> share.inn().digits()))
                .toList());
        var parts = Distribution.of(amount, shares.stream().map(Share::weight).toList());
        return given(shares, parts);
    }

    private static Map<Inn, BigDecimal> given(List<Share> shares, List<BigDecimal> parts) {
        var given = new LinkedHashMap<Inn, BigDecimal>();
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).signum() > 0) {
                given.put(shares.get(at).inn(), parts.get(at));
            }
        }
        return given;
    }
}
