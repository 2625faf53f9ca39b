package ru.mos.clusters.ownership.source;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry of the register: its number and its date, from which what it says holds. */
record Entry(@Nullable String grn, @Nullable LocalDate on) {

    static Entry of(Reading reading) throws ExtractFault {
        return new Entry(reading.walk.attribute("ГРН"), reading.date("ДатаЗаписи"));
    }
}
