package ru.mos.clusters.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.agreement.AgreementTerms;
import ru.mos.clusters.agreement.AgreementTerms.BudgetItem;
import ru.mos.clusters.agreement.AgreementTerms.Target;
import ru.mos.clusters.web.shell.Functions;

/**
 * One thing that an amendment changes.
 *
 * @param label key of the text that names it
 * @param which number of the instalment, or nothing
 */
public record TermsDifference(String label, String which, String before, String after) {

    /** All of them, in the order of the terms. */
    static List<TermsDifference> between(AgreementTerms now, AgreementTerms then, AgreementWords words) {
        var all = new ArrayList<TermsDifference>();
        add(all, "grant.amount", "", Functions.money(now.amount()), Functions.money(then.amount()));
        add(all, "grant.article", "", Functions.show(now.article()), Functions.show(then.article()));
        add(
                all,
                "grant.treasurySupport",
                "",
                Functions.show(now.treasurySupport()),
                Functions.show(then.treasurySupport()));
        add(all, "grant.vatEligible", "", Functions.show(now.vatEligible()), Functions.show(then.vatEligible()));
        int most = Math.max(now.instalments().size(), then.instalments().size());
        for (int at = 0; at < most; at++) {
            add(
                    all,
                    "grant.instalmentNumbered",
                    Integer.toString(at + 1),
                    words.instalment(at(now.instalments(), at)),
                    words.instalment(at(then.instalments(), at)));
        }
        budget(all, byName(now), byName(then), words);
        targets(all, byCode(now), byCode(then), words);
        return all;
    }

    private static void budget(
            List<TermsDifference> all,
            Map<String, BudgetItem> now,
            Map<String, BudgetItem> then,
            AgreementWords words) {
        var keys = new LinkedHashMap<String, BudgetItem>(now);
        then.forEach(keys::putIfAbsent);
        for (var key : keys.keySet()) {
            add(all, "grant.budgetItem", "", words.budgetItem(now.get(key)), words.budgetItem(then.get(key)));
        }
    }

    private static Map<String, BudgetItem> byName(AgreementTerms terms) {
        return terms.budget().stream()
                .collect(Collectors.toMap(
                        BudgetItem::key, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }

    private static void targets(
            List<TermsDifference> all, Map<String, Target> now, Map<String, Target> then, AgreementWords words) {
        var codes = new LinkedHashMap<String, Target>(now);
        then.forEach(codes::putIfAbsent);
        for (var code : codes.keySet()) {
            add(all, "grant.target", "", words.target(now.get(code)), words.target(then.get(code)));
        }
    }

    private static Map<String, Target> byCode(AgreementTerms terms) {
        return terms.targets().stream()
                .collect(
                        Collectors.toMap(Target::code, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }

    private static <T> @Nullable T at(List<T> all, int at) {
        return at < all.size() ? all.get(at) : null;
    }

    private static void add(List<TermsDifference> all, String label, String which, String before, String after) {
        if (!Objects.equals(before, after)) {
            all.add(new TermsDifference(label, which, before, after));
        }
    }
}
