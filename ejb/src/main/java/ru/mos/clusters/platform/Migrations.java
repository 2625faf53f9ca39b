package ru.mos.clusters.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps that bring a database to the form this version needs, and what the database must be able to do for them. */
public final class Migrations {

    /** Where the steps lie in this version's archive. */
    public static final String FOLDER = "db/migration";

    private static final int OLDEST_POSTGRESQL = 18;

    private Migrations() {}

    /**
     * The steps, to be run as the role that owns the schema.
     *
     * @param applicationRole the role that gets the privileges which the application needs, and no more
     */
    public static FluentConfiguration steps(String applicationRole) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .defaultSchema("public")
                .createSchemas(false)
                .placeholders(Map.of("appRole", applicationRole))
                .locations("classpath:" + FOLDER);
    }

    /**
     * The latest step that a newer version has done to the database; empty when this version knows all of them. An older
     * version would start on it without a word and misread what it does not know.
     */
    public static Optional<String> newer(Flyway migrations) {
        return Arrays.stream(migrations.info().applied())
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS)
                .map(step -> Objects.requireNonNull(step.getVersion()).getVersion())
                .max(Comparator.naturalOrder());
    }

    /**
     * Why the database cannot serve, in words for the administrator; empty when it can. In a database of locale C
     * trigrams of Russian words are empty and "ЁЛКА" is not "ёлка": search would be dead.
     */
    public static Optional<String> unfit(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_POSTGRESQL) {
            return Optional.of("PostgreSQL " + version + " is too old: version " + OLDEST_POSTGRESQL
                    + " or later is needed (config/docs/operations.md, \"Database\").");
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select lower('ЁЛКА') = 'ёлка' and 'ЁЛКА' ilike 'ёлка'"
                        + ", pg_encoding_to_char(encoding), datctype from pg_database"
                        + " where datname = current_database()")) {
            row.next();
            if (row.getBoolean(1) && "UTF8".equals(row.getString(2))) {
                return Optional.empty();
            }
            return Optional.of("The database cannot do Russian (encoding " + row.getString(2) + ", locale "
                    + row.getString(3) + "): search would find nothing. Create it anew with encoding UTF8 and a"
                    + " locale such as C.UTF-8 or ru_RU.UTF-8 (config/docs/operations.md, \"Database\") and move the"
                    + " data by backup and restore.");
        }
    }
}
