package ru.mos.clusters.platform.intake;

import static ru.mos.clusters.platform.ProblemCode.Kind.REFUSED;

import java.util.List;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.platform.ProblemTranslator.ProblemCatalogue;

/** Faults of files from outside whatever they hold, and remarks about how they are written. */
public enum IntakeProblem implements ProblemCode {
    UPLOAD_EMPTY,
    ARCHIVE_BROKEN,
    ARCHIVE_EMPTY,
    ARCHIVE_TOO_MANY_FILES,
    ARCHIVE_TOO_LARGE,
    ARCHIVE_BOMB,
    ARCHIVE_NESTED,
    ARCHIVE_PATH,
    ARCHIVE_LINK,
    ARCHIVE_ENCRYPTED,
    ARCHIVE_NAME_TWICE,
    ARCHIVE_FOREIGN_FILE,
    ARCHIVE_CHECKSUM,
    XML_MALFORMED,
    XML_DTD,
    XML_EMPTY,
    XML_ENCODING,
    XML_ENCODING_UNSUPPORTED,
    XML_ENCODING_DIFFERS,
    XML_NOT_UTF8,
    XML_LIMIT,

    TEXT_CUT,
    COUNT_DIFFERS,
    FORMAT_VERSION_UNPROVEN,
    ELEMENT_UNKNOWN,
    ATTRIBUTE_UNKNOWN;

    @Override
    public Kind kind() {
        return REFUSED;
    }

    /** All of them. */
    public static final class Catalogue implements ProblemCatalogue {
        @Override
        public List<ProblemCode> codes() {
            return List.of(values());
        }
    }
}
