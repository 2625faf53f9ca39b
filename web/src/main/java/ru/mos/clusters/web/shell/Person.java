package ru.mos.clusters.web.shell;

import java.io.Serializable;

/** Who logged in: kept in the session, so that a page can greet without asking the database. */
public record Person(String login, String name, String organisation) implements Serializable {

    /** Session attribute. */
    public static final String KEY = "ru.mos.clusters.person";
}
