/** The execution of a budget year by what the money was given for, at both doors. */
@NullMarked
package ru.mos.clusters.web.execution;

import org.jspecify.annotations.NullMarked;
