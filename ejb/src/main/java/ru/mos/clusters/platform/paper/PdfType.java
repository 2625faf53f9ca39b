package ru.mos.clusters.platform.paper;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The faces of a printed document: DejaVu, embedded, for it has every Cyrillic letter. */
public final class PdfType {

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final BaseFont upright = load("DejaVuSerif.ttf");
    private final BaseFont bold = load("DejaVuSerif-Bold.ttf");

    public Font title() {
        return new Font(bold, 14);
    }

    public Font heading() {
        return new Font(bold, 11);
    }

    public Font strong() {
        return new Font(bold, 9.5f);
    }

    public Font plain() {
        return new Font(upright, 9.5f);
    }

    public Font small() {
        return new Font(upright, 8);
    }

    public Font smallStrong() {
        return new Font(bold, 8);
    }

    public Font footer() {
        return new Font(upright, 6.5f);
    }

    private static BaseFont load(String file) {
        try (var bytes = PdfType.class.getResourceAsStream(FOLDER + file)) {
            if (bytes == null) {
                throw new IllegalStateException("font missing: " + file);
            }
            return BaseFont.createFont(file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, bytes.readAllBytes(), null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
