package uk.homeward.journey.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.source.Fault;

class BaselineTableTest {

    private static final String HEAD =
            "id,theme,topic,title,area,unit,period,value,says,comparator,compared_with,source,told_on\n";

    @Test
    void good_rows_are_read_and_each_bad_one_says_why() {
        BaselineTable table = BaselineTable.parse("figures.csv", HEAD + """
            turnover,workforce,turnover,Staff turnover,Birmingham,%,2016/17,32.9,,25.9,comparators,document 003,2018-05-31
            void,estates,void space,Void space,Solihull,m2,2016,,no value in the documents,,,document 001,
            vacancy,people,vacancies,Vacancies,Birmingham,%,2016/17,5.1,,,,document 003,
            vacancy,workforce,vacancies,Vacancies,Birmingham,%,2016/17,five,,,,document 003,
            turnover,workforce,turnover,Staff turnover,Birmingham,%,2016/17,33,,,,another paper,
            nothing,market,supply,Homes,Birmingham,homes,2016,,,,,document 001,
            when,market,supply,Homes,Birmingham,homes,2016,4,,,,document 001,31/05/2018
            short,market
            """, LocalDate.parse("2018-06-01"));

        assertThat(table.rows()).extracting(BaselineTable.Row::id).containsExactly("turnover", "void");
        assertThat(table.refused()).extracting(Fault::line).containsExactlyInAnyOrder(4, 5, 6, 7, 8, 9);
        assertThat(table.refused())
                .extracting(Fault::toString)
                .anyMatch(f -> f.startsWith("figures.csv:4: the theme is (people). Maybe: one of"))
                .anyMatch(f -> f.contains("'value' is no number (five)"))
                .anyMatch(f -> f.contains("stands in line 2 already"))
                .anyMatch(f -> f.contains("neither a value nor words"))
                .anyMatch(f -> f.contains("'told_on' is no date (31/05/2018)"));
    }

    @Test
    void a_table_of_other_columns_is_refused_whole() {
        BaselineTable table = BaselineTable.parse("x.csv", "name,value\nturnover,3\n", LocalDate.parse("2018-06-01"));

        assertThat(table.rows()).isEmpty();
        assertThat(table.refused()).isNotEmpty();
    }
}
