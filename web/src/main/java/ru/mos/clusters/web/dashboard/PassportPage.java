package ru.mos.clusters.web.dashboard;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.omnifaces.util.Faces;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.DocumentView;
import ru.mos.clusters.dashboard.PassportView;
import ru.mos.clusters.dashboard.PassportView.Grant;
import ru.mos.clusters.dashboard.PassportView.JointProject;
import ru.mos.clusters.dashboard.PassportView.Member;
import ru.mos.clusters.dashboard.PassportView.Supported;
import ru.mos.clusters.dashboard.Passports;
import ru.mos.clusters.platform.Paper;
import ru.mos.clusters.platform.paper.PdfSheet;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/** The passport of a cluster, to be read and to be printed. */
@Named
@RequestScoped
public class PassportPage {

    @EJB
    private Clusters clusters;

    @EJB
    private Passports passports;

    @Inject
    private BoardWords words;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private PassportView passport;

    @PostConstruct
    void read() {
        passport = passports.passport(
                clusters.resolve(query.value("id")), query.date("asOf").orElse(null));
    }

    /** Answers with the paper where the address asks for that. */
    public void open() throws IOException {
        if (query.value("print").equals("pdf") && !query.isFaulty()) {
            var out = new ByteArrayOutputStream();
            print(out);
            Faces.sendFile(
                    new ByteArrayInputStream(out.toByteArray()),
                    passport.cluster().code() + "-passport.pdf",
                    false);
        }
    }

    public PassportView getPassport() {
        return passport;
    }

    /** Whether a participant is in the register of SMEs, and as what. */
    public String sme(Member member) {
        return member.category() == null
                ? Functions.show(member.sme())
                : Functions.show(member.sme()) + ", " + Functions.show(member.category());
    }

    public String name(Member member) {
        return Functions.show(Functions.brief(member.member().name()));
    }

    public String form(Supported supported) {
        return words.either(supported.formRu(), supported.formEn()) + ": "
                + words.either(supported.kindRu(), supported.kindEn());
    }

    public String size(Supported supported) {
        return Functions.show(supported.size()) + "\u00a0" + words.either(supported.unitRu(), supported.unitEn());
    }

    public Paper paper(DocumentView document) {
        return new Paper(document.title(), document.number(), document.issuedOn());
    }

    /** All agreements together. */
    public BigDecimal getAmount() {
        return sum(Grant::amount);
    }

    public BigDecimal getPaid() {
        return sum(Grant::paid);
    }

    public BigDecimal getAccepted() {
        return sum(Grant::accepted);
    }

    private BigDecimal sum(Function<Grant, BigDecimal> figure) {
        return passport.grants().stream().map(figure).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** What people want to know first. */
    public String getAnswer() {
        var latest = passport.judgements().stream().findFirst();
        return latest.isEmpty()
                ? texts.get("passport.notJudged")
                : texts.with(
                        "passport.judged",
                        Functions.show(latest.get().outcome()),
                        latest.get().asOf());
    }

    public String getCounts() {
        return texts.with(
                "passport.counts",
                passport.cluster().memberCount(),
                passport.cluster().partnerCount(),
                passport.projects().size(),
                Functions.money(getAmount()),
                Functions.money(getPaid()));
    }

    private void print(ByteArrayOutputStream out) {
        var cluster = passport.cluster();
        var title = texts.with("passport.titled", cluster.code(), cluster.name());
        try (var sheet = PdfSheet.upright(
                out, title, title + ". " + texts.with("passport.speaks", passport.asOf()), Language.current())) {
            sheet.title(title).text(texts.with("passport.speaks", passport.asOf()));
            if (cluster.organisation() != null) {
                sheet.text(texts.with(
                        "passport.organisation",
                        Functions.show(cluster.organisation().name()),
                        cluster.organisation().inn()));
            }
            sheet.strong(getAnswer()).text(getCounts());
            table(
                    sheet,
                    "passport.members",
                    new int[] {16, 40, 24, 20},
                    List.of("passport.inn", "passport.name", "passport.roles", "passport.sme"),
                    passport.members(),
                    one -> List.of(
                            one.member().inn().digits(),
                            name(one),
                            Functions.show(one.member().roles()),
                            sme(one)));
            table(
                    sheet,
                    "passport.judgements",
                    new int[] {20, 30, 25, 25},
                    List.of("passport.day", "passport.outcome", "passport.rules", "passport.givenAt"),
                    passport.judgements(),
                    one -> List.of(
                            Functions.show(one.asOf()),
                            Functions.show(one.outcome()),
                            one.rules(),
                            Functions.show(one.givenAt())));
            table(
                    sheet,
                    "passport.projects",
                    new int[] {12, 48, 20, 20},
                    List.of("passport.number", "passport.project", "passport.budget", "passport.whole"),
                    passport.projects(),
                    one -> List.of(
                            one.code(), title(one), Functions.money(one.budget()), Functions.money(one.whole())));
            table(
                    sheet,
                    "passport.support",
                    new int[] {46, 13, 13, 16, 12},
                    List.of(
                            "passport.form",
                            "passport.records",
                            "passport.recipients",
                            "passport.size",
                            "passport.last"),
                    passport.support(),
                    one -> List.of(
                            form(one),
                            Functions.show(one.records()),
                            Functions.show(one.recipients()),
                            size(one),
                            Functions.show(one.last())));
            table(
                    sheet,
                    "passport.grants",
                    new int[] {12, 25, 15, 16, 16, 16},
                    List.of(
                            "passport.number",
                            "passport.party",
                            "passport.state",
                            "passport.amount",
                            "passport.paid",
                            "passport.accepted"),
                    passport.grants(),
                    one -> List.of(
                            texts.with("grant.code", one.number()),
                            party(one),
                            Functions.show(one.state()),
                            Functions.money(one.amount()),
                            Functions.money(one.paid()),
                            Functions.money(one.accepted())));
            table(
                    sheet,
                    "passport.documents",
                    new int[] {30, 70},
                    List.of("passport.kind", "passport.paper"),
                    passport.documents(),
                    one -> List.of(Functions.show(one.kind()), Functions.show(paper(one))));
            sheet.text(texts.get("passport.note"));
        }
    }

    /** The name of the party, as far as anybody knows it. */
    public String party(Grant grant) {
        var name = Functions.brief(grant.partyName());
        return name == null ? grant.party().digits() : name;
    }

    /** The title of a project, and whether the cluster leads it. */
    public String title(JointProject project) {
        return project.leads() ? texts.with("passport.leading", project.title()) : project.title();
    }

    private <T> void table(
            PdfSheet sheet,
            String title,
            int[] widths,
            List<String> heads,
            List<T> things,
            Function<T, List<String>> row) {
        sheet.heading(texts.get(title));
        if (things.isEmpty()) {
            sheet.text(texts.get("passport.none"));
            return;
        }
        var rows = new ArrayList<List<String>>();
        rows.add(heads.stream().map(texts::get).toList());
        things.forEach(one -> rows.add(row.apply(one)));
        sheet.table(widths, rows);
    }
}
