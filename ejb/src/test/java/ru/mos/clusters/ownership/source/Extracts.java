package ru.mos.clusters.ownership.source;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.platform.intake.Refusal;

/** What a file of extracts gave, and how tests write it down. */
final class Extracts implements ExtractTaker {

    static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

    final List<Extract> taken = new ArrayList<>();
    final List<SourceRemark> rejected = new ArrayList<>();
    final List<SourceRemark> ofFile = new ArrayList<>();

    static Extracts read(InputStream in) {
        var extracts = new Extracts();
        new EgrulFile("a.xml", TODAY, extracts).read(in);
        return extracts;
    }

    static Extracts read(String xml) {
        return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static String refusalOf(byte[] xml) {
        try {
            read(new ByteArrayInputStream(xml));
            return "none";
        } catch (Refusal refused) {
            return refused.code().slug();
        }
    }

    @Override
    public void take(Extract extract) {
        taken.add(extract);
    }

    @Override
    public void reject(SourceRemark remark) {
        rejected.add(remark);
    }

    @Override
    public void remark(SourceRemark remark) {
        ofFile.add(remark);
    }

    List<String> rejections() {
        return rejected.stream().map(Extracts::shown).toList();
    }

    List<String> remarks() {
        return Stream.concat(ofFile.stream(), taken.stream().flatMap(extract -> extract.remarks().stream()))
                .map(Extracts::shown)
                .toList();
    }

    static String shown(SourceRemark remark) {
        return remark.code().slug() + " " + remark.args();
    }

    /** One relation a line. */
    List<String> relations() {
        return taken.stream()
                .flatMap(extract -> extract.relations().stream())
                .map(Extracts::shown)
                .toList();
    }

    static String shown(Extract extract) {
        var text = new StringBuilder(
                numbers(extract.subject()) + " " + extract.shortName() + " " + extract.opf() + " " + extract.on());
        if (extract.capital() != null) {
            text.append(' ').append(extract.capital().stripTrailingZeros().toPlainString());
        }
        append(text, extract.treasury() != null, "treasury " + extract.treasury());
        append(text, extract.jointStock(), "joint-stock");
        append(text, extract.ownersWithheld(), "withheld");
        append(text, extract.isComplete(), "complete");
        append(text, extract.ceasedOn() != null, "ceased " + extract.ceasedOn());
        Address address = extract.address();
        if (address != null) {
            text.append("\n  at ").append(address.region()).append(": ").append(address.text());
            append(text, address.fias() != null, "[" + address.fias() + "]");
        }
        extract.successors().forEach(one -> text.append("\n  succeeded by ").append(numbers(one)));
        extract.relations().forEach(one -> text.append("\n  ").append(shown(one)));
        extract.remarks().forEach(one -> text.append("\n  remark ").append(shown(one)));
        return text.append('\n').toString();
    }

    static String shown(Relation relation) {
        PartyRef owner = relation.owner();
        var text = new StringBuilder(relation.kind() + " " + owner.kind() + " " + numbers(owner));
        append(text, owner.country() != null, owner.country());
        append(text, true, shown(relation.share()) + " " + shown(relation.votes()));
        append(text, true, relation.from() == null ? "-" : relation.from().toString());
        append(text, relation.encumbrance() != null, String.valueOf(relation.encumbrance()));
        append(text, relation.withheld(), "withheld");
        append(text, relation.doubtful(), "doubtful");
        return text.toString();
    }

    private static String shown(@Nullable Fraction share) {
        return share == null ? "-" : share.toString();
    }

    private static String numbers(PartyRef party) {
        var numbers = Stream.of(party.inn(), party.ogrn(), party.record())
                .filter(Objects::nonNull)
                .collect(joining("/"));
        return numbers.isEmpty() ? "?" : numbers;
    }

    private static void append(StringBuilder text, boolean when, @Nullable String more) {
        if (when) {
            text.append(' ').append(more);
        }
    }
}
