package ru.mos.clusters.outside;

import ru.mos.clusters.inserver.BankFixture;
import ru.mos.clusters.inserver.LedgerFixture;

/** What stands behind an agreement, past all rules: an application that was awarded one and a half million in two stages. */
final class Award {

    /** The account that is paid from, as REST takes it. */
    static final String OURS = """
            {"number": "40201810200000000001", "bic": "044525000", "bank": "ГУ Банка России", "holder": "Департамент",
             "inn": "7700000016", "oktmo": "45000000", "pays": true, "from": "2026-01-01"}""";

    private static final String AWARDED = """
            set session_replication_role = replica;
            insert into platform.organisation (id, name, inn)
            values (gen_random_uuid(), 'ООО «Севермет»', '%3$s') on conflict do nothing;
            insert into project.project (id, kind, lead, title, draft, edited_by, recorded_by, changed_by)
            select '%1$s', 'CLUSTER', '%3$s', 'Опытное производство датчиков', '{"title": "Опытное производство датчиков"}', 'x', max(id), max(id) from platform.change;
            insert into project.edition (project_id, number, content, digest, recorded_by)
            select '%1$s', 1, '{"title": "Опытное производство датчиков",
                                "stages": [{"name": "Образец", "from": "2026-06-01", "to": "2026-09-30"},
                                           {"name": "Линия", "from": "2026-10-01", "to": "2026-12-31"}],
                                "funding": [{"stage": 1, "source": "CITY_BUDGET", "amount": "1000000.00"},
                                            {"stage": 1, "source": "OWN", "amount": "1000000.00"},
                                            {"stage": 2, "source": "CITY_BUDGET", "amount": "500000.00"},
                                            {"stage": 2, "source": "OWN", "amount": "1500000.00"}],
                                "indicators": [{"code": "SHARED_EQUIPMENT_HOURS", "baseline": "0", "plan": "1200",
                                                "by": "2026-12-31"}]}', 'x', max(id)
              from platform.change;
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by,
                                          changed_by)
            select '%1$s', '%2$s', '%1$s', '%3$s', 'APPLICANT', 'AWARDED', 1, '2026-03-10T09:00:00Z', '{}', max(id), max(id)
              from platform.change;
            insert into call.submission (application_id, round, call_id, call_edition, project_id, project_edition, answers,
                                         submitted_by, certified_by, received_at, receipt, digest, recorded_by)
            select '%1$s', 1, '%2$s', 1, '%1$s', 1, '{}', 'applicant', 'applicant2', '2026-03-10T09:00:00Z', '%1$s', 'x', max(id)
              from platform.change;
            insert into call.award (id, call_id, year, kbk, amount, awarded_on, decided_by)
            select '%1$s', '%2$s', 2026, '%4$s', 1500000, '2026-06-01', max(id) from platform.change;
            insert into call.decision (id, application_id, call_id, motion_id, protocol_id, motion, award_id, decided_on, appeal_to,
                                       carried_out_by, recorded_by)
            select '%1$s', '%1$s', '%2$s', '%1$s', '%1$s', 'AWARD', '%1$s', '2026-06-01', '2026-06-15', 'department', max(id)
              from platform.change;
            insert into platform.mandate (id, login, inn, valid_from, valid_until, document_title, document_date, recorded_by)
            select gen_random_uuid(), 'applicant', '%3$s', '2026-01-01', '2099-12-31', 'Доверенность', '2026-01-01', max(id)
              from platform.change;
            set session_replication_role = origin""";

    private static final String RESERVED = """
            select ledger.post(platform.today(), 'fixture', array['award/%1$s'], array['RESERVED'], array['fixture'], array[null],
                               array[null], array[null]::bigint[], array[1, 1], array['RESERVED', 'LIMIT'], array[2026, 2026],
                               array['%2$s', '%2$s'], array['A-' || a.number, ''], array[1500000, -1500000]::numeric[])
              from call.application a where a.id = '%1$s'""";

    private static final String TASKS = """
            delete from platform.clock_shift;
            delete from platform.mandate;
            delete from platform.organisation where inn in ('7707083893', '7708999907');
            delete from platform.task
             where kind = 'CALL_TO_PUBLISH'
                or subject_kind in ('AGREEMENT', 'BREACH', 'EVIDENCE', 'FULFILMENT', 'PAYEE_ACCOUNT', 'PAYMENT', 'RECOVERY_ORDER',
                                    'REPORT', 'REVIEW', 'SUCCESSION')""";

    private Award() {}

    /** Takes away awards, all that came of them, and the tasks about it. */
    static void gone() throws Exception {
        CallsRestIT.run("set session_replication_role = replica; truncate agreement.payee_account cascade");
        new CallsRestIT().gone();
        CallsRestIT.run(LedgerFixture.NOTHING_LEFT);
        CallsRestIT.run(BankFixture.NOTHING_LEFT);
        CallsRestIT.run(TASKS);
    }

    /** Statements for the superuser; the limits have to be there. */
    static String of(String application, String call, String party, String kbk) {
        return AWARDED.formatted(application, call, party, kbk) + ";\n" + RESERVED.formatted(application, kbk);
    }
}
