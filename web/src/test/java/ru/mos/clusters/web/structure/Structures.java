package ru.mos.clusters.web.structure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import ru.mos.clusters.eligibility.rule.Eligibility;
import ru.mos.clusters.structure.StructureView;

/** Structures to draw, with long names. */
final class Structures {

    private static final String NAME = "Измерительные приборы и технологии точного машиностроения";

    private Structures() {}

    /** So many sectors with so many clusters each, dealt out to so many agglomerations. */
    static StructureView of(int sectors, int clusters, int agglomerations) {
        return new StructureView(
                LocalDate.of(2026, 11, 1),
                true,
                new StructureView.Bodies(2, 5, 3, 2),
                new StructureView.Infrastructure(List.of(), List.of(), 4, 2),
                IntStream.range(0, sectors)
                        .mapToObj(sector -> new StructureView.Sector(
                                "S" + sector, NAME, NAME, clusters(sector, clusters, agglomerations)))
                        .toList(),
                List.of(new StructureView.Curator("gckr", "Соколова Е. П.", sectors * clusters)),
                IntStream.range(0, agglomerations)
                        .mapToObj(number -> new StructureView.Agglomeration("AGG-" + number, NAME, clusters))
                        .toList());
    }

    private static List<StructureView.Cluster> clusters(int sector, int clusters, int agglomerations) {
        return IntStream.range(0, clusters)
                .mapToObj(number -> new StructureView.Cluster(
                        UUID.randomUUID(),
                        "INSTRUMENTS-" + number,
                        NAME,
                        12,
                        3,
                        Eligibility.values()[number % Eligibility.values().length],
                        "gckr",
                        agglomerations == 0 ? null : "AGG-" + (sector + number) % agglomerations))
                .toList();
    }

    /** Words without a page and without a language. */
    static StructureWords words() {
        return new StructureWords() {
            private Body body(String title) {
                return new Body(title, List.of(NAME, NAME), "/", title);
            }

            @Override
            Body department(StructureView view) {
                return body("ДМСП");
            }

            @Override
            Body council(StructureView view) {
                return body("ОЭС");
            }

            @Override
            Body developmentCentre(StructureView view) {
                return body("МЦРП");
            }

            @Override
            Body clusterDevelopmentCentre(StructureView view) {
                return body("ГЦКР");
            }

            @Override
            Body infrastructure(StructureView view) {
                return body("Организации инфраструктуры");
            }

            @Override
            Body sector(StructureView.Sector sector) {
                return body(sector.nameRu());
            }

            @Override
            Shown cluster(StructureView.Cluster cluster) {
                return new Shown("met", "✓ ", "Соответствует", "12 уч. + 3", "12", "/", cluster.code());
            }

            @Override
            Body agglomeration(StructureView.Agglomeration agglomeration) {
                return body(agglomeration.name());
            }
        };
    }
}
