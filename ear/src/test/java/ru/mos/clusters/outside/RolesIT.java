package ru.mos.clusters.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mos.clusters.outside.ProblemAssert.assertProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation as every role. What is not in the table is nobody's: a new operation has to be entered here. */
class RolesIT extends FromOutside {

    private static final String[] ROLES =
            "department accountant chief gckr infrastructure expert commission applicant auditor admin service"
                    .split(" ");

    private static final Map<String, Set<String>> GROUPS = Map.ofEntries(
            Map.entry("all", Set.of(ROLES)),
            Map.entry("clusters", without("applicant", "admin")),
            Map.entry("registry", without("applicant", "admin", "expert")),
            Map.entry("lawyers", without("applicant", "admin")),
            Map.entry("releases", without("applicant", "expert", "commission")),
            Map.entry("joining", without("admin")),
            Map.entry(
                    "kind", Set.of("department", "gckr", "chief", "infrastructure", "auditor", "applicant", "service")),
            Map.entry("kindOffice", Set.of("department", "gckr", "chief", "infrastructure", "auditor")),
            Map.entry("journal", Set.of("department", "gckr", "chief", "commission", "auditor")),
            Map.entry("policy", Set.of("department", "gckr", "chief", "auditor")),
            Map.entry("keepers", Set.of("department", "gckr")),
            Map.entry("books", Set.of("department", "accountant", "chief", "auditor")),
            Map.entry("ownership", Set.of("department", "gckr", "chief", "commission", "auditor", "service")),
            Map.entry("imports", Set.of("department", "gckr", "chief", "auditor", "service")));

    private static Set<String> without(String... roles) {
        var rest = new TreeSet<>(List.of(ROLES));
        rest.removeAll(List.of(roles));
        return rest;
    }

