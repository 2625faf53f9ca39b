package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.VOTES_UNREADABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;

/** One founder or participant of an extract: who, how much, and who votes it. */
final class Founder {

    private final Reading reading;
    private final PartyReader party;
    private final List<PartyRef> trustees = new ArrayList<>();
    private final int line;
    private boolean withheld;
    private boolean doubtful;
    private boolean entrusted;
    private @Nullable Entry first;
    private @Nullable Entry own;
    /** From which what is said of the votes holds; how they were cast before is not told. */
    private @Nullable Entry votesSince;

    private @Nullable Fraction size;
    private @Nullable Fraction nominal;
    private @Nullable Fraction votes;
    private boolean votesStated;
    private @Nullable Encumbrance encumbrance;

    private Founder(Reading reading, PartyKind kind) {
        this.reading = reading;
        this.party = new PartyReader(reading, kind);
        this.line = reading.walk.line();
    }

    /** Reads the element at which the walk stands. */
    static Founder read(Reading reading, PartyKind kind) throws ExtractFault {
        var founder = new Founder(reading, kind);
        // a fund and a partnership have no hands: whoever manages them votes
        founder.entrusted = kind == PartyKind.FUND || kind == PartyKind.OTHER;
        founder.party.entrepreneur();
        reading.walk.children(founder::element);
        return founder;
    }

    private void element(String name) throws ExtractFault {
        if (party.element(name)) {
            return;
        }
        switch (name) {
            case "ОгрДосСв" -> withheld = true;
            case "ГРНДатаПерв" -> first = Entry.of(reading);
            case "СвНедДанУчр" -> doubtful = true;
            case "ДоляУстКап" -> share();
            case "СвОбъемПрав" -> votes();
            case "СвОбрем" -> encumber(pledged() ? Encumbrance.PLEDGE : Encumbrance.OTHER);
            case "СвАрестДоли" -> encumber(Encumbrance.ARREST);
            case "СвДовУпрЮЛ", "СвУпТовИнЮЛ", "СвУпрКомпПИФ" -> trustee(PartyKind.LEGAL_ENTITY);
            case "СвДовУпрФЛ", "ЛицоУпрНасл" -> trustee(PartyKind.PERSON);
            case "СвДовУпрЮЛРФ", "СвУпТовЮЛ" -> trusteeItself();
            case "СвУправЗал" -> reading.walk.children(this::pledgeManager);
            default -> reading.ignored(name);
        }
    }

    private void share() throws ExtractFault {
        String roubles = reading.walk.attribute("НоминСтоим");
        nominal = roubles == null ? null : Amounts.exact(Amounts.decimal("НоминСтоим", roubles));
        reading.walk.children(name -> {
            switch (name) {
                case "РазмерДоли" -> size = Amounts.size(reading);
                case "ДоляРубля" -> nominal = nominal == null ? null : nominal.plus(Amounts.simple(reading));
                case "ГРНДата" -> own = Entry.of(reading);
                default -> reading.ignored(name);
            }
        });
    }

    private void votes() throws ExtractFault {
        String text = reading.walk.attribute("ОбъемПрав");
        if (text != null) {
            votesStated = true;
            votes = Amounts.spoken(text);
            if (votes == null) {
                reading.remark(
                        VOTES_UNREADABLE, "ОбъемПрав", text, party.party().name());
            }
        }
        reading.walk.children(this::entered);
    }

    /** Tells by whom or how much is voted since when. */
    private void entered(String name) throws ExtractFault {
        if (name.startsWith("ГРНДата") && !name.endsWith("Испр")) {
            changed(Entry.of(reading));
        } else {
            reading.ignored(name);
        }
    }

    /** The votes as they are said to be do not reach further back than this. */
    void changed(@Nullable Entry entry) {
        if (entry != null
                && entry.on() != null
                && (votesSince == null || entry.on().isAfter(Objects.requireNonNull(votesSince.on())))) {
            votesSince = entry;
        }
    }

    private boolean pledged() {
        String kind = reading.walk.attribute("ВидОбрем");
        return kind != null && kind.toUpperCase(Locale.ROOT).startsWith("ЗАЛОГ");
    }

    private void encumber(Encumbrance found) {
        encumbrance = encumbrance == null || found.compareTo(encumbrance) < 0 ? found : encumbrance;
    }

    private void trustee(PartyKind kind) throws ExtractFault {
        var trustee = new PartyReader(reading, kind);
        trustee.entrepreneur();
        reading.walk.children(name -> {
            if (!trustee.element(name)) {
                entered(name);
            }
        });
        entrust(trustee);
    }

    private void trusteeItself() {
        var trustee = new PartyReader(reading, PartyKind.LEGAL_ENTITY);
        trustee.organisation();
        entrust(trustee);
    }

    private void pledgeManager(String name) throws ExtractFault {
        switch (name) {
            case "СвУпрЗалЮЛ" -> trustee(PartyKind.LEGAL_ENTITY);
            case "СвУпрЗалФЛ" -> trustee(PartyKind.PERSON);
            default -> entered(name);
        }
    }

    private void entrust(PartyReader trustee) {
        entrusted = true;
        trustees.add(trustee.party());
    }

    PartyRef party() {
        return party.party();
    }

    boolean isWithheld() {
        return withheld;
    }

    boolean statesVotes() {
        return votesStated;
    }

    /** Null if the text was not to be understood. */
    @Nullable
    Fraction statedVotes() {
        return votes;
    }

    /** As stated; where only a nominal value is, by the capital. */
    @Nullable
    Fraction share(@Nullable Fraction capital) {
        return size != null
                        || nominal == null
                        || capital == null
                        || capital.numerator().signum() == 0
                ? size
                : nominal.dividedBy(capital);
    }

    /** @param due the votes of the share, whoever casts them */
    List<Relation> relations(@Nullable Fraction share, @Nullable Fraction due) {
        var relations = new ArrayList<Relation>();
        relations.add(relation(party(), share, own(due)));
        for (PartyRef trustee : trustees) {
            // how several share the votes out is not told
            relations.add(relation(trustee, Fraction.ZERO, trustees.size() == 1 ? due : null));
        }
        return relations;
    }

    private @Nullable Fraction own(@Nullable Fraction due) {
        if (!trustees.isEmpty()) {
            return Fraction.ZERO;
        }
        return entrusted ? null : due;
    }

    private Relation relation(PartyRef owner, @Nullable Fraction share, @Nullable Fraction cast) {
        Entry since = own != null && own.on() != null ? own : first;
        if (votesSince != null
                && since != null
                && since.on() != null
                && since.on().isBefore(votesSince.on())) {
            since = votesSince;
        }
        return new Relation(
                EdgeKind.SHAREHOLDING,
                owner,
                share,
                cast,
                since == null ? null : since.on(),
                null,
                since == null ? null : since.grn(),
                withheld,
                doubtful,
                encumbrance,
                line);
    }
}
