package ru.mos.clusters.registry.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static ru.mos.clusters.platform.intake.Archives.zip;
import static ru.mos.clusters.registry.release.ReleaseProblem.UPLOAD_NOT_A_RELEASE;
import static ru.mos.clusters.registry.release.ReleaseXml.ALFA;
import static ru.mos.clusters.registry.release.ReleaseXml.file;
import static ru.mos.clusters.registry.release.ReleaseXml.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mos.clusters.platform.intake.Refusal;
import ru.mos.clusters.platform.intake.Upload;

class InspectionTest {

    @TempDir
    Path folder;

    private static Upload open(Path upload) throws IOException {
        return Upload.open(upload, "x", Set.of(Upload.Form.XML), UPLOAD_NOT_A_RELEASE);
    }

    @Test
    void most_documents_say_of_which_date_the_release_is() throws IOException {
        var odd = organisation(ALFA).replace("10.02.2024", "10.01.2024");
        try (var upload = open(zip(folder, "a.xml", file(odd, organisation(ALFA), organisation(ALFA))))) {
            assertThat(Inspection.of(upload))
                    .isEqualTo(new Inspection(ReleaseKind.SME_REGISTER, LocalDate.of(2024, 2, 10)));
        }
    }

    @Test
    void a_file_without_documents_is_no_release() throws IOException {
        try (var upload = open(zip(folder, "a.xml", file()))) {
            assertThat(catchThrowableOfType(Refusal.class, () -> Inspection.of(upload))
                            .code())
                    .isEqualTo(ReleaseProblem.RELEASE_EMPTY);
        }
    }
}
