package ru.mos.clusters.platform;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a person or a program may act for an organisation.
 *
 * @param until first day on which it holds no more
 * @param document the power of attorney or the agreement
 */
public record Mandate(UUID id, String login, Inn organisation, LocalDate from, LocalDate until, Paper document)
        implements Serializable {}
