package ru.mos.clusters.call.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;

/**
 * All that an application says besides its project. A draft may lack anything; the gate says what.
 *
 * @param declarations those that are declared
 */
public record ApplicationAnswers(
        Contact applicant, Request project, List<Attachment> documents, List<ApplicantDeclaration> declarations)
        implements Serializable {

    private static final int LONGEST = 10_000;
    private static final int SHORT = 500;

    public ApplicationAnswers {
        documents = present(documents);
        declarations = present(declarations).stream().distinct().sorted().toList();
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private static @Nullable String said(@Nullable String text, int most, String pointer) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > most) {
            throw new Problem(PlatformProblem.TEXT_TOO_LONG, pointer, most).at(pointer);
        }
        return text.strip();
    }

    /** Whom to ask about the application, and where papers go. */
    public record Contact(
            @Nullable String person,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) implements Serializable {
        /** @throws Problem {@code text-too-long} */
        public Contact {
            person = said(person, SHORT, "/person");
            phone = said(phone, SHORT, "/phone");
            email = said(email, SHORT, "/email");
            address = said(address, SHORT, "/address");
        }
    }

    /** What is asked for: why, and in which forms. The money is that of the project's plan. */
    public record Request(@Nullable String purpose, List<SupportForm> forms) implements Serializable {
        /** @throws Problem {@code text-too-long} */
        public Request {
            purpose = said(purpose, LONGEST, "/purpose");
            forms = present(forms).stream().distinct().sorted().toList();
        }
    }

    /**
     * A file with the document of the call's list for which it stands.
     *
     * @param requirement the document's Russian title in the call
     * @param file id of the stored document
     */
    public record Attachment(String requirement, UUID file, String fileName, String mediaType, long size, String sha256)
            implements Serializable {}

    /** An application of which nothing is said yet. */
    public static ApplicationAnswers empty() {
        return new ApplicationAnswers(
                new Contact(null, null, null, null), new Request(null, List.of()), List.of(), List.of());
    }

    ApplicationAnswers with(Contact contact) {
        return new ApplicationAnswers(contact, project, documents, declarations);
    }

    ApplicationAnswers with(Request request) {
        return new ApplicationAnswers(applicant, request, documents, declarations);
    }

    ApplicationAnswers declaring(List<ApplicantDeclaration> declared) {
        return new ApplicationAnswers(applicant, project, documents, declared);
    }

    ApplicationAnswers with(Attachment attachment) {
        var more = new ArrayList<>(documents);
        more.add(attachment);
        return new ApplicationAnswers(applicant, project, more, declarations);
    }

    ApplicationAnswers without(UUID file) {
        return new ApplicationAnswers(
                applicant,
                project,
                documents.stream()
                        .filter(attachment -> !attachment.file().equals(file))
                        .toList(),
                declarations);
    }

    static ApplicationAnswers read(JsonNode json) {
        try {
            return Json.mapper().treeToValue(json, ApplicationAnswers.class);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a stored application cannot be read", defect);
        }
    }
}
