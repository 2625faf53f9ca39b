/**
 * What all REST resources share: the manner of the published contract, written once. Strict JSON in, problem documents
 * for every failure, lists in slices with signed cursors, versions as entity tags.
 */
@NullMarked
package ru.mos.clusters.web.rest;

import org.jspecify.annotations.NullMarked;
