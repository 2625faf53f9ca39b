package ru.mos.clusters.support.intake;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.intake.HardenedXml;
import ru.mos.clusters.platform.intake.IntakeProblem;
import ru.mos.clusters.support.SupportProblem;

/** One document, from its start to its end. */
final class RecipientReading {

    private static final int MOST_SUPPORTS = 10_000;
    private static final Set<String> NUMBERS = Set.of("ИННЮЛ", "ИННФЛ");

    private final HardenedXml xml;
    private final Oddities oddities;
    private final RecipientTaker taker;
    private final @Nullable String document;
    private final int line;
    private final @Nullable LocalDate stateOn;
    private final List<RecipientDocument.Given> supports = new ArrayList<>();
    private int subjects;
    private @Nullable String inn;
    private @Nullable String wrongInn;
    private @Nullable String name;
    private boolean person;

    /** @param xml at the start of the document */
    RecipientReading(HardenedXml xml, Oddities oddities, RecipientTaker taker) {
        this.xml = xml;
        this.oddities = oddities;
        this.taker = taker;
        this.document = attribute("ИдДок");
        this.line = xml.line();
        this.stateOn = date("ДатаСост");
    }

    void read() {
        children(child -> {
            switch (child) {
                case "СвЮЛ", "СвФЛ" -> subject(child.equals("СвФЛ"));
                case "СвПредПод" -> {
                    if (supports.size() == MOST_SUPPORTS) {
                        throw xml.beyondLimit();
                    }
                    supports.add(new GivenReading(this).read());
                }
                default -> unknown(child);
            }
        });
        hand();
    }

    private void hand() {
        var number = inn;
        if (subjects == 0) {
            reject(SupportProblem.SUPPORT_SUBJECT_MISSING, "Документ");
        } else if (subjects > 1) {
            reject(SupportProblem.SUPPORT_SUBJECT_AMBIGUOUS, "Документ");
        } else if (number == null) {
            reject(SupportProblem.SUPPORT_SUBJECT_NUMBER_WRONG, "ИНН", wrongInn == null ? "—" : wrongInn);
        } else if (supports.isEmpty()) {
            reject(SupportProblem.SUPPORT_MISSING, "СвПредПод");
        } else {
            taker.take(new RecipientDocument(
                    document,
                    line,
                    stateOn,
                    number,
                    name,
                    person ? supports.stream().map(RecipientReading::ofPerson).toList() : List.copyOf(supports)));
        }
    }

    /** The check needs no sizes, and of persons only what it needs is kept. */
    private static RecipientDocument.Given ofPerson(RecipientDocument.Given given) {
        return new RecipientDocument.Given(
                given.number(),
                given.subjectKind(),
                given.providerInn(),
                given.providerName(),
                given.formCode(),
                given.formName(),
                given.kindCode(),
                given.kindName(),
                given.decidedOn(),
                given.endsOn(),
                given.stoppedOn(),
                null,
                null,
                given.violations());
    }

    private void subject(boolean person) {
        subjects++;
        this.person = person;
        var written = attribute(person ? "ИННФЛ" : "ИННЮЛ");
        inn = sound(written, person ? 12 : 10);
        wrongInn = written;
        name = person ? null : attribute("НаимОрг");
        RecipientsFile.skip(xml);
    }

    private static @Nullable String sound(@Nullable String written, int length) {
        try {
            return written != null && written.length() == length ? new Inn(written).digits() : null;
        } catch (Problem wrong) {
            return null;
        }
    }

    /** The number where it is sound; a remark where it is not. */
    @Nullable
    String inn(String attribute) {
        var written = attribute(attribute);
        if (written == null) {
            return null;
        }
        var sound = sound(written, written.length());
        if (sound == null) {
            remark(SupportProblem.SUPPORT_SUBJECT_NUMBER_WRONG, attribute, written);
        }
        return sound;
    }

    private void reject(SupportProblem problem, String field, String... args) {
        taker.tell(new FileRemark(problem, document, line, field, List.of(args), true, subjects == 1 ? inn : null));
    }

    /** Something unusual that stops nothing. */
    void remark(ProblemCode problem, String field, String... args) {
        taker.tell(new FileRemark(problem, document, xml.line(), field, List.of(args), false, null));
    }

    /** An element that the structure does not have: passed over, and remarked once a file. */
    void unknown(String element) {
        if (oddities.isNew(element)) {
            remark(IntakeProblem.ELEMENT_UNKNOWN, element, element);
        }
        RecipientsFile.skip(xml);
    }

    /** What is done with a child element; it has to be left at its end. */
    interface Visit {
        void element(String name);
    }

    /** Visits the children of the element up to its end. */
    void children(Visit visit) {
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                visit.element(xml.name());
            }
        }
    }

    /** Leaves the element, whatever it holds. */
    void leave() {
        RecipientsFile.skip(xml);
    }

    HardenedXml xml() {
        return xml;
    }

    /** The attribute without blanks around it; null where it is absent or blank. */
    @Nullable
    String attribute(String attribute) {
        var value = xml.attribute(attribute);
        if (value == null || value.isBlank()) {
            return null;
        }
        var stripped = value.strip();
        int most = NUMBERS.contains(attribute) ? 20 : 1000;
        return stripped.length() > most ? stripped.substring(0, most) : stripped;
    }

    /** The day; null where there is none, or none that can be read, which is remarked. */
    @Nullable
    LocalDate date(String attribute) {
        var written = attribute(attribute);
        if (written == null) {
            return null;
        }
        var day = Days.parsed(written);
        if (day == null) {
            remark(SupportProblem.SUPPORT_DATE_UNREADABLE, attribute, attribute, written);
        }
        return day;
    }
}
