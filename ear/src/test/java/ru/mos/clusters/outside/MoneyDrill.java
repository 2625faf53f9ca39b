package ru.mos.clusters.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import ru.mos.clusters.drill.Installation;
import ru.mos.clusters.inserver.BankFixture;
import ru.mos.clusters.inserver.LedgerFixture;

/**
 * Lives of grants by random commands from clients at the same time, with a {@code kill -9} of the server or of PostgreSQL again and
 * again: budget, commitment, amendment, payment, statement, report, breach, demand, receipt, set-off, reversal, and commands sent
 * twice. After each kill and at the end bank, agreements and ledger agree to the kopeck, no posting is changed, nothing that was
 * acknowledged is lost; at the end hledger and beancount accept the books. {@code ./mvnw -Pdrill
 * -Ddrill.main=ru.mos.clusters.outside.MoneyDrill}; not part of {@code verify}.
 */
public final class MoneyDrill {

    private static final int PORT = Integer.getInteger("drill.port", 8090);
    private static final int COMMANDS = Integer.getInteger("drill.commands", 100_000);
    private static final int KILLS = Integer.getInteger("drill.kills", 20);
    private static final int CLIENTS = Integer.getInteger("drill.clients", 8);
    private static final long SEED = Long.getLong("drill.seed", System.nanoTime());
    private static final String KBK = "80704121234567890811";
    private static final String PARTY = "7707083893";
    private static final String ACCOUNT = "40702810500000000125";
    private static final String DAY = "2026-10-02";
    private static final int AWARDS_AT_ONCE = 100;
    private static final int MOST_ATTEMPTS = 300;
    private static final int MOST_REFUSALS = 8;

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong evidence = new AtomicLong();
    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<String> waiting = new ArrayList<>();
    private volatile boolean over;
    private BigDecimal balance = new BigDecimal("100000000000.00");
    private int received;
    private String call;
    private int failures;

