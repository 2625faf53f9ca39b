package ru.mos.clusters.infrastructure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Tasks;

/** Tasks that ask for the next accreditation before one ends. */
@ApplicationScoped
class ExpiryTasks {

    private static final String RENEW = "ACCREDITATION_RENEW";

    @Inject
    private AccreditationRecords records;

    @Inject
    private Register register;

    @Inject
    private Tasks tasks;

    /** Opens one for each accreditation that ends soon after the day or has ended, with none after it. */
    int open(LocalDate day) {
        var ending = records.ending(day);
        for (var row : ending) {
            var organisation = register.organisation(row.organisationId(), day);
            var last = row.validUntil().minusDays(1);
            tasks.open(
                    RENEW,
                    Tasks.Doer.role(Role.DEPARTMENT),
                    Register.SUBJECT,
                    organisation.id().toString(),
                    Map.of("code", organisation.code(), "name", organisation.name(), "last", last),
                    last);
        }
        return ending.size();
    }

    /** Closes the one about the organisation: it has another accreditation. */
    void close(UUID organisation) {
        tasks.done(RENEW, Register.SUBJECT, organisation.toString());
    }
}
