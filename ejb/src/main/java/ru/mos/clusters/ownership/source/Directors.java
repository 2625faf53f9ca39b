package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.EXECUTIVES_SEVERAL;
import static ru.mos.clusters.ownership.OwnershipProblem.POSITION_NOT_EXECUTIVE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;

/** Who acts for an entity without a power of attorney: its executives and managing companies. */
final class Directors {

    /** "Head of the legal entity" in the directory СКФЛЮЛ; liquidators, insolvency administrators and others are not. */
    private static final String HEAD = "02";

    private final Reading reading;
    private final List<Relation> relations = new ArrayList<>();
    private boolean jointPowers;

    Directors(Reading reading) {
        this.reading = reading;
    }

    /** Several persons have the powers, as the law allows. */
    void jointPowers() {
        jointPowers = true;
    }

    List<Relation> relations() {
        long heads = relations.stream()
                .filter(one -> one.kind() == EdgeKind.EXECUTIVE)
                .count();
        if (heads > 1 && !jointPowers) {
            reading.remark(EXECUTIVES_SEVERAL, "СведДолжнФЛ", Long.toString(heads));
        }
        return relations;
    }

    /** Reads {@code СведДолжнФЛ}. */
    void executive() throws ExtractFault {
        read(EdgeKind.EXECUTIVE, PartyKind.PERSON);
    }

    /** Reads {@code СвУпрОрг}. */
    void managingCompany() throws ExtractFault {
        read(EdgeKind.MANAGING_COMPANY, PartyKind.LEGAL_ENTITY);
    }

    private void read(EdgeKind kind, PartyKind party) throws ExtractFault {
        var director = new Director(reading, kind, party);
        reading.walk.children(director::element);
        String position = director.otherPosition();
        if (position == null) {
            relations.add(director.relation());
        } else {
            reading.remark(
                    POSITION_NOT_EXECUTIVE, "ВидДолжн", director.party.party().name(), position);
        }
    }

    private static final class Director {

        private final Reading reading;
        private final EdgeKind kind;
        private final PartyReader party;
        private final int line;
        private @Nullable Entry first;
        private @Nullable Entry own;
        private @Nullable String code;
        private @Nullable String position;
        private boolean withheld;
        private boolean doubtful;

        Director(Reading reading, EdgeKind kind, PartyKind party) {
            this.reading = reading;
            this.kind = kind;
            this.party = new PartyReader(reading, party);
            this.line = reading.walk.line();
        }

        void element(String name) throws ExtractFault {
            switch (name) {
                case "ОгрДосСв" -> withheld = true;
                case "ГРНДатаПерв" -> first = Entry.of(reading);
                case "СвНедДанДолжнФЛ", "СвНедДанУпрОрг" -> doubtful = true;
                case "СвДолжн" -> position();
                case "НаимИННЮЛ" -> {
                    party.organisation();
                    record();
                }
                default -> {
                    if (!party.element(name)) {
                        reading.ignored(name);
                    }
                }
            }
        }

        private void position() throws ExtractFault {
            code = reading.walk.attribute("ВидДолжн");
            position = reading.walk.attribute("НаимВидДолжн");
            party.entrepreneur();
            record();
        }

        private void record() throws ExtractFault {
            reading.walk.children(name -> {
                if (name.equals("ГРНДата")) {
                    own = Entry.of(reading);
                } else {
                    reading.ignored(name);
                }
            });
        }

        /** Null for a head, and for somebody of whom the position is not shown. */
        @Nullable
        String otherPosition() {
            if (kind != EdgeKind.EXECUTIVE || code == null || code.equals(HEAD)) {
                return null;
            }
            return position == null ? code : position;
        }

        Relation relation() {
            Entry since = own != null && own.on() != null ? own : first;
            return new Relation(
                    kind,
                    party.party(),
                    null,
                    null,
                    since == null ? null : since.on(),
                    null,
                    since == null ? null : since.grn(),
                    withheld,
                    doubtful,
                    null,
                    line);
        }
    }
}
