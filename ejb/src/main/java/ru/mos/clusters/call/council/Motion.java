package ru.mos.clusters.call.council;

import java.util.List;

/** What is moved about an application: the council recommends, the commission decides. */
public enum Motion {
    RECOMMEND(BodyKind.EXPERT_COUNCIL),
    NOT_RECOMMEND(BodyKind.EXPERT_COUNCIL),
    AWARD(BodyKind.COMMISSION),
    RESERVE(BodyKind.COMMISSION),
    REFUSE(BodyKind.COMMISSION);

    private final BodyKind body;

    Motion(BodyKind body) {
        this.body = body;
    }

    /** Which body may vote on it. */
    public BodyKind body() {
        return body;
    }

    /** What a body may vote on. */
    public static List<Motion> of(BodyKind body) {
        return List.of(values()).stream().filter(motion -> motion.body == body).toList();
    }
}
