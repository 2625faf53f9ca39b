package ru.mos.clusters.infrastructure;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/**
 * An organisation of the infrastructure as it stands on a date.
 *
 * @param from first day on which it belonged to the infrastructure
 * @param to first day on which it does no more; null while it does
 * @param accreditedUntil first day on which its accreditation is in force no more; null where none is in force
 * @param version of the organisation with all that hangs on it
 */
public record InfrastructureView(
        UUID id,
        String code,
        Inn inn,
        String kind,
        String name,
        @Nullable String address,
        @Nullable String area,
        @Nullable ParentView parent,
        InfrastructureStatus status,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String closingReason,
        AccreditationStatus accreditation,
        @Nullable LocalDate accreditedUntil,
        long version) {

    /** Whose district centre it is. */
    public record ParentView(UUID id, String code, @Nullable String name) {}

    /** A row of {@code Organisations.sql}. */
    record Row(
            UUID id,
            int number,
            String code,
            Inn inn,
            String kind,
            String name,
            @Nullable String address,
            @Nullable String area,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable String closingReason,
            InfrastructureStatus status,
            @Nullable UUID parentId,
            @Nullable String parentCode,
            @Nullable String parentName,
            @Nullable LocalDate accreditedUntil,
            AccreditationStatus accreditation,
            LocalDate began,
            long version) {
        InfrastructureView view() {
            var parent =
                    parentId == null || parentCode == null ? null : new ParentView(parentId, parentCode, parentName);
            return new InfrastructureView(
                    id,
                    code,
                    inn,
                    kind,
                    name,
                    address,
                    area,
                    parent,
                    status,
                    began,
                    closingReason == null ? null : validUntil,
                    closingReason,
                    accreditation,
                    accreditedUntil,
                    version);
        }
    }
}
