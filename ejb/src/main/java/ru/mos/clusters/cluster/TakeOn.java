package ru.mos.clusters.cluster;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Role;
import ru.mos.clusters.platform.Sql;
import ru.mos.clusters.platform.workbook.Rejections;
import ru.mos.clusters.platform.workbook.Spooled;
import ru.mos.clusters.platform.workbook.Workbook;

/**
 * Takes on clusters, organisations and members that were kept elsewhere, from a workbook: all of it or nothing, with every
 * fault told by sheet, row and column. Members may also be added to clusters that exist already, named by their code.
 */
@Stateless
@DenyAll
public class TakeOn {

    @Resource
    private SessionContext context;

    @Inject
    private Facts facts;

    @Inject
    private Numbering numbering;

    @Inject
    private SectorDirectory directory;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Sql sql;

    @Inject
    private Event<MembershipChanged> changed;

    /** What the record of changes keeps of a cluster taken on. */
    record TakenOn(
            String code, String label, String name, List<UnitingEntity> organisations, int members, UUID workbook) {}

    /** An empty workbook to be filled in, with an explanation of its columns and the words that may be entered. */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void template(Locale locale, OutputStream to) {
        TakeOnTemplate.write(directory.rows(PageRequest.first(500)).items(), locale, to);
    }

