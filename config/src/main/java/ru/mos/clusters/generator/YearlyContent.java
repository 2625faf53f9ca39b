package ru.mos.clusters.generator;

import java.time.LocalDate;

/** Yearly figures of the legal entities of a register; one of ten does not report. */
record YearlyContent(Population population, int stage, Figures figures, int year) implements Content {

    @Override
    public String prefix() {
        return figures.prefix;
    }

    @Override
    public LocalDate writtenOn() {
        return Figures.publishedOn(year);
    }

    @Override
    public boolean holds(int slot) {
        return population.kind(slot) == Kind.LEGAL_ENTITY
                && population.isPresent(slot, stage)
                && Dice.of(population.seed(), Topic.FIGURES, slot).chance(900);
    }

    @Override
    public String head(String fileId, int documents) {
        return new Markup()
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл")
                .attribute("ИдФайл", fileId)
                .attribute("ВерсФорм", "4.01")
                .attribute("ВерсПрог", "1.0")
                .attribute("ТипИнф", figures.information)
                .attribute("КолДок", Integer.toString(documents))
                .raw("><ИдОтпр><ФИООтв Фамилия=\"_\" Имя=\"_\"/></ИдОтпр>")
                .toString();
    }

    @Override
    public void document(int slot, Markup out) {
        Subject subject = population.find(slot, stage).orElseThrow();
        if (subject.name() instanceof Name.OfOrganisation name) {
            out.raw("<Документ")
                    .attribute("ИдДок", documentId(slot))
                    .attribute("ДатаДок", writtenOn())
                    .attribute("ДатаСост", LocalDate.of(year, 12, 31))
                    .raw("><СведНП")
                    .attribute("НаимОрг", name.full())
                    .attribute("ИННЮЛ", subject.inn())
                    .raw("/>");
            figures.write(population, slot, year, out);
            out.raw("</Документ>");
        }
    }
}
