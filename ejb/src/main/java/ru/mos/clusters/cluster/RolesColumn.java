package ru.mos.clusters.cluster;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The set of roles as an array of texts. */
@Converter
public class RolesColumn implements AttributeConverter<Set<ParticipantRole>, Object> {

    @Override
    public @Nullable Object convertToDatabaseColumn(@Nullable Set<ParticipantRole> roles) {
        if (roles == null) {
            return null;
        }
        try {
            var array = new PGobject();
            array.setType("_text");
            array.setValue(roles.stream().sorted().map(Enum::name).collect(Collectors.joining(",", "{", "}")));
            return array;
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public @Nullable Set<ParticipantRole> convertToEntityAttribute(@Nullable Object column) {
        if (column == null) {
            return null;
        }
        var roles = EnumSet.noneOf(ParticipantRole.class);
        Arrays.stream(elements(column))
                .map(String::valueOf)
                .map(ParticipantRole::valueOf)
                .forEach(roles::add);
        return roles;
    }

    /** EclipseLink hands over the driver's array or what it unpacked from it. */
    private static Object[] elements(Object column) {
        try {
            return column instanceof Array array ? (Object[]) array.getArray() : (Object[]) column;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