    /** Operation · who may (a group or roles) · query · body. */
    private static final String TABLE = """
            GET agglomerations                            | clusters         |
            POST agglomerations                           | keepers          | | {"name": "x", "from": "2019-01-01", "decision": {"title": "x", "date": "2019-01-01"}}
            GET agglomerations/{agglomeration}            | clusters         |
            PATCH agglomerations/{agglomeration}          | keepers          | | {"name": "x"}
            POST agglomerations/{agglomeration}/close     | keepers          | | {"to": "2020-01-01", "decision": {"title": "x", "date": "2019-01-01"}}
            POST agglomerations/{agglomeration}/clusters  | keepers          | | {"cluster": "{cluster}", "from": "2019-01-01", "decision": {"title": "x", "date": "2019-01-01"}}
            POST agglomerations/{agglomeration}/clusters/{cluster}/release | keepers | | {"from": "2019-01-01", "decision": {"title": "x", "date": "2019-01-01"}}
            GET acts                                      | lawyers          |
            POST acts                                     | department       | | {"code": "PPM_818_2008", "kind": "OTHER", "adoptedOn": "2019-01-01", "title": "x", "subject": "x", "source": "x"}
            GET acts/{code}                               | lawyers          |
            GET acts/{code}/editions                      | lawyers          |
            POST acts/{code}/editions                     | department       | | {"edition": "2019-01-01", "from": "2019-01-01"}
            POST acts/{code}/repeal                       | department       | | {"from": "2019-01-01"}
            GET assessment-parameters                     | department gckr chief commission auditor |
            POST assessment-parameters                    | department       | | {"code": "CUT", "value": "x", "from": "2019-01-01"}
            GET assignments                               | department gckr chief auditor expert |
            POST assignments                              | keepers          | | {"application": "00000000-0000-0000-0000-000000000000", "expert": "x"}
            GET assignments/transitions                   | department gckr chief auditor expert |
            GET assignments/{assignment}                  | department gckr chief auditor expert |
            POST assignments/{assignment}/accept          | expert           |
            POST assignments/{assignment}/decline         | expert           | | {"reason": "x"}
            POST assignments/{assignment}/declare         | expert           | | {"reason": "x"}
            POST assignments/{assignment}/replace         | keepers          | | {"reason": "x"}
            PUT assignments/{assignment}/scores           | expert           | | {"scores": []}
            GET assignments/{assignment}/sheet            | expert           |
            POST assignments/{assignment}/stop            | keepers          |
            POST assignments/{assignment}/withdraw        | keepers          | | {"reason": "x"}
            GET applications/{application}/assessments    | department gckr chief auditor expert |
            GET applications/{application}/assessments/conflicts | department gckr chief auditor |
            POST applications/{application}/assessments/conflicts | keepers   | | {"expert": "x"}
            GET applications/{application}/assessments/discussion | department gckr chief auditor expert |
            POST applications/{application}/assessments/discussion/close | keepers | | {"result": "x"}
            GET applications/{application}/assessments/opinion | department gckr chief commission auditor |
            POST applications/{application}/assessments/opinion | keepers    | | {"synergy": {"met": true, "reason": "x"}, "novelty": {"met": true, "reason": "x"}, "budget": {"met": true, "reason": "x"}, "document": {"title": "t", "date": "2019-01-01"}}
            GET experts                                   | department gckr chief commission auditor |
            POST experts                                  | keepers          | | {"login": "nobody", "fields": ["IT"], "from": "2019-01-01"}
            POST experts/ties                             | expert           | | {"enterprises": [], "relatives": []}
            GET experts/{login}                           | department gckr chief commission auditor expert |
            PUT experts/{login}                           | keepers          | | {"login": "nobody", "fields": ["IT"], "from": "2019-01-01"}
            GET rankings/{call}                           | department gckr chief commission auditor |
            GET rankings/{call}/board                     | department gckr chief auditor |
            GET rankings/{call}/places                    | department gckr chief commission auditor |
            GET rankings/{call}/scores.xlsx               | department gckr chief auditor |
            GET audit                                     | auditor admin    |
            GET audit/seals                               | auditor admin    |
            GET calendar                                  | joining          |
            POST calendar                                 | department       | | {"year": 2026, "basis": "x", "daysOff": []}
            GET calendar/term                             | joining          | from=2026-03-02&days=1 |
            GET calendar/{year}                           | joining          |
            PUT calendar/{year}                           | department       | | {"basis": "x", "daysOff": []}
            GET calls                                     | joining          |
            POST calls                                    | department       | | {"programme": "NO_SUCH", "measure": "1"}
            GET calls/transitions                         | joining          |
            GET calls/{call}                              | joining          |
            PUT calls/{call}                              | department       | | {"pilot": true}
            POST calls/{call}/amend                       | department       | | {"reason": "x"}
            GET calls/{call}/announcement                 | joining          |
            POST calls/{call}/cancel                      | department chief | | {"reason": "x"}
            POST calls/{call}/check                       | department       |
            POST calls/{call}/complete                    | department chief |
            POST calls/{call}/copy                        | department       | | {}
            GET calls/{call}/difference                   | department chief gckr accountant auditor |
            POST calls/{call}/discard                     | department chief | | {"reason": "x"}
            GET calls/{call}/editions                     | joining          |
            GET calls/{call}/faults                       | department chief gckr accountant auditor |
            GET calls/{call}/openness                     | department gckr chief commission auditor |
            POST calls/{call}/publish                     | department chief |
            GET clusters                                  | clusters         |
            POST clusters                                 | keepers          | | {"sector": "XX", "name": "x", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}
            GET clusters/{id}/applications                | joining          |
            POST clusters/{id}/applications               | department gckr applicant | | {"inn": "7707083893", "roles": ["OTHER"], "submittedOn": "2019-01-02", "document": {"title": "t", "date": "2019-01-01"}}
            GET clusters/{id}/applications/{application}  | joining          |
            POST clusters/{id}/applications/{application}/admit | keepers    | | {"decidedOn": "2019-01-02", "from": "2019-01-02", "document": {"title": "t", "date": "2019-01-01"}}
            POST clusters/{id}/applications/{application}/annul | department | | {"reason": "x"}
            GET clusters/{id}/applications/{application}/effect | ownership  |
            POST clusters/{id}/applications/{application}/refuse | keepers   | | {"decidedOn": "2019-01-02", "withoutListedGround": true, "reason": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST clusters/{id}/applications/{application}/withdraw | department gckr applicant | | {}
            GET clusters/{id}/refusal-grounds             | joining          |
            POST clusters/{id}/refusal-grounds            | keepers          | | {"code": "?", "nameRu": "x", "nameEn": "x", "document": {"title": "t", "date": "2019-01-01"}, "clause": "1", "from": "2019-01-01"}
            GET clusters/export                           | clusters         |
            POST clusters/take-on                         | keepers          |
            GET clusters/take-on/template                 | keepers          |
            PATCH clusters/{id}                           | keepers          | | {"name": "x"}
            GET clusters/{id}                             | clusters         |
            GET clusters/{id}/agreements                  | clusters         |
            POST clusters/{id}/agreements                 | keepers          | | {"number": "1", "date": "2019-01-01", "subject": "x", "parties": ["7707083893", "7736050003"]}
            GET clusters/{id}/agreements/{agreement}      | clusters         |
            POST clusters/{id}/agreements/{agreement}/end | keepers          | | {"from": "2019-01-01", "reason": "x"}
            GET clusters/{id}/agreements/{agreement}/file | clusters         |
            POST clusters/{id}/agreements/{agreement}/file | keepers         | fileName=x.pdf | x
            POST clusters/{id}/close                      | keepers          | | {"to": "2018-01-01", "reason": "x"}
            GET clusters/{id}/conclusions                 | registry         |
            POST clusters/{id}/conclusions                | keepers          | | {"rule": "E5", "part": "RIGHT_TO_APPEAL", "outcome": "MET", "statement": "x", "document": {"title": "t", "number": "1", "date": "2019-01-01"}, "validFrom": "2019-01-01"}
            DELETE clusters/{id}/conclusions/{conclusion} | keepers          |
            GET clusters/{id}/conclusions/{conclusion}    | registry         |
            PUT clusters/{id}/curator                     | keepers          | | {"curator": "gckr", "from": "2019-01-01"}
            GET clusters/{id}/documents                   | clusters         |
            POST clusters/{id}/documents                  | keepers          | kind=CHARTER&title=x&date=2019-01-01 |
            DELETE clusters/{id}/documents/{document}     | keepers          |
            GET clusters/{id}/documents/{document}/file   | clusters         |
            GET clusters/{id}/history                     | clusters         |
            GET clusters/{id}/members                     | clusters         |
            POST clusters/{id}/members                    | keepers          | | {"inn": "7707083893", "roles": ["OTHER"], "from": "2019-01-01"}
            GET clusters/{id}/members/timeline            | clusters         |
            GET clusters/{id}/members/{inn}               | clusters         |
            DELETE clusters/{id}/members/{inn}            | keepers          |
            PATCH clusters/{id}/members/{inn}             | keepers          | | {"roles": ["OTHER"], "from": "2019-01-01"}
            PUT clusters/{id}/organisation                | keepers          | | {"organisation": {"inn": "7707083893"}, "from": "2019-01-01"}
            GET clusters/{id}/passport                    | policy           |
            GET clusters/{id}/sector-hints                | registry         |
            GET clusters/{id}/territory                   | registry         |
            GET clusters/{id}/still-valid                 | registry         |
            GET clusters/{id}/verdict                     | registry         |
            GET clusters/{id}/verdict.pdf                 | registry         |
            GET clusters/{id}/verdicts                    | registry         |
            POST clusters/{id}/verdicts                   | keepers          |
            GET clusters/{id}/verdicts/{verdict}          | registry         |
            GET clusters/{id}/verdicts/{verdict}/comparison | registry       |
            GET clusters/{id}/verdicts/{verdict}/difference | registry       | to=00000000-0000-0000-0000-000000000000 |
            GET clusters/{id}/waivers                     | registry         |
            POST clusters/{id}/waivers                    | keepers          | | {"rule": "E3", "statement": "x", "act": "NO_SUCH", "paragraph": "1", "document": {"title": "t", "number": "1", "date": "2019-01-01"}, "validFrom": "2019-01-01", "validTo": "2019-02-01"}
            GET clusters/{id}/waivers/{waiver}            | registry         |
            DELETE clusters/{id}/waivers/{waiver}         | department chief gckr | reason=x |
            POST clusters/{id}/waivers/{waiver}/give      | chief            |
            POST clusters/{id}/waivers/{waiver}/refuse    | chief            | | {"reason": "x"}
            POST clusters/{id}/what-if                    | ownership        | | {"changes": []}
            GET consultations                             | journal          |
            POST consultations                            | gckr             | | {"inn": "7707083893", "heldOn": "2999-01-01", "form": "VISIT", "topic": "x"}
            GET consultations/advised                     | journal          | login=gckr&inn=7707083893&before=2019-01-01 |
            GET consultations/{consultation}              | journal          |
            PUT consultations/{consultation}              | keepers          | | {"inn": "7707083893", "heldOn": "2019-01-01", "form": "VISIT", "topic": "x"}
            POST consultations/{consultation}/remove      | department       | | {"reason": "x"}
            GET dashboards/{board}                        | policy           |
            GET deputies                                  | auditor admin    |
            POST deputies                                 | admin            | | {"deputy": "nobody", "deputised": "expert", "from": "2019-01-01", "to": "2019-01-02", "document": {"title": "t", "date": "2019-01-01"}}
            GET deputies/{order}                          | auditor admin    |
            POST deputies/{order}/end                     | admin            | | {"from": "2019-01-01", "reason": "x"}
            GET entities                                  | registry         |
            GET entities/export.xlsx                      | registry         |
            GET entities/{inn}                            | registry         |
            GET entities/{inn}/facts                      | registry         |
            POST entities/{inn}/facts                     | keepers          | | {"fact": "INNOVATIVE", "value": "??", "from": "2019-01-01", "document": {"title": "t", "number": "1", "date": "2019-01-01"}}
            GET entities/{inn}/facts/{id}                 | registry         |
            DELETE entities/{inn}/facts/{id}              | department       | from=2019-01-01 |
            POST entities/{inn}/facts/{id}/confirm        | department       |
            POST entities/{inn}/facts/{id}/refuse         | keepers          | | {"reason": "x"}
            GET entities/{inn}/history                    | registry         |
            GET entities/{inn}/sme-assessment             | ownership        |
            GET entities/{inn}/sector-hint                | registry         |
            GET entities/{inn}/sites                      | registry         |
            POST entities/{inn}/sites                     | keepers          | | {"address": "x", "document": {"title": "t", "date": "2019-01-01"}, "from": "2019-01-01"}
            DELETE entities/{inn}/sites/{site}            | keepers          | from=2019-01-01 |
            GET facts                                     | registry         |
            GET clusters/{id}/lineage                     | clusters         |
            GET mergers                                   | clusters         |
            POST mergers                                  | keepers          | | {"clusters": ["IT-999999"], "successor": "IT-999998", "day": "2019-01-02", "document": {"title": "t", "date": "2019-01-01"}}
            GET mergers/{merger}                          | clusters         |
            GET mergers/{merger}/effect                   | ownership        |
            POST mergers/{merger}/confirm                 | department       |
            POST mergers/{merger}/refuse                  | keepers          | | {"reason": "x"}
            GET in-kind-coverage/clusters                 | kindOffice       |
            GET in-kind-coverage/sectors                  | kindOffice       |
            GET in-kind-offers                            | kind             |
            GET in-kind-offers/kinds                      | kind             |
            GET in-kind-objects                           | kindOffice       |
            POST in-kind-objects                          | department gckr infrastructure | | {"organisation": "00000000-0000-0000-0000-000000000000", "kind": "EQUIPMENT", "name": "x"}
            GET in-kind-objects/{object}                  | kindOffice       |
            GET in-kind-objects/{object}/calendar         | kindOffice       |
            GET in-kind-requests                          | kind             |
            POST in-kind-requests                         | department gckr infrastructure applicant service | | {"inn": "7707083893", "sector": "IT", "offer": "00000000-0000-0000-0000-000000000000", "form": "CONSULTING", "kind": "CONSULTATION", "unit": "HOUR", "quantity": 1, "purpose": "x", "startsOn": "2019-01-01", "endsOn": "2019-01-02"}
            GET in-kind-requests/transitions              | kind             |
            GET in-kind-requests/{request}                | kind             |
            GET in-kind-requests/{request}/check          | kindOffice       |
            POST in-kind-requests/{request}/release       | gckr infrastructure chief | | {"reason": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST in-kind-requests/{request}/approve       | gckr infrastructure chief | | {}
            POST in-kind-requests/{request}/refuse        | gckr infrastructure chief | | {"reason": "x"}
            POST in-kind-requests/{request}/withdraw      | department gckr infrastructure applicant service | | {"reason": "x"}
            POST in-kind-requests/{request}/cancel        | gckr infrastructure applicant service | | {"reason": "x"}
            POST in-kind-requests/{request}/schedule      | gckr infrastructure | | {"startsOn": "2019-01-01", "endsOn": "2019-01-02"}
            POST in-kind-requests/{request}/deliver       | gckr infrastructure | | {"quantity": 1, "startsOn": "2019-01-01", "endsOn": "2019-01-02", "value": "1.00", "document": {"title": "t", "date": "2019-01-01"}}
            POST in-kind-requests/{request}/confirm       | applicant service | | {"quality": 5, "timeliness": 5}
            POST in-kind-requests/{request}/dispute       | applicant service | | {"reason": "x"}
            GET infrastructure                            | clusters         |
            POST infrastructure                           | keepers          | | {"inn": "7707083893", "kind": "XX", "name": "x", "from": "2019-01-01"}
            GET infrastructure-coverage                   | clusters         |
            GET infrastructure-coverage/export            | clusters         |
            POST infrastructure-coverage/needs            | department       | | {"sector": "IT", "service": "TESTING", "year": 1900, "amount": 1, "basis": "x"}
            GET infrastructure-directory/kinds            | clusters         |
            GET infrastructure-directory/requirements     | clusters         |
            POST infrastructure-directory/requirements    | department       | | {"kind": "XX", "textRu": "x", "textEn": "x", "act": "x", "paragraph": "x", "from": "2019-01-01"}
            GET infrastructure-directory/services         | clusters         |
            GET infrastructure/{organisation}             | clusters         |
            PATCH infrastructure/{organisation}           | keepers          | | {"kind": "OTHER", "name": "x", "from": "2019-01-01"}
            GET infrastructure/{organisation}/accreditations | clusters      |
            POST infrastructure/{organisation}/accreditations | keepers      | | {"from": "2019-01-01", "to": "2020-01-01", "checks": []}
            GET infrastructure/{organisation}/accreditations/{accreditation} | clusters |
            POST infrastructure/{organisation}/accreditations/{accreditation}/give | department |
            POST infrastructure/{organisation}/accreditations/{accreditation}/refuse | keepers | | {"reason": "x"}
            POST infrastructure/{organisation}/accreditations/{accreditation}/withdraw | department | | {"from": "2019-01-01", "reason": "x"}
            POST infrastructure/{organisation}/close      | keepers          | | {"to": "2020-01-01", "reason": "x"}
            POST infrastructure/{organisation}/offers     | keepers          | | {"service": "TESTING", "capacity": 1, "from": "2019-01-01"}
            DELETE infrastructure/{organisation}/offers/{offer} | keepers    | from=2019-01-01 |
            POST infrastructure/{organisation}/officers   | keepers          | | {"login": "infrastructure", "from": "2019-01-01"}
            DELETE infrastructure/{organisation}/officers/{login} | keepers  | from=2019-01-01 |
            GET bank/accounts                             | books            |
            POST bank/accounts                            | chief            | | {"number": "40201810200000000001", "bic": "044525000", "bank": "x", "holder": "x", "inn": "7700000016", "oktmo": "x", "pays": false, "from": "2019-01-01"}
            GET bank/accounts/{account}                   | books            |
            POST bank/accounts/{account}/close            | chief            | | {"until": "2019-01-01"}
            GET bank/documents                            | books            |
            GET bank/documents/{document}                 | books            |
            POST bank/documents/{document}/assign         | accountant       | | {"kind": "x", "id": "x"}
            GET bank/documents/{document}/candidates      | books            |
            POST bank/documents/{document}/match          | accountant chief | | {"instruction": "00000000-0000-0000-0000-000000000000"}
            GET bank/documents/{document}/subjects        | accountant chief |
            POST bank/documents/{document}/unassign       | accountant       | | {"reason": "x"}
            POST bank/documents/{document}/undo           | accountant chief | | {"reason": "x"}
            GET bank/statements                           | books            |
            POST bank/statements                          | accountant       | fileName=x.txt | x
            GET bank/statements/transitions               | books            |
            GET bank/statements/{statement}               | books            |
            POST bank/statements/{statement}/accept       | accountant chief | | {"reason": "x"}
            POST bank/statements/{statement}/discard      | accountant chief | | {"reason": "x"}
            GET bank/statements/{statement}/documents     | books            |
            GET payment-orders                            | books            |
            GET payment-orders/transitions                | books            |
            GET payment-orders/{order}                    | books            |
            GET payment-orders/{order}/file               | books            | format=1c |
            POST payment-orders/{order}/reject            | accountant       | | {"on": "2019-01-01", "reason": "x"}
            POST payment-orders/{order}/repeat            | department chief | | {}
            POST payment-orders/{order}/withdraw          | department chief | | {"reason": "x"}
            GET ledger/accounts                           | books            |
            GET ledger/accounts/{code}                    | books            |
            GET ledger/accounts/{code}/lines              | books            |
            GET ledger/entries                            | books            |
            GET ledger/entries/{entry}                    | books            |
            GET ledger/execution                          | books            |
            GET ledger/execution/groups                   | books            | by=CALL
            GET ledger/execution/groups/entries           | books            | by=CALL&figure=PAID
            GET ledger/faults                             | books            |
            GET ledger/journal.beancount                  | books            |
            GET ledger/journal.csv                        | books            |
            GET ledger/journal.hledger                    | books            |
            GET ledger/months                             | books            |
            POST ledger/months                            | accountant chief | | {"through": "2999-12-31"}
            GET ledger/notices                            | books            |
            POST ledger/notices                           | accountant chief | | {"kind": "LIMIT", "effectiveOn": "2019-01-01", "document": {"title": "t", "date": "2019-01-01"}, "lines": []}
            GET ledger/notices/transitions                | books            |
            GET ledger/notices/{notice}                   | books            |
            POST ledger/notices/{notice}/discard          | accountant chief | | {"reason": "x"}
            POST ledger/notices/{notice}/post             | accountant chief | | {}
            POST ledger/notices/{notice}/reverse          | chief            | | {"reason": "x"}
            GET ledger/stages                             | books            |
            GET ledger/trial-balance                      | books            |
            GET ledger/opening-balances                   | books            |
            POST ledger/opening-balances                  | accountant       | fileName=x.xlsx&effectiveOn=2026-03-02 | x
            GET ledger/opening-balances/template          | books            |
            GET ledger/opening-balances/transitions       | books            |
            GET ledger/opening-balances/{opening}         | books            |
            POST ledger/opening-balances/{opening}/cancel | accountant chief | | {"reason": "x"}
            POST ledger/opening-balances/{opening}/post   | chief            | | {}
            GET ledger/opening-balances/{opening}/rows    | books            |
            GET ledger/year-ends                          | books            |
            POST ledger/year-ends                         | accountant       | | {"year": 2004, "lines": []}
            GET ledger/year-ends/remainders               | books            | year=2026
            GET ledger/year-ends/transitions              | books            |
            GET ledger/year-ends/{yearEnd}                | books            |
            POST ledger/year-ends/{yearEnd}/carry-out     | chief            | | {}
            POST ledger/year-ends/{yearEnd}/discard       | accountant chief | | {"reason": "x"}
            GET me                                        | all              |
            GET joining-applications                      | joining          |
            GET joining-parameters                        | clusters         |
            POST joining-parameters                       | department       | | {"code": "ANSWER_DAYS", "value": 0, "from": "2019-01-01"}
            GET name-retention                            | admin            |
            POST name-retention                           | admin            | | {"years": -1}
            POST name-retention/forget                    | admin            |
            GET organisations                             | admin            |
            POST organisations                            | admin            | | {"name": " "}
            GET organisations/{id}                        | admin            |
            PUT organisations/{id}                        | admin            | | {"name": "x"}
            GET programmes                                | joining          |
            POST programmes                               | department       | | {"code": "NO_SUCH", "nameRu": "x", "nameEn": "x", "firstYear": 2010, "lastYear": 2012, "firstAwardOn": "2011-01-01", "acts": [{"act": "NO_SUCH"}], "measures": []}
            GET programmes/{programme}                    | joining          |
            PUT programmes/{programme}                    | department       | | {"nameRu": "x", "nameEn": "x", "firstYear": 2010, "lastYear": 2012, "firstAwardOn": "2011-01-01", "acts": [{"act": "NO_SUCH"}], "measures": []}
            GET applications | department gckr chief accountant infrastructure commission auditor applicant service |
            POST applications | department gckr infrastructure applicant service |  | {"call": "00000000-0000-0000-0000-000000000000", "project": "00000000-0000-0000-0000-000000000000"}
            GET applications/transitions | department gckr chief accountant infrastructure commission auditor applicant service |
            GET applications/{application} | department gckr chief accountant infrastructure commission auditor applicant service |
            GET applications/{application}/answers | department gckr chief accountant infrastructure commission auditor applicant service |
            POST applications/{application}/admit | department gckr |  | {}
            POST applications/{application}/certify | department gckr infrastructure applicant service |  | {}
            GET applications/{application}/document.pdf | department gckr chief accountant infrastructure commission auditor applicant service |
            POST applications/{application}/documents | department gckr infrastructure applicant service | requirement=x&fileName=x.pdf | x
            GET applications/{application}/documents/{file} | department gckr chief accountant infrastructure commission auditor applicant service |
            DELETE applications/{application}/documents/{file} | department gckr infrastructure applicant service |
            POST applications/{application}/paper | department gckr infrastructure | journal=1&arrivedAt=2026-01-01T00:00:00Z&fileName=x.pdf | x
            POST applications/{application}/recall | department gckr infrastructure applicant service |  | {}
            GET applications/{application}/receipt | department gckr chief accountant infrastructure commission auditor applicant service |
            GET applications/{application}/receipt.pdf | department gckr chief accountant infrastructure commission auditor applicant service |
            POST applications/{application}/reject | department gckr |  | {"act": "x", "edition": "2019-01-01", "paragraph": "1", "reason": "x"}
            POST applications/{application}/return | department gckr |  | {"remarks": [{"section": "PROJECT", "text": "x"}]}
            GET applications/{application}/rounds | department gckr chief accountant infrastructure commission auditor applicant service |
            GET applications/{application}/sections | department gckr chief accountant infrastructure commission auditor applicant service |
            PUT applications/{application}/sections/applicant | department gckr infrastructure applicant service |  | {"person": "x"}
            PUT applications/{application}/sections/declarations | department gckr infrastructure applicant service |  | {"declarations": []}
            PUT applications/{application}/sections/project | department gckr infrastructure applicant service |  | {"purpose": "x"}
            GET applications/{application}/standing | department gckr chief auditor |
            POST applications/{application}/submit | department gckr infrastructure applicant service |  | {}
            POST applications/{application}/withdraw | department gckr infrastructure applicant service |  | {"reason": "x"}
            GET interagency-requests | department gckr chief commission auditor |
            POST interagency-requests | department gckr |  | {"application": "00000000-0000-0000-0000-000000000000", "subject": "TAX_DEBT", "body": "x", "question": "x"}
            POST interagency-requests/answers | department gckr | fileName=x.csv | ?;?
            GET interagency-requests/{request} | department gckr chief commission auditor |
            POST interagency-requests/{request}/answer | department gckr |  | {"outcome": "NEUTRAL", "answer": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST interagency-requests/{request}/revoke | department gckr |
            GET mandates | admin auditor |
            POST mandates | admin |  | {"login": "nobody", "organisation": "7707083893", "from": "2026-01-01", "until": "2027-01-01", "document": {"title": "t", "date": "2019-01-01"}}
            DELETE mandates/{mandate} | admin |
            GET project-indicators                        | department gckr chief accountant auditor applicant service expert commission |
            POST project-indicators                       | department       | | {"code": "?", "direction": "STAFF", "nameRu": "x", "nameEn": "x", "unitRu": "x", "unitEn": "x", "sense": "MORE"}
            GET projects                                  | department gckr chief auditor applicant service |
            POST projects                                 | department gckr applicant service | | {"kind": "CLUSTER", "lead": "7707083893", "content": {"title": " "}}
            GET projects/{project}                        | department gckr chief auditor applicant service |
            PUT projects/{project}                        | department gckr applicant service | | {"title": "x"}
            GET projects/{project}/check                  | department gckr chief auditor |
            GET projects/{project}/consents               | department gckr chief auditor applicant service |
            POST projects/{project}/consents              | department gckr applicant service | | {"inn": "7707083893", "part": "x"}
            POST projects/{project}/consents/withdraw     | department gckr applicant service | | {"inn": "7707083893", "reason": "x"}
            POST projects/{project}/direction-approvals   | department       | | {"text": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST projects/{project}/documents             | department gckr applicant service | title=x&fileName=x.pdf | x
            GET projects/{project}/documents/{document}/file | department gckr chief auditor applicant service |
            GET projects/{project}/editions/{number}      | department gckr chief auditor applicant service |
            GET projects/{project}/editions/{number}/participants | department gckr chief auditor applicant service |
            GET projects/{project}/evidence               | department gckr chief auditor applicant service |
            POST projects/{project}/evidence              | keepers          | | {"condition": "TAX_DEBT", "met": true, "statement": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST projects/{project}/evidence/{evidence}/withdraw | keepers   | | {"reason": "x"}
            GET projects/{project}/faults                 | department gckr chief auditor applicant service |
            GET projects/{project}/funding                | department gckr chief auditor applicant service |
            GET ownership/affiliation                     | ownership        | a=inn:7707083893&b=inn:7707083893 |
            GET ownership/affiliation.pdf                 | ownership        | a=inn:7707083893&b=inn:7707083893 |
            GET ownership/bods                            | imports          | entity=inn:7707083893 |
            GET ownership/holding                         | ownership        | owner=inn:7707083893&subject=inn:7707083893 |
            GET ownership/imports                         | imports          |
            POST ownership/imports                        | department       |
            GET ownership/imports/{id}                    | imports          |
            GET ownership/imports/{id}/problems           | imports          |
            POST ownership/imports/{id}/restart           | department       |
            POST ownership/imports/{id}/stop              | department       |
            POST ownership/imports/{id}/withdraw          | department chief | | {"reason": "x"}
            GET ownership/person-matches                  | imports          |
            POST ownership/person-matches                 | department       | | {"one": "inn:7707083893", "other": "inn:7707083893", "same": true, "reason": "x"}
            GET ownership/readings                        | department chief gckr auditor |
            POST ownership/readings                       | department chief | | {"code": "DEPTH", "value": "0", "from": "2019-01-01", "basis": "x"}
            GET ownership/readings/proposals              | department chief gckr auditor |
            GET ownership/readings/proposals/{id}         | department chief gckr auditor |
            POST ownership/readings/proposals/{id}/confirm | department chief |
            GET ownership/readings/proposals/{id}/preview | department chief gckr auditor |
            POST ownership/readings/proposals/{id}/refuse | department chief |
            GET ownership/stakes                          | imports          |
            POST ownership/stakes                         | department       | | {"owner": {"inn": "7707083893"}, "subject": {"inn": "7707083893"}, "kind": "BOARD", "from": "2019-01-01", "document": {"title": "t", "number": "1", "date": "2019-01-01"}}
            GET ownership/stakes/{id}                     | imports          |
            DELETE ownership/stakes/{id}                  | department       | from=2019-01-01 |
            GET refusal-grounds                           | joining          |
            POST refusal-grounds                          | department       | | {"code": "?", "nameRu": "x", "nameEn": "x", "from": "2019-01-01"}
            POST refusal-grounds/{ground}/end             | department       | | {"from": "2019-01-01"}
            GET register/releases                         | releases         |
            POST register/releases                        | department       |
            GET register/releases/{id}                    | releases         |
            GET register/releases/{id}/changes            | releases         |
            GET register/releases/{id}/problems           | releases         |
            POST register/releases/{id}/restart           | department       |
            POST register/releases/{id}/stop              | department       |
            GET register/releases/{id}/withdraw           | department chief |
            POST register/releases/{id}/withdraw          | department chief | | {"reason": "x"}
            GET reports/critical-mass                     | clusters         |
            GET reports/joining                           | clusters         |
            GET rule-drafts                               | department chief gckr auditor |
            POST rule-drafts                              | department chief | | {"ruleSet": "NONE", "version": 1}
            GET rule-drafts/{id}                          | department chief gckr auditor |
            PUT rule-drafts/{id}                          | department chief | | {"nameRu": null, "nameEn": null, "from": null, "pilot": true, "basis": null, "citations": [], "parameters": [], "examples": [], "clauses": []}
            POST rule-drafts/{id}/check                   | department chief |
            GET rule-drafts/{id}/comments                 | department chief gckr auditor |
            POST rule-drafts/{id}/comments                | department chief gckr auditor | | {"body": "x"}
            POST rule-drafts/{id}/comments/{comment}/answer | department chief | | {"answer": "x"}
            POST rule-drafts/{id}/discard                 | department chief | | {"reason": "x"}
            POST rule-drafts/{id}/examples                | department chief |
            GET rule-drafts/{id}/faults                   | department chief gckr auditor |
            POST rule-drafts/{id}/open                    | department chief | | {"days": 5}
            GET rule-drafts/{id}/preview                  | department chief gckr auditor |
            POST rule-drafts/{id}/publish                 | department chief |
            GET rule-sets                                 | registry         |
            GET fix-weights                               | ownership        |
            POST fix-weights                              | department chief | | {"kind": "REMOVE_MEMBER", "weight": -1, "from": "2019-01-01"}
            GET rule-sets/{ruleSet}                       | clusters         |
            GET sectors                                   | clusters         |
            POST sectors                                  | department       | | {"code": "IT", "nameRu": "x", "nameEn": "x", "from": "2019-01-01"}
            GET sme-disagreements                         | ownership        |
            POST sme-disagreements/assess                 | department       |
            GET structure                                 | clusters         |
            GET support/batches                           | department chief auditor |
            POST support/batches                          | department       |
            GET support/batches/transitions               | department chief auditor |
            GET support/batches/waiting                   | department chief auditor |
            GET support/batches/{batch}                   | department chief auditor |
            GET support/batches/{batch}/answers           | department chief auditor |
            POST support/batches/{batch}/answers          | department       |
            POST support/batches/{batch}/cancel           | department chief | | {"reason": "x"}
            GET support/batches/{batch}/file              | department chief auditor |
            GET support/batches/{batch}/held              | department chief auditor |
            GET support/batches/{batch}/items             | department chief auditor |
            GET open-data/publications                    | department chief auditor |
            POST open-data/publications                   | department       | | {"asOf": "2019-01-01"}
            GET open-data/publications/transitions        | department chief auditor |
            GET open-data/publications/{publication}      | department chief auditor |
            POST open-data/publications/{publication}/discard | department chief | | {"reason": "x"}
            GET open-data/publications/{publication}/files/{file} | department chief auditor |
            GET open-data/publications/{publication}/findings | department chief auditor |
            POST open-data/publications/{publication}/publish | chief        | | {}
            POST open-data/publications/{publication}/withdraw | chief       | | {"reason": "x"}
            POST open-data/public-titles                  | department chief | | {"agreement": "00000000-0000-0000-0000-000000000000", "title": "x"}
            POST support/batches/{batch}/release          | chief            | | {}
            GET support/check                             | registry         | inn=7707083893&form=FINANCIAL&kind=GRANT |
            GET support/forms                             | registry         |
            GET support/given                             | registry         | inn=7707083893 |
            GET support/imports                           | registry         |
            POST support/imports                          | department       |
            GET support/imports/{id}                      | registry         |
            GET support/imports/{id}/problems             | registry         |
            POST support/imports/{id}/restart             | department       |
            POST support/imports/{id}/stop                | department       |
            POST support/imports/{id}/withdraw            | department chief | | {"reason": "x"}
            GET support/kinds                             | registry         |
            POST support/kinds                            | department       | | {"form": "XX", "code": "XX", "nameRu": "x", "nameEn": "x", "basis": "x", "from": "2019-01-01"}
            GET support/parameters                        | registry         |
            POST support/parameters                       | department       | | {"code": "RELEASE_DAYS", "value": "0", "from": "2019-01-01", "basis": "x"}
            GET support/records                           | registry         |
            POST support/records                          | keepers          | | {"inn": "7707083893", "providerInn": "7707083893", "form": "XX", "kind": "XX", "purpose": "x", "decidedOn": "2019-01-01", "endsOn": "2019-01-02", "size": "1", "unit": "ROUBLE", "document": {"title": "t", "date": "2019-01-01"}}
            GET support/records/{record}                  | registry         |
            POST support/records/{record}/annul           | department       | | {"reason": "x"}
            POST support/records/{record}/number          | keepers          | | {"registerNumber": "x"}
            POST support/records/{record}/stop            | keepers          | | {"stoppedOn": "2019-01-01", "document": {"title": "t", "date": "2019-01-01"}}
            GET support/register-kinds                    | department chief auditor |
            POST support/register-kinds                   | department       |
            GET support/register-kinds/assigned           | department chief auditor |
            POST support/register-kinds/assigned          | department       | | {"form": "XX", "kind": "XX"}
            GET support/units                             | registry         |
            GET support/violations                        | registry         |
            POST support/violations                       | keepers          | | {"inn": "7707083893", "record": "00000000-0000-0000-0000-000000000000", "kind": "OTHER", "recognisedOn": "2019-01-01", "description": "x", "document": {"title": "t", "date": "2019-01-01"}}
            GET support/violations/{violation}            | registry         |
            POST support/violations/{violation}/annul     | department       | | {"reason": "x"}
            POST support/violations/{violation}/correct   | keepers          | | {"correctedOn": "2019-01-01", "document": {"title": "t", "date": "2019-01-01"}}
            GET council-bodies                            | department gckr chief expert commission auditor |
            POST council-bodies                           | department       | | {"code": "?", "kind": "COMMISSION", "nameRu": "x", "genitive": "x", "nameEn": "x"}
            GET council-bodies/{body}                     | department gckr chief expert commission auditor |
            GET council-bodies/{body}/orders              | department gckr chief expert commission auditor |
            POST council-bodies/{body}/orders             | department       | | {"from": "2019-01-01", "document": {"title": "t", "date": "2019-01-01"}}
            GET council-bodies/{body}/regulations         | department gckr chief expert commission auditor |
            POST council-bodies/{body}/regulations        | department       | | {"from": "2019-01-01", "quorum": {"numerator": "1", "denominator": "2"}, "moreThan": true, "recused": "ABSENT", "majority": "ALL_VOTES", "castingVote": true, "inAbsentia": true, "appealDays": 10, "document": {"title": "t", "date": "2019-01-01"}}
            GET sittings                                  | department gckr chief expert commission auditor |
            POST sittings                                 | keepers          | | {"body": "NO_SUCH", "call": "00000000-0000-0000-0000-000000000000", "form": "MEETING", "heldOn": "2019-01-01", "place": "x"}
            GET sittings/transitions                      | department gckr chief expert commission auditor |
            GET sittings/{sitting}                        | department gckr chief expert commission auditor |
            PUT sittings/{sitting}                        | keepers          | | {"heldOn": "2019-01-01", "place": "x"}
            POST sittings/{sitting}/attendance            | keepers          | | {"seat": "00000000-0000-0000-0000-000000000000", "presence": "PRESENT"}
            POST sittings/{sitting}/cancel                | keepers          | | {"reason": "x"}
            POST sittings/{sitting}/close                 | keepers          |
            POST sittings/{sitting}/items                 | keepers          | | {"applications": []}
            POST sittings/{sitting}/items/{item}/motions  | keepers          | | {"motion": "RESERVE", "reason": "x"}
            POST sittings/{sitting}/items/{item}/recusals | department gckr chief expert commission | | {"seat": "00000000-0000-0000-0000-000000000000", "reason": "x"}
            POST sittings/{sitting}/motions/{motion}/votes | department gckr chief expert commission | | {"seat": "00000000-0000-0000-0000-000000000000", "choice": "FOR"}
            POST sittings/{sitting}/open                  | keepers          |
            POST sittings/{sitting}/reopen                | keepers          |
            GET protocols                                 | department gckr chief expert commission auditor |
            POST protocols                                | keepers          | | {"sitting": "00000000-0000-0000-0000-000000000000"}
            GET protocols/transitions                     | department gckr chief expert commission auditor |
            GET protocols/{protocol}                      | department gckr chief expert commission auditor |
            PUT protocols/{protocol}                      | keepers          | | {"annexes": []}
            DELETE protocols/{protocol}                   | keepers          |
            GET protocols/{protocol}/docx                 | department gckr chief expert commission auditor |
            POST protocols/{protocol}/number              | keepers          |
            GET protocols/{protocol}/pdf                  | department gckr chief expert commission auditor |
            GET protocols/{protocol}/scan                 | department gckr chief expert commission auditor |
            POST protocols/{protocol}/sign                | chief            | fileName=x.pdf | x
            GET decisions                                 | department gckr chief accountant commission auditor applicant service |
            POST decisions                                | department chief | | {"motion": "00000000-0000-0000-0000-000000000000"}
            POST decisions/of-protocol                    | department chief | | {"protocol": "00000000-0000-0000-0000-000000000000"}
            GET decisions/results                         | joining          | call=00000000-0000-0000-0000-000000000000 |
            GET decisions/{decision}                      | department gckr chief accountant commission auditor applicant service |
            GET decisions/{decision}/letter               | department gckr chief accountant commission auditor applicant service |
            GET appeals                                   | department gckr chief commission auditor applicant service |
            POST appeals                                  | applicant service | | {"application": "00000000-0000-0000-0000-000000000000", "text": "x"}
            GET appeals/transitions                       | department gckr chief commission auditor applicant service |
            GET appeals/{appeal}                          | department gckr chief commission auditor applicant service |
            POST appeals/{appeal}/dismiss                 | department chief | | {"reason": "x"}
            POST appeals/{appeal}/uphold                  | department chief | | {"reason": "x"}
            POST appeals/{appeal}/withdraw                | applicant        |
            GET agreements | department chief accountant gckr auditor applicant service |
            POST agreements | department |  | {"application": "00000000-0000-0000-0000-000000000000"}
            GET agreements/transitions | department chief accountant gckr auditor applicant service |
            GET agreements/waiting | department chief accountant auditor |
            GET agreements/{agreement} | department chief accountant gckr auditor applicant service |
            PUT agreements/{agreement} | department |  | {"article": "ARTICLE_78", "treasurySupport": false, "vatEligible": false, "instalments": [], "targets": []}
            POST agreements/{agreement}/amend | department |  | {"reason": "x"}
            GET agreements/{agreement}/breaches | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/breaches | department |  | {"kind": "MISUSE", "description": "x", "document": {"title": "t", "date": "2019-01-01"}}
            POST agreements/{agreement}/cancel | chief |  | {"reason": "x"}
            POST agreements/{agreement}/complete | chief |  | {}
            POST agreements/{agreement}/drop | department |  | {}
            GET agreements/{agreement}/editions/{number}/text | department chief accountant gckr auditor applicant service |
            GET agreements/{agreement}/evidence | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/evidence | department accountant applicant service |  | {"stage": 1, "source": "OWN", "amount": "1.00", "issuer": "7707083893", "document": {"title": "t", "number": "1", "date": "2019-01-01"}}
            GET agreements/{agreement}/fulfilments | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/fulfilments/contributions | department applicant service |  | {"kind": "ORDER", "amount": "1.00", "on": "2019-01-01", "otherSide": "7707083893", "document": {"title": "t", "number": "1", "date": "2019-01-01"}}
            POST agreements/{agreement}/fulfilments/results | department applicant service |  | {"code": "OTHER_RESULT", "value": "1", "on": "2019-01-01", "document": {"title": "t", "date": "2019-01-01"}}
            GET agreements/{agreement}/obstacles | department chief accountant gckr auditor applicant service | position=1 |
            POST agreements/{agreement}/payments | accountant |  | {"position": 1}
            GET agreements/{agreement}/plan-and-fact | department chief accountant gckr auditor applicant service |
            GET agreements/{agreement}/reconciliation-act | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/refuse | accountant |  | {"reason": "x"}
            POST agreements/{agreement}/register | accountant |  | {"number": "1", "on": "2019-01-01"}
            GET agreements/{agreement}/reports | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/reports | department applicant service |  | {"position": 1}
            GET agreements/{agreement}/reviews | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/sign | chief |  | {}
            GET agreements/{agreement}/cluster-successions | department chief accountant gckr auditor applicant service |
            GET agreements/{agreement}/successions | department chief accountant gckr auditor applicant service |
            POST agreements/{agreement}/successions | department chief |  | {"capacity": "PARTY", "predecessor": "7707083893", "successor": "7736050003", "from": "2019-01-01", "ground": "DISSOLUTION", "document": {"title": "t", "date": "2019-01-01"}}
            POST agreements/{agreement}/terminate | chief |  | {"reason": "x"}
            GET breaches/{breach} | department chief accountant gckr auditor applicant service |
            POST breaches/{breach}/confirm | chief |  | {}
            POST breaches/{breach}/dismiss | chief |  | {"reason": "x"}
            POST breaches/{breach}/penalties | department |  | {"form": "EACH_RESULT"}
            POST breaches/{breach}/returns | department |  | {}
            GET successions/{succession} | department chief accountant gckr auditor applicant service |
            POST successions/{succession}/confirm | chief |  | {}
            POST successions/{succession}/confirm-reversal | chief |  | {}
            POST successions/{succession}/keep | chief |  | {}
            POST successions/{succession}/reject | chief |  | {"reason": "x"}
            POST successions/{succession}/reverse | department chief |  | {"reason": "x"}
            GET evidence/{evidence} | department chief accountant gckr auditor applicant service |
            POST evidence/{evidence}/accept | department chief |  | {}
            POST evidence/{evidence}/reject | department chief |  | {"reason": "x"}
            GET fulfilments/{fulfilment} | department chief accountant gckr auditor applicant service |
            POST fulfilments/{fulfilment}/accept | department chief |  | {}
            POST fulfilments/{fulfilment}/reject | department chief |  | {"reason": "x"}
            POST payee-accounts | department accountant applicant service |  | {"inn": "7707083893", "account": "1", "bic": "1", "bank": "x", "document": {"title": "t", "date": "2019-01-01"}}
            GET payee-accounts/{account} | department chief accountant auditor applicant service |
            POST payee-accounts/{account}/confirm | accountant chief |  | {}
            POST payee-accounts/{account}/reject | accountant chief |  | {"reason": "x"}
            GET payees/{inn}/accounts | department chief accountant auditor applicant service |
            GET payments | department chief accountant gckr auditor applicant service |
            GET payments/transitions | department chief accountant gckr auditor applicant service |
            GET payments/{payment} | department chief accountant gckr auditor applicant service |
            POST payments/{payment}/approve | chief |  | {}
            POST payments/{payment}/cancel | accountant chief |  | {"reason": "x"}
            POST payments/{payment}/repeat | chief |  | {}
            POST payments/{payment}/withdraw | chief |  | {"reason": "x"}
            GET reconciliation | department chief accountant auditor |
            GET reconciliation/totals | department chief accountant auditor |
            GET recovery-orders | department chief accountant gckr auditor applicant service |
            GET recovery-orders/transitions | department chief accountant gckr auditor applicant service |
            GET recovery-orders/{order} | department chief accountant gckr auditor applicant service |
            POST recovery-orders/{order}/defer | chief |  | {"document": "x", "terms": []}
            POST recovery-orders/{order}/issue | chief |  | {}
            POST recovery-orders/{order}/set-off | accountant |  | {"payment": "00000000-0000-0000-0000-000000000000"}
            POST recovery-orders/{order}/withdraw | department chief |  | {"reason": "x"}
            POST recovery-orders/{order}/write-off | chief |  | {"reason": "x", "document": "x"}
            GET reports/{report} | department chief accountant gckr auditor applicant service |
            POST reports/{report}/accept | department chief |  | {}
            PUT reports/{report}/lines | department applicant service |  | {"lines": []}
            POST reports/{report}/return | department chief |  | {"reason": "x"}
            GET reports/{report}/workbook | department chief accountant gckr auditor applicant service |
            PUT reports/{report}/workbook | department applicant service |  | x
            POST reports/{report}/submit | department applicant service |  | {}
            GET reviews/{review} | department chief accountant gckr auditor applicant service |
            POST reviews/{review}/confirm | chief |  | {"reason": "x"}
            POST reviews/{review}/look-again | department chief accountant |
            POST reviews/{review}/waive | chief |  | {"reason": "x", "document": "x"}
            GET tasks                                     | all              |
            POST tasks/{id}/close                         | all              | | {"note": "x"}
            GET terms                                     | ownership        |
            POST terms                                    | department       | | {"kind": "OUTCOME_CHANGED", "validFrom": "2019-01-01", "days": 0, "basis": "x"}
            GET users                                     | admin            |
            POST users                                    | admin            | | {"login": "?", "name": "x", "roles": ["expert"]}
            GET users/{login}                             | admin            |
            PUT users/{login}                             | admin            | | {"name": "x", "roles": ["expert"]}
            POST users/{login}/deactivate                 | admin            | | {"reason": "x"}
            POST users/{login}/handover                   | admin            | | {"reason": "x"}
            POST users/{login}/password                   | admin            | | {"password": "Долгий-ключ-7"}
            POST users/{login}/reactivate                 | admin            | | {"reason": "x"}
            POST users/{login}/unlock                     | admin            |
            GET verdicts                                  | registry         |
            POST verdicts/evaluate                        | department       |
            GET webhooks                                  | auditor admin    |
            POST webhooks                                 | admin            | | {"name": "x", "url": "?", "types": ["x"]}
            GET webhooks/event-types                      | auditor admin    |
            GET webhooks/{webhook}                        | auditor admin    |
            PUT webhooks/{webhook}                        | admin            | | {"name": "x", "url": "?", "types": ["x"]}
            GET webhooks/{webhook}/deliveries             | auditor admin    |
            GET webhooks/{webhook}/deliveries/{delivery}  | auditor admin    |
            POST webhooks/{webhook}/close                 | admin            |
            POST webhooks/{webhook}/deliveries/{delivery}/repeat | admin     |
            POST webhooks/{webhook}/pause                 | admin            |
            POST webhooks/{webhook}/repeat                | admin            |
            POST webhooks/{webhook}/resume                | admin            |
            POST webhooks/{webhook}/rotate                | admin            |
            POST webhooks/{webhook}/test                  | admin            |
            """;

