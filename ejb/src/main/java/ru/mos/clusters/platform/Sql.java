package ru.mos.clusters.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * The door for set-based SQL: statements with named parameters on the connection of the caller's transaction, rows into
 * records. Use {@code EntityManager} for single things with behaviour, this for sets and for what is only shown.
 *
 * <p>A statement sees what the transaction's {@code EntityManager} has flushed, no more.
 */
@ApplicationScoped
public class Sql {

    @Resource(lookup = "java:jboss/datasources/ClustersDS")
    private DataSource dataSource;

    private Jdbi jdbi;
    private final ClasspathSqlLocator files = ClasspathSqlLocator.removingComments();

    @PostConstruct
    void open() {
        jdbi = over(dataSource);
    }

    /** The same door over another source of connections, for programs outside the server. */
    public static Jdbi over(DataSource dataSource) {
        var jdbi = Jdbi.create(dataSource);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.registerArgument(new InnArgument());
        jdbi.registerColumnMapper(Inn.class, (row, column, context) -> {
            var digits = row.getString(column);
            return digits == null ? null : new Inn(digits);
        });
        jdbi.registerRowMapper(new RecordMappers());
        return jdbi;
    }

    /** Runs the work on the connection of the current transaction. */
    public <T> T with(Function<Handle, T> work) {
        try (var handle = jdbi.open()) {
            return work.apply(handle);
        }
    }

    /** The statement in {@code <name>.sql} beside the class. */
    public String file(Class<?> beside, String name) {
        return files.getResource(
                beside.getClassLoader(), beside.getPackageName().replace('.', '/') + "/" + name + ".sql");
    }

    private static final class InnArgument extends AbstractArgumentFactory<Inn> {
        InnArgument() {
            super(java.sql.Types.VARCHAR);
        }

        @Override
        protected Argument build(Inn inn, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, inn.digits());
        }
    }

    /** Every record is mapped by the names of its components. */
    private static final class RecordMappers implements org.jdbi.v3.core.mapper.RowMapperFactory {
        @Override
        public java.util.Optional<org.jdbi.v3.core.mapper.RowMapper<?>> build(
                java.lang.reflect.Type type, ConfigRegistry config) {
            return type instanceof Class<?> shape && shape.isRecord() && !shape.equals(Inn.class)
                    ? java.util.Optional.of(ConstructorMapper.of(shape))
                    : java.util.Optional.empty();
        }
    }
}
