package uk.homeward.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.server.person.PersonCard;

/**
 * Ten years of care of somebody made up, as four systems would tell of it: practice, hospital, community and council. The same
 * person always has the same years.
 */
final class YearsOfCare {

    private static final int YEARS = 10;
    private static final int MONTHS = 12 * YEARS;
    private static final String SNOMED = "http://snomed.info/sct";

    /** A problem with how common it is, and the medicine that goes with it. */
    private record Problem(String code, String title, double share, String medicine, String dose) {}

    private static final List<Problem> PROBLEMS = List.of(
            new Problem("38341003", "Hypertension", 0.6, "Amlodipine 5 mg tablets", "one in the morning"),
            new Problem(
                    "396275006", "Osteoarthritis", 0.45, "Paracetamol 500 mg tablets", "two, up to four times a day"),
            new Problem("44054006", "Type 2 diabetes", 0.25, "Metformin 500 mg tablets", "one twice a day with food"),
            new Problem("49436004", "Atrial fibrillation", 0.2, "Apixaban 5 mg tablets", "one twice a day"),
            new Problem("84114007", "Heart failure", 0.18, "Furosemide 40 mg tablets", "one in the morning"),
            new Problem("13645005", "Chronic obstructive pulmonary disease", 0.15, "Tiotropium inhaler", "once a day"),
            new Problem("709044004", "Chronic kidney disease stage 3", 0.22, "", ""),
            new Problem("64859006", "Osteoporosis", 0.2, "Alendronic acid 70 mg tablets", "one a week"),
            new Problem("35489007", "Depression", 0.12, "Sertraline 50 mg tablets", "one in the morning"),
            new Problem("129839007", "At risk of falls", 0.3, "", ""));

    private final PersonCard person;
    private final LocalDate today;
    private final Chance chance;
    private final List<Told> told = new ArrayList<>();

    /** One resource and who tells it. */
    @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
    record Told(String organisation, byte[] json) {}

    private YearsOfCare(PersonCard person, LocalDate today, Chance chance) {
        this.person = person;
        this.today = today;
        this.chance = chance;
    }

    static List<Told> of(PersonCard person, LocalDate today, Luck luck) {
        YearsOfCare years = new YearsOfCare(person, today, luck.chance(person.id(), "years of care"));
        years.problems();
        years.allergies();
        years.results();
        years.contacts();
        return years.told;
    }

    private String practice() {
        return person.practice().isBlank() ? "bchc" : person.practice();
    }

    private boolean frail() {
        return person.frailty() >= 6;
    }

    private void problems() {
        for (Problem problem : PROBLEMS) {
            if (chance.uniform() >= problem.share() + (frail() ? 0.15 : 0)) {
                continue;
            }
            LocalDate since = daysAgo(200 + (int) (chance.uniform() * 3_300));
            condition(practice(), problem, since, "active");
            if (chance.uniform() < 0.12) {
                condition("uhb", problem, since.plusDays(60), "resolved");
            }
            if (!problem.medicine().isEmpty()) {
                medicine(practice(), problem, problem.dose(), since);
                if (chance.uniform() < 0.1) {
                    medicine("uhb", problem, "half of it, " + problem.dose(), daysAgo(20));
                }
            }
        }
        if (person.dementia()) {
            condition(practice(), new Problem("52448006", "Dementia", 1, "", ""), daysAgo(900), "active");
        }
    }

    private void condition(String by, Problem p, LocalDate since, String status) {
        add(
                by,
                "Condition",
                "\"clinicalStatus\":{\"coding\":[{\"code\":\"%s\"}]},\"code\":%s,\"onsetDateTime\":\"%s\",\"subject\":%s",
                status,
                code(p.code(), p.title()),
                since,
                patient());
    }

    private void medicine(String by, Problem p, String dose, LocalDate since) {
        add(
                by,
                "MedicationStatement",
                "\"status\":\"active\",\"medicationCodeableConcept\":{\"text\":\"%s\"},\"effectivePeriod\":{\"start\":\"%s\"},"
                        + "\"dosage\":[{\"text\":\"%s\"}],\"subject\":%s",
                p.medicine(),
                since,
                dose,
                patient());
    }

