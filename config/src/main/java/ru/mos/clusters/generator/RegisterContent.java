package ru.mos.clusters.generator;

import java.time.LocalDate;

/** The register of small and medium-sized enterprises at one stage. */
record RegisterContent(Population population, int stage) implements Content {

    @Override
    public String prefix() {
        return "VO_RRMSPSV_0000_9965";
    }

    /** The files are made three days after the date whose state they show. */
    @Override
    public LocalDate writtenOn() {
        return now().stateOn().plusDays(3);
    }

    @Override
    public boolean holds(int slot) {
        return population.isPresent(slot, stage);
    }

    @Override
    public String head(String fileId, int documents) {
        return new Markup()
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл")
                .attribute("ИдФайл", fileId)
                .attribute("ВерсФорм", now().version().label())
                .attribute("ТипИнф", "РЕЕСТРМСП")
                .attribute("КолДок", Integer.toString(documents))
                .raw("><ИдОтпр><ФИООтв Фамилия=\"-\" Имя=\"-\"/></ИдОтпр>")
                .toString();
    }

    @Override
    public void document(int slot, Markup out) {
        Subject subject = population.find(slot, stage).orElseThrow();
        openDocument(subject, out);
        writeWho(subject, out);
        subject.place().write(out, now().version().placeElement());
        if (subject.declared() != null) {
            subject.declared().write(out, "СвОКВЭД");
        }
        if (subject.reported() != null) {
            subject.reported().write(out, "СвОКВЭДотч");
        }
        Extras extras = new Extras(population.seed(), population.stages().get(0).stateOn());
        extras.writeLicences(subject, out);
        for (Product product : subject.products()) {
            out.raw("<СвПрод")
                    .attribute("КодПрод", product.code())
                    .attribute("НаимПрод", product.name())
                    .attribute("ПрОтнПрод", product.mark())
                    .raw("/>");
        }
        extras.writePartnerships(subject, out);
        extras.writeContracts(subject, out);
        if (now().version().hasUnknownElement()) {
            out.raw("<СвЦифрПрофиль Уровень=\"2\"><Пояснение>Никому не известный элемент</Пояснение></СвЦифрПрофиль>");
        }
        out.raw("</Документ>");
    }

    private Stage now() {
        return population.stages().get(stage);
    }

    private void openDocument(Subject subject, Markup out) {
        out.raw("<Документ")
                .attribute("ИдДок", documentId(subject.slot()))
                .attribute("ДатаСост", now().stateOn())
                .attribute("ДатаВклМСП", subject.enteredOn())
                .attribute("ВидСубМСП", subject.kind().code)
                .attribute("КатСубМСП", Integer.toString(subject.category()))
                .attribute("ПризНовМСП", subject.newlyCreated() ? "1" : "2");
        if (subject.social() != null) {
            out.attribute("СведСоцПред", subject.social() ? "1" : "2");
        }
        if (subject.headcount() != null) {
            out.attribute("ССЧР", subject.headcount().toString());
        }
        out.raw(">");
    }

    private static void writeWho(Subject subject, Markup out) {
        if (subject.name() instanceof Name.OfOrganisation name) {
            out.raw("<ОргВклМСП").attribute("НаимОрг", name.full());
            if (name.brief() != null) {
                out.attribute("НаимОргСокр", name.brief());
            }
            out.attribute("ИННЮЛ", subject.inn());
            if (subject.ogrn() != null) {
                out.attribute("ОГРН", subject.ogrn());
            }
            out.raw("/>");
        } else if (subject.name() instanceof Name.OfPerson name) {
            out.raw("<ИПВклМСП").attribute("ИННФЛ", subject.inn());
            if (subject.ogrn() != null) {
                out.attribute("ОГРНИП", subject.ogrn());
            }
            out.raw("><ФИОИП").attribute("Фамилия", name.surname()).attribute("Имя", name.first());
            if (name.patronymic() != null) {
                out.attribute("Отчество", name.patronymic());
            }
            out.raw("/></ИПВклМСП>");
        }
    }
}
