package ru.mos.clusters.cluster;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Inn;

/** An INN as its digits. */
@Converter
public class InnColumn implements AttributeConverter<Inn, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Inn inn) {
        return inn == null ? null : inn.digits();
    }

    @Override
    public @Nullable Inn convertToEntityAttribute(@Nullable String digits) {
        return digits == null ? null : new Inn(digits);
    }
}
