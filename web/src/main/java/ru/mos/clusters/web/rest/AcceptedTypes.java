package ru.mos.clusters.web.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses an {@code Accept} whose weight is no number from 0 to 1: the JAX-RS runtime would fail on it as on a defect of ours.
 *
 * <p>Source: RFC 9110, 12.4.2; more than three decimals do no harm.
 */
@Provider
@PreMatching
public class AcceptedTypes implements ContainerRequestFilter {

    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=([^;,]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\s*(0(\\.\\d*)?|1(\\.0*)?)\\s*");

    @Override
    public void filter(ContainerRequestContext request) {
        var given = request.getHeaders().getOrDefault(HttpHeaders.ACCEPT, List.of());
        boolean legible = given.stream()
                .flatMap(header -> WEIGHT.matcher(header).results())
                .allMatch(weight -> NUMBER.matcher(weight.group(1)).matches());
        if (!legible) {
            throw new BadRequestException();
        }
    }
}
