package ru.mos.clusters.infrastructure;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import ru.mos.clusters.platform.Time;

/** Looks every night for accreditations that end soon. */
@Stateless
@PermitAll
public class AccreditationWatch {

    @Inject
    private ExpiryTasks expiries;

    @Inject
    private Time time;

    @Schedule(hour = "0", minute = "40", timezone = "Europe/Moscow", persistent = false)
    void remind() {
        expiries.open(time.today());
    }
}
