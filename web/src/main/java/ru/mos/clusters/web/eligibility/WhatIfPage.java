package ru.mos.clusters.web.eligibility;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.cluster.MemberView;
import ru.mos.clusters.eligibility.FixView;
import ru.mos.clusters.eligibility.Supposition;
import ru.mos.clusters.eligibility.VerdictQuery;
import ru.mos.clusters.eligibility.VerdictView.PartView;
import ru.mos.clusters.eligibility.WhatIf;
import ru.mos.clusters.eligibility.WhatIfView;
import ru.mos.clusters.eligibility.rule.PartRef;
import ru.mos.clusters.eligibility.rule.SmeStanding;
import ru.mos.clusters.ownership.SupposedStake;
import ru.mos.clusters.ownership.graph.EdgeKind;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.ProblemTexts;
import ru.mos.clusters.web.cluster.AskedCluster;
import ru.mos.clusters.web.cluster.ClusterPage;
import ru.mos.clusters.web.ownership.OwnershipLook;
import ru.mos.clusters.web.ownership.PartyIds;
import ru.mos.clusters.web.ownership.Shares;
import ru.mos.clusters.web.shell.Functions;
import ru.mos.clusters.web.shell.Language;
import ru.mos.clusters.web.shell.ListQuery;
import ru.mos.clusters.web.shell.Texts;

/**
 * What the verdict on a cluster would be if something were otherwise, and the cheapest way to make the cluster eligible. All
 * that is supposed stands in the address; nothing is kept.
 */
@Named
@RequestScoped
public class WhatIfPage {

    private static final String SUPPOSE = "suppose";

    @EJB
    private WhatIf whatIf;

    @Inject
    private AskedCluster asked;

    @Inject
    private ClusterPage card;

    @Inject
    private Conditions conditions;

    @Inject
    private OwnershipLook look;

    @Inject
    private ListQuery query;

    @Inject
    private Texts texts;

    private @Nullable WhatIfView answer;
    private @Nullable String fault;
    private @Nullable String inn;
    private @Nullable String name;
    private boolean ofOrganisation = true;
    private @Nullable String value;
    private @Nullable String owner;
    private @Nullable String ownerName;
    private @Nullable String subject;
    private EdgeKind kind = EdgeKind.SHAREHOLDING;
    private @Nullable String share;
    private @Nullable String votes;

    /** What can be supposed, each with a form of its own. */
    public enum Topic {
        JOINS,
        LEAVES,
        STATUS,
        QUALIFIED,
        CONCLUSION,
        STAKE
    }

    /** Something supposed, in words, and the address without it. */
    public record Said(String words, String without) {}

    /** A step of the cheapest fix and the address that supposes it too; null where a person must say more first. */
    public record Advice(String words, @Nullable String to) {}

    /** What the address supposes; one that cannot be read is told of instead. */
    private List<Supposition> supposed() {
        return query.values(SUPPOSE).stream().map(Supposing::read).toList();
    }

    /** What would be; null where something in the address cannot be read or is not possible, then see the fault. */
    public @Nullable WhatIfView getAnswer() {
        if (answer == null && fault == null && !query.isFaulty()) {
            try {
                answer = whatIf.suppose(
                        new VerdictQuery(asked.id(), asked.asOf(), asked.knownOn(), asked.ruleSet()),
                        supposed(),
                        Language.current());
            } catch (Problem problem) {
                fault = ProblemTexts.text(problem, Language.current());
            }
        }
        return answer;
    }

    /** Why nothing can be said; null where it can. */
    public @Nullable String getFault() {
        getAnswer();
        return fault;
    }

    /** Whether the outcome would be another. */
    public boolean isFlipped() {
        var difference = requireNonNull(getAnswer()).difference();
        return difference.before() != difference.after();
    }

    public List<Said> getSaid() {
        var all = query.values(SUPPOSE);
        var said = new ArrayList<Said>();
        for (int i = 0; i < all.size(); i++) {
            var rest = new ArrayList<>(all);
            rest.remove(i);
            said.add(new Said(words(all.get(i)), address(rest)));
        }
        return said;
    }

    private String words(String written) {
        try {
            return words(Supposing.read(written));
        } catch (Problem unreadable) {
            return written;
        }
    }

