package ru.mos.clusters.call.request;

import java.util.Optional;
import ru.mos.clusters.platform.Inn;

/** A register that can be read by a program. */
interface RegisterAdapter {

    /** Name of the register, kept with the answer. */
    String name();

    /** What it says of somebody; empty where it says nothing. */
    Optional<RequestAnswer> ask(Inn applicant, RequestSubject subject);
}
