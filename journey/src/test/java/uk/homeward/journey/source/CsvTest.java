package uk.homeward.journey.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {

    private final Faults faults = new Faults();

    private Csv csv(String text) {
        return Csv.parse("t.csv", text, faults);
    }

    @Test
    void readsQuotesCommasAndLineBreaksInsideQuotes() {
        Csv csv = csv("a,b\n\"one, two\",\"she said \"\"no\"\"\"\n\"two\nlines\",x\nlast,y");
        assertThat(csv.rows().get(0).text("a")).isEqualTo("one, two");
        assertThat(csv.rows().get(0).text("b")).isEqualTo("she said \"no\"");
        assertThat(csv.rows().get(1).text("a")).isEqualTo("two\nlines");
        assertThat(csv.rows()).extracting(CsvRow::line).containsExactly(2, 3, 5);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void readsWindowsLineEndsAByteOrderMarkAndEmptyLines() {
        Csv csv = csv("\uFEFFa,b\r\n1,2\r\n\r\n3,\r\n");
        assertThat(csv.header()).containsExactly("a", "b");
        assertThat(csv.rows()).extracting(row -> row.optional("b")).containsExactly("2", "");
        assertThat(csv.rows()).extracting(CsvRow::line).containsExactly(2, 4);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void keepsEmptyValuesAtBothEnds() {
        Csv csv = csv("a,b,c\n,,\n,2,\n\"\",\"\",3");
        assertThat(csv.rows()).hasSize(3);
        assertThat(csv.rows().get(0).isBlank("a")).isTrue();
        assertThat(csv.rows().get(1).optional("b")).isEqualTo("2");
        assertThat(csv.rows().get(2).optional("c")).isEqualTo("3");
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void tellsAQuoteThatIsNeverClosedAndTextBehindOne() {
        csv("a,b\n\"one\" two,3\n4,\"five");
        assertThat(faults.list())
                .extracting(Fault::toString)
                .containsExactly(
                        "t.csv:2: text stands after a closing quotation mark ( two). Maybe: write \"\" for a quotation"
                                + " mark inside a quoted value",
                        "t.csv:3: a quotation mark is opened and never closed. Maybe: end the value with a second \"");
    }

    @Test
    void tellsRowsThatAreTooShortOnceAndNoMore() {
        Csv csv = csv("a,b\n1\n1,2,3\n");
        csv.rows().forEach(row -> row.whole("b", 0));
        assertThat(faults.list())
                .extracting(Fault::what)
                .containsExactly(
                        "the row has (1) values where the header names 2",
                        "the row has (3) values where the header names 2");
    }

    @Test
    void tellsColumnsThatAreMissingUnknownOrTwice() {
        Csv csv = csv("a,a,c\n1,2,3").columns("a", "b");
        assertThat(faults.list())
                .extracting(Fault::what)
                .containsExactly(
                        "the column (b) is missing", "the column (a) stands twice", "the column (c) is not known here");
        assertThat(csv.rows()).isEmpty();
    }

    @Test
    void anEmptyFileLacksItsHeader() {
        assertThat(csv("").rows()).isEmpty();
        assertThat(faults.list()).extracting(Fault::what).containsExactly("the header row is missing");
    }

    @Test
    void aFileThatIsNotThereOrNotUtf8IsAFault(@TempDir Path folder) throws IOException {
        Path latin = folder.resolve("latin.csv");
        Files.write(latin, "a\ncaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Csv.read(latin, faults);
        Csv.read(folder.resolve("none.csv"), faults);
        assertThat(faults.list())
                .extracting(Fault::what)
                .containsExactly("the file is not UTF-8", "there is no such file");
    }

    @Test
    void valuesOfTheWrongFormAreFaultsAndReadAsHarmless() {
        CsvRow row = csv("n,w,y,d,s\ntwelve,1.5,perhaps,23/11/2026,").rows().getFirst();
        assertThat(row.number("n", 1)).isEqualTo(1);
        assertThat(row.whole("w", 0)).isZero();
        assertThat(row.yes("y")).isFalse();
        assertThat(row.date("d")).isEqualTo(LocalDate.EPOCH);
        assertThat(row.text("s")).isEmpty();
        assertThat(faults.list())
                .extracting(Fault::what)
                .containsExactly(
                        "'n' is no number (twelve)",
                        "'w' is no whole number (1.5)",
                        "'y' is neither yes nor no (perhaps)",
                        "'d' is no date (23/11/2026)",
                        "'s' is empty");
    }

    @Test
    void numbersBelowTheLeastAndOtherNotationsAreFaults() {
        CsvRow row = csv("a,b,c,d,e\n-3,NaN,12d,1e3,\"1,000\"").rows().getFirst();
        for (String column : List.of("a", "b", "c", "d", "e")) {
            assertThat(row.number(column, 0)).isZero();
        }
        assertThat(faults.list())
                .extracting(Fault::what)
                .containsExactly(
                        "'a' must be at least 0 (-3)",
                        "'b' is no number (NaN)",
                        "'c' is no number (12d)",
                        "'d' is no number (1e3)",
                        "'e' is no number (1,000)");
    }

    @Test
    void listsAreWrittenWithSemicolons() {
        CsvRow row = csv("a,b\n\"one; two;\",").rows().getFirst();
        assertThat(row.texts("a")).containsExactly("one", "two");
        assertThat(row.texts("b")).isEmpty();
    }
}
