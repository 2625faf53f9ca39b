/** The registry's doors: releases taken in; enterprises searched, shown and exported, and facts entered about them. */
@NullMarked
package ru.mos.clusters.web.registry;

import org.jspecify.annotations.NullMarked;
