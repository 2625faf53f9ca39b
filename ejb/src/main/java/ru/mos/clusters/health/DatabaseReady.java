package ru.mos.clusters.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers and its schema has been migrated. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    private DataSource database;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("clusters-database");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select platform.today()")) {
            return answer.status(row.next()).build();
        } catch (SQLException away) {
            return answer.down().withData("database", "away").build();
        }
    }
}
