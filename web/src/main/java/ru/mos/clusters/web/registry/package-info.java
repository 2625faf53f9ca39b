/** The registry's doors: releases, enterprises. */
@NullMarked
package ru.mos.clusters.web.registry;

import org.jspecify.annotations.NullMarked;
