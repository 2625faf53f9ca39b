package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes what a file in BODS shows. */
public interface StatementTaker {

    /** A person or an entity, as the latest statement about it has it. */
    void party(PartyRef party, @Nullable LocalDate ceasedOn);

    /** An interest over its time. */
    void take(Statement statement);

    /** Something wrong or unusual; each fault of a file that is then refused, too. */
    void remark(SourceRemark remark);
}
