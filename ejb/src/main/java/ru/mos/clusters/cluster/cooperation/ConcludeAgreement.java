package ru.mos.clusters.cluster.cooperation;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Records an agreement on cooperation.
 *
 * @param concludedOn the date it bears
 * @param parties the cluster's organisation or participants; two at least, one of them a partner
 * @param from first day in force
 * @param to first day no longer in force; null while it is
 */
public record ConcludeAgreement(
        UUID cluster,
        String number,
        LocalDate concludedOn,
        String subject,
        List<Inn> parties,
        LocalDate from,
        @Nullable LocalDate to) {

    /** @throws Problem {@code field-required}, {@code text-too-long}, {@code agreement-parties-too-few} */
    public ConcludeAgreement {
        number = Text.required(number, "/number");
        subject = Text.required(subject, "/subject");
        parties = List.copyOf(new LinkedHashSet<>(parties));
        if (parties.size() < 2) {
            throw new Problem(CooperationProblem.AGREEMENT_PARTIES_TOO_FEW).at("/parties");
        }
    }
}
