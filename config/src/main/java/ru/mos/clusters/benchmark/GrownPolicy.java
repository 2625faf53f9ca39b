package ru.mos.clusters.benchmark;

/**
 * Statements, run by a superuser in one go, that make clusters, agreements and support as of some years of work, and take them away
 * again. All of it is invented and recorded by one change, so that nothing else is touched.
 */
public final class GrownPolicy {

    private static final String KBK = "80704121234567890811";

    private static final String THINGS = """
            set session_replication_role = replica;
            insert into platform.change (at, actor, action, subject_kind, subject)
            values (timestamptz '2026-01-12 09:00:00.123457+03', 'grown', 'GROWN', 'POLICY', 'all');
            create temp table said on commit drop as select id as change from platform.change where actor = 'grown' and action = 'GROWN';
            create temp table town on commit drop as
            select n, gen_random_uuid() as id, gen_random_uuid() as first, gen_random_uuid() as second, s.code as sector,
                   s.prefix || '-' || 900000 + n as code, change
              from said, generate_series(1, %1$d) n
              join (select code, prefix, row_number() over (order by position) as place, count(*) over () as many from cluster.sector) s
                on s.place = 1 + mod(n, s.many);
            create temp table firm on commit drop as
            select f, 1 + mod(f, %1$d) as n, b || (select mod(mod(sum(w * cast(substr(b, cast(i as integer), 1) as integer)), 11), 10)
                                                     from unnest(array[2, 4, 10, 3, 5, 9, 4, 6, 8]) with ordinality u (w, i)) as inn
              from generate_series(1, 3 * %1$d) f
             cross join lateral (select '77' || lpad(cast(500000 + f as text), 7, '0') as b) g;
            insert into cluster.cluster (id, sector, number, code, version, recorded_by)
            select id, sector, 900000 + n, code, 1, change from town;
            insert into cluster.particulars (id, cluster_id, name, valid_from, recorded_by)
            select gen_random_uuid(), id, 'Кластер ' || n, date '2025-01-01' + mod(n, 400), change from town;
            insert into cluster.membership (id, cluster_id, inn, name, roles, member_of_organisation, valid_from, recorded_by)
            select gen_random_uuid(), t.id, f.inn, 'ООО «Участник ' || f.f || '»', '{MANUFACTURER}', mod(f.f, 3) > 0, '2025-01-01', t.change
              from firm f join town t on t.n = f.n;
            insert into eligibility.verdict (id, cluster_id, as_of, known_on, rule_set, rule_set_version, trace_version, outcome, findings,
                                             digest, trace, given_by)
            select case k when 0 then first else second end, id, date '2025-12-31' + 105 * k, '2026-01-12', 'CONCEPT_2010', 1, '1',
                   (array['ELIGIBLE', 'ELIGIBLE', 'NOT_ELIGIBLE', 'UNKNOWN', 'MANUAL'])[1 + mod(n + k, 5)], '{}', 'x', '{}', change
              from town, generate_series(0, 1) k
             where mod(n, 7) > 0;
            insert into eligibility.standing (cluster_id, outcome, findings, verdict_id, as_of, known_on)
            select v.cluster_id, v.outcome, '{}', v.id, '2026-06-01', '2026-06-01' from eligibility.verdict v join town t on t.second = v.id;
            insert into support.record (id, provider_inn, inn, form, kind, purpose, purpose_form, decided_on, ends_on, size, unit,
                                        document_title, document_date, entered_by, recorded_by)
            select gen_random_uuid(), '7707083893', f.inn, k.form, k.kind, 'Цель ' || d, 'цель ' || d, date '2025-01-01' + mod(d, 500),
                   date '2025-01-31' + mod(d, 500), 100.25 + mod(d, 977), k.unit, 'Договор', '2025-01-01', change, change
              from said, generate_series(1, %3$d) d
              join firm f on f.f = 1 + mod(d, 3 * %1$d)
              join (values (0, 'FINANCIAL', 'GRANT', 'ROUBLE'), (1, 'PROPERTY', 'PREMISES', 'SQUARE_METRE'),
                           (2, 'CONSULTING', 'CONSULTATION', 'HOUR'), (3, 'MARKETING', 'EVENT', 'PIECE'), (4, 'TRAINING', 'COURSE', 'HOUR'),
                           (5, 'INFORMATION', 'INFORMATION', 'PIECE'), (6, 'OTHER', 'OTHER', 'ROUBLE')) k (at, form, kind, unit)
                on k.at = mod(d, 7);
            insert into call.programme (code, name_ru, name_en, first_year, last_year, first_award_on, recorded_by, changed_by)
            select 'GROWN', 'Программа', 'Programme', 2025, 2027, '2025-02-01', change, change from said;
            insert into call.measure (programme, code, name_ru, name_en, position)
            select 'GROWN', cast(m as text), (array['Субсидии совместным проектам', 'Гранты на оборудование', 'Возмещение процентов'])[m],
                   (array['Subsidies to joint projects', 'Grants for equipment', 'Interest paid back'])[m], m from generate_series(1, 3) m;
            insert into call.plan_line (programme, measure, year, amount, recorded_by)
            select 'GROWN', cast(m as text), 2026, 1000000.00 * m * %2$d, change from said, generate_series(1, 3) m;
            create temp table contest on commit drop as select m, gen_random_uuid() as id from generate_series(1, 3) m;
            insert into call.call (id, programme, measure, state, edited_by, edition, recorded_by, changed_by)
            select id, 'GROWN', cast(m as text), 'PUBLISHED', 'a', 1, change, change from contest, said;
            insert into call.edition (call_id, number, terms, assessment_to, decision_to, edited_by, published_by, recorded_by)
            select id, 1, jsonb_build_object('titleRu', 'Конкурс ' || m, 'titleEn', 'Call ' || m, 'money',
                       jsonb_build_array(jsonb_build_object('year', 2026, 'kbk', '%4$s', 'amount', 900000 * m * %2$d))),
                   '2026-04-29', '2026-05-15', 'a', 'b', change
              from contest, said;
            create temp table deal on commit drop as
            select d, gen_random_uuid() as id, gen_random_uuid() as project, gen_random_uuid() as application, t.id as cluster, c.id as call,
                   f.inn, 1000.00 * (100 + mod(d, 37)) as amount, t.change
              from generate_series(1, %2$d) d
              join town t on t.n = 1 + mod(d, %1$d)
              join contest c on c.m = 1 + mod(d, 3)
              join firm f on f.f = 1 + mod(d, 3 * %1$d);
            insert into project.project (id, kind, lead, title, draft, edited_by, edition, recorded_by, changed_by)
            select project, 'CLUSTER', inn, 'Опытное производство ' || d, '{}', 'a', 1, change, change from deal;
            insert into project.edition (project_id, number, content, digest, recorded_by)
            select project, 1, jsonb_build_object('title', 'Опытное производство ' || d), 'x', change from deal;
            insert into project.cluster (project_id, edition, cluster_id, lead) select project, 1, cluster, true from deal;
            insert into project.funding (project_id, edition, stage, source, amount)
            select project, 1, s, 'CITY_BUDGET', amount / 2 from deal, generate_series(1, 2) s;
            insert into call.application (id, call_id, project_id, applicant, channel, state, round, submitted_at, answers, recorded_by, changed_by)
            select application, call, project, inn, 'APPLICANT', 'AWARDED', 1, '2026-01-20', '{}', change, change from deal;
            insert into agreement.agreement (id, award_id, application_id, call_id, project_id, project_edition, party, year, kbk, awarded,
                                             route, mode, state, edition, recorded_by, changed_by)
            select id, gen_random_uuid(), application, call, project, 1, inn, 2026, '%4$s', amount, 'APPLICANT_ONLY', 'ADVANCE', 'IN_FORCE', 1,
                   change, change
              from deal;
            insert into agreement.edition (agreement_id, number, article, treasury_support, vat_eligible, amount, drawn_by, signed_by,
                                           signed_on, commitment_number, commitment_on)
            select id, 1, 'ARTICLE_78', false, false, amount, 'a', 'b', '2026-02-01', 'БО-' || d, '2026-02-10' from deal;
            insert into agreement.instalment (agreement_id, edition, position, stage, due_on, amount, own)
            select id, 1, 1, 1, date '2026-04-01', amount * 0.6, amount * 0.3 from deal
             union all
            select id, 1, 2, 2, date '2027-02-01', amount * 0.4, amount * 0.7 from deal;
            insert into agreement.payment (id, agreement_id, position, payee, account_id, amount, year, kbk, state, two_chiefs, prepared_by,
                                           approved_by, ordered_on, executed_on, recorded_by, changed_by)
            select gen_random_uuid(), id, 1, inn, gen_random_uuid(), amount * 0.6, 2026, '%4$s', 'EXECUTED', false, 'a', 'b', '2026-03-31',
                   '2026-04-02', change, change
              from deal where mod(d, 3) > 0;
            insert into agreement.evidence (id, agreement_id, stage, source, amount, issuer, document_title, document_number, document_date,
                                            state, entered_by, decided_by, recorded_by, changed_by)
            select gen_random_uuid(), id, 1, 'OWN', amount * 0.25, inn, 'Платёжное поручение', 'Р' || d, '2026-01-11', 'ACCEPTED', 'a', 'b',
                   change, change
              from deal where mod(d, 4) > 0;
            insert into platform.change (at, actor, action, subject_kind, subject, before, after)
            select timestamptz '2026-02-01 12:00:00.000111+03' + d * interval '37 seconds', 'grown', 'AGREEMENT_SIGNED', 'AGREEMENT',
                   cast(id as text), cast('{"state": "DRAFT"}' as jsonb), cast('{"state": "SIGNED"}' as jsonb) from deal
             union all
            select timestamptz '2026-02-10 12:00:00.000222+03' + d * interval '61 seconds', 'grown', 'COMMITMENT_REGISTERED', 'AGREEMENT',
                   cast(id as text), cast('{"state": "SIGNED"}' as jsonb), cast('{"state": "IN_FORCE"}' as jsonb) from deal
             union all
            select timestamptz '2026-01-13 12:00:00.000333+03' + d * interval '29 seconds', 'grown', 'CALL_APPLICATION_SUBMITTED',
                   'CALL_APPLICATION', cast(application as text), cast('{"state": "DRAFT"}' as jsonb), cast('{"state": "SUBMITTED"}' as jsonb) from deal
             union all
            select timestamptz '2026-01-25 12:00:00.000444+03' + d * interval '83 seconds', 'grown', 'CALL_APPLICATION_AWARDED',
                   'CALL_APPLICATION', cast(application as text), cast('{"state": "SUBMITTED"}' as jsonb), cast('{"state": "AWARDED"}' as jsonb) from deal;
            insert into platform.task (id, kind, role, subject_kind, subject, facts, due, opened_by)
            select gen_random_uuid(), (array['AGREEMENT_TO_SIGN', 'REVIEW_TO_DECIDE', 'CALL_TO_PUBLISH'])[1 + mod(d, 3)],
                   (array['chief', 'department', 'gckr'])[1 + mod(d, 3)], 'AGREEMENT', cast(id as text),
                   jsonb_build_object('number', 'СГ-' || d, 'project', 'Опытное производство ' || d),
                   case when mod(d, 11) > 0 then platform.today() - 12 + mod(d, 31) end, change
              from deal where d <= 200;
            insert into infrastructure.organisation (id, number, code, inn, version, recorded_by)
            select '00000000-0000-0000-0000-0000000000f1', 900001, 'INF-900001', '7707083893', 1, change from said;
            insert into infrastructure.particulars (id, organisation_id, kind, name, valid_from, recorded_by)
            select gen_random_uuid(), '00000000-0000-0000-0000-0000000000f1', 'TECHNOPARK', 'Технопарк', '2025-01-01', change from said;
            insert into infrastructure.accreditation (id, organisation_id, state, valid_from, valid_until, proposed_by, decided_by, recorded_by)
            select gen_random_uuid(), '00000000-0000-0000-0000-0000000000f1', 'GIVEN', '2025-01-01', '2030-01-01', 'a', 'b', change from said;
            insert into infrastructure.offer (id, organisation_id, service, sector, capacity, valid_from, recorded_by)
            select gen_random_uuid(), '00000000-0000-0000-0000-0000000000f1', s.code, null, 100 * row_number() over (order by s.position),
                   '2025-01-01', change
              from infrastructure.service s, said;
            insert into infrastructure.need (sector, service, year, amount, basis, recorded_by)
            select r.code, s.code, 2026, 40 + 17 * row_number() over (partition by s.code order by r.position), 'Опрос', change
              from (select * from infrastructure.service order by position limit 6) s,
                   (select * from cluster.sector order by position limit 4) r, said
            on conflict do nothing;
            set session_replication_role = origin;
            """;

