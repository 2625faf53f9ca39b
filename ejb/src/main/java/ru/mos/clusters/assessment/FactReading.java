package ru.mos.clusters.assessment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.assessment.SmeLawBook.FormSigns;
import ru.mos.clusters.assessment.criteria.GapCode;
import ru.mos.clusters.assessment.criteria.Holder;
import ru.mos.clusters.assessment.criteria.RegisterFact;
import ru.mos.clusters.assessment.criteria.SmeForm;
import ru.mos.clusters.assessment.criteria.Source;
import ru.mos.clusters.assessment.criteria.SubjectFacts;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Figure;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Form;
import ru.mos.clusters.assessment.criteria.SubjectFacts.Owner;
import ru.mos.clusters.ownership.Owners;
import ru.mos.clusters.ownership.OwnershipSource;
import ru.mos.clusters.ownership.graph.Missing;
import ru.mos.clusters.registry.EntityKind;
import ru.mos.clusters.registry.FactKind;
import ru.mos.clusters.registry.FactSource;
import ru.mos.clusters.registry.LegalForm;
import ru.mos.clusters.registry.SmeCategory;
import ru.mos.clusters.registry.SmeStatus;
import ru.mos.clusters.registry.Standing;
import ru.mos.clusters.registry.YearFigures.YearFigure;

/**
 * What registry and ownership tell of a subject, as facts that the criteria can judge.
 *
 * @param register the one that counts on the day; null where none does
 */
record FactReading(FormSigns signs, Owners.Answer owned, RegisterFact.@Nullable Register register) {

    /** Numbers given later than these years tell when their subject was created; the others only when it was counted anew. */
    private static final int LEGAL_ENTITIES_COUNTED_ANEW = 2003;

    private static final int ENTREPRENEURS_COUNTED_ANEW = 2004;

    /** Of the classifier of countries, and of BODS. */
    private static final Set<String> RUSSIA = Set.of("643", "RU");

    SubjectFacts of(Standing standing, List<YearFigure> figures) {
        var company = owned.companies().get(standing.inn());
        var form = form(standing, company);
        return new SubjectFacts(
                standing.inn(),
                name(standing, company),
                form,
                firstYear(standing),
                activity(standing),
                figures.stream().map(FactReading::figure).toList(),
                flags(standing),
                standing.inn().isLegalEntity() ? owners(company) : SubjectFacts.Owners.NOBODY,
                register(standing));
    }

    private static String name(Standing standing, Owners.@Nullable Company company) {
        var name = standing.name();
        return name != null
                ? name
                : company != null ? company.name() : standing.inn().digits();
    }

    /** A document entered by hand is believed first, then the extract, then the name; a person's number says it all. */
    private Form form(Standing standing, Owners.@Nullable Company company) {
        var entered = standing.fact(FactKind.LEGAL_FORM);
        if (!standing.inn().isLegalEntity()) {
            var person = standing.kind() == EntityKind.FARM_HEAD ? SmeForm.FARM : SmeForm.ENTREPRENEUR;
            return new Form(Set.of(person), person.name(), record(standing));
        } else if (entered.isPresent()) {
            var value = entered.get().value();
            return new Form(
                    SmeForm.of(LegalForm.valueOf(value)),
                    value,
                    source(entered.get().source()));
        } else if (company != null
                && company.form() != null
                && !signs.byCode(company.form()).isEmpty()) {
            return formed(signs.byCode(company.form()), source(company.formSource()));
        }
        var name = name(standing, company);
        var named = signs.byName(name);
        return named.isEmpty() ? Form.UNKNOWN : formed(named, named(record(standing)));
    }

    private static Form formed(Set<SmeForm> forms, @Nullable Source source) {
        return new Form(forms, forms.iterator().next().name(), source);
    }

    private static Source named(@Nullable Source record) {
        return record == null
                ? new Source(Source.Kind.NAME, null, null, null)
                : new Source(Source.Kind.NAME, record.date(), record.document(), record.link());
    }

    private static @Nullable Source record(Standing standing) {
        return standing.record() == null ? null : source(standing.record());
    }

    /** The second and third digit of a state registration number are the year in which it was given. */
    private static @Nullable Integer firstYear(Standing standing) {
        var ogrn = standing.ogrn();
        if (ogrn == null || !ogrn.matches("\\d{13}|\\d{15}")) {
            return null;
        }
        int year = 2000 + Integer.parseInt(ogrn.substring(1, 3));
        int anew = ogrn.length() == 13 ? LEGAL_ENTITIES_COUNTED_ANEW : ENTREPRENEURS_COUNTED_ANEW;
        return year > anew ? year : null;
    }

    private static SubjectFacts.@Nullable Activity activity(Standing standing) {
        var activity = standing.mainActivity();
        return activity == null || activity.version() == null
                ? null
                : new SubjectFacts.Activity(activity.version(), activity.code(), record(standing));
    }

    private static Figure figure(YearFigure figure) {
        return new Figure(
                figure.kind(),
                figure.year(),
                figure.value(),
                figure.source().kind() == FactSource.Kind.HAND_ENTRY,
                source(figure.source()));
    }

    private static Map<FactKind, Source> flags(Standing standing) {
        var flags = new EnumMap<FactKind, Source>(FactKind.class);
        standing.facts().stream()
                .filter(fact -> fact.fact().isFlag() && fact.value().equals("true"))
                .forEach(fact -> flags.put(fact.fact(), source(fact.source())));
        return flags;
    }

