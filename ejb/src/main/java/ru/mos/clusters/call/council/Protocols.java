package ru.mos.clusters.call.council;

import static ru.mos.clusters.platform.Role.AUDITOR;
import static ru.mos.clusters.platform.Role.CHIEF;
import static ru.mos.clusters.platform.Role.COMMISSION;
import static ru.mos.clusters.platform.Role.DEPARTMENT;
import static ru.mos.clusters.platform.Role.EXPERT;
import static ru.mos.clusters.platform.Role.GCKR;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mos.clusters.call.Calls;
import ru.mos.clusters.call.council.ProtocolStore.Kept;
import ru.mos.clusters.call.council.SittingView.Outcome;
import ru.mos.clusters.platform.Caller;
import ru.mos.clusters.platform.Changes;
import ru.mos.clusters.platform.Documents;
import ru.mos.clusters.platform.FileType;
import ru.mos.clusters.platform.PageRequest;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.platform.Slice;
import ru.mos.clusters.platform.Tasks;
import ru.mos.clusters.platform.Tasks.Doer;
import ru.mos.clusters.platform.Text;
import ru.mos.clusters.platform.Time;
import ru.mos.clusters.platform.Transitions.Step;
import ru.mos.clusters.platform.paper.Docx;
import ru.mos.clusters.platform.paper.PdfSheet;

/**
 * Protocols of sittings. A draft follows its sitting; with its number all that stands in it is kept as it is, and the papers
 * are made from what is kept. The chief adds the signed paper; only then can decisions be carried out.
 */
@Stateless
@DenyAll
public class Protocols {

    private static final String SUBJECT = "PROTOCOL";
    private static final String SIGN = "PROTOCOL_TO_SIGN";
    private static final long LARGEST = 50L * 1024 * 1024;
    private static final int MOST_ANNEXES = 100;
    private static final Set<FileType> SCANS = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

    @Inject
    private ProtocolStore store;

    @Inject
    private SittingStore sittings;

    @Inject
    private SittingReading reading;

    @Inject
    private BodyStore bodies;

    @EJB
    private Calls calls;

    @EJB
    private Tasks tasks;

    @Inject
    private Documents documents;

    @Inject
    private Changes changes;

    @Inject
    private Caller caller;

    @Inject
    private Time time;

    /** The latest first; experts see those of bodies in which they sit or sat. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public Slice<ProtocolLine> list(@Nullable UUID call, PageRequest page) {
        var before = page.after().isEmpty() ? null : Long.valueOf(page.after().get(0));
        return Slice.of(store.list(call, before, page.fetch()), page, line -> List.of(Long.toString(line.order())));
    }

    /** @throws Problem {@code protocol-unknown} also for one that the caller does not see */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public ProtocolView view(UUID id) {
        return view(find(id));
    }

    /** The table of what may be done to a protocol. */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public List<Step<ProtocolState, ProtocolAction, ProtocolGuard, ProtocolEffect>> transitions() {
        return ProtocolLifecycle.TABLE.steps();
    }

