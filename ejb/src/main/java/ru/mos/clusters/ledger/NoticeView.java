package ru.mos.clusters.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Paper;

/**
 * A notice as it stands.
 *
 * @param number under which we keep it
 * @param total of its lines
 * @param lines empty in lists
 * @param entries posted for it, those that took them back among them; empty in lists
 * @param actions what the caller may do to it now
 */
public record NoticeView(
        UUID id,
        long number,
        NoticeKind kind,
        LocalDate effectiveOn,
        Paper document,
        NoticeState state,
        String enteredBy,
        @Nullable String postedBy,
        @Nullable String reason,
        BigDecimal total,
        long version,
        List<EnterNotice.Line> lines,
        List<Long> entries,
        List<NoticeAction> actions) {

    NoticeView with(List<EnterNotice.Line> all, List<Long> posted, List<NoticeAction> may) {
        return new NoticeView(
                id,
                number,
                kind,
                effectiveOn,
                document,
                state,
                enteredBy,
                postedBy,
                reason,
                total,
                version,
                all,
                posted,
                may);
    }
}
