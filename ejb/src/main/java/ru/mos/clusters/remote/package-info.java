/**
 * What other departments' Java programs call: the interface and its answers, which alone make up the client jar, and the
 * bean behind. Answers are plain JDK types, so that a client needs nothing else of ours.
 */
@NullMarked
package ru.mos.clusters.remote;

import org.jspecify.annotations.NullMarked;
