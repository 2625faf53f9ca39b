package ru.mos.clusters.opendata;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.Time;

/** What anybody may have without log-in: what was published and not withdrawn, and nothing else. */
@Stateless
@DenyAll
public class OpenData {

    /** So many earlier ones are told of on the page; all are to be had under their numbers. */
    private static final int MOST_EARLIER = 50;

    @Inject
    private PublicationStore store;

    @Inject
    private Documents documents;

    @Inject
    private Sql sql;

    @Inject
    private Time time;

    /** A file, where its bytes lie, and since when it is to be had. */
    public record OpenFile(Published publication, Publications.Bytes bytes) {}

    /** The latest publication, or the one with the number; empty where there is none, or it was withdrawn. */
    @PermitAll
    public Optional<Published> find(@Nullable Long number) {
        return store.open(number).map(found -> published(found, store.files(found.id()), publisher()));
    }

    /** Those published besides, the latest first, without their files. */
    @PermitAll
    public List<Published> earlier(long number) {
        var publisher = publisher();
        return store.openBefore(number, MOST_EARLIER).stream()
                .map(one -> published(one, List.of(), publisher))
                .toList();
    }

    /** A file of the latest publication, or of the one with the number. */
    @PermitAll
    public Optional<OpenFile> file(@Nullable Long number, String name) {
        return find(number)
                .flatMap(publication -> publication.files().stream()
                        .filter(file -> file.name().equals(name))
                        .findFirst()
                        .map(file -> new OpenFile(
                                publication, new Publications.Bytes(file, documents.path(file.sha256())))));
    }

    /** Whether there was a publication with the number that is no longer to be had. */
    @PermitAll
    public boolean isWithdrawn(long number) {
        return store.isWithdrawn(number);
    }

    private String publisher() {
        var today = time.today();
        return sql.with(handle -> Settings.on(handle, today)).publisherName();
    }

    private static Published published(PublicationView found, List<FileView> files, String publisher) {
        return new Published(
                found.number(),
                found.asOf(),
                Objects.requireNonNull(found.publishedAt()),
                publisher,
                found.licenceName(),
                found.licenceUrl(),
                files);
    }
}
