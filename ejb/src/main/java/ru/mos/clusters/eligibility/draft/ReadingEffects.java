package ru.mos.clusters.eligibility.draft;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.eligibility.OutcomeChange;
import ru.mos.clusters.eligibility.OutcomePreview;
import ru.mos.clusters.ownership.OwnershipReadings;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;

/** What would follow for clusters from reading the law of affiliation as somebody proposes. */
@Stateless
@DenyAll
public class ReadingEffects {

    @EJB
    private OwnershipReadings readings;

    @Inject
    private OutcomePreview preview;

    @Inject
    private Time time;

    @Resource
    private SessionContext context;

    /**
     * The clusters of which a condition would come to something else. The reading is put in force in a transaction of its own,
     * which is rolled back.
     *
     * @param day on which all are judged; null: the reading's first day, or today if that is later
     * @throws Problem {@code reading-unknown}, {@code reading-decided}
     */
    @RolesAllowed({DEPARTMENT, CHIEF, GCKR, AUDITOR})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<OutcomeChange> preview(UUID proposal, @Nullable LocalDate day) {
        readings.suppose(proposal);
        var from = readings.proposal(proposal).from();
        var today = time.today();
        var changes = preview.uncommitted(day != null ? day : from.isBefore(today) ? today : from);
        context.setRollbackOnly();
        return changes;
    }
}
