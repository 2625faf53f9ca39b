package ru.mos.clusters.platform;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the application is deployed, migrated, and its database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    @EJB
    private LogIns logIns;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("clusters");
        try {
            logIns.version("admin");
            return answer.up().build();
        } catch (RuntimeException away) {
            return answer.down().withData("database", "away").build();
        }
    }
}