    /**
     * Draws up the protocol of a closed sitting.
     *
     * @throws Problem {@code sitting-unknown}, {@code protocol-sitting-not-closed}, {@code protocol-drawn-up-twice}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ProtocolView drawUp(UUID sitting, List<String> annexes) {
        sittings.lock(sitting); // nobody reopens it meanwhile
        var closed = closed(sitting);
        var id = UUID.randomUUID();
        long change = changes.record("PROTOCOL_DRAWN_UP", SUBJECT, id.toString(), null, Map.of("sitting", sitting));
        store.insert(id, closed.line(), stated(annexes), change);
        return view(id);
    }

    /**
     * Says anew what is annexed to a draft.
     *
     * @param version of the protocol that the caller saw
     * @throws Problem {@code protocol-unknown}, {@code transition-not-allowed}, {@code changed-meanwhile}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ProtocolView annex(UUID id, long version, List<String> annexes) {
        var protocol = require(id, ProtocolAction.EDIT);
        if (protocol.version() != version) {
            throw new Problem(ru.mos.clusters.platform.PlatformProblem.CHANGED_MEANWHILE);
        }
        var stated = stated(annexes);
        long change = changes.record(
                "PROTOCOL_EDITED",
                SUBJECT,
                id.toString(),
                Map.of("annexes", protocol.annexes()),
                Map.of("annexes", stated));
        store.annex(id, stated, change);
        return view(id);
    }

    private static List<String> stated(List<String> annexes) {
        return annexes.stream()
                .limit(MOST_ANNEXES)
                .map(annex -> Text.optional(annex, "/annexes"))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Gives the protocol its number, the next of its body and year; from now on it never changes.
     *
     * @throws Problem {@code protocol-unknown}, {@code transition-not-allowed}, {@code protocol-sitting-not-closed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public ProtocolView number(UUID id) {
        sittings.lock(find(id).line().sitting()); // nobody reopens it meanwhile
        var protocol = require(id, ProtocolAction.NUMBER);
        var paper = paper(protocol);
        long change = changes.record(
                "PROTOCOL_NUMBERED",
                SUBJECT,
                id.toString(),
                Map.of("state", ProtocolState.DRAFT),
                Map.of("state", ProtocolState.NUMBERED));
        store.number(id, paper, caller.login(), change);
        var numbered = view(id);
        tasks.open(
                SIGN,
                Doer.second(CHIEF, caller.login()),
                SUBJECT,
                id.toString(),
                Map.of("number", String.valueOf(numbered.number()), "body", paper.body()),
                null);
        return numbered;
    }

    /**
     * Adds the signed paper.
     *
     * @param fileName as the file was called
     * @throws Problem {@code protocol-unknown}, {@code transition-not-allowed}, {@code protocol-scan-unfit}, {@code
     *     document-empty}, {@code body-too-large}, {@code protocol-signed-by-who-numbered}
     */
    @RolesAllowed(CHIEF)
    public ProtocolView sign(UUID id, InputStream scan, String fileName) {
        find(id); // before the upload: nobody sends a file in vain
        var stored = documents.store(scan, LARGEST, Protocols::type);
        var protocol = require(id, ProtocolAction.SIGN);
        if (caller.login().equals(protocol.numberedBy())) {
            throw new Problem(CouncilProblem.PROTOCOL_SIGNED_BY_WHO_NUMBERED);
        }
        long change = changes.record(
                "PROTOCOL_SIGNED",
                SUBJECT,
                id.toString(),
                Map.of("state", ProtocolState.NUMBERED),
                Map.of("state", ProtocolState.SIGNED, "sha256", stored.sha256()));
        var document = documents.register(stored, type(stored.path()), fileName, change);
        store.sign(id, document, stored.sha256(), caller.login(), time.today(), change);
        tasks.done(SIGN, SUBJECT, id.toString());
        return view(id);
    }

    private static FileType type(Path file) {
        return FileType.of(file)
                .filter(SCANS::contains)
                .orElseThrow(() -> new Problem(CouncilProblem.PROTOCOL_SCAN_UNFIT));
    }

    /**
     * Gives up a draft.
     *
     * @throws Problem {@code protocol-unknown}, {@code transition-not-allowed}
     */
    @RolesAllowed({DEPARTMENT, GCKR})
    public void drop(UUID id) {
        require(id, ProtocolAction.DROP);
        long change =
                changes.record("PROTOCOL_DROPPED", SUBJECT, id.toString(), Map.of("state", ProtocolState.DRAFT), null);
        store.drop(id, change);
    }

    /** The protocol as PDF. @throws Problem {@code protocol-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public byte[] pdf(UUID id) {
        var protocol = find(id);
        var writer = new ProtocolWriter(paper(protocol), protocol.line().number());
        var out = new ByteArrayOutputStream();
        try (var sheet = new PdfSheet(out, writer.title(), writer.shortTitle())) {
            writer.write(sheet);
        }
        return out.toByteArray();
    }

    /** The protocol as DOCX. @throws Problem {@code protocol-unknown} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public byte[] docx(UUID id) {
        var protocol = find(id);
        var out = new ByteArrayOutputStream();
        try (var sheet = new Docx(out)) {
            new ProtocolWriter(paper(protocol), protocol.line().number()).write(sheet);
        }
        return out.toByteArray();
    }

    /** The signed paper as it came. @throws Problem {@code protocol-unknown}, {@code protocol-not-signed} */
    @RolesAllowed({DEPARTMENT, GCKR, CHIEF, EXPERT, COMMISSION, AUDITOR})
    public ScanFile scan(UUID id) {
        var scan = find(id).scan();
        var row = scan == null ? null : store.scan(scan).orElse(null);
        if (row == null) {
            throw new Problem(CouncilProblem.PROTOCOL_NOT_SIGNED);
        }
        return new ScanFile(documents.path(row.sha256()), row.fileName(), row.mediaType(), row.sha256());
    }