    private static final String POSTING = """
            select ledger.post(date '%1$s', 'grown', e.keys, array_fill('%2$s'::text, array[e.many]), array_fill('m'::text, array[e.many]),
                               array_fill(null::text, array[e.many]), array_fill(null::text, array[e.many]),
                               array_fill(null::bigint, array[e.many]), p.entries, p.stages, array_fill(2026, array[2 * e.many]),
                               array_fill('%6$s'::text, array[2 * e.many]), p.subjects, p.amounts)
              from (select array_agg('grown/%2$s/' || g.number order by g.number) as keys, cast(count(*) as integer) as many
                      from agreement.agreement g join deal d on d.id = g.id where %5$s) e,
                   (select array_agg(x.at order by x.at, x.side) as entries, array_agg(x.stage order by x.at, x.side) as stages,
                           array_agg(x.subject order by x.at, x.side) as subjects, array_agg(x.amount order by x.at, x.side) as amounts
                      from (select s.at, v.side, v.stage, v.subject, v.amount
                              from (select cast(row_number() over (order by g.number) as integer) as at, 'G-' || g.number as subject,
                                           d.amount * %7$s as amount
                                      from agreement.agreement g join deal d on d.id = g.id where %5$s) s
                             cross join lateral (values (1, '%3$s', case when '%3$s' = 'LIMIT' then '' else s.subject end, -s.amount),
                                                        (2, '%4$s', s.subject, s.amount)) v (side, stage, subject, amount)) x) p;
            """;

