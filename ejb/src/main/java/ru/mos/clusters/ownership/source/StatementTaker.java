package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes what a file in BODS shows. */
public interface StatementTaker {

    /** A person or an entity, as the latest statement about it has it. */
    void party(PartyRef party, LocalDate on, @Nullable LocalDate ceasedOn);

    /** An interest over its time. */
    void take(Statement statement);

    /** That a relationship record has ended, by a statement that names no interest any more. */
    void closed(String recordId, String statementId, LocalDate on);

    /** Something wrong or unusual; each fault of a file that is then refused, too. */
    void remark(SourceRemark remark);
}
