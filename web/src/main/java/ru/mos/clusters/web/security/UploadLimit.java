package ru.mos.clusters.web.security;

/** The largest request body taken: {@code CLUSTERS_UPLOAD_MAX_MB}, by default 4096. */
public final class UploadLimit {

    private static final long MEGABYTES =
            Long.parseLong(System.getenv().getOrDefault("CLUSTERS_UPLOAD_MAX_MB", "4096"));

    private UploadLimit() {}

    /** In bytes. */
    public static long bytes() {
        return MEGABYTES * 1024 * 1024;
    }
}
