package ru.mos.clusters.call.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps a plan as it is until the transaction ends, for whoever spends from it. */
@ApplicationScoped
public class ProgrammeLock {

    @Inject
    private ProgrammeStore store;

    /** Waits for others who hold it. */
    public void hold(String programme) {
        store.lock(programme);
    }
}
