/** The council and the commission, their sittings and protocols, decisions and appeals: pages and paths of the API. */
@NullMarked
package ru.mos.clusters.web.council;

import org.jspecify.annotations.NullMarked;