    private Kept find(UUID id) {
        return store.find(id).orElseThrow(() -> new Problem(CouncilProblem.PROTOCOL_UNKNOWN));
    }

    private Kept require(UUID id, ProtocolAction action) {
        var protocol = store.lock(id).orElseThrow(() -> new Problem(CouncilProblem.PROTOCOL_UNKNOWN));
        ProtocolLifecycle.TABLE.require(protocol.line().state(), action, caller::hasRole);
        return protocol;
    }

    private SittingStore.Kept closed(UUID sitting) {
        var found = sittings.find(sitting).orElseThrow(() -> new Problem(CouncilProblem.SITTING_UNKNOWN));
        if (found.line().state() != SittingState.CLOSED) {
            throw new Problem(CouncilProblem.PROTOCOL_SITTING_NOT_CLOSED);
        }
        return found;
    }

    private ProtocolView view(Kept protocol) {
        var line = protocol.line();
        return new ProtocolView(
                line.id(),
                line.body(),
                protocol.kind(),
                line.sitting(),
                line.call(),
                line.state(),
                line.number(),
                paper(protocol),
                protocol.numberedBy(),
                protocol.signedBy(),
                line.signedOn(),
                protocol.scanSha256(),
                ProtocolLifecycle.TABLE.open(line.state(), caller::hasRole),
                protocol.version());
    }

    /** What is kept, or for a draft what the sitting says. */
    private ProtocolPaper paper(Kept protocol) {
        if (protocol.content() != null) {
            return protocol.content();
        }
        var sitting = reading.view(closed(protocol.line().sitting()));
        var body = bodies.find(sitting.body()).orElseThrow();
        var rules = bodies.regulations(sitting.body(), sitting.heldOn())
                .orElseThrow(() -> new Problem(CouncilProblem.REGULATIONS_MISSING, sitting.heldOn()));
        var quorum = Objects.requireNonNull(sitting.quorum());
        return new ProtocolPaper(
                body.nameRu(),
                body.genitive(),
                body.kind(),
                sitting.callCode(),
                calls.view(sitting.call()).written().titleRu(),
                sitting.heldOn(),
                sitting.place(),
                sitting.form(),
                sitting.members().stream()
                        .filter(member -> member.seat().equals(sitting.presiding()))
                        .map(SittingView.Member::name)
                        .findFirst()
                        .orElse(null),
                sitting.members().stream()
                        .filter(member -> member.post() == Post.SECRETARY)
                        .map(SittingView.Member::name)
                        .findFirst()
                        .orElse(null),
                sitting.members().stream()
                        .map(member -> new ProtocolPaper.Member(
                                member.name(), member.post(), member.organisation(), member.votes(), member.presence()))
                        .toList(),
                quorum.base(),
                quorum.there(),
                rules.quorum().numerator() + "/" + rules.quorum().denominator(),
                rules.moreThan(),
                quorum.met(),
                sitting.items().stream().map(Protocols::item).toList(),
                protocol.annexes(),
                store.earlier(sitting.id())
                        .map(earlier -> new ProtocolPaper.Reference(earlier.id(), earlier.number(), earlier.date()))
                        .orElse(null));
    }

    private static ProtocolPaper.Item item(SittingView.Item item) {
        var name = item.applicantName();
        return new ProtocolPaper.Item(
                item.position(),
                item.application(),
                item.applicationNumber(),
                name == null ? "организация с ИНН " + item.applicant().digits() : name,
                item.applicant().digits(),
                item.title(),
                item.rank(),
                item.score(),
                item.asked(),
                item.verdict(),
                item.recommended(),
                item.said(),
                Objects.requireNonNull(item.quorum()),
                item.recused().stream()
                        .map(recused -> new ProtocolPaper.Recused(recused.name(), recused.found(), recused.reason()))
                        .toList(),
                item.motions().stream().map(Protocols::moved).toList());
    }

    private static ProtocolPaper.Moved moved(SittingView.Moved moved) {
        return new ProtocolPaper.Moved(
                moved.id(),
                moved.motion(),
                moved.amount(),
                moved.year(),
                moved.kbk(),
                moved.reason(),
                moved.actTitle(),
                moved.actEdition(),
                moved.paragraph(),
                moved.departure(),
                Objects.requireNonNullElse(moved.outcome(), Outcome.NO_QUORUM),
                Objects.requireNonNull(moved.tally()),
                moved.ballots().stream()
                        .map(ballot -> new ProtocolPaper.Ballot(ballot.name(), ballot.choice(), ballot.opinion()))
                        .toList());
    }
}
