package ru.mos.clusters.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of the things that tasks and the audit trail speak of, by the kind under which they are recorded. */
@Named
@RequestScoped
public class Subjects {

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("WEBHOOK", "/webhooks/card.xhtml?id="),
            Map.entry("USER", "/users/card.xhtml?login="),
            Map.entry("ENTITY", "/registry/entity.xhtml?inn="),
            Map.entry("FACT", "/registry/fact.xhtml?inn="),
            Map.entry("RELEASE", "/registry/release.xhtml?id="),
            Map.entry("CLUSTER", "/cluster/card.xhtml?id="),
            Map.entry("VERDICT", "/cluster/card.xhtml?id="),
            Map.entry("PARTY", "/ownership/card.xhtml?id="),
            Map.entry("OWNERSHIP_IMPORT", "/ownership/import.xhtml?id="),
            Map.entry("SECTOR", "/cluster/list.xhtml?sector="),
            Map.entry("MERGER", "/cluster/merger.xhtml?id="),
            Map.entry("CONSULTATION", "/consultations/entry.xhtml?id="),
            Map.entry("APPLICATION", "/cluster/join-decision.xhtml?id="),
            Map.entry("AGGLOMERATION", "/cluster/agglomeration.xhtml?id="),
            Map.entry("INFRASTRUCTURE", "/infrastructure/card.xhtml?id="),
            Map.entry("SUPPORT", "/support/record.xhtml?id="),
            Map.entry("SUPPORT_VIOLATION", "/support/violation.xhtml?id="),
            Map.entry("RECIPIENT_BATCH", "/recipient/batch.xhtml?id="),
            Map.entry("RECIPIENT_MONTH", "/recipient/list.xhtml?month="),
            Map.entry("SUPPORT_IMPORT", "/support/import.xhtml?id="),
            Map.entry("IN_KIND", "/inkind/request.xhtml?id="),
            Map.entry("IN_KIND_OBJECT", "/inkind/object.xhtml?id="),
            Map.entry("WAIVER", "/cluster/waiver.xhtml?id="),
            Map.entry("ACT", "/rules/act.xhtml?code="),
            Map.entry("RULES", "/rules/draft.xhtml?id="),
            Map.entry("READING", "/rules/readings.xhtml?id="),
            Map.entry("ASSIGNMENT", "/expertise/assignment.xhtml?id="),
            Map.entry("PROJECT", "/project/card.xhtml?id="),
            Map.entry("CALL", "/call/card.xhtml?id="),
            Map.entry("SITTING", "/council/sitting.xhtml?id="),
            Map.entry("PROTOCOL", "/council/protocol.xhtml?id="),
            Map.entry("APPEAL", "/council/appeal.xhtml?id="),
            Map.entry("STATEMENT", "/bank/statement.xhtml?id="),
            Map.entry("INSTRUCTION", "/bank/order.xhtml?id="),
            Map.entry("BANK_DOCUMENT", "/bank/document.xhtml?id="),
            Map.entry("BANK_ACCOUNT", "/bank/accounts.xhtml?id="),
            Map.entry("YEAR_END", "/ledger/year-end.xhtml?id="),
            Map.entry("OPENING", "/ledger/opening.xhtml?id="),
            Map.entry("NOTICE", "/ledger/notice.xhtml?id="),
            Map.entry("DECISION", "/council/decisions.xhtml?decision="),
            Map.entry("CALL_APPLICATION", "/application/card.xhtml?id="),
            Map.entry("INTERAGENCY_REQUEST", "/application/request.xhtml?id="),
            Map.entry("PROGRAMME", "/programme/card.xhtml?code="),
            Map.entry("CALENDAR", "/calendar/list.xhtml?year="),
            Map.entry("AGREEMENT", "/agreement/card.xhtml?id="),
            Map.entry("SUCCESSION", "/agreement/succession.xhtml?id="),
            Map.entry("EVIDENCE", "/agreement/evidence.xhtml?id="),
            Map.entry("FULFILMENT", "/agreement/fulfilment.xhtml?id="),
            Map.entry("PAYEE_ACCOUNT", "/agreement/account.xhtml?id="),
            Map.entry("OPEN_DATA", "/opendata/card.xhtml?id="),
            Map.entry("PAYMENT", "/agreement/payment.xhtml?id="),
            Map.entry("REVIEW", "/agreement/review.xhtml?id="),
            Map.entry("REPORT", "/agreement/report.xhtml?id="),
            Map.entry("BREACH", "/recovery/breach.xhtml?id="),
            Map.entry("RECOVERY_ORDER", "/recovery/order.xhtml?id="),
            Map.entry("REPAYMENT", "/recovery/order.xhtml?repayment="));

    @Inject
    private Menu menu;

    /** The address of its page, or null where it has none, or the person may not open it. */
    public @Nullable String page(String kind, String subject) {
        var page = PAGES.get(kind);
        if (page == null || !menu.exists(page.substring(0, page.indexOf('?'))) || !menu.opens(page)) {
            return null;
        }
        return switch (kind) {
            case "FACT" -> page + subject.replace("/", "&id=");
            case "WAIVER" -> page + subject.replace("/", "&waiver=");
            default -> page + Functions.encode(subject);
        };
    }
}
