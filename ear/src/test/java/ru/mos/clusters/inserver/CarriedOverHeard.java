package ru.mos.clusters.inserver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import ru.mos.clusters.ledger.CarriedOver;

/** Hears what a year end tells whoever keeps account of its subjects. */
@ApplicationScoped
public class CarriedOverHeard {

    private final List<CarriedOver> heard = new ArrayList<>();

    void hear(@Observes CarriedOver event) {
        heard.add(event);
    }

    /** What was heard since it was asked last. */
    public List<CarriedOver> take() {
        var all = List.copyOf(heard);
        heard.clear();
        return all;
    }
}
