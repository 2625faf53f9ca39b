package ru.mos.clusters.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a release into files, gives out the defects and packs the files, a few at a time and in their order. */
final class Packing {
    private static final int DOCUMENTS_PER_FILE = 900;
    private static final Pattern INN = Pattern.compile(" ИНН[ЮФ]Л=\"(\\d+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("<Документ[ >]");

    private final Content content;
    private final DefectPlan plan;
    private final List<Damaged> damaged = new ArrayList<>();

    Packing(Content content, Map<Defect, Integer> defects) {
        this.content = content;
        plan = new DefectPlan(
                defects, content.population().slots(content.population().last()));
    }

    /** Where a defect went; without document and number where it concerns the whole file. */
    record Damaged(Defect defect, String file, String document, String inn) {}

    /** The slots of one file and which of them, or the file itself, are to be defective. */
    private record Batch(
            String name,
            List<Integer> slots,
            Map<Integer, Defect> defects,
            @Nullable Defect ofFile) {}

    void zip(OutputStream out) throws IOException {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(processors);
        Queue<Future<Packed>> ahead = new ArrayDeque<>();
        Archive archive = new Archive(out, content.writtenOn());
        try {
            for (Iterator<Batch> batches = new Batches(DOCUMENTS_PER_FILE); batches.hasNext(); ) {
                Batch batch = batches.next();
                ahead.add(workers.submit(() -> packed(batch)));
                if (ahead.size() > 2 * processors) {
                    archive.add(finished(ahead.remove()));
                }
            }
            while (!ahead.isEmpty()) {
                archive.add(finished(ahead.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
        archive.finish();
    }

    void xml(OutputStream out) throws IOException {
        write(new Batches(Integer.MAX_VALUE).next(), out);
    }

    /** Goes through all documents without writing any. */
    List<Damaged> damaged() {
        new Batches(DOCUMENTS_PER_FILE).forEachRemaining(batch -> {});
        return damaged;
    }

    /** The first file as it is. */
    Packed firstFile() throws IOException {
        return packed(new Batches(DOCUMENTS_PER_FILE).next());
    }

    private Packed packed(Batch batch) throws IOException {
        String name = batch.name + ".xml";
        return batch.ofFile == null
                ? Packed.of(name, out -> write(batch, out))
                : Packed.tight(name, out -> write(batch, out));
    }

    private void write(Batch batch, OutputStream out) throws IOException {
        if (batch.ofFile == null) {
            writeSound(batch, out);
        } else {
            var sound = new ByteArrayOutputStream();
            writeSound(batch, sound);
            batch.ofFile.damageFile(sound.toString(UTF_8), out);
        }
    }

    private void writeSound(Batch batch, OutputStream out) throws IOException {
        Markup documents = new Markup();
        int count = 0;
        for (int slot : batch.slots) {
            Defect defect = batch.defects.get(slot);
            if (defect == null) {
                content.document(slot, documents);
                count++;
            } else {
                String document = defect.damageDocument(document(slot));
                documents.raw(document);
                count += (int) DOCUMENT.matcher(document).results().count();
            }
        }
        out.write(content.head(batch.name, count).getBytes(UTF_8));
        out.write(documents.buffer(), 0, documents.size());
        out.write("</Файл>".getBytes(UTF_8));
    }

    private String document(int slot) {
        Markup document = new Markup();
        content.document(slot, document);
        return document.toString();
    }

    private String fileId(int number) {
        long day = content.writtenOn().toEpochDay();
        return content.prefix()
                + '_'
                + content.writtenOn().format(DateTimeFormatter.BASIC_ISO_DATE)
                + '_'
                + Dice.of(content.population().seed(), Topic.FILE_ID, number, day)
                        .guid();
    }

    private static Packed finished(Future<Packed> file) throws IOException {
        try {
            return file.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The files in their order; at least one, even without documents. */
    private final class Batches implements Iterator<Batch> {
        private final int most;
        private final int slots =
                content.population().slots(content.population().last());
        private int number;
        private int slot;

        Batches(int most) {
            this.most = most;
            skipAbsent();
        }

        @Override
        public boolean hasNext() {
            return slot < slots || number == 0;
        }

        @Override
        public Batch next() {
            String name = fileId(number++);
            List<Integer> members = new ArrayList<>();
            Map<Integer, Defect> defects = new HashMap<>();
            while (slot < slots && members.size() < most) {
                int member = slot;
                members.add(member);
                plan.ofDocument(() -> document(member)).ifPresent(defect -> {
                    defects.put(member, defect);
                    note(defect, name, document(member));
                });
                slot++;
                skipAbsent();
            }
            Optional<Defect> ofFile = number > 1 || slot == slots ? plan.ofFile() : Optional.empty();
            ofFile.ifPresent(defect -> damaged.add(new Damaged(defect, name + ".xml", "", "")));
            if (slot == slots) {
                plan.close();
            }
            return new Batch(name, members, defects, ofFile.orElse(null));
        }

        private void note(Defect defect, String file, String document) {
            Matcher inn = INN.matcher(document);
            damaged.add(new Damaged(defect, file + ".xml", document.split("\"", 3)[1], inn.find() ? inn.group(1) : ""));
        }

        private void skipAbsent() {
            while (slot < slots && !content.holds(slot)) {
                slot++;
            }
        }
    }
}
