package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Text;

/**
 * Enters an organisation of the infrastructure.
 *
 * @param kind code of the directory
 * @param area administrative district
 * @param parent whose district centre it is; null for one that stands alone
 */
public record RegisterOrganisation(
        Inn inn,
        String kind,
        String name,
        @Nullable String address,
        @Nullable String area,
        @Nullable UUID parent,
        LocalDate from) {

    /** @throws Problem {@code infrastructure-not-legal-entity}, {@code field-required}, {@code text-too-long} */
    public RegisterOrganisation {
        if (inn.digits().length() != 10) {
            throw new Problem(InfrastructureProblem.INFRASTRUCTURE_NOT_LEGAL_ENTITY).at("/inn");
        }
        kind = Text.required(kind, "/kind");
        name = Text.required(name, "/name");
        address = Text.optional(address, "/address");
        area = Text.optional(area, "/area");
    }
}
