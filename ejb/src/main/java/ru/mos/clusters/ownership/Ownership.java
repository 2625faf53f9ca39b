package ru.mos.clusters.ownership;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;
import static ru.mos.clusters.platform.Role.SERVICE;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.graph.Affiliations;
import ru.mos.clusters.ownership.graph.Holdings;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Sql;

/** Who holds whom, and whether two parties are affiliated: worked out on a day, as it was known at an instant. */
@Stateless
@DenyAll
public class Ownership {

    @Inject
    private Sql sql;

    @Inject
    private Parties parties;

    @Inject
    private KnownOwnership known;

    @Inject
    private Telling telling;

    /**
     * What an owner holds of a subject, directly and through others. Exact; of what is not known nothing is counted.
     *
     * @param owner {@code inn:…}, {@code ogrn:…}, {@code person:<id>} or {@code bods:<recordId>}, as is {@code subject}
     * @throws ru.mos.clusters.platform.Problem {@code party-malformed}, {@code party-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public HoldingView holding(String owner, String subject, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> {
            var holder = parties.find(handle, owner);
            var held = parties.find(handle, subject);
            if (holder.isEmpty() || held.isEmpty()) {
                return new HoldingView(owner, subject, asOf, Fraction.ZERO, Fraction.ZERO, Fraction.ZERO, false);
            }
            var parameters = OwnershipParameters.on(handle, asOf);
            var found = known.around(
                    new Question(List.of(holder.get().id(), held.get().id()), List.of(), asOf, knownOn), parameters);
            var holding = Holdings.of(
                    found.graph(),
                    found.representative(holder.get().id()),
                    found.representative(held.get().id()));
            return new HoldingView(
                    Parties.id(holder.get()),
                    Parties.id(held.get()),
                    asOf,
                    holding.direct(),
                    holding.effective(),
                    holding.votes(),
                    holding.controlled());
        });
    }

    /**
     * Whether two parties are affiliated by a law's definition. A party that no source names is no fault: what is not known of
     * it is missing.
     *
     * @throws ru.mos.clusters.platform.Problem {@code party-malformed}, {@code party-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public AffiliationView affiliation(
            String a, String b, LocalDate asOf, @Nullable Instant knownOn, AffiliationProfile profile) {
        return sql.with(handle -> {
            var one = parties.find(handle, a);
            var other = parties.find(handle, b);
            if (one.isEmpty() || other.isEmpty()) {
                return telling.unknown(
                        one.orElseGet(() -> nobody(a)),
                        other.orElseGet(() -> nobody(b)),
                        asOf,
                        profile,
                        java.util.stream.Stream.of(one.isEmpty() ? nobody(a) : null, other.isEmpty() ? nobody(b) : null)
                                .filter(java.util.Objects::nonNull)
                                .toList());
            }
            return pair(handle, one.get(), other.get(), asOf, knownOn, profile);
        });
    }

    /** Whom no source names. */
    private static PartyRow nobody(String id) {
        boolean inn = id.startsWith("inn:");
        var number = id.substring(id.indexOf(':') + 1);
        return new PartyRow(
                -Long.parseLong(number.substring(0, Math.min(18, number.length()))),
                id,
                number.length() == 10 || number.length() == 13
                        ? ru.mos.clusters.ownership.graph.PartyKind.LEGAL_ENTITY
                        : ru.mos.clusters.ownership.graph.PartyKind.PERSON,
                inn ? number : null,
                inn ? null : number,
                null,
                "",
                null);
    }

    private AffiliationView pair(
            Handle handle,
            PartyRow one,
            PartyRow other,
            LocalDate asOf,
            @Nullable Instant knownOn,
            AffiliationProfile profile) {
        var parameters = OwnershipParameters.on(handle, asOf);
        var question = new Question(List.of(one.id(), other.id()), List.of(), asOf, knownOn);
        var found = known.around(question, parameters);
        var law = parameters.profile(profile);
        var finding = Affiliations.of(found.graph(), law, Set.of())
                .pair(found.representative(one.id()), found.representative(other.id()));
        if (!found.complete() && finding.verdict() != PairVerdict.AFFILIATED) {
            return telling.notDetermined(one, other, question, profile);
        }
        return telling.of(handle, one, other, question, found, finding, profile);
    }
}