    /** Ends with 0 if all held. */
    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "-Ddrill.seed=" + SEED + ", " + COMMANDS + " commands by " + CLIENTS + " clients, " + KILLS + " kills");
        System.setProperty("clusters.url", "http://127.0.0.1:" + PORT + "/");
        var folder = Path.of(System.getProperty("drill.folder", "target/drill"))
                .toAbsolutePath()
                .resolve("money-" + SEED);
        int failed;
        try (var product = Installation.empty(folder, PORT)) {
            System.setProperty("clusters.db.url", product.databaseUrl());
            var drill = new MoneyDrill();
            drill.prepare();
            drill.run(product);
            drill.verify("at the end");
            drill.tell();
            drill.books(folder);
            failed = drill.failures;
        }
        System.out.println(failed == 0 ? "All held." : failed + " FAILED");
        System.exit(failed == 0 ? 0 : 1);
    }

    private void prepare() throws Exception {
        FromOutside.given(
                "department", "department2", "chief", "chief2", "accountant", "accountant2", "auditor", "applicant");
        at("2026-06-01");
        var draft = CallsRestIT.created("MONEY_DRILL");
        call = draft.get("id").asText();
        must("department", "POST", "calls/" + call + "/check", null);
        must("chief", "POST", "calls/" + call + "/publish", null);
        at(DAY);
        CallsRestIT.run(LedgerFixture.limits(2026, KBK, "100000000000"));
        must("chief", "POST", "bank/accounts", Award.OURS);
        awards();
        var first = must("department", "POST", "agreements", "{\"application\": \"" + next() + "\"}");
        var account = must("accountant", "POST", "payee-accounts", """
                {"inn": "%s", "kpp": "770701001", "account": "%s", "bic": "044525225", "bank": "Банк",
                 "document": {"title": "Письмо", "number": "1", "date": "2026-06-01"}}""".formatted(PARTY, ACCOUNT));
        must("accountant2", "POST", "payee-accounts/" + account.get("id").asText() + "/confirm", "{}");
        System.out.println("prepared, first agreement " + first.get("number"));
    }

    private static void at(String day) throws Exception {
        CallsRestIT.run("delete from platform.clock_shift; insert into platform.clock_shift select (timestamp '" + day
                + " 00:05' at time zone 'Europe/Moscow') - clock_timestamp()");
    }

    private static JsonNode must(String login, String method, String path, String body) throws IOException {
        var answer = Door.api(login, method, path, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(method + " " + path + " " + answer);
        }
        return answer.json();
    }

    /** More awards to live through. */
    private synchronized void awards() throws Exception {
        for (int award = 0; award < AWARDS_AT_ONCE; award++) {
            var application = UUID.randomUUID().toString();
            CallsRestIT.run(Award.of(application, call, PARTY, KBK)
                    .replace("\"to\": \"2026-09-30\"", "\"to\": \"2026-12-31\""));
            waiting.add(application);
        }
        CallsRestIT.run(
                "delete from platform.mandate where login = 'applicant' and id <> (select min(id::text)::uuid from platform.mandate);"
                        + " delete from platform.organisation where inn = '" + PARTY
                        + "' and id <> (select min(id::text)::uuid from platform.organisation where inn = '" + PARTY
                        + "')");
    }

    private synchronized String next() throws Exception {
        if (waiting.isEmpty()) {
            awards();
        }
        return waiting.remove(waiting.size() - 1);
    }

    private void run(Installation product) throws Exception {
        var clients = Executors.newFixedThreadPool(CLIENTS + 1);
        var seeds = new Random(SEED);
        for (int client = 0; client < CLIENTS; client++) {
            var random = new Random(seeds.nextLong());
            clients.execute(() -> live(random));
        }
        clients.execute(this::bank);
        System.out.println("| kill | victim | after commands | back after ms | differences, faults |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (int kill = 1; kill <= KILLS; kill++) {
            await((long) COMMANDS * kill / (KILLS + 1));
            boolean database = kill % 2 == 0;
            int after = sent.get();
            if (database) {
                product.killDatabase();
            } else {
                product.killServer();
            }
            long start = System.nanoTime();
            back();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.out.printf(
                    "| %d | %s | %d | %d | %s |%n",
                    kill, database ? "database" : "server", after, millis, verify("kill " + kill));
        }
        await(COMMANDS);
        over = true;
        clients.shutdown();
        clients.awaitTermination(10, TimeUnit.MINUTES);
    }

    private void await(long commands) throws InterruptedException {
        while (sent.get() < commands) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void back() throws InterruptedException {
        while (true) {
            try {
                if (Door.api("auditor", "GET", "me", null).status() == 200) {
                    return;
                }
            } catch (IOException | AssertionError | RuntimeException away) {
                // on its way back
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** One grant after the other; each look at it says what can be done next. */
    private void live(Random random) {
        while (!over) {
            try {
                var drawn = Door.api("department", "POST", "agreements", "{\"application\": \"" + next() + "\"}");
                count("draw up");
                if (drawn.status() == 201) {
                    var grant = new Grant(drawn.json().get("id").asText(), random);
                    while (!over && grant.step()) {
                        // the next look
                    }
                    done.incrementAndGet();
                }
            } catch (Exception | AssertionError away) {
                cut.incrementAndGet();
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String kind) {
        sent.incrementAndGet();
        kinds.merge(kind, 1, Integer::sum);
    }

    /** One agreement through all that happens to it. */
    private final class Grant {
        private final String id;
        private final Random random;
        private boolean amended;
        private boolean withdrawn;
        private String demand;
        private int idle;
        private int refusedInARow;

        Grant(String id, Random random) {
            this.id = id;
            this.random = random;
        }

        /** Whether there is more to do. */
        boolean step() throws Exception {
            try {
                return look();
            } catch (IOException | AssertionError | RuntimeException away) {
                cut.incrementAndGet();
                back();
                return true;
            }
        }

        private boolean look() throws Exception {
            if (refusedInARow > MOST_REFUSALS) {
                return false;
            }
            var agreement = get("agreements/" + id);
            return switch (agreement.get("state").asText()) {
                case "DRAFT", "AMENDING" -> command("sign", "chief", "agreements/" + id + "/sign", "{}");
                case "SIGNED", "AMENDED" ->
                    command(
                            "register",
                            "accountant",
                            "agreements/" + id + "/register",
                            "{\"number\": \"БО\", \"on\": \"" + DAY + "\"}");
                case "IN_FORCE" -> inForce(agreement);
                default -> false;
            };
        }

        private boolean inForce(JsonNode agreement) throws Exception {
            if (demand != null && demanded()) {
                return true;
            }
            for (var step : agreement.get("path")) {
                int position = step.get("position").asInt();
                if (sum(step, "paid").compareTo(sum(step, "amount")) < 0) {
                    return pay(step, position, agreement);
                }
                if (demand == null && random.nextInt(6) == 0) {
                    return breach();
                }
                if (!"ACCEPTED".equals(step.path("report").asText())) {
                    return report(position);
                }
            }
            if (demand == null && random.nextInt(3) == 0) {
                return breach();
            }
            command("complete", "chief", "agreements/" + id + "/complete", "{}");
            return false;
        }

        private boolean pay(JsonNode step, int position, JsonNode agreement) throws Exception {
            var open = get("payments?agreement=" + id + "&limit=50").get("items");
            for (var payment : open) {
                var path = "payments/" + payment.get("id").asText();
                switch (payment.get("state").asText()) {
                    case "PREPARED" -> {
                        if (demand != null && !demand.isEmpty() && random.nextInt(2) == 0) {
                            command(
                                    "set off",
                                    "accountant",
                                    "recovery-orders/" + demand + "/set-off",
                                    "{\"payment\": \"" + payment.get("id").asText() + "\", \"amount\": \"1.01\"}");
                        }
                        return command("approve", "chief", path + "/approve", "{}");
                    }
                    case "ORDERED" -> {
                        if (!withdrawn && random.nextInt(40) == 0) {
                            withdrawn = true;
                            return command("withdraw", "chief", path + "/withdraw", "{\"reason\": \"x\"}");
                        }
                        pause();
                        return ++idle < 3000;
                    }
                    default -> {
                        // over
                    }
                }
            }
            if (position == 2 && !amended) {
                amended = true;
                if (random.nextInt(3) == 0) {
                    return amend(agreement);
                }
            }
            var missing = sum(step, "ownSoFar").subtract(sum(step, "evidencedSoFar"));
            if (missing.signum() > 0) {
                return show(step.get("stage").asInt(), missing);
            }
            return command(
                    "prepare", "accountant", "agreements/" + id + "/payments", "{\"position\": " + position + "}");
        }

        private boolean amend(JsonNode agreement) throws Exception {
            command("amend", "department", "agreements/" + id + "/amend", "{\"reason\": \"x\"}");
            var begun = get("agreements/" + id);
            if (!"AMENDING".equals(begun.get("state").asText())) {
                return true;
            }
            var terms = (com.fasterxml.jackson.databind.node.ObjectNode)
                    begun.get("editions").get(begun.get("editions").size() - 1).get("terms");
            var last = (com.fasterxml.jackson.databind.node.ObjectNode)
                    terms.get("instalments").get(1);
            last.put(
                    "amount",
                    sum(last, "amount").subtract(new BigDecimal("0.01")).toPlainString());
            return command(
                    "edit",
                    "department",
                    "PUT",
                    "agreements/" + id,
                    terms.toString(),
                    "\"" + begun.get("version") + "\"");
        }

        private boolean show(int stage, BigDecimal missing) throws Exception {
            var entered = Door.api("department", "POST", "agreements/" + id + "/evidence", """
                    {"stage": %d, "source": "OWN", "amount": "%s", "issuer": "%s",
                     "document": {"title": "Платёжное поручение", "number": "%d", "date": "%s"}}""".formatted(
                            stage, missing.toPlainString(), PARTY, evidence.incrementAndGet(), DAY));
            count("evidence");
            return !note(entered, "evidence")
                    || command(
                            "accept evidence",
                            "chief",
                            "evidence/" + entered.json().get("id").asText() + "/accept",
                            "{}");
        }

        private boolean report(int position) throws Exception {
            JsonNode report = null;
            for (var one : get("agreements/" + id + "/reports?limit=50").get("items")) {
                if (one.get("position").asInt() == position) {
                    report = one;
                }
            }
            if (report == null) {
                return command(
                        "begin report",
                        "department",
                        "agreements/" + id + "/reports",
                        "{\"position\": " + position + "}");
            }
            var path = "reports/" + report.get("id").asText();
            var paid = sum(report, "paid");
            boolean told = sum(report, "spent").compareTo(paid) == 0;
            if ("SUBMITTED".equals(report.get("state").asText())) {
                return told
                        ? command("accept report", "chief", path + "/accept", "{}")
                        : command("return report", "chief", path + "/return", "{\"reason\": \"x\"}");
            }
            if (paid.signum() == 0) {
                return false;
            }
            if (!told) {
                command(
                        "write report",
                        "department",
                        "PUT",
                        path + "/lines",
                        """
                        {"lines": [{"item": "Станок", "contractor": "7728168971", "paidOn": "%1$s", "amount": "%2$s",
                                    "document": {"title": "Акт", "number": "%3$d", "date": "%1$s"}}]}""".formatted(DAY, paid.toPlainString(), evidence.incrementAndGet()),
                        "\"" + report.get("version").asLong() + "\"");
                return true;
            }
            return command("submit report", "department", path + "/submit", "{}");
        }

        private boolean breach() throws Exception {
            var found = Door.api("department", "POST", "agreements/" + id + "/breaches", """
                    {"kind": "MISUSE", "description": "x", "document": {"title": "Акт", "number": "1", "date": "%s"}}""".formatted(DAY));
            count("breach");
            demand = "";
            if (!note(found, "breach")) {
                return true;
            }
            var path = "breaches/" + found.json().get("id").asText();
            command("confirm breach", "chief", path + "/confirm", "{}");
            var amount = random.nextInt(1, 10_000_000) + "." + random.nextInt(10, 99);
            var drawn = Door.api(
                    "department",
                    "POST",
                    path + "/returns",
                    "{\"amount\": \""
                            + new BigDecimal(amount)
                                    .min(new BigDecimal("1000000.00"))
                                    .toPlainString() + "\"}");
            count("demand");
            if (note(drawn, "demand")) {
                demand = drawn.json().get("id").asText();
            }
            return true;
        }

        private boolean demanded() throws Exception {
            if (demand.isEmpty()) {
                return false;
            }
            var order = get("recovery-orders/" + demand);
            var path = "recovery-orders/" + demand;
            switch (order.get("state").asText()) {
                case "DRAFT" -> {
                    return command("issue demand", "chief", path + "/issue", "{}");
                }
                case "ISSUED" -> {
                    if (random.nextInt(30) == 0) {
                        command("write off", "chief", path + "/write-off", "{\"reason\": \"x\", \"document\": \"x\"}");
                        return true;
                    }
                    var left = sum(order, "amount").subtract(sum(order, "met")).subtract(sum(order, "pending"));
                    if (left.signum() <= 0 || random.nextInt(3) > 0) {
                        return false;
                    }
                    var part =
                            random.nextBoolean() ? left : left.divide(new BigDecimal(2), 2, java.math.RoundingMode.UP);
                    assign(receive(part));
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }

        private void assign(String document) throws Exception {
            if (document == null) {
                return;
            }
            command(
                    "assign receipt",
                    "accountant",
                    "bank/documents/" + document + "/assign",
                    "{\"kind\": \"RECOVERY_ORDER\", \"id\": \"" + demand + "\"}");
            if (random.nextInt(5) == 0) {
                command(
                        "unassign receipt",
                        "accountant",
                        "bank/documents/" + document + "/unassign",
                        "{\"reason\": \"x\"}");
            }
        }

        private JsonNode get(String path) throws IOException {
            var answer = Door.api("auditor", "GET", path, null);
            if (answer.status() != 200) {
                throw new IOException(path + " " + answer.status());
            }
            return answer.json();
        }

        private boolean command(String kind, String login, String path, String body) throws Exception {
            return command(kind, login, "POST", path, body, null);
        }

        /** Sends it, now and then twice; whatever was answered, the next look tells what is to be done. */
        private boolean command(String kind, String login, String method, String path, String body, String seen)
                throws Exception {
            var headers = seen == null ? new String[0] : new String[] {"If-Match", seen};
            var answer = Door.api(login, method, path, body, headers);
            count(kind);
            refusedInARow = note(answer, kind) ? 0 : refusedInARow + 1;
            if (random.nextInt(20) == 0) {
                var again = Door.api(login, method, path, body, headers);
                count(kind + " again");
                note(again, kind + " again");
            }
            return true;
        }
    }

    private static BigDecimal sum(JsonNode node, String field) {
        return new BigDecimal(node.get(field).asText());
    }

    /** Remembers what was acknowledged: the thing and its version. */
    private boolean note(Door.Answer answer, String kind) throws IOException {
        if (answer.status() >= 500 && answer.status() != 503) {
            var text = answer.body().replaceAll("\\s+", " ");
            refusals.merge("5xx " + kind + " " + text.substring(0, Math.min(160, text.length())), 1, Integer::sum);
        }
        if (answer.status() >= 300) {
            refused.incrementAndGet();
            if (answer.status() < 500) {
                refusals.merge(
                        kind + " " + answer.json().path("type").asText().replace("/problems/", ""), 1, Integer::sum);
            }
            return false;
        }
        taken.incrementAndGet();
        var body = answer.json();
        if (body.has("id") && body.has("version") && body.has("awarded")) {
            acknowledged.merge(
                    "agreements/" + body.get("id").asText(), body.get("version").asLong(), Math::max);
        }
        if (body.has("id") && body.has("version") && body.has("agreementNumber")) {
            var path = body.has("twoChiefs")
                    ? "payments/"
                    : body.has("basis") ? "recovery-orders/" : body.has("spent") ? "reports/" : null;
            if (path != null) {
                acknowledged.merge(
                        path + body.get("id").asText(), body.get("version").asLong(), Math::max);
            }
        }
        return true;
    }

    /** The bank: executes what waits, a statement for all of it, as long as there are clients. */
    private void bank() {
        while (!over) {
            try {
                pause();
                state(null);
            } catch (Exception | AssertionError away) {
                cut.incrementAndGet();
            }
        }
    }

    /** Money that comes in; the document of the statement. */
    private String receive(BigDecimal amount) throws Exception {
        return state(amount);
    }

    private synchronized String state(BigDecimal incoming) throws Exception {
        var orders = Door.api("accountant", "GET", "payment-orders?state=ISSUED&limit=400", null);
        if (orders.status() != 200) {
            return null;
        }
        var statement = BankFixture.statement(DAY, balance.toPlainString());
        var after = balance;
        if (incoming != null) {
            statement.received(++received, incoming.toPlainString());
            after = after.add(incoming);
        }
        for (var order : orders.json().get("items")) {
            statement.paid(order.get("number").asInt(), order.get("amount").asText(), ACCOUNT, "Субсидия");
            after = after.subtract(sum(order, "amount"));
        }
        if (incoming == null && after.equals(balance)) {
            return null;
        }
        var file = statement.text().replace("7700000023", PARTY).getBytes(BankFixture.CP1251);
        var answer = BankRestIT.upload("accountant", file);
        count("statement");
        if (!note(answer, "statement")) {
            return null;
        }
        balance = after;
        if (incoming == null) {
            return null;
        }
        for (var document : must(
                        "auditor",
                        "GET",
                        "bank/statements/" + answer.json().get("id").asText() + "/documents?limit=500",
                        null)
                .get("items")) {
            if (document.get("incoming").asBoolean()) {
                return document.get("document").asText();
            }
        }
        return null;
    }

    /** What does not hold; "0, 0" is what is wanted. */
    private String verify(String when) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                synchronized (this) {
                    return verified(when);
                }
            } catch (IOException | IllegalStateException | AssertionError away) {
                if (attempt == MOST_ATTEMPTS) {
                    throw away;
                }
                back();
                pause();
            }
        }
    }

    private String verified(String when) throws IOException {
        var differing = must("auditor", "GET", "reconciliation?differing=true&limit=50", null)
                .get("items");
        var faults = must("auditor", "GET", "ledger/faults", null);
        var found = differing.size() + ", " + faults.path("items").size();
        if (!found.equals("0, 0")) {
            failures++;
            System.out.println(when + ": " + differing + " " + faults);
        }
        return found;
    }

    /** Nothing acknowledged is lost, and programs of others accept the books. */
    private void books(Path folder) throws Exception {
        int lost = 0;
        for (var one : acknowledged.entrySet()) {
            var now = Door.api("auditor", "GET", one.getKey(), null);
            if (now.status() != 200 || now.json().get("version").asLong() < one.getValue()) {
                lost++;
                System.out.println("lost " + one + " " + now);
            }
        }
        failures += lost;
        System.out.println("acknowledged things: " + acknowledged.size() + ", lost: " + lost);
        for (var format : List.of("hledger", "beancount")) {
            var file = folder.resolve("journal." + format);
            Files.write(
                    file,
                    Door.api("auditor", "GET", "ledger/journal." + format, null).bytes());
            var check = format.equals("hledger")
                    ? List.of("hledger", "-f", file.toString(), "check", "-s")
                    : List.of("bean-check", file.toString());
            int code = new ProcessBuilder(check).inheritIO().start().waitFor();
            System.out.println(format + " check: " + code + ", " + Files.size(file) + " bytes");
            failures += code == 0 ? 0 : 1;
        }
    }

    private void tell() throws SQLException {
        System.out.println("commands " + sent + ", taken " + taken + ", refused " + refused + ", cut off " + cut
                + ", grants lived " + done);
        kinds.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(one -> System.out.println("  " + one));
        refusals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> System.out.println("  refused " + one));
    }
}
