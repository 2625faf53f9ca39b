package ru.mos.clusters.generator;

import java.io.IOException;
import java.io.OutputStream;

/** How a defect is made of something sound. */
sealed interface Damage {

    /** Spoils one document; gives it back as it was when it has nothing to spoil. */
    non-sealed interface OfDocument extends Damage {
        String spoil(String document);
    }

    /** Spoils a file; what makes it big is streamed. */
    non-sealed interface OfFile extends Damage {
        void spoil(String file, OutputStream out) throws IOException;
    }

    /** Makes a bad archive around, or instead of, a sound file. */
    non-sealed interface OfArchive extends Damage {
        void spoil(Packed file, OutputStream out) throws IOException;
    }
}