    private String words(Supposition supposition) {
        if (supposition instanceof Supposition.AddMember add) {
            return texts.with(
                    add.ofOrganisation() ? "whatIf.joins" : "whatIf.joinsAsPartner",
                    add.name() == null ? called(add.inn()) : add.name());
        }
        if (supposition instanceof Supposition.RemoveMember remove) {
            return texts.with("whatIf.leaves", called(remove.inn()));
        }
        if (supposition instanceof Supposition.SetStatus set) {
            return texts.with("whatIf.status." + set.status(), called(set.inn()));
        }
        if (supposition instanceof Supposition.SetQualified set) {
            return texts.with(set.qualified() ? "whatIf.qualified" : "whatIf.notQualified", called(set.inn()));
        }
        if (supposition instanceof Supposition.Conclude conclude) {
            return texts.with(
                    conclude.met() ? "whatIf.concluded" : "whatIf.refuted",
                    conditions.partName(conclude.part().toString()));
        }
        return words(((Supposition.SetStake) supposition).stake());
    }

    private String words(SupposedStake stake) {
        var from = called(stake.owner());
        var to = called(stake.subject());
        var what = texts.get("EdgeKind." + stake.kind());
        return !stake.holds()
                ? texts.with("whatIf.noStake", from, to, what)
                : stake.share() == null
                        ? texts.with("whatIf.directs", from, to, what)
                        : texts.with("whatIf.holds", from, to, look.share(stake.share()));
    }

    private String called(ru.mos.clusters.ownership.PartyName party) {
        return party.name() != null
                ? party.name()
                : party.inn() != null ? called(party.inn()) : String.valueOf(party.ogrn());
    }

    private String called(Inn asking) {
        return card.getCard().members().stream()
                .filter(member -> member.inn().equals(asking) && member.name() != null)
                .findFirst()
                .map(member -> texts.with("finding.subject", Functions.brief(member.name()), asking))
                .orElseGet(() -> texts.with("finding.unnamedSubject", asking));
    }

