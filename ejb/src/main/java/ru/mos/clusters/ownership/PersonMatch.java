package ru.mos.clusters.ownership;

import java.util.List;
import ru.mos.clusters.ownership.AffiliationView.Who;

/** Two persons of one name who may be one; nobody has said yet. */
public record PersonMatch(Person one, Person other) {

    /**
     * One of them.
     *
     * @param numbered whether its taxpayer number is known
     * @param over whom it holds or directs, by what is believed now
     */
    public record Person(Who party, boolean numbered, List<Who> over) {}
}
