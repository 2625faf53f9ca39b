package ru.mos.clusters.ownership.source;

import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_ATTRIBUTE_MISSING;
import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_DATE_IMPOSSIBLE;
import static ru.mos.clusters.ownership.OwnershipProblem.EXTRACT_DATE_LATER;
import static ru.mos.clusters.platform.intake.IntakeProblem.ELEMENT_UNKNOWN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.ProblemCode;

/** Where one file's reading is: the extract under way, on which day it was made, what was remarked about it. */
final class Reading {

    /** Elements of the schemas, whether we need them or not. */
    private static final Set<String> KNOWN = known();

    private static final int MOST_UNKNOWN = 1000;

    final XmlWalk walk;
    private final LocalDate today;
    private final Set<String> said = new HashSet<>();
    private List<SourceRemark> remarks = new ArrayList<>();
    private @Nullable String document;
    private @Nullable String subject;
    private LocalDate limit;
    private int line;

    Reading(XmlWalk walk, LocalDate today) {
        this.walk = walk;
        this.today = today;
        this.limit = today;
    }

    private static Set<String> known() {
        try (var in = Objects.requireNonNull(Reading.class.getResourceAsStream("elements.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void begin(@Nullable String document) {
        this.document = document;
        subject = null;
        limit = today;
        line = walk.line();
        remarks = new ArrayList<>();
        walk.begin();
    }

    void subject(@Nullable String number) {
        subject = number;
    }

    /** No record of the extract may be later than the extract itself. */
    void madeOn(LocalDate day) {
        limit = day;
    }

    @Nullable
    String document() {
        return document;
    }

    int line() {
        return line;
    }

    List<SourceRemark> remarks() {
        return List.copyOf(remarks);
    }

    void remark(ProblemCode code, @Nullable String field, String... args) {
        remarks.add(new SourceRemark(code, document, walk.line(), field, List.of(args), false, subject));
    }

    SourceRemark rejected(ExtractFault fault) {
        return new SourceRemark(fault.code(), document, line, fault.field(), fault.arguments(), true, subject);
    }

    /** What no schema has is said once a file; the rest of the schema is passed over in silence. */
    void ignored(String element) {
        if (!KNOWN.contains(element) && said.size() < MOST_UNKNOWN && said.add(element)) {
            remark(ELEMENT_UNKNOWN, element, element);
        }
    }

    String required(String attribute) throws ExtractFault {
        String value = walk.attribute(attribute);
        if (value == null) {
            throw new ExtractFault(EXTRACT_ATTRIBUTE_MISSING, attribute, attribute);
        }
        return value;
    }

    /** A day that exists and is not later than the extract; null if the element has none. */
    @Nullable
    LocalDate date(String attribute) throws ExtractFault {
        String value = walk.attribute(attribute);
        if (value == null) {
            return null;
        }
        LocalDate date = parsed(value);
        if (date == null) {
            throw new ExtractFault(EXTRACT_DATE_IMPOSSIBLE, attribute, value);
        }
        if (date.isAfter(limit)) {
            throw new ExtractFault(EXTRACT_DATE_LATER, attribute, date.toString(), limit.toString());
        }
        return date;
    }

    /** {@code yyyy-MM-dd}; null if it is no such day. */
    static @Nullable LocalDate parsed(String value) {
        try {
            if (value.length() == 10
                    && value.charAt(4) == '-'
                    && value.charAt(7) == '-'
                    && value.chars().allMatch(character -> character <= '9')) {
                int year = Integer.parseInt(value, 0, 4, 10);
                int month = Integer.parseInt(value, 5, 7, 10);
                return year < 1800 ? null : LocalDate.of(year, month, Integer.parseInt(value, 8, 10, 10));
            }
        } catch (DateTimeException | NumberFormatException impossible) {
            return null;
        }
        return null;
    }
}
