/**
 * What outside programs are told of: events of recorded changes, sent to the addresses that administrators entered.
 *
 * <p>Enter through {@link ru.mos.clusters.webhook.Webhooks}. Which changes are events, and who may have them, stands in the table
 * {@code webhook.event_type}; the database itself puts each event down in the transaction of its change, so none is lost and none
 * is told of what was rolled back. {@link ru.mos.clusters.webhook.Dispatch} carries them out: in order for each thing, at least
 * once, one sender at a time for each subscription over all nodes.
 *
 * <p>An event says what was done to what and when, and where to ask for more: no names, no figures. The receiver asks with its own
 * rights.
 *
 * <p>Source: CloudEvents 1.0 (structured JSON), Standard Webhooks (signature).
 */
@NullMarked
package ru.mos.clusters.webhook;

import org.jspecify.annotations.NullMarked;
