package ru.mos.clusters.support.directory;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A kind of ours with the code under which it is sent.
 *
 * @param registerForm null, as the code, while it has none: support of the kind is held back
 * @param registerName of the kind in the tax service's directory
 */
public record AssignedKind(
        String form,
        String kind,
        @Nullable String registerForm,
        @Nullable String registerCode,
        @Nullable String registerName)
        implements Serializable {}
