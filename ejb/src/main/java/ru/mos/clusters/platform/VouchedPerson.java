package ru.mos.clusters.platform;

import java.time.Instant;
import java.util.Set;

/**
 * A person or program as a log-in provider has just described it.
 *
 * @param issuer the provider
 * @param subject by which the provider knows the person, for ever
 * @param login wished for; what is no login of ours gives way to one that is made
 * @param roles of ours, none where the provider gave none
 * @param at when the provider said so
 */
public record VouchedPerson(String issuer, String subject, String login, String name, Set<String> roles, Instant at) {}
