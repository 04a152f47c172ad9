package uk.homeward.server.hospital;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.Summary;
import uk.homeward.server.person.PersonCard;

/** What is known already and a discharge summary can begin with: nobody writes a second time what was told once. */
final class Known {

    private Known() {}

    /** By heading; where a summary was sent before, what stood in it comes first. */
    static Map<SummaryPart, String> of(Flow flow, PersonCard person, List<String> decisions, Wards wards) {
        Map<SummaryPart, String> known = new EnumMap<>(SummaryPart.class);
        put(
                known,
                SummaryPart.WHAT_HAPPENED,
                flow.spell().reason().isBlank()
                        ? ""
                        : "Came for: " + flow.spell().reason());
        put(known, SummaryPart.FUNCTION, needs(flow));
        put(known, SummaryPart.RISKS, notes(person, PersonCard.Kind.ALERT));
        put(known, SummaryPart.RESUSCITATION, decided(flow, decisions));
        put(known, SummaryPart.SOCIAL, home(person));
        put(known, SummaryPart.WISHES, wishes(person));
        put(known, SummaryPart.CONTACT, contact(flow, wards));
        flow.summaries().stream().map(Summary::words).forEach(known::putAll);
        put(known, SummaryPart.RESUSCITATION, decided(flow, decisions)); // never the decision of an earlier summary
        return known;
    }

    private static void put(Map<SummaryPart, String> known, SummaryPart part, String words) {
        if (!words.isBlank()) {
            known.put(part, words);
        }
    }

    private static String needs(Flow flow) {
        return flow.need()
                .map(need -> Stream.concat(need.needs().stream().map(n -> n.words()), Stream.of(need.words()))
                        .filter(words -> !words.isBlank())
                        .collect(Collectors.joining("; ")))
                .orElse("");
    }

    private static String decided(Flow flow, List<String> decisions) {
        return decisions.isEmpty()
                ? flow.decisions().values().stream()
                        .map(decision -> decision.kind() + ": " + decision.words())
                        .collect(Collectors.joining("\n"))
                : String.join("\n", decisions);
    }

    private static String home(PersonCard person) {
        List<String> lines = new ArrayList<>();
        lines.add(person.residence().equals("care-home") ? "Lives in a care home" : "Lives in their own home");
        if (person.livesAlone()) {
            lines.add("lives alone");
        }
        String carers = notes(person, PersonCard.Kind.CARER);
        if (!carers.isEmpty()) {
            lines.add("carers: " + carers);
        }
        return String.join("; ", lines);
    }

    private static String wishes(PersonCard person) {
        String wishes = notes(person, PersonCard.Kind.WISH);
        return Stream.of(Objects.requireNonNullElse(person.matters(), ""), wishes)
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String notes(PersonCard person, PersonCard.Kind kind) {
        return person.list(kind).stream().map(PersonCard.Note::words).collect(Collectors.joining("; "));
    }

    private static String contact(Flow flow, Wards wards) {
        String ward = wards.shortTitle(flow.spell().ward()) + ", "
                + wards.site(flow.spell().site());
        return flow.consultant().isEmpty() ? ward : ward + "; " + flow.consultant();
    }
}
