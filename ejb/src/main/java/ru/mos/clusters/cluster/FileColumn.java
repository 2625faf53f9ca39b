package ru.mos.clusters.cluster;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** The id of a file where there is one; EclipseLink alone binds its absence as a text, which PostgreSQL refuses. */
@Converter
public class FileColumn implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(@Nullable UUID id) {
        try {
            var column = new PGobject();
            column.setType("uuid");
            column.setValue(id == null ? null : id.toString());
            return column;
        } catch (SQLException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(@Nullable Object column) {
        return column == null ? null : UUID.fromString(column.toString());
    }
}
