/** Experts, what they are asked to assess, their scores and the ranking: screens and REST. */
@NullMarked
package ru.mos.clusters.web.expertise;

import org.jspecify.annotations.NullMarked;