    private SubjectFacts.Owners owners(Owners.@Nullable Company company) {
        if (company == null) {
            return new SubjectFacts.Owners(List.of(), false, Set.of(GapCode.NO_EXTRACT));
        }
        var missing = company.missing().stream()
                .flatMap(what -> gap(what).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(GapCode.class)));
        if (!owned.complete()) {
            missing.add(GapCode.WORK_LIMIT);
        }
        return new SubjectFacts.Owners(
                company.owners().stream().map(this::owner).toList(),
                missing.isEmpty() || missing.equals(EnumSet.of(GapCode.SHARE)),
                Set.copyOf(missing));
    }

    /** What is missing about owners; of who directs a company nothing is asked here. */
    private static Optional<GapCode> gap(Missing missing) {
        return switch (missing) {
            case OWNERS, FOREIGN -> Optional.of(GapCode.OWNERS);
            case SHAREHOLDERS_OF_AO -> Optional.of(GapCode.SHAREHOLDERS_OF_AO);
            case WITHHELD -> Optional.of(GapCode.WITHHELD);
            case EXTRACT_TOO_OLD -> Optional.of(GapCode.EXTRACT_TOO_OLD);
            case BETWEEN_EXTRACTS -> Optional.of(GapCode.BETWEEN_EXTRACTS);
            case SOURCES_DISAGREE -> Optional.of(GapCode.SOURCES_DISAGREE);
            case SHARE -> Optional.of(GapCode.SHARE);
            case NO_EXTRACT -> Optional.of(GapCode.NO_EXTRACT);
            case WORK_LIMIT, BEYOND_DEPTH -> Optional.of(GapCode.WORK_LIMIT);
            case EXECUTIVE, NO_INN, SAME_NAME -> Optional.empty();
        };
    }

    private Owner owner(Owners.Owner owner) {
        var inn = owner.inn();
        return new Owner(
                owner.id(),
                owner.name(),
                holders(owner),
                inn != null && inn.isLegalEntity() ? inn : null,
                owner.share(),
                owner.votes(),
                owner.sure(),
                source(owner.source()));
    }

    private Set<Holder> holders(Owners.Owner owner) {
        return switch (owner.kind()) {
            case PERSON ->
                EnumSet.of(
                        owner.country() == null || RUSSIA.contains(owner.country())
                                ? Holder.PERSON
                                : Holder.FOREIGN_CITIZEN);
            case PUBLIC_BODY -> EnumSet.of(Holder.PUBLIC_BODY);
            case FUND -> EnumSet.of(Holder.INVESTMENT_FUND);
            case FOREIGN_ENTITY -> EnumSet.of(Holder.FOREIGN_ENTITY);
            case LEGAL_ENTITY -> entity(owner);
            case OTHER -> EnumSet.of(Holder.PERSON, Holder.FUND_OR_NGO, Holder.INVESTMENT_FUND, Holder.NON_SME_ENTITY);
        };
    }

    private Set<Holder> entity(Owners.Owner owner) {
        var company = owner.inn() == null ? null : owned.companies().get(owner.inn());
        var code = company == null ? null : company.form();
        var forms = code == null || signs.byCode(code).isEmpty() ? signs.byName(owner.name()) : signs.byCode(code);
        if (forms.isEmpty()) {
            return EnumSet.of(Holder.SME_ENTITY, Holder.NON_SME_ENTITY, Holder.FUND_OR_NGO);
        }
        return forms.stream().allMatch(SmeForm::isFundOrNgo)
                ? EnumSet.of(Holder.FUND_OR_NGO)
                : EnumSet.of(Holder.SME_ENTITY, Holder.NON_SME_ENTITY);
    }

    private RegisterFact register(Standing standing) {
        if (register == RegisterFact.Register.CITY_REGISTER) {
            return standing.fact(FactKind.CITY_REGISTER)
                    .map(fact -> new RegisterFact(
                            register,
                            SmeStatus.IN,
                            SmeCategory.valueOf(fact.value()),
                            fact.from(),
                            source(fact.source())))
                    .orElseGet(() -> new RegisterFact(register, SmeStatus.UNKNOWN, null, null, null));
        } else if (register == null) {
            return RegisterFact.NONE;
        }
        LocalDate since = standing.since();
        return new RegisterFact(
                register,
                standing.status(),
                standing.category(),
                since,
                standing.decidedBy() == null ? null : source(standing.decidedBy()));
    }

    private static Source source(FactSource source) {
        return new Source(
                Source.Kind.valueOf(source.kind().name()),
                source.date(),
                source.document(),
                source.fact() != null
                        ? source.fact().toString()
                        : source.release() == null ? null : source.release().toString());
    }

    private static @Nullable Source source(@Nullable OwnershipSource source) {
        if (source == null) {
            return null;
        }
        var kind =
                switch (source.kind()) {
                    case EGRUL -> Source.Kind.EGRUL;
                    case BODS -> Source.Kind.BODS;
                    case HAND_ENTRY, SUPPOSITION -> Source.Kind.HAND_ENTRY;
                };
        return new Source(
                kind,
                source.date(),
                source.document(),
                source.importId() == null ? null : source.importId().toString());
    }
}
