package ru.mos.clusters.call;

import java.util.UUID;

/** A call was called off; said within the transaction that does it. */
public record CallCancelled(UUID call, String reason) {}
