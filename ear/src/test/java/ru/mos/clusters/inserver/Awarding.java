package ru.mos.clusters.inserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import ru.mos.clusters.bank.Accounts;
import ru.mos.clusters.call.CallTerms;
import ru.mos.clusters.call.FundingMode;
import ru.mos.clusters.call.application.ApplicationAction;
import ru.mos.clusters.call.application.ApplicationMoves;
import ru.mos.clusters.call.application.FormalChecks;
import ru.mos.clusters.call.application.Signing;
import ru.mos.clusters.call.application.Submissions;
import ru.mos.clusters.cluster.Clusters;
import ru.mos.clusters.cluster.Memberships;
import ru.mos.clusters.eligibility.Conclusions;
import ru.mos.clusters.platform.Inn;
import ru.mos.clusters.platform.Json;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** Brings a project of an eligible cluster to an award: on the way of people as far as the assessment, by rows from there on. */
@Dependent
class Awarding {

    static final String PROGRAMME = "AWARDING";
    static final String KBK = "80704121234567890631";
    static final int FIRST = 100;
    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    /** What was recorded at a clock that was ahead is dated back, or all that is recorded later would be dated ahead, too. */
    private static final String NOTHING_AHEAD = """
            do $$
            declare
                ahead bigint[] := (select array_agg(c.id order by c.at) from platform.change c where c.at > clock_timestamp());
                one bigint;
                last_at timestamptz;
                last_seal bytea;
                stamped platform.change;
            begin
                if ahead is null then
                    return;
                end if;
                alter table platform.change disable trigger user;
                select c.at, c.seal into last_at, last_seal
                  from platform.change c where c.at is not null and c.id <> all (ahead) order by c.at desc limit 1;
                foreach one in array ahead loop
                    last_at := last_at + interval '1 microsecond';
                    update platform.change set at = last_at where id = one returning * into stamped;
                    last_seal := public.digest(coalesce(last_seal, '') || convert_to(platform.change_text(stamped), 'UTF8'), 'sha256');
                    update platform.change set seal = last_seal where id = one;
                end loop;
                alter table platform.change enable trigger user;
            end $$""";

    @Inject
    private Applying applying;

    @Inject
    private Submissions submissions;

    @Inject
    private FormalChecks checks;

    @Inject
    private ApplicationMoves moves;

    @Inject
    private Clusters clusters;

    @Inject
    private Memberships memberships;

    @Inject
    private Conclusions conclusions;

    @Inject
    private Releases releases;

    @Inject
    private Uploads uploads;

    @Inject
    private Accounts accounts;

    @Resource(lookup = "java:jboss/datasources/ClustersOwnerDS")
    private DataSource owner;

    private long release;

