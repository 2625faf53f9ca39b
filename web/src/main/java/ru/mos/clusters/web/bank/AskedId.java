package ru.mos.clusters.web.bank;

import java.util.UUID;
import java.util.regex.Pattern;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemCode;
import ru.mos.clusters.web.shell.ListQuery;

/** The thing that the address of a page names. */
final class AskedId {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AskedId() {}

    /** @throws Problem of the code for what cannot be the id of anything */
    static UUID of(ListQuery query, ProblemCode unknown) {
        var id = query.value("id");
        if (!ID.matcher(id).matches()) {
            throw new Problem(unknown);
        }
        return UUID.fromString(id);
    }
}
