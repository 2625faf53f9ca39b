package ru.mos.clusters.web.infrastructure;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.infrastructure.Accreditations;
import ru.mos.clusters.infrastructure.InfrastructureDirectory;
import ru.mos.clusters.infrastructure.InfrastructureProblem;
import ru.mos.clusters.infrastructure.ProposeAccreditation;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.PaperEntry;
import ru.mos.clusters.web.shell.Redirect;

/** Checks each requirement and proposes an accreditation for a second person to give. */
@Named
@RequestScoped
public class AccreditationForm {

    @EJB
    private Accreditations accreditations;

    @EJB
    private InfrastructureDirectory directory;

    @Inject
    private InfrastructurePage page;

    @Inject
    private ListQuery query;

    private List<Answer> answers = List.of();
    private @Nullable LocalDate from;
    private @Nullable LocalDate through;

    /** The answer to one requirement as it is typed: met where a document is named. */
    public static final class Answer {

        private final InfrastructureDirectory.Requirement requirement;
        private final PaperEntry paper = new PaperEntry();

        Answer(InfrastructureDirectory.Requirement requirement) {
            this.requirement = requirement;
        }

        ProposeAccreditation.Check check() {
            if (paper.isEmpty()) {
                return new ProposeAccreditation.Check(requirement.id(), false, null);
            }
            if (!paper.isComplete()) {
                throw new Problem(InfrastructureProblem.REQUIREMENT_WITHOUT_DOCUMENT);
            }
            return new ProposeAccreditation.Check(requirement.id(), true, paper.paper());
        }

        public InfrastructureDirectory.Requirement getRequirement() {
            return requirement;
        }

        public PaperEntry getPaper() {
            return paper;
        }
    }

    @PostConstruct
    void open() {
        answers = directory.requirements(page.getOrganisation().kind(), null).stream()
                .map(Answer::new)
                .toList();
    }

    public List<Answer> getAnswers() {
        return answers;
    }

    public String propose() {
        UUID id = page.getOrganisation().id();
        accreditations.propose(new ProposeAccreditation(
                id,
                requireNonNull(from),
                requireNonNull(through).plusDays(1),
                answers.stream().map(Answer::check).toList()));
        Messages.info("accreditation.proposed");
        return Redirect.to("/infrastructure/card.xhtml", "id", query.value("id"));
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getThrough() {
        return through;
    }

    public void setThrough(@Nullable LocalDate through) {
        this.through = through;
    }
}
