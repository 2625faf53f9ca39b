package ru.mos.clusters.web.ownership;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.ownership.AffiliationView;
import ru.mos.clusters.ownership.OwnershipPicture;
import ru.mos.clusters.ownership.OwnershipWords;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.ownership.graph.PartyKind;
import ru.mos.clusters.platform.Fraction;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.Texts;

/** Turns pictures and proofs into drawings. */
@RequestScoped
public class PictureDrawing {

    private static final int WIDE = 5;
    private static final int NARROW = 3;

    /** So many of one level are drawn; the table names the rest. */
    private static final int MOST_OF_LEVEL = 20;

    private static final String REST = "rest:";

    @Inject
    private Texts texts;

    @Inject
    private OwnershipLook look;

    /** The picture of a party; {@code address} says where a box leads, null for nowhere. */
    Drawing picture(OwnershipPicture picture, Function<OwnershipPicture.Box, @Nullable String> address) {
        var byLevel = picture.boxes().stream()
                .collect(Collectors.groupingBy(OwnershipPicture.Box::level, LinkedHashMap::new, Collectors.toList()));
        var parties = new ArrayList<Drawing.Party>();
        var folded = new HashMap<String, String>();
        byLevel.forEach((level, boxes) -> {
            int shown = boxes.size() > MOST_OF_LEVEL ? MOST_OF_LEVEL - 1 : boxes.size();
            boxes.subList(0, shown).forEach(box -> parties.add(party(picture, box, address.apply(box))));
            var rest = boxes.subList(shown, boxes.size());
            if (!rest.isEmpty()) {
                rest.forEach(box -> folded.put(box.party().id(), REST + level));
                parties.add(new Drawing.Party(
                        REST + level,
                        texts.with("own.rest", rest.size()),
                        "OTHER",
                        texts.get("own.restNote"),
                        level,
                        null,
                        "",
                        false));
            }
        });
        return Drawing.of(parties, ties(picture.ties(), folded), WIDE);
    }

    private Drawing.Party party(OwnershipPicture picture, OwnershipPicture.Box box, @Nullable String href) {
        boolean centre = box.party().id().equals(picture.centre().id());
        return new Drawing.Party(
                box.party().id(),
                box.party().name(),
                box.kind().name(),
                note(box.party().id(), box.kind()),
                box.level(),
                href,
                texts.get(box.unfolded() ? "own.fold" : "own.unfold"),
                centre);
    }

    private String note(String id, PartyKind kind) {
        return id.startsWith("inn:")
                ? texts.with("own.inn", PartyIds.bare(id))
                : id.startsWith("ogrn:") ? texts.with("own.ogrn", PartyIds.bare(id)) : Functions.show(kind);
    }

    /** The facts of a proof alone. */
    Drawing proof(AffiliationView pair) {
        var proof = pair.proof();
        var facts = proof == null
                ? List.<OwnershipPicture.Tie>of()
                : proof.paths().stream()
                        .flatMap(path -> path.edges().stream())
                        .distinct()
                        .map(edge -> new OwnershipPicture.Tie(edge, true, controls(edge)))
                        .toList();
        var names = new LinkedHashMap<String, String>();
        Stream.of(pair.a(), pair.b()).forEach(who -> names.put(who.id(), who.name()));
        facts.forEach(tie -> {
            names.putIfAbsent(tie.fact().from(), tie.fact().fromName());
            names.putIfAbsent(tie.fact().to(), tie.fact().toName());
        });
        var levels = levels(facts);
        var parties = names.entrySet().stream()
                .map(entry -> proven(pair, entry.getKey(), entry.getValue(), levels.getOrDefault(entry.getKey(), 0)))
                .toList();
        return Drawing.of(parties, ties(facts, Map.of()), NARROW);
    }

    private Drawing.Party proven(AffiliationView pair, String id, String name, int level) {
        var kind = PartyIds.person(id) ? PartyKind.PERSON : PartyKind.LEGAL_ENTITY;
        boolean marked = id.equals(pair.a().id()) || id.equals(pair.b().id());
        var href = Functions.link(look.party(new AffiliationView.Who(id, name)));
        return new Drawing.Party(
                id, name, kind.name(), note(id, kind), level, href, texts.get("own.openParty"), marked);
    }

    private static boolean controls(AffiliationView.Edge edge) {
        var votes = edge.votes() == null ? edge.share() : edge.votes();
        return votes != null && votes.exceeds(Fraction.of(1, 2));
    }

    /** Owners above those they hold; round a ring as far as it goes. */
    private static Map<String, Integer> levels(List<OwnershipPicture.Tie> ties) {
        var levels = new HashMap<String, Integer>();
        for (int round = 0; round <= ties.size(); round++) {
            for (var tie : ties) {
                if (tie.fact().kind() != EdgeKind.FAMILY) {
                    int below = levels.getOrDefault(tie.fact().from(), 0) + 1;
                    int at = levels.getOrDefault(tie.fact().to(), 0);
                    if (below > at && below <= ties.size()) {
                        levels.put(tie.fact().to(), below);
                    }
                }
            }
        }
        return levels;
    }

    /** One line for all that one is to another. */
    private List<Drawing.Tie> ties(List<OwnershipPicture.Tie> ties, Map<String, String> folded) {
        var byEnds = ties.stream()
                .collect(Collectors.groupingBy(
                        tie -> List.of(
                                folded.getOrDefault(
                                        tie.fact().from(), tie.fact().from()),
                                folded.getOrDefault(tie.fact().to(), tie.fact().to())),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byEnds.entrySet().stream()
                .map(entry -> tie(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()))
                .toList();
    }

    private Drawing.Tie tie(String from, String to, List<OwnershipPicture.Tie> facts) {
        boolean several = from.startsWith(REST) || to.startsWith(REST);
        boolean controls = !several && facts.stream().anyMatch(OwnershipPicture.Tie::controls);
        boolean holds = facts.stream().anyMatch(tie -> tie.fact().kind() == EdgeKind.SHAREHOLDING);
        boolean sure = facts.stream().anyMatch(OwnershipPicture.Tie::sure);
        var classes = (controls ? "control" : holds ? "share" : "body") + (sure ? "" : " unsure");
        var label = several ? "" : facts.stream().map(this::label).distinct().collect(Collectors.joining(", "));
        var says = facts.stream().map(this::says).collect(Collectors.joining("; "));
        return new Drawing.Tie(from, to, classes, label, says);
    }

    private String label(OwnershipPicture.Tie tie) {
        var fact = tie.fact();
        var text = fact.kind() != EdgeKind.SHAREHOLDING
                ? look.letter(fact.kind())
                : fact.share() == null
                                || (!tie.sure() && fact.share().numerator().signum() == 0)
                        ? "?"
                        : OwnershipWords.percent(fact.share(), Language.current());
        if (fact.votes() != null) {
            text = texts.with("own.labelVotes", text, OwnershipWords.percent(fact.votes(), Language.current()));
        }
        return tie.sure() ? text : text.equals("?") ? text : text + " ?";
    }

    private String says(OwnershipPicture.Tie tie) {
        var fact = tie.fact();
        var share = fact.share() == null ? "" : " " + look.share(fact.share());
        return fact.fromName() + " → " + fact.toName() + ": " + look.kind(fact.kind()) + share
                + (tie.sure() ? "" : ", " + texts.get("own.unsure"));
    }
}
