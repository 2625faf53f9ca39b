package ru.mos.clusters.inserver;

/** Statements, run as the schema's owner, that give the ledger what a test needs. */
public final class LedgerFixture {

    /** Empties the books, whoever filled them. */
    public static final String NOTHING_LEFT = """
            alter table ledger.entry disable trigger user;
            alter table ledger.posting disable trigger user;
            alter table ledger.account disable trigger user;
            alter table ledger.closing disable trigger user;
            alter table ledger.closed_balance disable trigger user;
            truncate ledger.entry, ledger.posting, ledger.account, ledger.closing, ledger.closed_balance, ledger.notice, ledger.notice_line,
                ledger.year_end, ledger.year_end_line, ledger.opening, ledger.opening_row, ledger.opening_agreement;
            alter table ledger.entry enable trigger user;
            alter table ledger.posting enable trigger user;
            alter table ledger.account enable trigger user;
            alter table ledger.closing enable trigger user;
            alter table ledger.closed_balance enable trigger user;
            delete from platform.task where kind in ('NOTICE_TO_POST', 'YEAR_END_TO_CARRY_OUT', 'OPENING_TO_POST')""";

    private static final String POST = """
            select ledger.post(platform.today(), 'fixture', array[%1$s], array['%2$s'], array['fixture'], array[null], array[null],
                               array[null]::bigint[], array[1, 1], array['%3$s', '%4$s'], array[%5$d, %5$d], array['%6$s', '%6$s'],
                               array[%7$s, ''], array[%8$s, -%8$s]::numeric[])""";

    private LedgerFixture() {}

    /** Free limits of a year and code, with the appropriation they need. */
    public static String limits(int year, String kbk, String amount) {
        return POST.formatted(
                        "gen_random_uuid()::text", "APPROPRIATED", "APPROPRIATION", "BUDGET", year, kbk, "''", amount)
                + ";\n"
                + POST.formatted(
                        "gen_random_uuid()::text", "LIMITED", "LIMIT", "APPROPRIATION", year, kbk, "''", amount);
    }

    /** What stands for an award. */
    public static String reserved(String award, int year, String kbk, String amount) {
        return POST.formatted("'award/" + award + "'", "RESERVED", "RESERVED", "LIMIT", year, kbk, "'A-1'", amount);
    }
}