    /**
     * Takes on all that the workbook holds, or nothing.
     *
     * @param fileName as the workbook was called
     * @throws Problem {@code workbook-unreadable}, {@code workbook-too-large}, {@code workbook-too-many-rows},
     *     {@code body-too-large}, {@code take-on-empty}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public TakeOnReport load(InputStream workbook, String fileName) {
        try (var spooled = Spooled.of(workbook)) {
            return load(spooled.file(), fileName);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private TakeOnReport load(Path file, String fileName) throws IOException {
        var sheets = Workbook.read(file);
        var sectors = directory.rows(PageRequest.first(500)).items();
        var rejections = new Rejections();
        var read = new TakeOnReader(new TakeOnWords(sectors), rejections);
        read.read(sheets);
        if (rejections.isEmpty() && read.clusters.isEmpty() && read.members.isEmpty()) {
            throw new Problem(ClusterProblem.TAKE_ON_EMPTY);
        }
        var known = known(read, sectors.stream().collect(toMap(SectorView::code, Function.identity())));
        new TakeOnChecks(read, known).run();
        if (!rejections.isEmpty()) {
            context.setRollbackOnly();
            return new TakeOnReport(0, 0, 0, List.of(), rejections.shown(), rejections.count());
        }
        return write(read, known, file, fileName);
    }

    /** Locks what the workbook touches before it looks: sectors, then clusters, each in a fixed order. */
    private TakeOnChecks.Known known(TakeOnReader read, Map<String, SectorView> sectors) {
        read.clusters.stream().map(draft -> draft.sector).distinct().sorted().forEach(numbering::hold);
        var codes = new HashSet<String>();
        for (var draft : read.clusters) {
            var sector = sectors.get(draft.sector);
            if (draft.number != null && sector != null) {
                codes.add(new SectorNumber(draft.sector, sector.prefix(), draft.number).code());
            }
        }
        var named = new HashSet<String>();
        read.members.stream()
                .map(TakeOnDraft.Joined::label)
                .filter(label -> !read.labels.containsKey(label))
                .forEach(named::add);
        var present = new HashMap<String, TakeOnChecks.Present>();
        coded(named).entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            var cluster = facts.take(entry.getValue(), null);
            present.put(
                    entry.getKey(),
                    new TakeOnChecks.Present(
                            cluster,
                            facts.particulars(cluster).period(),
                            facts.live(Membership.class, cluster),
                            facts.live(Organisation.class, cluster)));
        });
        return new TakeOnChecks.Known(sectors, coded(codes).keySet(), curators(), present);
    }

    private TakeOnReport write(TakeOnReader read, TakeOnChecks.Known known, Path file, String fileName)
            throws IOException {
        UUID workbook;
        try (var bytes = Files.newInputStream(file)) {
            var stored = documents.store(bytes, Spooled.LARGEST);
            long change = changes.record("WORKBOOK_TAKEN_ON", "TAKE_ON", stored.sha256(), null, null);
            workbook = documents.register(stored, FileType.XLSX, fileName, change);
        }
        var taken = new ArrayList<TakeOnReport.Taken>();
        var joined = read.members.stream().collect(groupingBy(TakeOnDraft.Joined::label));
        var numbers = numbers(read.clusters, known.sectors());
        for (var draft : read.clusters) {
            draft.organisations.addAll(read.organisations.stream()
                    .filter(row -> row.label().equals(draft.label))
                    .toList());
            var cluster = open(
                    draft,
                    Objects.requireNonNull(numbers.get(draft)),
                    joined.getOrDefault(draft.label, List.of()),
                    workbook);
            taken.add(new TakeOnReport.Taken(cluster.id(), cluster.code(), draft.label, draft.name));
        }
        known.present().forEach((code, present) -> extend(present, joined.getOrDefault(code, List.of()), workbook));
        facts.flush();
        taken.forEach(cluster -> changed.fire(new MembershipChanged(cluster.id())));
        known.present()
                .values()
                .forEach(present ->
                        changed.fire(new MembershipChanged(present.cluster().id())));
        return new TakeOnReport(
                read.clusters.size(), read.organisations.size(), read.members.size(), taken, List.of(), 0);
    }

    /** Numbers that the workbook gives first, so that the next free ones come after them. */
    private Map<TakeOnDraft, SectorNumber> numbers(List<TakeOnDraft> drafts, Map<String, SectorView> sectors) {
        var numbers = new HashMap<TakeOnDraft, SectorNumber>();
        for (var draft : drafts) {
            var sector = sectors.get(draft.sector);
            if (draft.number != null && sector != null) {
                numbering.raise(draft.sector, draft.number);
                numbers.put(draft, new SectorNumber(draft.sector, sector.prefix(), draft.number));
            }
        }
        for (var draft : drafts) {
            numbers.computeIfAbsent(draft, it -> numbering.next(it.sector, it.period.from()));
        }
        return numbers;
    }

    private Cluster open(TakeOnDraft draft, SectorNumber number, List<TakeOnDraft.Joined> members, UUID workbook) {
        var id = UUID.randomUUID();
        var entities =
                draft.organisations.stream().map(TakeOnDraft.Organised::entity).toList();
        var taken = new TakenOn(number.code(), draft.label, draft.name, entities, members.size(), workbook);
        long change = changes.record("CLUSTER_TAKEN_ON", Clusters.SUBJECT, id.toString(), null, taken);
        var cluster = new Cluster(id, number, change);
        facts.add(cluster);
        facts.add(new Particulars(cluster, draft.name, draft.period, draft.closingReason, change));
        for (var row : draft.organisations) {
            facts.add(new Organisation(cluster, row.entity(), TakeOnDraft.within(row.period(), draft.period), change));
        }
        if (draft.curator != null) {
            facts.add(new Curatorship(cluster, draft.curator, draft.period, change));
        }
        for (var row : members) {
            var period = TakeOnDraft.within(row.period(), draft.period);
            facts.add(new Membership(cluster, row.participation(), period, change));
        }
        return cluster;
    }

    /** What the record of changes keeps of members added to a cluster. */
    record Joining(int members, UUID workbook) {}

    private void extend(TakeOnChecks.Present present, List<TakeOnDraft.Joined> members, UUID workbook) {
        var cluster = present.cluster();
        long change = changes.record(
                "MEMBERS_TAKEN_ON",
                Clusters.SUBJECT,
                cluster.id().toString(),
                null,
                new Joining(members.size(), workbook));
        for (var row : members) {
            var period = TakeOnDraft.within(row.period(), present.period());
            facts.add(new Membership(cluster, row.participation(), period, change));
        }
    }

    /** Existing clusters among these codes. */
    private Map<String, UUID> coded(Collection<String> codes) {
        return sql
                .with(handle -> handle.createQuery(
                                "select code, id from cluster.cluster where code = any(string_to_array(:codes, chr(31)))")
                        .bind("codes", codes.stream().collect(joining("\u001f")))
                        .mapTo(Coded.class)
                        .list())
                .stream()
                .collect(toMap(Coded::code, Coded::id));
    }

    /** A cluster by its code. */
    record Coded(String code, UUID id) {}

    private Set<String> curators() {
        return Set.copyOf(sql.with(handle -> handle.createQuery("""
                        select u.login
                          from platform.app_user u
                          join platform.user_role r on r.login = u.login and r.role = :gckr
                         where u.active""")
                .bind("gckr", Role.GCKR)
                .mapTo(String.class)
                .list()));
    }
}
