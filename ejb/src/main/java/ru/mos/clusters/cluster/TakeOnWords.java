package ru.mos.clusters.cluster;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.workbook.Words;
import ru.mos.clusters.registry.LegalForm;

/** What people may write for sectors, roles, legal forms and yes or no: the code, or the name in either language. */
final class TakeOnWords {

    private static final Set<String> YES = Set.of("да", "yes", "true", "1");
    private static final Set<String> NO = Set.of("нет", "no", "false", "0");

    private final Map<String, String> sectors = new HashMap<>();

    TakeOnWords(List<SectorView> known) {
        for (var sector : known) {
            for (var word : List.of(sector.code(), sector.nameRu(), sector.nameEn())) {
                sectors.put(Words.folded(word), sector.code());
            }
        }
    }

    /** @throws Problem {@code sector-unknown} */
    String sector(String word) {
        var code = sectors.get(Words.folded(word));
        if (code == null) {
            throw new Problem(ClusterProblem.SECTOR_UNKNOWN, word);
        }
        return code;
    }

    /**
     * Roles parted by semicolons; codes by commas too, which names may hold.
     *
     * @throws Problem {@code participant-role-unknown}
     */
    static Set<ParticipantRole> roles(String words) {
        var roles = EnumSet.noneOf(ParticipantRole.class);
        for (var word : words.split("[;\n]")) {
            if (word.isBlank()) {
                continue;
            }
            var whole = constant(ParticipantRole.class, "role.", word);
            if (whole.isPresent()) {
                roles.add(whole.get());
                continue;
            }
            for (var part : word.split(",")) {
                roles.add(constant(ParticipantRole.class, "role.", part)
                        .orElseThrow(() -> new Problem(ClusterProblem.PARTICIPANT_ROLE_UNKNOWN, part.strip())));
            }
        }
        return roles;
    }

    /** @throws Problem {@code legal-form-unknown} */
    static LegalForm legalForm(String word) {
        return constant(LegalForm.class, "form.", word)
                .orElseThrow(() -> new Problem(ClusterProblem.LEGAL_FORM_UNKNOWN, word));
    }

    /** @throws Problem {@code yes-or-no-unreadable} */
    static boolean yes(String word) {
        var folded = Words.folded(word);
        if (!YES.contains(folded) && !NO.contains(folded)) {
            throw new Problem(ClusterProblem.YES_OR_NO_UNREADABLE, word);
        }
        return YES.contains(folded);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Words.same(constant.name(), word)
                        || Words.LANGUAGES.stream()
                                .anyMatch(language ->
                                        Words.same(TakeOnSheet.text(key + constant.name(), language), word)))
                .findFirst();
    }
}