    public List<Advice> getFix() {
        return requireNonNull(getAnswer()).cheapestFix().steps().stream()
                .map(step -> new Advice(capital(step.message()), with(supposition(step))))
                .toList();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Language.current()) + text.substring(1);
    }

    /** The address that supposes all steps that need nothing more to be said; null where there are none. */
    public @Nullable String getWholeFix() {
        var all = new ArrayList<>(query.values(SUPPOSE));
        int before = all.size();
        requireNonNull(getAnswer()).cheapestFix().steps().stream()
                .map(WhatIfPage::supposition)
                .filter(java.util.Objects::nonNull)
                .map(Supposing::write)
                .forEach(all::add);
        return all.size() == before ? null : address(all);
    }

    private @Nullable String with(@Nullable Supposition more) {
        if (more == null) {
            return null;
        }
        var all = new ArrayList<>(query.values(SUPPOSE));
        all.add(Supposing.write(more));
        return address(all);
    }

    private static @Nullable Supposition supposition(FixView.Step step) {
        var member = step.inn();
        return switch (step.kind()) {
            case CONCLUDE ->
                PartRef.parse(requireNonNull(step.part()).name())
                        .map(part -> new Supposition.Conclude(part, true))
                        .orElse(null);
            case REMOVE_MEMBER -> new Supposition.RemoveMember(requireNonNull(member));
            case CONFIRM_STATUS -> new Supposition.SetStatus(requireNonNull(member), SmeStanding.Status.IN);
            case CONFIRM_QUALIFICATION -> new Supposition.SetQualified(requireNonNull(member), true);
            case SHOW_OWNERS ->
                PartRef.parse("DECLARATION:" + member)
                        .map(part -> new Supposition.Conclude(part, true))
                        .orElse(null);
            case NAME_ORGANISATION, CHANGE_FORM, TELL_APART, ADMIT_QUALIFIED_SME -> null;
        };
    }

    /** This page's address with these suppositions alone. */
    private String address(List<String> suppositions) {
        return asked.page("what-if")
                + suppositions.stream()
                        .map(one -> "&" + SUPPOSE + "=" + Functions.encode(one))
                        .collect(Collectors.joining());
    }

    /** What can be supposed: the topic, its name, the address that shows its form. */
    public List<Map.Entry<Topic, String>> getTopics() {
        return Arrays.stream(Topic.values())
                .map(topic -> Map.entry(topic, address(query.values(SUPPOSE)) + "&topic=" + topic + "#suppose"))
                .toList();
    }

    /** Whose form is shown; null while none is. */
    public @Nullable Topic getTopic() {
        return query.choice("topic", Topic.class).orElse(null);
    }

    /** This page without a form. */
    public String getClosed() {
        return address(query.values(SUPPOSE));
    }

    public List<MemberView> getMembers() {
        return card.getCard().members();
    }

    /** A member as a list to choose from shows it. */
    public String label(MemberView member) {
        return called(member.inn());
    }

    /** Parts of conditions that people conclude on. */
    public List<PartView> getParts() {
        var given = getAnswer();
        return given == null
                ? List.of()
                : given.verdict().findings().stream()
                        .flatMap(finding -> finding.parts().stream())
                        .filter(part -> part.topic().isAsked())
                        .toList();
    }

    /** Kinds of links to choose from. */
    public List<EdgeKind> getKinds() {
        return List.of(EdgeKind.values());
    }

    /** Adds to the address what the form says. */
    public String suppose() {
        var more =
                switch (requireNonNull(getTopic())) {
                    case JOINS ->
                        new Supposition.AddMember(
                                new Inn(requireNonNull(inn)
                                        .strip()
                                        .replaceAll("[\\s\\u00a0\\u202f]|(?<=\\d)\\s+\\D.*$", "")),
                                name == null || name.isBlank() ? null : name.strip(),
                                ofOrganisation);
                    case LEAVES -> new Supposition.RemoveMember(new Inn(requireNonNull(inn)));
                    case STATUS ->
                        new Supposition.SetStatus(
                                new Inn(requireNonNull(inn)), SmeStanding.Status.valueOf(requireNonNull(value)));
                    case QUALIFIED -> new Supposition.SetQualified(new Inn(requireNonNull(inn)), "true".equals(value));
                    case CONCLUSION ->
                        new Supposition.Conclude(
                                PartRef.parse(requireNonNull(inn)).orElseThrow(), "MET".equals(value));
                    case STAKE -> stake();
                };
        var all = Stream.concat(query.values(SUPPOSE).stream(), Stream.of(Supposing.write(more)))
                .distinct()
                .toList();
        return address(all) + "&faces-redirect=true";
    }

    private Supposition stake() {
        boolean holds = !"none".equals(value);
        var measured = Shares.find(share, "/share");
        if (holds && kind == EdgeKind.SHAREHOLDING && measured == null) {
            throw new Problem(ru.mos.clusters.platform.PlatformProblem.FIELD_REQUIRED, "share").at("/share");
        }
        return new Supposition.SetStake(new SupposedStake(
                PartyIds.party(owner, ownerName, "/owner"),
                PartyIds.party(subject, null, "/subject"),
                kind,
                holds,
                holds && kind == EdgeKind.SHAREHOLDING ? measured : null,
                holds && kind == EdgeKind.SHAREHOLDING ? Shares.find(votes, "/votes") : null));
    }

    public @Nullable String getInn() {
        return inn;
    }

    public void setInn(@Nullable String inn) {
        this.inn = inn;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public boolean isOfOrganisation() {
        return ofOrganisation;
    }

    public void setOfOrganisation(boolean ofOrganisation) {
        this.ofOrganisation = ofOrganisation;
    }

    /** What the chosen thing would be: a status, yes or no, an outcome. */
    public @Nullable String getValue() {
        return value == null && getTopic() == Topic.STAKE ? "some" : value;
    }

    public void setValue(@Nullable String value) {
        this.value = value;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getOwnerName() {
        return ownerName;
    }

    public void setOwnerName(@Nullable String ownerName) {
        this.ownerName = ownerName;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public EdgeKind getKind() {
        return kind;
    }

    public void setKind(EdgeKind kind) {
        this.kind = kind;
    }

    public @Nullable String getShare() {
        return share;
    }

    public void setShare(@Nullable String share) {
        this.share = share;
    }

    public @Nullable String getVotes() {
        return votes;
    }

    public void setVotes(@Nullable String votes) {
        this.votes = votes;
    }
}
