package ru.mos.clusters.remote;

import jakarta.ejb.ApplicationException;

/** A refusal in words: its code is that of the REST API's problem documents. */
@ApplicationException(rollback = true)
public class RemoteProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** With the code, such as {@code inn-checksum}, and the text for people. */
    public RemoteProblem(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Which refusal. */
    public String code() {
        return code;
    }
}
