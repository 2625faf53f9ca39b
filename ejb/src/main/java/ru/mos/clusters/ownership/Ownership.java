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
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.KnownOwnership.PartyRow;
import ru.mos.clusters.ownership.KnownOwnership.Question;
import ru.mos.clusters.ownership.graph.Affiliations;
import ru.mos.clusters.ownership.graph.Holdings;
import ru.mos.clusters.ownership.graph.PairVerdict;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

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

    @Inject
    private Picturing picturing;

    @Inject
    private MemberLinks memberLinks;

    @Inject
    private Time time;

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
            var parameters = OwnershipParameters.on(handle, asOf, knownOn);
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
                        Stream.of(one.isEmpty() ? nobody(a) : null, other.isEmpty() ? nobody(b) : null)
                                .filter(java.util.Objects::nonNull)
                                .toList());
            }
            return pair(handle, one.get(), other.get(), asOf, knownOn, profile);
        });
    }

    /**
     * A party with its owners and whom it holds, and those of each party to unfold.
     *
     * @throws ru.mos.clusters.platform.Problem {@code party-malformed}, {@code party-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public OwnershipPicture picture(String id, List<String> unfolded, LocalDate asOf, @Nullable Instant knownOn) {
        return sql.with(handle -> {
            var centre = parties.find(handle, id);
            var asked = Stream.concat(
                            centre.stream(), unfolded.stream().flatMap(other -> parties.find(handle, other).stream()))
                    .map(PartyRow::id)
                    .distinct()
                    .toList();
            var question = new Question(asked, List.of(), asOf, knownOn);
            return centre.isEmpty()
                    ? Picturing.blank(nobody(id), question)
                    : picturing.of(handle, asked, question, OwnershipParameters.on(handle, asOf, knownOn));
        });
    }

    /**
     * Each two of the members of a cluster once, from one look at what is known, and whom to leave out so that no two of the
     * rest are affiliated.
     *
     * @param excluded those that link nobody: the cluster organisation and its like
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public PairMatrix matrix(
            Collection<Inn> members,
            Collection<Inn> excluded,
            LocalDate asOf,
            @Nullable Instant knownOn,
            AffiliationProfile profile) {
        return memberLinks.matrix(new MemberLinks.Asked("", members, excluded), asOf, knownOn, profile);
    }

    /**
     * What sources have ever said of a party as owner or subject, the latest first; also what is no longer believed.
     *
     * @throws ru.mos.clusters.platform.Problem {@code party-malformed}, {@code party-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public Slice<OwnershipPeriod> history(String id, PageRequest page) {
        return sql.with(handle -> parties.find(handle, id)
                .map(party -> telling.periods(handle, party.id(), page))
                .orElseGet(() -> new Slice<>(List.of(), null)));
    }

    /**
     * The answer for a pair on paper, as PDF: the proof, the certificate, or what is missing.
     *
     * @throws ru.mos.clusters.platform.Problem {@code party-malformed}, {@code party-unknown}
     */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, COMMISSION, AUDITOR, SERVICE})
    public byte[] print(
            String a, String b, LocalDate asOf, @Nullable Instant knownOn, AffiliationProfile profile, Locale locale) {
        var paper = new ByteArrayOutputStream();
        new PairPdf(affiliation(a, b, asOf, knownOn, profile), ProblemTexts.supported(locale)).write(time.now(), paper);
        return paper.toByteArray();
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
        var parameters = OwnershipParameters.on(handle, asOf, knownOn);
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