    /** One line of the table. */
    private record Rule(Set<String> may, String query, String body) {}

    @BeforeEach
    void oneOfEach() throws Exception {
        given(ROLES);
    }

    @Test
    void every_operation_is_open_to_exactly_those_whom_the_table_names() throws Exception {
        var upload = Door.api("department", "POST", "register/releases?fileName=roles.zip", "нет");
        var release =
                Sample.untilEnded(upload.json().get("id").asText()).get("id").asText();
        var cluster = code("clusters", """
                {"sector": "IT", "name": "Роли", "organisation": {"inn": "7707083893"}, "from": "2019-01-01"}""");
        var things = Map.of(
                "releases/{id}",
                "releases/" + release,
                "clusters/{id}",
                "clusters/" + cluster,
                "{cluster}",
                cluster,
                "{agglomeration}",
                code("agglomerations", """
                        {"name": "Роли", "from": "2018-01-01", "decision": {"title": "x", "date": "2018-01-01"}}"""),
                "{organisation}",
                code("infrastructure", """
                        {"inn": "7707083893", "kind": "OTHER", "name": "Роли", "from": "2018-01-01"}"""));
        var table = table();
        var declared = declared();
        assertThat(declared.keySet())
                .as("operations not in the table, or no more there")
                .isEqualTo(table.keySet());

        var departures = new ArrayList<String>();
        for (var operation : table.entrySet()) {
            for (var role : ROLES) {
                var answer = call(role, operation.getKey(), operation.getValue(), things);
                boolean let = answer.status() != 403;
                boolean may = operation.getValue().may().contains(role);
                if (let != may || !declared.get(operation.getKey()).contains(Integer.toString(answer.status()))) {
                    departures.add(role + " " + operation.getKey() + " " + answer);
                }
                if (!let) {
                    assertProblem(answer, 403, "forbidden-role");
                }
            }
            assertProblem(call(null, operation.getKey(), operation.getValue(), things), 401, "unauthenticated-request");
        }
        assertThat(departures).isEmpty();
    }

