package ru.mos.clusters.registry.release;

/** Small files of the register, sound unless a test says otherwise. */
final class ReleaseXml {

    static final String ALFA = "7700000016";
    static final String BETA = "7700000023";
    static final String PERSON = "770000000156";

    private ReleaseXml() {}

    static String file(String... documents) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Файл ИдФайл=\"X\" ВерсФорм=\"4.01\" ТипИнф=\"РЕЕСТРМСП\" КолДок=\""
                + documents.length + "\"><ИдОтпр><ФИООтв Фамилия=\"-\" Имя=\"-\"/></ИдОтпр>"
                + String.join("", documents)
                + "</Файл>";
    }

    static String organisation(String inn) {
        return "<Документ ИдДок=\"d-" + inn + "\" ДатаСост=\"10.02.2024\" ДатаВклМСП=\"10.12.2018\" ВидСубМСП=\"1\""
                + " КатСубМСП=\"1\" ПризНовМСП=\"2\"><ОргВклМСП НаимОрг=\"ОБЩЕСТВО &quot;АЛЬФА&quot;\" ИННЮЛ=\"" + inn
                + "\"/><СведМН КодРегион=\"77\"><Регион Тип=\"ГОРОД\" Наим=\"МОСКВА\"/></СведМН><СвОКВЭД><СвОКВЭДОсн"
                + " КодОКВЭД=\"62.01\" НаимОКВЭД=\"Разработка\" ВерсОКВЭД=\"2014\"/></СвОКВЭД></Документ>";
    }

    static String person(String inn) {
        return "<Документ ИдДок=\"d-" + inn + "\" ДатаСост=\"10.02.2024\" ДатаВклМСП=\"10.12.2018\" ВидСубМСП=\"2\""
                + " КатСубМСП=\"2\" ПризНовМСП=\"1\"><ИПВклМСП ИННФЛ=\"" + inn
                + "\"><ФИОИП Фамилия=\"ИВАНОВ\" Имя=\"ПЁТР\"/>"
                + "</ИПВклМСП><СведМН КодРегион=\"77\"/></Документ>";
    }
}
