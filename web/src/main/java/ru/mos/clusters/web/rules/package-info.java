/** Pages and resources of the rules: versions that judge, drafts that become versions, readings of the law of affiliation. */
@NullMarked
package ru.mos.clusters.web.rules;

import org.jspecify.annotations.NullMarked;
