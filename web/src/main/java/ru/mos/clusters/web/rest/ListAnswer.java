package ru.mos.clusters.web.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every list of the contract: the items and the cursor of what follows, null at the end. */
public record ListAnswer<T>(List<T> items, @Nullable String next) {}
