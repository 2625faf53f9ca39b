package ru.mos.clusters.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What the machine or the database refused, in words for the administrator: what, where, and what to do about it. */
final class Failures {

    private static final String FULL = "No space left on device";

    private Failures() {}

    /** Empty for a failure that nobody foresaw. */
    static Optional<String> told(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            var told = ofOne(at);
            if (told != null) {
                return Optional.of(told);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String ofOne(Throwable failure) {
        if (failure instanceof Refused || failure instanceof IllegalStateException) {
            return failure.getMessage();
        } else if (failure instanceof SQLException refusal) {
            return ofDatabase(refusal);
        } else if (failure instanceof FileSystemException refusal) {
            return ofFile(refusal);
        } else if (failure instanceof ZipException) {
            return "a file of the backup is damaged: it cannot be unpacked (" + failure.getMessage()
                    + "). Use another backup.";
        }
        return failure instanceof IOException
                        && String.valueOf(failure.getMessage()).contains(FULL)
                ? full("the disk")
                : null;
    }

    private static String ofFile(FileSystemException refusal) {
        var place = String.valueOf(refusal.getFile());
        if (refusal instanceof NoSuchFileException) {
            return "there is no " + place + ". Check the path.";
        } else if (refusal instanceof AccessDeniedException) {
            return System.getProperty("user.name") + " may not read or write " + place
                    + ". Run the command as the user to whom it belongs, or choose another folder.";
        } else if (refusal instanceof NotDirectoryException || refusal instanceof FileAlreadyExistsException) {
            return place + " is a file where a folder is needed. Choose another path.";
        }
        return String.valueOf(refusal.getMessage()).contains(FULL)
                ? full("the disk of " + place)
                : "the machine refused to read or write " + place + " (" + refusal.getReason()
                        + "). Check the disk and the path.";
    }

    private static String full(String disk) {
        return disk + " is full: what was begun is of no use. Free some space or choose another disk, then begin anew.";
    }

    /** By class of the SQL state: 08 no connection, 28 not let in, 53 no room, 57 being shut down. */
    private static String ofDatabase(SQLException refusal) {
        var state = String.valueOf(refusal.getSQLState());
        var said = " It said: " + refusal.getMessage();
        if (state.startsWith("08") || state.startsWith("57")) {
            return "the database does not answer, or went away meanwhile. Check that it runs and that CLUSTERS_DB_URL"
                    + " names it, then begin anew." + said;
        } else if (state.startsWith("28")) {
            return "the database does not let us in. Check user and password: CLUSTERS_DB_USER, CLUSTERS_DB_PASSWORD,"
                    + " CLUSTERS_DB_OWNER_USER, CLUSTERS_DB_OWNER_PASSWORD." + said;
        } else if (state.startsWith("53")) {
            return "the database has no room or no connection left. Free some, then begin anew." + said;
        }
        return "the database refused a statement (" + state + "). Check that it holds what this version expects."
                + said;
    }
}
