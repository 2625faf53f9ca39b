package ru.mos.clusters.bank.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.platform.Problem;

/** A statement as it came. */
public final class StatementFile {

    private static final int HEAD = 64;

    private StatementFile() {}

    /**
     * Reads it from the first byte to the last.
     *
     * @param taker gets the documents as they come; what it did with them counts only if all was read
     * @throws Problem {@code statement-format-unknown}, {@code statement-version-unknown}, {@code statement-cut-short}, {@code
     *     statement-encoding-mixed}, {@code statement-line-unreadable}, {@code statement-field-missing}, {@code
     *     statement-field-twice}, {@code statement-sum-malformed}, {@code statement-date-malformed}, {@code statement-currency},
     *     {@code statement-account-missing}, {@code statement-accounts-several}, {@code statement-days-reversed}, {@code
     *     statement-document-foreign}, {@code statement-entry-parts}, {@code xml-malformed} and what else speaks against XML
     */
    public static StatementSummary read(Path path, String fileName, StatementTaker taker) {
        try (var in = Files.newInputStream(path)) {
            byte[] head = head(path);
            if (ClientBankLines.begins(head)) {
                return ClientBankReader.read(in, taker);
            }
            if (beginsAsXml(head)) {
                return Camt053Reader.read(fileName, in, taker);
            }
            throw new Problem(BankProblem.STATEMENT_FORMAT_UNKNOWN);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    private static boolean beginsAsXml(byte[] head) {
        for (byte one : head) {
            if (one == '<') {
                return true;
            }
            if (one > ' ') {
                return false;
            }
        }
        return false;
    }
}
