package ru.mos.clusters.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Ready means that the database answers and its schema has been migrated. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    private static final long PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    private @Nullable Future<Boolean> question;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("clusters-database");
        try {
            return answer.status(asked().get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .build();
        } catch (ExecutionException | TimeoutException away) {
            return answer.down().withData("database", "away").build();
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            return answer.down().build();
        }
    }

    /** The question that is still without an answer, else a new one: a silent database is not asked again and again. */
    private synchronized Future<Boolean> asked() {
        if (question == null || question.isDone()) {
            question = executor.submit(this::answers);
        }
        return question;
    }

    private boolean answers() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select platform.today()")) {
            return row.next();
        }
    }
}
