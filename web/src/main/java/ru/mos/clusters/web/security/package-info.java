/**
 * Who may come in, and how: the gate of the pages (log-in page, session), the gate of the API (HTTP Basic or a
 * provider's token on every request, no session), what both ask of the log-in provider, and the headers of every answer. What a caller may do is decided by the services, not here.
 */
@NullMarked
package ru.mos.clusters.web.security;

import org.jspecify.annotations.NullMarked;
