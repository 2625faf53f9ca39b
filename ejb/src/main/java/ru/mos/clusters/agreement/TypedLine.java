package ru.mos.clusters.agreement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.Text;

/** A line of a report as somebody typed it: any field may be missing, or hold what is no date, sum or number yet. */
public record TypedLine(
        @Nullable String item,
        @Nullable String contractor,
        @Nullable String title,
        @Nullable String number,
        @Nullable String date,
        @Nullable String paidOn,
        @Nullable String amount)
        implements Serializable {

    /** The same without blanks around anything. @throws ru.mos.clusters.platform.Problem {@code text-too-long} */
    TypedLine stripped(String pointer) {
        return new TypedLine(
                Text.optional(item, pointer + "/item"),
                Text.optional(contractor, pointer + "/contractor"),
                Text.optional(title, pointer + "/title"),
                Text.optional(number, pointer + "/number"),
                Text.optional(date, pointer + "/date"),
                Text.optional(paidOn, pointer + "/paidOn"),
                Text.optional(amount, pointer + "/amount"));
    }

    static List<TypedLine> read(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<List<TypedLine>>() {});
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("not lines of a draft", defect);
        }
    }
}
