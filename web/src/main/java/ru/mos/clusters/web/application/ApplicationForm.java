package ru.mos.clusters.web.application;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.SupportForm;
import ru.mos.clusters.call.application.ApplicantDeclaration;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationAnswers;
import ru.mos.clusters.call.application.ApplicationAnswers.Attachment;
import ru.mos.clusters.call.application.ApplicationAnswers.Contact;
import ru.mos.clusters.call.application.ApplicationAnswers.Request;
import ru.mos.clusters.call.application.ApplicationChannel;
import ru.mos.clusters.call.application.ApplicationDrafts;
import ru.mos.clusters.call.application.ApplicationSection;
import ru.mos.clusters.call.application.ApplicationView;
import ru.mos.clusters.call.application.Applications;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.web.shell.ChosenFile;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** The form of one section of an application. What is typed is kept even if it lacks something; the card says what. */
@Named
@RequestScoped
public class ApplicationForm {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    @EJB
    private Applications applications;

    @EJB
    private ApplicationDrafts drafts;

    @EJB
    private Calls calls;

    @Inject
    private ListQuery query;

    private ApplicationView application;
    private ApplicationAnswers answers;
    private ApplicationSection section;
    private @Nullable Long seen;
    private @Nullable Instant keptAt;
    private @Nullable String person;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable String address;
    private @Nullable String purpose;
    private List<String> forms = List.of();
    private List<String> declarations = List.of();
    private @Nullable String requirement;
    private @Nullable Part file;
    private @Nullable String journal;
    private @Nullable String arrivedAt;
    private @Nullable Part scan;

    @PostConstruct
    void open() {
        application = applications.view(ApplicationPage.id(query.value("id")));
        if (!application.actions().contains(ApplicationAction.EDIT)) {
            throw new Problem(PlatformProblem.FORBIDDEN_ROLE);
        }
        section = query.choice("section", ApplicationSection.class).orElse(ApplicationSection.APPLICANT);
        answers = drafts.answers(application.id());
        person = answers.applicant().person();
        phone = answers.applicant().phone();
        email = answers.applicant().email();
        address = answers.applicant().address();
        purpose = answers.project().purpose();
        forms = answers.project().forms().stream().map(Enum::name).toList();
        declarations = answers.declarations().stream().map(Enum::name).toList();
    }

    public ApplicationView getApplication() {
        return application;
    }

    public ApplicationSection getSection() {
        return section;
    }

    /** All sections, in the order of the form. */
    public List<ApplicationSection> getAll() {
        return List.of(ApplicationSection.values());
    }

    public boolean isPaper() {
        return application.channel() == ApplicationChannel.PAPER;
    }

    /** Forms of support that the call offers. */
    public List<Map.Entry<String, String>> getOffered() {
        return calls.view(application.call()).terms().forms().stream()
                .map(form -> Map.entry(form.name(), Functions.show(form)))
                .toList();
    }

    public List<Map.Entry<String, String>> getDeclared() {
        return Arrays.stream(ApplicantDeclaration.values())
                .map(one -> Map.entry(one.name(), Functions.show(one)))
                .toList();
    }

    /** Documents of the call's list by their titles. */
    public List<Map.Entry<String, String>> getRequirements() {
        boolean english = Language.current().getLanguage().equals("en");
        return calls.view(application.call()).terms().documents().stream()
                .map(one -> Map.entry(
                        String.valueOf(one.titleRu()), String.valueOf(english ? one.titleEn() : one.titleRu())))
                .toList();
    }

    public List<Attachment> getFiles() {
        return answers.documents();
    }

    /** Keeps the section and goes on to the next one. */
    public String save() {
        store();
        Messages.info("application.saved");
        return section == ApplicationSection.DECLARATIONS
                ? Redirect.to("/application/card.xhtml", "id", application.id())
                : to(section == ApplicationSection.DOCUMENTS ? section : next());
    }

    /** Keeps the section while it is being written. */
    public void keep() {
        application = store();
        seen = application.version();
        keptAt = Instant.now();
    }

    private ApplicationView store() {
        return switch (section) {
            case APPLICANT -> drafts.save(application.id(), version(), new Contact(person, phone, email, address));
            case PROJECT ->
                drafts.save(
                        application.id(),
                        version(),
                        new Request(
                                purpose,
                                forms.stream().map(SupportForm::valueOf).toList()));
            case DECLARATIONS ->
                drafts.declare(
                        application.id(),
                        version(),
                        declarations.stream().map(ApplicantDeclaration::valueOf).toList());
            case DOCUMENTS -> attach();
        };
    }

    /** When what is written was kept by itself; null where it was not. */
    public @Nullable Instant getKeptAt() {
        return keptAt;
    }

    private long version() {
        return seen == null ? application.version() : seen;
    }

    /** The version of the application from which the form was made; another tab may have gone on. */
    public long getVersion() {
        return version();
    }

    public void setVersion(long version) {
        seen = version;
    }

    private ApplicationSection next() {
        var all = List.of(ApplicationSection.values());
        return all.get(all.indexOf(section) + 1);
    }

    private String to(ApplicationSection other) {
        return Redirect.to("/application/edit.xhtml", "id", application.id(), "section", other);
    }

    private ApplicationView attach() {
        var chosen = Objects.requireNonNull(file);
        try (var bytes = chosen.getInputStream()) {
            return drafts.attach(
                    application.id(),
                    version(),
                    String.valueOf(requirement),
                    ChosenFile.name(chosen, "document"),
                    bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Takes a file out. */
    public String detach(UUID attached) {
        drafts.detach(application.id(), application.version(), attached);
        Messages.info("application.saved");
        return to(ApplicationSection.DOCUMENTS);
    }

    /** Registers the paper. */
    public String register() {
        var chosen = Objects.requireNonNull(scan);
        try (var bytes = chosen.getInputStream()) {
            drafts.registerPaper(
                    application.id(),
                    application.version(),
                    String.valueOf(journal),
                    LocalDateTime.parse(String.valueOf(arrivedAt).strip(), MOMENT)
                            .atZone(Time.MOSCOW)
                            .toInstant(),
                    ChosenFile.name(chosen, "scan"),
                    bytes);
        } catch (DateTimeParseException unreadable) {
            throw new Problem(PlatformProblem.DATE_MALFORMED, String.valueOf(arrivedAt)).at("/arrivedAt");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Messages.info("application.saved");
        return to(section);
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = phone;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String purpose) {
        this.purpose = purpose;
    }

    public List<String> getForms() {
        return forms;
    }

    public void setForms(List<String> forms) {
        this.forms = forms;
    }

    public List<String> getDeclarations() {
        return declarations;
    }

    public void setDeclarations(List<String> declarations) {
        this.declarations = declarations;
    }

    public @Nullable String getRequirement() {
        return requirement;
    }

    public void setRequirement(@Nullable String requirement) {
        this.requirement = requirement;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public @Nullable String getJournal() {
        return journal;
    }

    public void setJournal(@Nullable String journal) {
        this.journal = journal;
    }

    public @Nullable String getArrivedAt() {
        return arrivedAt;
    }

    public void setArrivedAt(@Nullable String arrivedAt) {
        this.arrivedAt = arrivedAt;
    }

    public @Nullable Part getScan() {
        return scan;
    }

    public void setScan(@Nullable Part scan) {
        this.scan = scan;
    }
}
