package ru.mos.clusters.eligibility;

import java.io.Serializable;

/**
 * What would be, were the suppositions true; nothing of it is kept.
 *
 * @param difference from the verdict on what is known
 * @param cheapestFix what would make the cluster eligible then; no steps where it is
 */
public record WhatIfView(VerdictView verdict, VerdictDifference difference, FixView cheapestFix)
        implements Serializable {}
