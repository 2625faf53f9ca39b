package ru.mos.clusters.ownership.source;

/** Takes what a file of extracts shows, as it is read. */
public interface ExtractTaker {

    /** An extract with its own remarks. */
    void take(Extract extract);

    /** Why an extract was left out. */
    void reject(SourceRemark remark);

    /** Something unusual of the file as a whole. */
    void remark(SourceRemark remark);
}