    private void allergies() {
        double drawn = chance.uniform();
        if (drawn < 0.15) {
            allergy(practice(), code("91936005", "Allergy to penicillin"), "Rash");
        }
        if (drawn < 0.03 || drawn > 0.8) {
            allergy("uhb", code("716186003", "No known allergy"), "");
        }
    }

    private void allergy(String by, String code, String reaction) {
        add(
                by,
                "AllergyIntolerance",
                "\"clinicalStatus\":{\"coding\":[{\"code\":\"active\"}]},\"code\":%s,\"recordedDate\":\"%s\",%s\"patient\":%s",
                code,
                daysAgo(1_500),
                reaction.isEmpty() ? "" : "\"reaction\":[{\"manifestation\":[{\"text\":\"" + reaction + "\"}]}],",
                patient());
    }

    private void results() {
        double kidney = 60 + chance.uniform() * 30;
        double weight = 52 + chance.uniform() * 35;
        for (int month = MONTHS; month > 0; month -= 5) {
            LocalDate day = daysAgo(30 * month - (int) (chance.uniform() * 20));
            kidney = Math.max(18, kidney - chance.uniform() * (frail() ? 2.2 : 1.1));
            weight = weight + (chance.uniform() - (frail() ? 0.62 : 0.5)) * 2;
            result("33914-3", "Glomerular filtration rate", day, kidney, "mL/min");
            result("29463-7", "Body weight", day, weight, "kg");
            result("8480-6", "Systolic blood pressure", day, 118 + chance.uniform() * 38, "mmHg");
        }
    }

    private void result(String code, String title, LocalDate day, double value, String unit) {
        add(
                practice(),
                "Observation",
                "\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"%s\",\"display\":\"%s\"}]},"
                        + "\"effectiveDateTime\":\"%s\",\"valueQuantity\":{\"value\":%s,\"unit\":\"%s\"},\"subject\":%s",
                code,
                title,
                day,
                String.format(Locale.ROOT, "%.1f", value),
                unit,
                patient());
    }

    private void contacts() {
        for (int month = MONTHS; month > 0; month--) {
            double late = 1 - month / (double) MONTHS;
            contact(0.35 + 0.2 * late, month, practice(), "AMB", "GP surgery");
            contact(frail() ? 0.03 + 0.1 * late : 0.02, month, "uhb", "EMER", "Emergency department");
            contact(0.05, month, "uhb", "AMB", "Outpatient clinic");
            contact(frail() && month < 30 ? 0.5 : 0.02, month, "bchc", "HH", "District nurse");
            contact(frail() && month < 20 ? 0.3 : 0.01, month, council(), "HH", "Social care visit");
        }
    }

    private String council() {
        return person.locality().contains("solihull") ? "solihull-mbc" : "bcc";
    }

    private void contact(double share, int month, String by, String kind, String title) {
        if (chance.uniform() < share) {
            add(
                    by,
                    "Encounter",
                    "\"status\":\"finished\",\"class\":{\"code\":\"%s\"},\"type\":[{\"text\":\"%s\"}],"
                            + "\"period\":{\"start\":\"%s\"},\"subject\":%s",
                    kind,
                    title,
                    daysAgo(30 * month - (int) (chance.uniform() * 29)),
                    patient());
        }
    }

    private LocalDate daysAgo(int days) {
        return today.minus(Math.max(1, days), ChronoUnit.DAYS);
    }

    private String patient() {
        return "{\"reference\":\"Patient/" + person.id() + "\"}";
    }

    private static String code(String code, String display) {
        return "{\"coding\":[{\"system\":\"" + SNOMED + "\",\"code\":\"" + code + "\",\"display\":\"" + display
                + "\"}]}";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the formats are all in this file
    private void add(String by, String type, String format, Object... values) {
        String json = "{\"resourceType\":\"" + type + "\"," + String.format(Locale.ROOT, format, values) + "}";
        told.add(new Told(by, json.getBytes(StandardCharsets.UTF_8)));
    }
}
