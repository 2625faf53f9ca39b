package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.FOUNDER_KIND_UNKNOWN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

/** An extract of EGRUL: the element {@code СвЮЛ}. */
final class LegalEntity {

    /** Joint-stock companies in ОКОПФ of 2012 and 1999 and in КОПФ. */
    private static final Set<String> JOINT_STOCK = Set.of("12200", "12247", "12267", "47", "60", "67");

    private static final Pattern JOINT_STOCK_NAME = Pattern.compile(
            "(?:(?:НЕ)?ПУБЛИЧН\\p{L}+ |ОТКРЫТ\\p{L}+ |ЗАКРЫТ\\p{L}+ )?АКЦИОНЕРН\\p{L}+ ОБЩЕСТВ",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Reading reading;
    private final Holders holders;
    private final Directors directors;
    private final AddressReader address;
    private final List<PartyRef> successors = new ArrayList<>();
    private String name = "";
    private @Nullable String shortName;
    private @Nullable String inn;
    private @Nullable String ogrn;
    private @Nullable String opf;
    private boolean jointStock;
    private @Nullable LocalDate ceasedOn;
    private @Nullable Fraction capital;

    private LegalEntity(Reading reading) {
        this.reading = reading;
        this.holders = new Holders(reading);
        this.directors = new Directors(reading);
        this.address = new AddressReader(reading);
    }

    /** Reads the element at which the walk stands. */
    static Extract read(Reading reading) throws ExtractFault {
        return new LegalEntity(reading).extract();
    }

    private Extract extract() throws ExtractFault {
        identify();
        String formName = reading.walk.attribute("ПолнНаимОПФ");
        opf = reading.walk.attribute("КодОПФ");
        jointStock = (opf != null && JOINT_STOCK.contains(opf)) || saysJointStock(formName);
        LocalDate on = madeOn(reading);
        reading.walk.children(this::element);
        jointStock = jointStock || (opf == null && saysJointStock(name));

        var subject = new PartyRef(PartyKind.LEGAL_ENTITY, inn, ogrn, null, name, null, null);
        var relations = new ArrayList<Relation>();
        relations.addAll(jointStock ? holders.ofJointStock() : holders.relations(subject, capital));
        relations.addAll(directors.relations());
        return new Extract(
                reading.document(),
                subject,
                shortName,
                opf,
                jointStock,
                on,
                ceasedOn,
                successors,
                roubles(capital),
                holders.treasury(capital),
                holders.isWithheld(),
                address.address(),
                relations,
                reading.remarks(),
                reading.line());
    }

    /** The day of the extract, which no record in it may pass. */
    static LocalDate madeOn(Reading reading) throws ExtractFault {
        reading.required("ДатаВып");
        LocalDate on = Objects.requireNonNull(reading.date("ДатаВып"));
        reading.madeOn(on);
        return on;
    }

    private void identify() throws ExtractFault {
        String number = reading.walk.attribute("ОГРН");
        String taxpayer = reading.walk.attribute("ИНН");
        reading.subject(number != null ? number : taxpayer);
        if (taxpayer == null) {
            reading.required("ОГРН");
        }
        ogrn = Numbers.ogrn("ОГРН", number);
        inn = Numbers.inn("ИНН", taxpayer, 10);
    }

    private static boolean saysJointStock(@Nullable String text) {
        return text != null && JOINT_STOCK_NAME.matcher(text).lookingAt();
    }

    private void element(String element) throws ExtractFault {
        switch (element) {
            case "СвНаимЮЛ" -> name();
            case "СвАдресЮЛ" -> reading.walk.children(address::element);
            case "СвПрекрЮЛ" -> ceasedOn = reading.date("ДатаПрекрЮЛ");
            case "СвУстКап" -> capital();
            case "СвПолном" -> directors.jointPowers();
            case "СвУпрОрг" -> directors.managingCompany();
            case "СведДолжнФЛ" -> directors.executive();
            case "СвУчредит" -> reading.walk.children(this::founder);
            case "СвДоляООО" -> treasury();
            case "СвДержРеестрАО" -> jointStock = true;
            case "СвПреем" -> {
                var successor = new PartyReader(reading, PartyKind.LEGAL_ENTITY);
                successor.organisation();
                successors.add(successor.party());
            }
            default -> reading.ignored(element);
        }
    }

    private void name() throws ExtractFault {
        String full = reading.walk.attribute("НаимЮЛПолн");
        name = full == null ? "" : full;
        shortName = reading.walk.attribute("НаимЮЛСокр");
        reading.walk.children(child -> {
            if (child.equals("СвНаимЮЛСокр")) {
                shortName = reading.walk.attribute("НаимСокр");
            } else {
                reading.ignored(child);
            }
        });
    }

    private void capital() throws ExtractFault {
        String sum = reading.walk.attribute("СумКап");
        capital = sum == null ? null : Amounts.exact(Amounts.decimal("СумКап", sum));
        reading.walk.children(child -> {
            if (child.equals("ДоляРубля") && capital != null) {
                capital = capital.plus(Amounts.simple(reading));
            } else {
                reading.ignored(child);
            }
        });
    }

    private void founder(String kind) throws ExtractFault {
        switch (kind) {
            case "УчрЮЛРос" -> holders.add(Founder.read(reading, PartyKind.LEGAL_ENTITY));
            case "УчрЮЛИн" -> holders.add(Founder.read(reading, PartyKind.FOREIGN_ENTITY));
            case "УчрФЛ" -> holders.add(Founder.read(reading, PartyKind.PERSON));
            case "УчрРФСубМО" -> holders.add(Founder.read(reading, PartyKind.PUBLIC_BODY));
            case "УчрПИФ" -> holders.add(Founder.read(reading, PartyKind.FUND));
            case "УчрДогИнвТов" -> holders.add(Founder.read(reading, PartyKind.OTHER));
            case "ОгрДосСв" -> holders.withhold();
            case "СвЗапретРаспДолями" -> reading.ignored(kind);
            default -> {
                holders.withhold();
                reading.remark(FOUNDER_KIND_UNKNOWN, kind, kind);
            }
        }
    }

    private void treasury() throws ExtractFault {
        String roubles = reading.walk.attribute("НоминСтоим");
        var size = new Fraction[1];
        var since = new Entry[1];
        var nominal = new Fraction[] {roubles == null ? null : Amounts.exact(Amounts.decimal("НоминСтоим", roubles))};
        reading.walk.children(child -> {
            switch (child) {
                case "РазмерДоли" -> size[0] = Amounts.size(reading);
                case "ДоляРубля" -> nominal[0] = nominal[0] == null ? null : nominal[0].plus(Amounts.simple(reading));
                case "ОгрДосСв" -> holders.withhold();
                case "ГРНДата" -> since[0] = Entry.of(reading);
                default -> reading.ignored(child);
            }
        });
        holders.treasury(size[0], nominal[0], since[0]);
    }

    private static @Nullable BigDecimal roubles(@Nullable Fraction exact) {
        return exact == null
                ? null
                : new BigDecimal(exact.numerator())
                        .divide(new BigDecimal(exact.denominator()), 4, RoundingMode.HALF_UP);
    }
}