    void own(String statement) throws Exception {
        try (var connection = owner.getConnection();
                var work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    /** Sets the clock to noon of a day in Moscow. */
    void on(LocalDate day) throws Exception {
        own("delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '" + day
                + " 12:00' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    /** Id of the latest release of the register of SMEs. */
    long release() {
        return release;
    }

    /** A complete release of the register with the members of the cluster. */
    void released(LocalDate day, int members) throws Exception {
        release = Register.take(uploads, releases, day, Coverage.COMPLETE, Register.inns(FIRST, members));
    }

    /** A complete release from which all members of the cluster are missing. */
    void releasedWithoutThem(LocalDate day) throws Exception {
        release = Register.take(uploads, releases, day, Coverage.COMPLETE, Register.inns(FIRST + 50, 5));
    }

    /**
     * An application that was awarded a sum; it is the first of June, and limits are a hundred million.
     *
     * @param route how the call lets money flow
     */
    UUID awarded(String route, String amount) throws Exception {
        return awarded(route, FundingMode.ADVANCE, amount);
    }

    UUID awarded(String route, FundingMode mode, String amount) throws Exception {
        for (var login : List.of(
                "department",
                "department2",
                "gckr",
                "chief",
                "chief2",
                "accountant",
                "accountant2",
                "auditor",
                "applicant",
                "applicant2")) {
            InServer.given(login);
        }
        nothingLeft();
        on(LocalDate.of(2026, 3, 10));
        own("""
                insert into platform.organisation (id, name, inn)
                values ('00000000-0000-0000-0000-00000000a002', 'Ассоциация «Приборы»', '%1$s') on conflict do nothing;
                update platform.app_user set organisation_id = (select id from platform.organisation where inn = '%1$s' limit 1)
                 where login in ('applicant', 'applicant2')""".formatted(EligibleCluster.ORGANISATION));
        applying.mandate("applicant", EligibleCluster.ORGANISATION, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        applying.programme(PROGRAMME);
        released(LocalDate.of(2026, 3, 5), 5);
        var cluster = EligibleCluster.of(clusters, memberships, conclusions, FIRST, 3);
        var application = assessed(cluster, route, mode);
        released(LocalDate.of(2026, 5, 25), 5);
        on(TODAY);
        own(LedgerFixture.limits(2026, KBK, "100000000"));
        own(award(application, amount));
        InServer.as("chief", () -> accounts.open(BankInServer.account(BankFixture.OURS, true)));
        return application;
    }

    private UUID assessed(UUID cluster, String route, FundingMode mode) throws Exception {
        var node = (ObjectNode) Json.mapper().valueToTree(Applying.terms("GATE"));
        ((ObjectNode) node.get("flow")).put("route", route).put("mode", mode.name());
        ((ObjectNode) node.get("money").get(0)).put("kbk", KBK);
        var call = applying.publish(PROGRAMME, Json.mapper().treeToValue(node, CallTerms.class));
        var inns = Register.inns(FIRST, 2);
        var project = applying.project(
                EligibleCluster.ORGANISATION, ApplicationFixture.project(cluster, "Прибор", inns.get(0), inns.get(1)));
        var draft = applying.filled("applicant", call.id(), project);
        var signed = InServer.as("applicant", () -> submissions.sign(draft.id(), Signing.own(draft.version())));
        InServer.as("applicant2", () -> submissions.certify(signed.id(), Signing.own(null)));
        InServer.as("gckr", () -> checks.admit(draft.id(), null, ApplicationFixture.CONCLUSION));
        InServer.as("gckr", () -> moves.move(draft.id(), ApplicationAction.ASSESS, null));
        return draft.id();
    }

    /** What a commission leaves: sitting, motion, protocol, award, reservation and decision, past all its rules. */
    private static String award(UUID application, String amount) {
        return """
                do $$
                declare
                    a call.application := (select x from call.application x where x.id = '%1$s');
                    c bigint := (select max(id) from platform.change where at is not null);
                    ids uuid[] := (select array_agg(gen_random_uuid()) from generate_series(1, 6));
                    t text;
                begin
                    foreach t in array array['call.sitting', 'call.agenda_item', 'call.motion', 'call.protocol', 'call.decision', 'call.application'] loop
                        execute format('alter table %%s disable trigger user', t);
                    end loop;
                    insert into call.body (code, kind, name_ru, genitive, name_en, recorded_by)
                    values ('AWARDING', 'COMMISSION', 'Комиссия', 'Комиссии', 'Commission', c) on conflict do nothing;
                    insert into call.sitting (id, body, call_id, form, state, held_on, place, recorded_by, changed_by)
                    values (ids[1], 'AWARDING', a.call_id, 'MEETING', 'CLOSED', '2026-06-01', 'Москва', c, c);
                    insert into call.agenda_item (id, sitting_id, position, application_id, asked, recorded_by)
                    values (ids[2], ids[1], 1, a.id, 1000000, c);
                    insert into call.motion (id, item_id, number, motion, amount, year, kbk, outcome, recorded_by)
                    values (ids[3], ids[2], 1, 'AWARD', %2$s, 2026, '%3$s', 'ADOPTED', c);
                    insert into call.protocol (id, body, sitting_id, state, year, annexes, recorded_by, changed_by)
                    values (ids[4], 'AWARDING', ids[1], 'DRAFT', 2026, '{}', c, c);
                    perform ledger.post(platform.today(), 'fixture', array['award/' || ids[5]], array['RESERVED'], array['fixture'], array[null], array[null],
                                        array[null]::bigint[], array[1, 1], array['RESERVED', 'LIMIT'], array[2026, 2026], array['%3$s', '%3$s'],
                                        array['A-' || a.number, ''], array[%2$s, -%2$s]::numeric[]);
                    insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by)
                    values (ids[5], a.call_id, 2026, '%3$s', %2$s, '2026-06-01', c);
                    insert into call.decision (id, application_id, call_id, motion_id, protocol_id, motion, award_id, decided_on, appeal_to,
                                               carried_out_by, recorded_by)
                    values (ids[6], a.id, a.call_id, ids[3], ids[4], 'AWARD', ids[5], '2026-06-01', '2026-06-15', 'department', c);
                    update call.application set state = 'AWARDED' where id = a.id;
                    set constraints all immediate;
                    foreach t in array array['call.sitting', 'call.agenda_item', 'call.motion', 'call.protocol', 'call.decision', 'call.application'] loop
                        execute format('alter table %%s enable trigger user', t);
                    end loop;
                end $$""".formatted(application, amount, KBK);
    }

    void nothingLeft() throws Exception {
        own("delete from platform.clock_shift; truncate cluster.consultation");
        own(NOTHING_AHEAD);
        own(
                "truncate agreement.payee_account cascade; delete from agreement.parameter where valid_from > '2010-01-01'");
        own(CallFixture.NOTHING_LEFT);
        own(BankFixture.NOTHING_LEFT);
        own(LedgerFixture.NOTHING_LEFT);
        own("truncate call.body, recipient.batch cascade; delete from support.record where origin is not null");
        own("""
                delete from call.plan_line where programme = 'AWARDING';
                delete from call.measure where programme = 'AWARDING';
                delete from call.programme_act where programme = 'AWARDING';
                delete from call.programme where code = 'AWARDING';
                delete from platform.mandate;
                update platform.app_user set organisation_id = null where login in ('applicant', 'applicant2');
                delete from platform.organisation where id = '00000000-0000-0000-0000-00000000a002';
                delete from platform.task where kind like 'CALL_%' or kind = 'WITHDRAWAL_TO_CONFIRM' or subject_kind in
                       ('AGREEMENT', 'EVIDENCE', 'FULFILMENT', 'PAYEE_ACCOUNT', 'PAYMENT', 'REVIEW', 'REPORT', 'BREACH', 'RECOVERY_ORDER');
                truncate registry.manual_fact, registry.sme_run, registry.headcount, registry.income, registry.entity,
                         registry.release_file, registry.problem, registry.activity, registry.release cascade""");
    }

    /** Of the participants of the project: 600 and 400 of a thousand. */
    static List<Inn> participants() {
        return Register.inns(FIRST, 2).stream().map(Inn::new).toList();
    }
}
