package ru.mos.clusters.web.bank;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.bank.BankProblem;
import ru.mos.clusters.bank.ReceiptQuestion;
import ru.mos.clusters.bank.Source;
import ru.mos.clusters.bank.statement.DocumentView;
import ru.mos.clusters.bank.statement.Documents;
import ru.mos.clusters.bank.statement.MatchCandidate;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Messages;
import ru.mos.clusters.web.shell.Redirect;

/** A movement: where it belongs, and what it may belong to while nobody said. */
@Named
@RequestScoped
public class BankDocumentPage {

    @EJB
    private Documents documents;

    @Inject
    private ListQuery query;

    @Inject
    private BankWords words;

    private DocumentView document;
    private List<MatchCandidate> candidates;
    private List<ReceiptQuestion.Candidate> subjects;
    private @Nullable String chosen;
    private @Nullable String subject;
    private @Nullable String reason;

    @PostConstruct
    void open() {
        document = documents.view(AskedId.of(query, BankProblem.BANK_DOCUMENT_UNKNOWN));
        candidates = isMatchable() ? documents.candidates(document.id()) : List.of();
        subjects = isAssignable() ? documents.subjects(document.id()) : List.of();
    }

    public DocumentView getDocument() {
        return document;
    }

    public List<MatchCandidate> getCandidates() {
        return candidates;
    }

    public List<ReceiptQuestion.Candidate> getSubjects() {
        return subjects;
    }

    /** The same by their places, to choose from. */
    public List<Map.Entry<String, String>> getSubjectChoices() {
        return IntStream.range(0, subjects.size())
                .mapToObj(at -> Map.entry(Integer.toString(at), subjects.get(at).text()))
                .toList();
    }

    /** Whether the person may say which order the payment executed. */
    public final boolean isMatchable() {
        return !document.incoming() && document.instruction() == null && words.isKeeping();
    }

    public boolean isUndoable() {
        return document.instruction() != null && words.isKeeping();
    }

    /** Whether the person may say what the receipt is for. */
    public final boolean isAssignable() {
        return document.incoming() && document.assignedTo() == null && words.isAccounting();
    }

    public boolean isUnassignable() {
        return document.assignedTo() != null && words.isAccounting();
    }

    public String match() {
        documents.match(document.id(), UUID.fromString(String.valueOf(chosen)));
        return after("bank.matched");
    }

    public String undo() {
        documents.undo(document.id(), String.valueOf(reason));
        return after("bank.unmatched");
    }

    public String assign() {
        documents.assign(
                document.id(),
                subjects.get(Integer.parseInt(String.valueOf(subject))).source());
        return after("bank.assigned");
    }

    public String unassign() {
        documents.unassign(document.id(), String.valueOf(reason));
        return after("bank.unassigned");
    }

    private String after(String result) {
        Messages.info(result);
        return Redirect.to("/bank/document.xhtml", "id", document.id());
    }

    /** What it belongs to; null while nobody said. */
    public @Nullable Source getPlace() {
        return document.assignedTo();
    }

    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
