package uk.homeward.server.exchange.hl7;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.homeward.insight.risk.Icd10;

/**
 * Reads coded diagnoses from DG1: the final ones where there are any, the main one (DG1-15) first. Other code systems and
 * words without a code are passed over; what says that it is ICD-10 and cannot be is noted.
 */
final class DiagnosisReader {

    private static final int UNRANKED = 1_000;

    private DiagnosisReader() {}

    static List<String> of(ParsedMessage person, Reading reading) {
        List<Segment> all = person.all("DG1");
        List<Segment> settled = all.stream().filter(s -> s.text(6).equals("F")).toList();
        return (settled.isEmpty() ? all : settled)
                .stream()
                        .filter(DiagnosisReader::isIcd10)
                        .sorted(Comparator.comparingInt(DiagnosisReader::rank))
                        .flatMap(s -> code(s, reading))
                        .distinct()
                        .toList();
    }

    private static boolean isIcd10(Segment dg1) {
        String system = dg1.text(3, 0, 3).toUpperCase(java.util.Locale.ROOT).replaceAll("[-_ ]", "");
        return !dg1.text(3).isBlank()
                && (system.isBlank() || system.equals("I10") || system.startsWith("ICD10") || system.equals("10"));
    }

    private static int rank(Segment dg1) {
        String priority = dg1.text(15);
        return priority.matches("\\d{1,3}") ? Integer.parseInt(priority) : UNRANKED;
    }

    private static Stream<String> code(Segment dg1, Reading reading) {
        Optional<Icd10> code = Icd10.find(dg1.text(3));
        if (code.isEmpty()) {
            reading.note("DG1-3", "this is no ICD-10 code, it was passed over");
        }
        return code.map(Icd10::code).stream();
    }
}
