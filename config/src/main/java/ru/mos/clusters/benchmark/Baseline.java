package ru.mos.clusters.benchmark;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** What the job cannot do without, done bare: the yardsticks of the import. */
final class Baseline {

    private Baseline() {}

    /** Unzips the archive and pulls every attribute of it through a hardened Woodstox, in one thread. */
    static Duration parse(Path archive) throws IOException, XMLStreamException {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 524_288);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 1_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 1_000);
        long begun = System.nanoTime();
        long characters = 0;
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
                    var reader = factory.createXMLStreamReader(in, "UTF-8");
                    while (reader.hasNext()) {
                        if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                            for (int i = 0; i < reader.getAttributeCount(); i++) {
                                characters += reader.getAttributeValue(i).length();
                            }
                        }
                    }
                    reader.close();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("nothing read from " + archive);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Copies the rows as the import stores them, out first and then, timed, into an unlogged table without an index. */
    static Duration copy(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists public.benchmark_copy");
            statement.execute("create unlogged table public.benchmark_copy (like registry.sme_run)");
            var file = "clusters-benchmark.copy";
            statement.execute("copy registry.sme_run to program 'cat > /tmp/" + file + "'");
            long begun = System.nanoTime();
            statement.execute("copy public.benchmark_copy from '/tmp/" + file + "'");
            var took = Duration.ofNanos(System.nanoTime() - begun);
            statement.execute("drop table public.benchmark_copy");
            statement.execute("copy (select 1 where false) to program 'rm -f /tmp/" + file + "'");
            return took;
        }
    }
}
