package ru.mos.clusters.inserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mos.clusters.ownership.source.BodsFile;
import ru.mos.clusters.ownership.source.PartyRef;
import ru.mos.clusters.ownership.source.SourceRemark;
import ru.mos.clusters.ownership.source.Statement;
import ru.mos.clusters.ownership.source.StatementTaker;
import ru.mos.clusters.platform.intake.Refusal;

/** The readers find their schemas and libraries among the server's modules. */
class OwnershipFilesIT extends InServer {

    private static final String PERSON = """
            {"statementId": "00000000-0000-4000-8000-000000000001", "statementDate": "2024-01-01",
             "declarationSubject": "anna", "recordId": "anna", "recordType": "person", "recordStatus": "new",
             "recordDetails": {"isComponent": false, "personType": "knownPerson", "names": [{"fullName": "Anna"}]}}""";

    @Test
    void statements_are_held_to_the_schema() {
        var taken = new Taken();
        read("[" + PERSON + "]", taken);
        assertThat(taken.parties).extracting(PartyRef::name).containsExactly("Anna");

        var refused = catchThrowableOfType(
                Refusal.class, () -> read("[" + PERSON.replace("2024-01-01", "yesterday") + "]", taken));
        assertThat(refused.code().slug()).isEqualTo("bods-invalid");
        assertThat(taken.remarks).hasSize(1);
    }

    private static void read(String json, Taken taken) {
        new BodsFile("a.json", LocalDate.of(2024, 4, 1), taken)
                .read(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Taken implements StatementTaker {

        private final List<PartyRef> parties = new ArrayList<>();
        private final List<SourceRemark> remarks = new ArrayList<>();

        @Override
        public void party(PartyRef party, LocalDate on, LocalDate ceasedOn) {
            parties.add(party);
        }

        @Override
        public void take(Statement statement) {}

        @Override
        public void closed(String recordId, String statementId, LocalDate on) {}

        @Override
        public void remark(SourceRemark remark) {
            remarks.add(remark);
        }
    }
}
