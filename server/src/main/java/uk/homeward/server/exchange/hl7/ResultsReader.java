package uk.homeward.server.exchange.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.clinical.About;
import uk.homeward.server.exchange.hl7.clinical.Panel;
import uk.homeward.server.exchange.hl7.clinical.Panel.Code;
import uk.homeward.server.exchange.hl7.clinical.ResultsMessage;

/** Reads an ORU message: a panel for each OBR, a finding for each OBX under it, and the notes under both. */
final class ResultsReader {

    private static final Map<String, String> SYSTEMS = Map.of(
            "LN", "http://loinc.org",
            "LOINC", "http://loinc.org",
            "SCT", "http://snomed.info/sct",
            "SNM3", "http://snomed.info/sct",
            "SNOMED", "http://snomed.info/sct",
            "READ", "http://read.info/readv2",
            "UCUM", "http://unitsofmeasure.org");

    private final ParsedMessage parsed;
    private final Reading reading;

    ResultsReader(ParsedMessage parsed, Reading reading) {
        this.parsed = parsed;
        this.reading = reading;
    }

    Optional<Refusal> refusal() {
        List<Segment> panels = parsed.all("OBR");
        if (panels.isEmpty()) {
            return Optional.of(Refusal.cannotApply(
                    ErrorCode.SEGMENT_SEQUENCE, "OBR", "there are no results in the message", "add OBR and OBX"));
        }
        return panels.stream().anyMatch(obr -> identifier(obr).isBlank())
                ? Optional.of(Refusal.cannotApply(
                        ErrorCode.REQUIRED_FIELD,
                        "OBR-3",
                        "an order has neither a filler's nor a placer's number",
                        "send OBR-3; the same number is the same report, however often it comes"))
                : Optional.empty();
    }

    /** @param about read last, since it takes the oddities that were noted here */
    ResultsMessage read(Supplier<About> about) {
        List<Panel> panels = new ArrayList<>();
        List<Segment> all = parsed.segments();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals("OBR")) {
                int next = i + 1;
                while (next < all.size() && !all.get(next).name().equals("OBR")) {
                    next++;
                }
                panels.add(panel(all.get(i), all.subList(i + 1, next)));
            }
        }
        return new ResultsMessage(about.get(), panels);
    }

    private static String identifier(Segment obr) {
        return ReferralReader.first(obr.text(3), obr.text(2));
    }

    private Panel panel(Segment obr, List<Segment> under) {
        List<String> notes = new ArrayList<>();
        List<Panel.Finding> findings = new ArrayList<>();
        for (int i = 0; i < under.size(); i++) {
            Segment segment = under.get(i);
            if (segment.name().equals("OBX")) {
                findings.add(finding(segment, notesAfter(under, i), findings));
            } else if (segment.name().equals("NTE") && findings.isEmpty()) {
                notes.add(Notes.text(segment));
            }
        }
        return new Panel(identifier(obr), code(obr, 4, 0), obr.text(25), reading.time(obr, 7), findings, notes);
    }

    private static List<String> notesAfter(List<Segment> segments, int obx) {
        return segments.subList(obx + 1, segments.size()).stream()
                .takeWhile(s -> s.name().equals("NTE"))
                .map(Notes::text)
                .filter(words -> !words.isBlank())
                .toList();
    }

    private Panel.Finding finding(Segment obx, List<String> notes, List<Panel.Finding> before) {
        Code code = code(obx, 3, 0);
        if (code.isBlank()) {
            reading.note("OBX-3", "a finding does not say what was measured");
        }
        String key = ReferralReader.first(code.code(), code.words(), "?") + "/" + obx.text(4);
        long same = before.stream()
                .filter(f -> f.key().split("#", -1)[0].equals(key))
                .count();
        return new Panel.Finding(
                same == 0 ? key : key + "#" + same,
                code,
                value(obx),
                obx.text(7),
                obx.text(8).toUpperCase(Locale.ROOT),
                obx.text(11).toUpperCase(Locale.ROOT),
                reading.time(obx, 14),
                notes);
    }

    private static Code code(Segment segment, int field, int repetition) {
        String system = segment.text(field, repetition, 3).toUpperCase(Locale.ROOT);
        return new Code(
                SYSTEMS.getOrDefault(system, ""),
                segment.text(field, repetition, 1),
                segment.text(field, repetition, 2));
    }

    private Panel.Value value(Segment obx) {
        String type = obx.text(2).toUpperCase(Locale.ROOT);
        String text = Notes.joined(obx, 5);
        return switch (type) {
            case "NM" -> number("", text, obx);
            case "SN" -> number(obx.text(5, 0, 1), obx.text(5, 0, 2), obx);
            case "CE", "CWE", "CNE" -> coded(obx);
            case "ED", "RP" -> {
                reading.note("OBX-5", "an attached document is kept with the message, and not shown as a finding");
                yield new Panel.Value.None();
            }
            default -> text.isBlank() ? new Panel.Value.None() : new Panel.Value.Words(text);
        };
    }

    /** A number that is none is kept as the words that it is. */
    private Panel.Value number(String sign, String text, Segment obx) {
        String bare = text.strip();
        @Nullable String comparator = comparator(sign, bare);
        String digits = comparator == null ? bare : bare.replaceFirst("^[<>]=?\\s*", "");
        if (comparator == null || !digits.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?")) {
            if (!bare.isBlank()) {
                reading.note("OBX-5", "a value is no number; it is kept as words");
            }
            String words = (sign + " " + bare).strip();
            return words.isBlank() ? new Panel.Value.None() : new Panel.Value.Words(words);
        }
        return new Panel.Value.Quantity(
                comparator, digits.replaceFirst("^\\+", ""), ReferralReader.first(obx.text(6), obx.text(6, 0, 2)));
    }

    private static @Nullable String comparator(String sign, String text) {
        String own = sign.isBlank() ? text.replaceFirst("^([<>]=?)?.*$", "$1") : sign;
        return own.isEmpty() || own.equals("=") ? "" : own.matches("[<>]=?") ? own : null;
    }

    private static Panel.Value coded(Segment obx) {
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < obx.repetitions(5); i++) {
            Code code = code(obx, 5, i);
            if (!code.isBlank()) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? new Panel.Value.None() : new Panel.Value.Coded(codes);
    }
}
