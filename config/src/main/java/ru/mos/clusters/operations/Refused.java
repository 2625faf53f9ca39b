package ru.mos.clusters.operations;

/** Why a command was not carried out, in words for the administrator. */
final class Refused extends RuntimeException {
    Refused(String message) {
        super(message);
    }
}
