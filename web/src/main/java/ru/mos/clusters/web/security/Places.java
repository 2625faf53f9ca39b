package ru.mos.clusters.web.security;

import org.jspecify.annotations.Nullable;

/** Addresses to go back to that came from outside. */
public final class Places {

    private Places() {}

    /** The address if it is one of ours, below the root and of no other host; else the first page. */
    public static String own(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//")) {
            return "/";
        }
        return address.chars().anyMatch(c -> c == '\\' || c < 0x20) ? "/" : address;
    }
}