    private static final String LIMITS = """
            select ledger.post(date '2026-01-12', 'grown', array['grown/A', 'grown/L'], array['APPROPRIATED', 'LIMITED'], array['m', 'm'],
                               array[null, null]::text[], array[null, null]::text[], array[null, null]::bigint[], array[1, 1, 2, 2],
                               array['APPROPRIATION', 'BUDGET', 'LIMIT', 'APPROPRIATION'], array_fill(2026, array[4]),
                               array_fill('%1$s'::text, array[4]), array['', '', '', ''], array[1e12, -1e12, 1e12, -1e12]::numeric[]);
            """;

    /** Takes all of it away but the books. */
    public static final String GONE = """
            set session_replication_role = replica;
            create temp table said on commit drop as select id as change from platform.change where actor = 'grown';
            delete from infrastructure.need where recorded_by in (select change from said);
            delete from infrastructure.offer where recorded_by in (select change from said);
            delete from infrastructure.accreditation where recorded_by in (select change from said);
            delete from infrastructure.particulars where recorded_by in (select change from said);
            delete from infrastructure.organisation where recorded_by in (select change from said);
            delete from platform.task where opened_by in (select change from said);
            delete from agreement.evidence where recorded_by in (select change from said);
            delete from agreement.payment where recorded_by in (select change from said);
            delete from agreement.instalment where agreement_id in (select id from agreement.agreement where recorded_by in (select change from said));
            delete from agreement.edition where agreement_id in (select id from agreement.agreement where recorded_by in (select change from said));
            delete from agreement.agreement where recorded_by in (select change from said);
            delete from call.application where recorded_by in (select change from said);
            delete from project.funding where project_id in (select id from project.project where recorded_by in (select change from said));
            delete from project.cluster where project_id in (select id from project.project where recorded_by in (select change from said));
            delete from project.edition where recorded_by in (select change from said);
            delete from project.project where recorded_by in (select change from said);
            delete from call.edition where recorded_by in (select change from said);
            delete from call.call where recorded_by in (select change from said);
            delete from call.plan_line where recorded_by in (select change from said);
            delete from call.measure where programme = 'GROWN';
            delete from call.programme where code = 'GROWN';
            delete from support.record where recorded_by in (select change from said);
            delete from eligibility.standing where verdict_id in (select id from eligibility.verdict where given_by in (select change from said));
            delete from eligibility.verdict where given_by in (select change from said);
            delete from cluster.membership where recorded_by in (select change from said);
            delete from cluster.particulars where recorded_by in (select change from said);
            delete from cluster.cluster where recorded_by in (select change from said);
            delete from platform.change where actor = 'grown';
            set session_replication_role = origin""";

    private GrownPolicy() {}

    /** Clusters, agreements on their projects with their postings, and records of support. */
    public static String of(int clusters, int agreements, int deliveries) {
        return THINGS.formatted(clusters, agreements, deliveries, KBK)
                + LIMITS.formatted(KBK)
                + posting("2026-02-01", "RESERVED", "LIMIT", "RESERVED", "true", "1")
                + posting("2026-02-10", "COMMITTED", "RESERVED", "COMMITTED", "mod(d.d, 9) > 0", "1")
                + posting("2026-03-31", "FELL_DUE", "COMMITTED", "DUE", "mod(d.d, 9) > 0 and mod(d.d, 3) > 0", "0.6")
                + posting("2026-04-02", "PAID", "DUE", "PAID", "mod(d.d, 9) > 0 and mod(d.d, 3) > 0", "0.6")
                + posting("2026-05-20", "ACCEPTED", "PAID", "ACCEPTED", "mod(d.d, 9) > 0 and mod(d.d, 6) = 1", "0.5");
    }

    private static String posting(String day, String operation, String from, String to, String which, String share) {
        return POSTING.formatted(day, operation, from, to, which, KBK, share);
    }
}
