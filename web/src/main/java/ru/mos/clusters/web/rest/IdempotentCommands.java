package ru.mos.clusters.web.rest;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import ru.mos.clusters.platform.AnsweredCommands;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTranslator;

/**
 * {@code Idempotency-Key} on any command under {@code /api}: the claim of the key, the command and its answer are one
 * transaction, so neither a lost answer nor a crash can make it happen twice. Only successes are kept; what was refused
 * may be tried again.
 */
public class IdempotentCommands extends HttpFilter {

    private static final Logger LOG = Logger.getLogger(IdempotentCommands.class.getName());
    private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final List<String> KEPT_HEADERS = List.of("Location", "ETag", "Content-Type");
    private static final int LONGEST_KEY = 255;

    private static final String KEPT = IdempotentCommands.class.getName() + ".kept";

    @Resource
    private UserTransaction transaction;

    @EJB
    private AnsweredCommands answered;

    /** Has this kept for repetitions instead of the answer, which holds a secret told once that is stored nowhere. */
    public static void keepInstead(HttpServletRequest request, Object answer) {
        request.setAttribute(KEPT, answer);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = request.getHeader("Idempotency-Key");
        if (key == null || !COMMANDS.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            refuse(request, response, new Problem(PlatformProblem.PARAMETER_MALFORMED, "Idempotency-Key", "…"));
            return;
        }
        try (var spooled = new SpooledRequest(request)) {
            once(key, spooled, response, chain);
        } catch (Problem problem) {
            refuse(request, response, problem);
        }
    }

    private void once(String key, SpooledRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            transaction.begin();
            var before = answered.claim(key, request.fingerprint());
            if (before.isPresent()) {
                transaction.rollback();
                repeat(before.get(), response);
                return;
            }
            var held = new HeldResponse(response);
            chain.doFilter(request, held);
            if (held.getStatus() < 400 && transaction.getStatus() == Status.STATUS_ACTIVE) {
                var kept = Json.write(request.getAttribute(KEPT));
                answered.keep(key, held.getStatus(), headers(held), kept == null ? held.text() : kept);
                transaction.commit();
            }
            held.release();
        } catch (IOException | ServletException failure) {
            throw failure;
        } catch (Exception failure) {
            var problem = ProblemTranslator.timedOutWaiting(failure)
                    ? new Problem(PlatformProblem.IDEMPOTENCY_KEY_BUSY)
                    : ProblemTranslator.translate(failure).orElseGet(() -> {
                        LOG.log(Level.SEVERE, "a command under an idempotency key failed", failure);
                        return new Problem(PlatformProblem.DATABASE_AWAY);
                    });
            refuse(request, response, problem);
        } finally {
            rollBackIfOpen();
        }
    }

    private void rollBackIfOpen() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException failure) {
            LOG.log(Level.WARNING, "a transaction could not be rolled back", failure);
        }
    }

    private static Map<String, String> headers(HttpServletResponse held) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = name.equals("Content-Type") ? held.getContentType() : held.getHeader(name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static void repeat(AnsweredCommands.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        Map<String, String> headers = Json.mapper().readValue(answer.headers(), new TypeReference<>() {});
        headers.forEach(response::setHeader);
        response.getOutputStream()
                .write(Objects.requireNonNullElse(answer.body(), "").getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        ProblemWriter.write(response, ProblemDocument.of(problem, Languages.of(request.getHeader("Accept-Language"))));
    }
}
