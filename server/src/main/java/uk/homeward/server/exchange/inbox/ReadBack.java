package uk.homeward.server.exchange.inbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.exchange.hl7.Understanding;
import uk.homeward.server.exchange.hl7.adt.AdtMessage;
import uk.homeward.server.exchange.hl7.adt.Identity;
import uk.homeward.server.exchange.hl7.adt.Location;
import uk.homeward.server.exchange.hl7.adt.NhsNumberStatus;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.adt.PersonName;
import uk.homeward.server.exchange.hl7.adt.Subject;
import uk.homeward.server.exchange.hl7.adt.Visit;

/**
 * What Homeward reads from a message, in words.
 *
 * @param answer the acknowledgement that its reading earns: AA, AE or AR
 * @param problem why it cannot be used; blank if it can
 * @param lines what was read, by label, in order
 */
public record ReadBack(String answer, String problem, Map<String, String> lines) {

    static ReadBack of(Understanding read, String senderName, ZoneId zone) {
        return switch (read) {
            case Understanding.Refused refused ->
                new ReadBack(
                        refused.refusal().answer().name(), refused.refusal().words(), Map.of());
            case Understanding.Understood understood ->
                new ReadBack("AA", "", lines(understood.message(), senderName, zone));
        };
    }

    private static Map<String, String> lines(AdtMessage message, String senderName, ZoneId zone) {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK).withZone(zone);
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Sender", senderName + (message.organisation() == null ? "" : " (" + message.organisation() + ")"));
        lines.put("Event", message.trigger() + ", " + message.trigger().words());
        lines.put("Happened", time.format(message.occurredAt()));
        for (Subject subject : message.subjects()) {
            String nth = message.subjects().size() == 1
                    ? ""
                    : " " + (message.subjects().indexOf(subject) + 1);
            lines.put("Person" + nth, person(subject));
            subject.merged().forEach(merged -> lines.put("Gives way" + nth, numbers(merged)));
            @Nullable Visit visit = subject.visit();
            if (visit != null) {
                lines.put("Visit" + nth, visit(visit));
            }
        }
        String oddities = message.oddities().stream().map(ReadBack::words).collect(Collectors.joining("; "));
        lines.put("Remarks", oddities.isBlank() ? "none" : oddities);
        return lines;
    }

    private static String person(Subject subject) {
        PersonName name = subject.demographics().name().orNull();
        String called = name == null ? "" : (name.given() + " " + name.family()).strip();
        Object born = subject.demographics().birthDate().orNull();
        return joined(called, born == null ? "" : "born " + born, numbers(subject.identity()));
    }

    private static String numbers(Identity identity) {
        String locals = identity.locals().stream()
                .map(local -> local.value() + " of " + local.authority())
                .collect(Collectors.joining(", "));
        String nhs = identity.status() == NhsNumberStatus.ABSENT
                ? "no NHS number"
                : "NHS number " + identity.number() + " ("
                        + identity.status().name().toLowerCase(Locale.ROOT) + ")";
        return joined(locals, nhs);
    }

    private static String visit(Visit visit) {
        return joined(
                visit.number().isBlank() ? "no number" : "number " + visit.number(),
                visit.patientClass().name().toLowerCase(Locale.ROOT),
                at("at ", visit.at()),
                at("before at ", visit.prior()),
                visit.reason());
    }

    private static String at(String label, @Nullable Location location) {
        if (location == null) {
            return "";
        }
        String site = location.site().isBlank() ? location.facility() : location.site();
        return label + joined(location.words(), site);
    }

    private static String words(Oddity oddity) {
        return (oddity.where().isBlank() ? "" : oddity.where() + ": ") + oddity.what();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }
}