    private static String code(String collection, String body) throws Exception {
        return Door.api("department", "POST", collection, body)
                .json()
                .get("code")
                .asText();
    }

    private static Door.Answer call(String login, String operation, Rule rule, Map<String, String> things)
            throws Exception {
        var words = operation.split(" ");
        var path = words[1];
        var body = rule.body();
        for (var thing : things.entrySet()) {
            path = path.replace(thing.getKey(), thing.getValue());
            body = body == null ? null : body.replace(thing.getKey(), thing.getValue());
        }
        path = path.replace("imports/{id}", "imports/999999")
                .replace("{delivery}", "999999")
                .replace("{programme}", "NO_SUCH")
                .replace("{year}", "2026")
                .replace("{board}", "BUDGET")
                .replace("{number}", "1")
                .replace("{inn}", "7707083893")
                .replace("{login}", "nobody")
                .replaceAll("\\{\\w+}", "00000000-0000-0000-0000-000000000000");
        var target = path + (rule.query().isEmpty() ? "" : "?" + rule.query());
        return Door.api(login, words[0], target, body, "If-Match", "\"0\"");
    }

    private static Map<String, Rule> table() {
        var table = new TreeMap<String, Rule>();
        for (var line : TABLE.lines().toList()) {
            var columns =
                    List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
            var may = GROUPS.getOrDefault(columns.get(1), Set.of(columns.get(1).split(" ")));
            var body = columns.size() > 3 && !columns.get(3).isEmpty() ? columns.get(3) : null;
            table.put(columns.get(0), new Rule(may, columns.get(2), body));
        }
        return table;
    }

    private static Map<String, Set<String>> declared() throws Exception {
        var operations = new TreeMap<String, Set<String>>();
        var document = Door.send("GET", "/openapi", new String[] {"Accept", "application/json"}, null)
                .json();
        document.get("paths")
                .properties()
                .forEach(item -> List.of("get", "post", "put", "patch", "delete").stream()
                        .filter(item.getValue()::has)
                        .forEach(method -> {
                            var statuses = new TreeSet<String>();
                            item.getValue()
                                    .at("/" + method + "/responses")
                                    .fieldNames()
                                    .forEachRemaining(statuses::add);
                            operations.put(
                                    method.toUpperCase(java.util.Locale.ROOT) + " "
                                            + item.getKey().replace("/api/v1/", ""),
                                    statuses);
                        }));
        return operations;
    }
}
