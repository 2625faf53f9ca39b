package ru.mos.clusters.ownership.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Companies met of which not everything is known and in which different groups have, or may have, a part. They matter below
 * the parties asked about: one who rules such a company may be linked by it with another who has a part in it. What a company
 * could link in which nobody is known to have a part, nobody could ever rule out; it is not among them.
 */
final class Below {

    static final Below NOTHING = new Below();

    /**
     * A company.
     *
     * @param parts edges from those who hold or direct it, or may
     */
    record Company(int party, int group, List<Open> open, List<Integer> parts) {}

    private final Map<Integer, Company> byParty = new HashMap<>();
    private final Map<Integer, Set<Company>> byGroup = new HashMap<>();
    /** By group: whom it may be linked with through one company after another, and those companies. */
    private final Map<Integer, Set<Company>> together = new HashMap<>();

    private Below() {}

    static Below of(Groups groups) {
        var below = new Below();
        groups.met().forEach(company -> below.look(groups, company));
        return below;
    }

    private void look(Groups groups, int party) {
        var view = groups.view;
        if (!view.graph.kind(party).isOwned() || !view.missesAnything(party)) {
            return;
        }
        var open = new ArrayList<Open>();
        for (var what : Missing.values()) {
            if (view.misses(party, what) && Open.leavesPlace(view, party, what)) {
                open.add(new Open(party, what));
            }
        }
        var parts = new ArrayList<Integer>();
        var touching = new LinkedHashSet<Integer>(Set.of(groups.group(party)));
        view.eachInto(party, edge -> {
            var kind = view.graph.kindOf(edge);
            if (kind != EdgeKind.BOARD && kind != EdgeKind.FAMILY && view.graph.owner(edge) != party) {
                parts.add(edge);
                touching.add(groups.group(view.graph.owner(edge)));
            }
        });
        if (!open.isEmpty() && touching.size() > 1) {
            var company = new Company(party, groups.group(party), open, parts);
            byParty.put(party, company);
            touching.forEach(group ->
                    byGroup.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(company));
        }
    }

    /** Those in which somebody of the group has a part, or which belong to it. */
    Set<Company> of(int group) {
        return byGroup.getOrDefault(group, Set.of());
    }

    /** That company, which is one of these. */
    Company company(int party) {
        return Objects.requireNonNull(byParty.get(party));
    }

    boolean isEmpty() {
        return byGroup.isEmpty();
    }

    /** What is open of companies that lead on from those above a pair, through one another. */
    Set<Open> concerning(Groups groups, Ancestry first, Ancestry second) {
        if (isEmpty()) {
            return Set.of();
        }
        var all = new HashSet<Open>();
        for (var ancestry : List.of(first, second)) {
            ancestry.parties()
                    .map(groups::group)
                    .distinct()
                    .forEach(group -> together(groups, group).stream()
                            .filter(company -> !first.holds(company.party()) && !second.holds(company.party()))
                            .forEach(company -> all.addAll(company.open())));
        }
        return all;
    }

    private Set<Company> together(Groups groups, int start) {
        var known = together.get(start);
        if (known != null || of(start).isEmpty()) {
            return known == null ? Set.of() : known;
        }
        var companies = new LinkedHashSet<Company>();
        var seen = new LinkedHashSet<Integer>(Set.of(start));
        var next = new ArrayList<>(seen);
        for (int at = 0; at < next.size(); at++) {
            for (var company : of(next.get(at))) {
                if (companies.add(company)) {
                    company.parts().stream()
                            .map(edge -> groups.group(groups.view.graph.owner(edge)))
                            .filter(seen::add)
                            .forEach(next::add);
                    if (seen.add(company.group())) {
                        next.add(company.group());
                    }
                }
            }
        }
        seen.forEach(group -> together.put(group, companies));
        return companies;
    }
}
