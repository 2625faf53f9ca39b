package ru.mos.clusters.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Addresses to go back to. */
public final class Places {

    private Places() {}

    /** The address that came from outside if it is one of ours, below the root and of no other host; else the first page. */
    public static String own(@Nullable String address) {
        if (address == null || !address.startsWith("/") || address.startsWith("//")) {
            return "/";
        }
        return address.chars().anyMatch(c -> c == '\\' || c < 0x20) ? "/" : address;
    }

    /** The whole address of a path of ours, as the browser asked for us. */
    public static String whole(HttpServletRequest request, String path) {
        return URI.create(request.getRequestURL().toString()).resolve(path).toString();
    }
}
