package ru.mos.clusters.eligibility.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegalFormTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "АССОЦИАЦИЯ \"ПРОМЫШЛЕННЫЙ СОФТ\"|ASSOCIATION",
                "Союз «Медтехника»|UNION",
                "НП БИОФАРМА|NON_PROFIT_PARTNERSHIP",
                "некоммерческое  партнёрство «Б»|NON_PROFIT_PARTNERSHIP",
                "Межрегиональная|",
                "Сельскохозяйственный производственный кооператив «Луч»|COOPERATIVE",
                "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"АЛЬФА\"|LIMITED_LIABILITY_COMPANY",
                "ООО «Альфа»|LIMITED_LIABILITY_COMPANY",
                "ПУБЛИЧНОЕ АКЦИОНЕРНОЕ ОБЩЕСТВО \"А\"|JOINT_STOCK_COMPANY",
                "ЗАО «А»|JOINT_STOCK_COMPANY",
                "АО А|JOINT_STOCK_COMPANY",
                "АВТОНОМНАЯ НЕКОММЕРЧЕСКАЯ ОРГАНИЗАЦИЯ \"ЦЕНТР\"|AUTONOMOUS_NON_PROFIT",
                "АНО «Центр»|AUTONOMOUS_NON_PROFIT",
                "ФОНД \"РАЗВИТИЕ\"|FOUNDATION",
                "Благотворительный фонд «Р»|FOUNDATION",
                "ФЕДЕРАЛЬНОЕ ГОСУДАРСТВЕННОЕ БЮДЖЕТНОЕ ОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ ВО|INSTITUTION",
                "Частное учреждение «Ч»|INSTITUTION",
                "ФГБОУ ВО «У»|INSTITUTION",
                "Государственное унитарное предприятие «П»|UNITARY_ENTERPRISE",
                "МУП «П»|UNITARY_ENTERPRISE"
            })
    void a_name_tells_the_form_with_which_it_plainly_begins(String name, LegalForm form) {
        assertThat(LegalForm.beginning(name).orElse(null)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Союзпечать", "Фондовый центр", "Аометрия", "Центр АНО", "«Ассоциация» ООО", "АНО-7", "", "Союз2"
            })
    void anything_else_tells_nothing(String name) {
        assertThat(LegalForm.beginning(name)).isEmpty();
    }
}
