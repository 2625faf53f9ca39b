package ru.mos.clusters.inserver;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ru.mos.clusters.registry.release.Coverage;
import ru.mos.clusters.registry.release.ReleaseState;
import ru.mos.clusters.registry.release.Releases;
import ru.mos.clusters.registry.release.Uploads;

/** Releases of the SME register for tests, written in XML and taken in by the real import. */
final class Register {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private Register() {}

    /** The n-th invented INN of a legal entity, with the right check digit. */
    static String inn(int number) {
        var nine = String.format("77%07d", number);
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return nine + sum % 11 % 10;
    }

    static List<String> inns(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Register::inn).toList();
    }

    /** Takes in a release and waits until it is in force. */
    static long take(Uploads uploads, Releases releases, LocalDate stateOn, Coverage coverage, Collection<String> inns)
            throws Exception {
        var xml = xml(stateOn, inns, Set.of());
        long id = InServer.as(
                "department",
                () -> uploads.submit(
                                "register-" + stateOn + ".xml",
                                coverage,
                                true,
                                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
                                1L << 28)
                        .id());
        awaitState(releases, id, ReleaseState.COMPLETED);
        return id;
    }

    static void awaitState(Releases releases, long id, ReleaseState wanted) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        ReleaseState state = null;
        while (System.nanoTime() < until) {
            state = InServer.as("department", () -> releases.view(id).state());
            if (state == wanted) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("release " + id + " is " + state);
    }

    /** A file of format 4.01. Everybody is of Moscow, in since 2016-08-01, and has an innovative product. */
    static String xml(LocalDate stateOn, Collection<String> inns, Set<String> withoutProduct) {
        var documents = inns.stream()
                .map(inn -> """
                        <Документ ИдДок="%s" ДатаСост="%s" ДатаВклМСП="01.08.2016" ВидСубМСП="1" КатСубМСП="2" ПризНовМСП="2">
                        <ОргВклМСП НаимОрг="ООО &quot;Участник %s&quot;" ИННЮЛ="%s"/>
                        <СведМН КодРегион="77"/>
                        <СвОКВЭД><СвОКВЭДОсн КодОКВЭД="26.30" НаимОКВЭД="Производство" ВерсОКВЭД="2014"/></СвОКВЭД>
                        %s</Документ>""".formatted(
                                inn,
                                DATE.format(stateOn),
                                inn,
                                inn,
                                withoutProduct.contains(inn)
                                        ? ""
                                        : "<СвПрод КодПрод=\"26.30.11\" НаимПрод=\"Аппаратура\" ПрОтнПрод=\"1\"/>"))
                .collect(Collectors.joining("\n"));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Файл ИдФайл="VO_RRMSPSV_%s" ВерсФорм="4.01" ТипИнф="РЕЕСТРМСП" КолДок="%d">
                <ИдОтпр><ФИООтв Фамилия="-" Имя="-"/></ИдОтпр>
                %s
                </Файл>
                """.formatted(stateOn, inns.size(), documents);
    }
}
