package uk.homeward.server.risk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.insight.risk.Icd10;

/**
 * Reads coded diagnoses as CSV ({@code person,code,date}). A row that cannot be used is put aside with its line and the
 * reason; the others are taken.
 */
final class DiagnosisRows {

    private static final int COLUMNS = 3;

    private final List<Row> taken = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Set<Row> seen = new HashSet<>();
    private final Set<String> known;
    private final LocalDate today;
    private int rows;

    /** One diagnosis. */
    record Row(String person, Icd10 code, LocalDate on) {}

    /** A row that was put aside. */
    record Refused(int line, String row, String reason) {}

    private DiagnosisRows(Set<String> known, LocalDate today) {
        this.known = known;
        this.today = today;
    }

    /**
     * @param known the people of the place
     * @param today no diagnosis is of a later day
     */
    static DiagnosisRows read(String text, Set<String> known, LocalDate today) {
        DiagnosisRows rows = new DiagnosisRows(known, today);
        int line = 0;
        for (String row : (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\\R", -1)) {
            line++;
            if (line == 1 ? !row.strip().replace(" ", "").equalsIgnoreCase("person,code,date") : !row.isBlank()) {
                rows.take(line, row);
            }
        }
        return rows;
    }

    private void take(int line, String row) {
        rows++;
        String[] cells = row.split(",", -1);
        if (line == 1) {
            refuse(line, row, "the first line must be: person,code,date");
            return;
        }
        if (cells.length != COLUMNS) {
            refuse(line, row, "there are " + cells.length + " values where 3 are needed: person, code, date");
            return;
        }
        String person = cells[0].strip();
        Optional<Icd10> code = Icd10.find(cells[1].strip());
        if (!known.contains(person)) {
            refuse(line, row, "there is no person (" + person + ") here");
        } else if (code.isEmpty()) {
            refuse(line, row, "(" + cells[1].strip() + ") is not an ICD-10 code; write it as G81.4");
        } else {
            dated(line, row, person, code.get(), cells[2].strip());
        }
    }

    private void dated(int line, String row, String person, Icd10 code, String date) {
        try {
            LocalDate on = LocalDate.parse(date);
            Row diagnosis = new Row(person, code, on);
            if (on.isAfter(today)) {
                refuse(line, row, "the date (" + date + ") is in the future");
            } else if (seen.add(diagnosis)) {
                taken.add(diagnosis);
            } else {
                refuse(line, row, "this diagnosis stands in the file before");
            }
        } catch (DateTimeException e) {
            String why = date.matches("\\d{4,6}")
                    ? "(" + date + ") is a date as a spreadsheet counts days; save the column as 2026-03-31"
                    : "(" + date + ") is not a date; write 2026-03-31 for 31 March 2026";
            refuse(line, row, why);
        }
    }

    private void refuse(int line, String row, String reason) {
        refused.add(new Refused(line, row, reason));
    }

    int rows() {
        return rows;
    }

    List<Row> taken() {
        return List.copyOf(taken);
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }
}
