package ru.mos.clusters.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that users belong to.
 *
 * @param users how many of its people can log in
 */
public record OrganisationView(
        UUID id, String name, @Nullable Inn inn, long users, long version) {}
