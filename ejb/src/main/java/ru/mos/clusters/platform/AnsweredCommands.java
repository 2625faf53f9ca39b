package ru.mos.clusters.platform;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands answered under an Idempotency-Key: a repetition by the same caller gets the same answer and nothing happens
 * twice. The claim of a key, the command and its answer are one transaction, begun by the door.
 */
@Stateless
@DenyAll
public class AnsweredCommands {

    @Inject
    private Sql sql;

    @Inject
    private Caller caller;

    /** An answer once given. */
    public record Answer(
            String request,
            int status,
            String headers,
            @Nullable String body) {}

    /**
     * Claims the key for this transaction; while another transaction holds it, waits for its end.
     *
     * @param request method, path and digest of the body
     * @return the answer given before; empty when the command is to be executed now
     * @throws Problem {@code idempotency-key-reused} when the key stands for another request
     */
    @PermitAll
    public Optional<Answer> claim(String key, String request) {
        boolean mine = sql.with(handle -> handle.createUpdate("""
                        insert into platform.answered_command (login, key, request)
                        values (:login, :key, :request) on conflict do nothing""")
                        .bind("login", caller.login())
                        .bind("key", key)
                        .bind("request", request)
                        .execute())
                == 1;
        if (mine) {
            return Optional.empty();
        }
        var answer = sql.with(handle -> handle.createQuery("""
                        select request, status, cast(headers as text) as headers, body
                          from platform.answered_command where login = :login and key = :key""")
                .bind("login", caller.login())
                .bind("key", key)
                .mapTo(Answer.class)
                .one());
        if (!answer.request().equals(request)) {
            throw new Problem(PlatformProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return Optional.of(answer);
    }

    /** Keeps the answer of the command claimed in this transaction. */
    @PermitAll
    public void keep(String key, int status, Map<String, String> headers, String body) {
        sql.with(handle -> handle.createUpdate("""
                        update platform.answered_command
                           set status = :status, headers = cast(:headers as jsonb), body = :body
                         where login = :login and key = :key""")
                .bind("login", caller.login())
                .bind("key", key)
                .bind("status", status)
                .bind("headers", Json.write(headers))
                .bind("body", body)
                .execute());
    }

    /** Nobody repeats a command a week later. */
    @PermitAll
    @Schedule(hour = "3", minute = "17", persistent = false)
    public void forgetOld() {
        sql.with(handle -> handle.execute(
                "delete from platform.answered_command where answered_at < clock_timestamp() - interval '7 days'"));
    }
}
