package ru.mos.clusters.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import ru.mos.clusters.launcher.FirstUsers;
import ru.mos.clusters.launcher.Settings;

/** The administrator's commands; where the data are, the same environment says as to the server. */
public final class Main {

    private static final String USAGE = """
            Usage: clusters.sh <command>
              backup <folder>        back up database and documents into a new folder; the server may run
              restore <folder>       bring a backup into an empty database and an empty folder
              verify <folder>        check every byte of a backup
              digest                 tell what the installation holds now, to compare it with another
              await-database         wait up to five minutes until the database lets us in
              first-admin            make the first administrator and print the password, once
              password <login>       give a login a new password, printed once, and lift its lock
              -v                     besides a command: say at length why it failed
            Which installation: CLUSTERS_DATA_DIR, and for a database server CLUSTERS_DB_URL, CLUSTERS_DB_USER,
            CLUSTERS_DB_PASSWORD, CLUSTERS_DB_OWNER_USER, CLUSTERS_DB_OWNER_PASSWORD.""";

    private static final String VERBOSE = "-v";

    /** Kept from the garbage collector, which would forget its level. */
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final Settings settings;
    private final PrintStream out;

    Main(Map<String, String> environment, Path usualDataDirectory, PrintStream out) {
        this.settings = Settings.of(environment, usualDataDirectory);
        this.out = out;
    }

    /** Ends with 0 when done, 1 when refused or failed, 2 when done but documents are missing. */
    public static void main(String[] arguments) throws Exception {
        MIGRATIONS.setLevel(Level.SEVERE);
        var jar = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        System.exit(end(
                System.getenv(), jar.resolve("../../data").normalize(), List.of(arguments), System.out, System.err));
    }

    /** Runs a command and says plainly why it was not carried out; how the program got there only with {@code -v}. */
    static int end(
            Map<String, String> environment,
            Path usualDataDirectory,
            List<String> arguments,
            PrintStream out,
            PrintStream err) {
        var command = arguments.stream().filter(word -> !word.equals(VERBOSE)).toList();
        try {
            return new Main(environment, usualDataDirectory, out).run(command);
        } catch (IOException | SQLException | RuntimeException failure) {
            err.println(Failures.told(failure)
                    .map(told -> "REFUSED: " + told)
                    .orElseGet(() -> "FAILED: " + failure + ". The same command with " + VERBOSE
                            + " says where; send us that."));
            if (arguments.contains(VERBOSE)) {
                failure.printStackTrace(err);
            }
            return 1;
        }
    }

    int run(List<String> arguments) throws IOException, SQLException {
        var command = arguments.isEmpty() ? "" : arguments.get(0);
        return switch (command + arguments.size()) {
            case "backup2" -> backup(Path.of(arguments.get(1)));
            case "restore2" -> restore(Path.of(arguments.get(1)));
            case "verify2" -> report(new Restore(Path.of(arguments.get(1))).manifest(), "Sound");
            case "digest1" -> digest();
            case "await-database1" -> awaitDatabase();
            case "first-admin1" -> firstAdministrator();
            case "password2" -> password(arguments.get(1));
            default -> {
                out.println(USAGE);
                yield 1;
            }
        };
    }

    private int backup(Path target) throws IOException, SQLException {
        try (var installation = Installation.existing(settings)) {
            out.println("Backing up: " + installation.shown());
            return report(new Backup(installation, Clock.systemUTC()).make(target), "Backup made in " + target);
        }
    }

    private int restore(Path backup) throws IOException, SQLException {
        out.println("Checking the backup in " + backup);
        var restore = new Restore(backup);
        try (var installation = Installation.empty(settings)) {
            out.println("Restoring into: " + installation.shown());
            restore.into(installation);
            var now = Backup.look(installation);
            if (!now.contentDigest().equals(restore.manifest().contentDigest())) {
                report(now, "NOT EQUAL to the backup");
                throw new Refused("what was restored differs from the backup. Do not use it.");
            }
            installation.finished();
            return report(
                    now,
                    "Restored, equal to the backup of " + restore.manifest().made());
        }
    }

    private int digest() throws IOException, SQLException {
        try (var installation = Installation.existing(settings)) {
            return report(Backup.look(installation), "Holds now: " + installation.shown());
        }
    }

    private int report(Manifest manifest, String headline) {
        manifest.tables().forEach(table -> out.println("  " + Manifest.line(table)));
        out.println("  documents " + manifest.documents().size() + ", schema " + manifest.migration());
        manifest.absent().forEach(sha256 -> out.println("  MISSING OR DAMAGED document " + sha256));
        out.println(headline);
        out.println("Content digest: " + manifest.contentDigest());
        if (manifest.absent().isEmpty()) {
            return 0;
        }
        out.println("ATTENTION: " + manifest.absent().size() + " documents are missing or damaged, see above.");
        return 2;
    }

    /** Before a start: a server whose database comes up later than itself would have to be started again. */
    private int awaitDatabase() throws IOException, SQLException {
        for (var end = Instant.now().plus(Duration.ofMinutes(5)); ; ) {
            try (var installation = Installation.existing(settings);
                    var connection = installation.connect(Installation.Role.APPLICATION)) {
                out.println("The database answers: " + connection.getMetaData().getURL());
                return 0;
            } catch (Refused away) {
                if (Instant.now().isAfter(end)) {
                    throw away;
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException interrupted) {
            throw new Refused("interrupted");
        }
    }

    private int firstAdministrator() throws IOException, SQLException {
        try (var installation = Installation.existing(settings);
                var application = installation.connect(Installation.Role.APPLICATION)) {
            out.println(new FirstUsers(application)
                    .administrator()
                    .orElseThrow(() -> new Refused("there is an administrator already. If the password is lost:"
                            + " the command password <login>.")));
            return 0;
        }
    }

    private int password(String login) throws IOException, SQLException {
        try (var installation = Installation.existing(settings);
                var application = installation.connect(Installation.Role.APPLICATION)) {
            out.println(new FirstUsers(application)
                    .newPassword(login)
                    .orElseThrow(() -> new Refused("there is no login " + login + ".")));
            return 0;
        }
    }
}
