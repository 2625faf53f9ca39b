package ru.mos.clusters.generator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One release in the form of the tax service's open data: a zip of XML files with 900 documents each, or all documents
 * in one XML file. The same release always gives the same XML, and with the same Java the same archive.
 */
public abstract sealed class Release permits SmeRelease, YearlyRelease {
    private final Content content;
    private final Map<Defect, Integer> defects;

    Release(Content content, Map<Defect, Integer> defects) {
        this.content = content;
        this.defects = Collections.unmodifiableMap(defects);
    }

    /**
     * The same release with defective documents or files among the sound ones, spread evenly. Defects of the whole
     * archive stand alone: see {@link Defect#writeTo(Path)}.
     *
     * @throws IllegalArgumentException for a defect of the whole archive
     */
    public abstract Release with(Defect defect, int count);

    /** As the tax service would name the archive: {@code data-10092026-structure-12052026.zip}. */
    public abstract String archiveName();

    /**
     * Writes an archive, or one XML file where the name ends in {@code .xml}; beside it, with {@code .defects.csv}
     * added to the name, where each defect went (defect, file, document, inn).
     */
    public void writeTo(Path target) throws IOException {
        Path directory = target.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            if (target.toString().endsWith(".xml")) {
                writeXml(out);
            } else {
                writeZip(out);
            }
        }
        if (!defects.isEmpty()) {
            try (Writer out = Files.newBufferedWriter(beside(target, ".defects.csv"))) {
                writeDefects(out);
            }
        }
    }

    /**
     * Writes an archive, using all processors and little memory.
     *
     * @throws IllegalArgumentException when the release is too small for its defects
     */
    public void writeZip(OutputStream out) throws IOException {
        new Packing(content, defects).zip(out);
    }

    /** Writes one XML file with all documents, which is kept in memory: for small releases. */
    public void writeXml(OutputStream out) throws IOException {
        new Packing(content, defects).xml(out);
    }

    private void writeDefects(Appendable out) throws IOException {
        out.append("defect,file,document,inn\n");
        for (Packing.Damaged damaged : new Packing(content, defects).damaged()) {
            out.append("%s,%s,%s,%s\n".formatted(damaged.defect(), damaged.file(), damaged.document(), damaged.inn()));
        }
    }

    Content content() {
        return content;
    }

    Map<Defect, Integer> defectsAnd(Defect defect, int count) {
        if (!defect.fitsIntoRelease()) {
            throw new IllegalArgumentException(defect + " concerns a whole archive: write it alone");
        }
        Map<Defect, Integer> all = new EnumMap<>(Defect.class);
        all.putAll(defects);
        all.merge(defect, count, Integer::sum);
        return all;
    }

    static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }
}
