package uk.homeward.server.exchange.outgoing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.spell.Spell;
import uk.homeward.server.person.PersonCard;

/** What a letter says, section by section; every form of it (HL7 document, FHIR document) says the same. */
final class Letters {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.UK);

    private final ZoneId zone;

    Letters(ZoneId zone) {
        this.zone = zone;
    }

    /** One part of a letter. */
    record Section(String title, List<String> lines) {

        Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A letter as plain text.
     *
     * @param type the code in TXA-2, such as {@code DS} for a discharge summary
     * @param title what it is called
     */
    record Text(String type, String title, List<String> lines) {

        Text {
            lines = List.copyOf(lines);
        }

        /** As OBX-3 writes it. */
        String code() {
            return type + "^" + title + "^L";
        }
    }

    /** A discharge: decisions about care stand first. */
    List<Section> discharge(Told told) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Decisions about care", told.decisionLines()));
        summary(told).forEach(sections::add);
        add(sections, "Safety alerts", notes(told, PersonCard.Kind.ALERT));
        add(sections, "What matters to the person", matters(told));
        add(sections, "Admission and discharge", stay(told));
        add(sections, "Carers", notes(told, PersonCard.Kind.CARER));
        add(sections, "Living at home", home(told.card()));
        add(sections, "What goes on now", told.underWay());
        return sections;
    }

    /** The headings of the summary that the ward wrote, in its order. */
    private static List<Section> summary(Told told) {
        List<Section> sections = new ArrayList<>();
        @Nullable Summary summary = told.summary();
        if (summary != null) {
            for (SummaryPart part : SummaryPart.values()) {
                if (summary.filled().contains(part)) {
                    String words = summary.words().getOrDefault(part, "In the hospital's own document");
                    sections.add(new Section(part.words(), words.lines().toList()));
                }
            }
            sections.add(new Section("Completeness", List.of(summary.completeness() + "% of the headings")));
        }
        return sections;
    }

    Text dischargeText(Told told) {
        return new Text("DS", "Discharge letter", lines("Discharge from hospital", discharge(told)));
    }

    /** What was decided about care, whenever it changes. */
    Text decisions(Told told) {
        return new Text(
                "ACP",
                "Decisions about care",
                lines(
                        "Decisions about care as they hold now",
                        List.of(new Section("Decisions about care", told.decisionLines()))));
    }

    static List<String> lines(String title, List<Section> sections) {
        List<String> lines = new ArrayList<>();
        lines.add(title);
        for (Section section : sections) {
            section.lines().forEach(line -> lines.add(section.title() + ": " + line));
        }
        return lines;
    }

    private static void add(List<Section> sections, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(title, lines));
        }
    }

    private static List<String> notes(Told told, PersonCard.Kind kind) {
        return told.card().list(kind).stream()
                .map(n -> n.detail().isBlank() ? n.words() : n.words() + " (" + n.detail() + ")")
                .toList();
    }

    private static List<String> matters(Told told) {
        List<String> lines = new ArrayList<>();
        if (told.card().matters() != null) {
            lines.add(Objects.requireNonNull(told.card().matters()));
        }
        lines.addAll(notes(told, PersonCard.Kind.WISH));
        return lines;
    }

    private List<String> stay(Told told) {
        @Nullable Spell stay = told.stay();
        if (stay == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("Hospital: " + told.site() + (stay.ward().isBlank() ? "" : ", ward " + stay.ward()));
        line(lines, "Came for: ", stay.reason());
        line(lines, "Came: ", time(stay.arrivedAt()));
        line(lines, "In a bed from: ", time(stay.admittedAt()));
        line(lines, "Left: ", time(stay.leftAt() == null ? told.at() : stay.leftAt()));
        line(lines, "Went to (code of the hospital): ", stay.destination() == null ? "" : stay.destination());
        return lines;
    }

    private static List<String> home(PersonCard card) {
        List<String> lines = new ArrayList<>();
        lines.add(card.residence().equals("care-home") ? "Lives in a care home" : "Lives in their own home");
        if (card.livesAlone()) {
            lines.add("Lives alone");
        }
        if (card.dementia()) {
            lines.add("Has dementia");
        }
        if (card.frailty() > 0) {
            lines.add("Clinical frailty scale: " + card.frailty());
        }
        if (card.interpreter()) {
            lines.add("Needs an interpreter: " + card.language());
        }
        return lines;
    }

    private static void line(List<String> lines, String label, String text) {
        if (!text.isBlank()) {
            lines.add(label + text);
        }
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : TIME.withZone(zone).format(at);
    }
}
