package ru.mos.clusters.platform.paper;

import java.util.List;

/**
 * The name of an organisation in a sentence. Only its legal form is declined: what stands in quotation marks is a name and
 * stays; a form that is written short, or that nobody has listed, stays as well.
 */
public final class OrganisationName {

    private record Form(String nominative, String genitive, String dative) {}

    /** The longest first, for one may begin another. */
    private static final List<Form> FORMS = List.of(
            new Form(
                    "Общество с ограниченной ответственностью",
                    "Общества с ограниченной ответственностью",
                    "Обществу с ограниченной ответственностью"),
            new Form(
                    "Непубличное акционерное общество",
                    "Непубличного акционерного общества",
                    "Непубличному акционерному обществу"),
            new Form(
                    "Публичное акционерное общество",
                    "Публичного акционерного общества",
                    "Публичному акционерному обществу"),
            new Form(
                    "Закрытое акционерное общество",
                    "Закрытого акционерного общества",
                    "Закрытому акционерному обществу"),
            new Form(
                    "Открытое акционерное общество",
                    "Открытого акционерного общества",
                    "Открытому акционерному обществу"),
            new Form("Акционерное общество", "Акционерного общества", "Акционерному обществу"),
            new Form(
                    "Автономная некоммерческая организация",
                    "Автономной некоммерческой организации",
                    "Автономной некоммерческой организации"),
            new Form("Некоммерческое партнёрство", "Некоммерческого партнёрства", "Некоммерческому партнёрству"),
            new Form("Некоммерческое партнерство", "Некоммерческого партнерства", "Некоммерческому партнерству"),
            new Form("Ассоциация", "Ассоциации", "Ассоциации"),
            new Form("Союз", "Союза", "Союзу"),
            new Form("Фонд", "Фонда", "Фонду"),
            new Form(
                    "Индивидуальный предприниматель",
                    "Индивидуального предпринимателя",
                    "Индивидуальному предпринимателю"));

    private OrganisationName() {}

    /** Of which: {@code Общества с ограниченной ответственностью «Альфа»}. */
    public static String genitive(String name) {
        return declined(name, true);
    }

    /** To which: {@code Обществу с ограниченной ответственностью «Альфа»}. */
    public static String dative(String name) {
        return declined(name, false);
    }

    private static String declined(String name, boolean genitive) {
        for (var form : FORMS) {
            int length = form.nominative().length();
            boolean begins = name.regionMatches(true, 0, form.nominative(), 0, length)
                    && (name.length() == length || !Character.isLetter(name.charAt(length)));
            if (begins) {
                return (genitive ? form.genitive() : form.dative()) + name.substring(length);
            }
        }
        return name;
    }
}
