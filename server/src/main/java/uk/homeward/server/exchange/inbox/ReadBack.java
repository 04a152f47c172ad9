package uk.homeward.server.exchange.inbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
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
import uk.homeward.server.exchange.hl7.clinical.About;
import uk.homeward.server.exchange.hl7.clinical.Panel;
import uk.homeward.server.exchange.hl7.clinical.ReferralMessage;
import uk.homeward.server.exchange.hl7.clinical.ResultsMessage;

/**
 * What Homeward reads from a message, in words.
 *
 * @param answer the acknowledgement that its reading earns: AA, AE or AR
 * @param problem why it cannot be used; blank if it can
 * @param lines what was read, by label, in order
 */
public record ReadBack(String answer, String problem, Map<String, String> lines) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.UK);

    static ReadBack of(Understanding read, String senderName, ZoneId zone) {
        return switch (read) {
            case Understanding.Refused refused ->
                new ReadBack(
                        refused.refusal().answer().name(), refused.refusal().words(), Map.of());
            case Understanding.Understood understood ->
                new ReadBack("AA", "", lines(understood.message(), senderName, zone));
            case Understanding.Referred referred -> new ReadBack("AA", "", lines(referred.message(), senderName, zone));
            case Understanding.Reported reported -> new ReadBack("AA", "", lines(reported.message(), senderName, zone));
        };
    }

    private static Map<String, String> lines(ReferralMessage message, String senderName, ZoneId zone) {
        Map<String, String> lines =
                about(message.about(), message.withdrawn() ? "Referral taken back" : "Referral", senderName, zone);
        lines.put("Referral", message.identifier());
        lines.put("Urgency", message.urgent() ? "urgent" : "routine");
        lines.put("Reason", message.reason().isBlank() ? "not said" : message.reason());
        lines.put("Referred by", joined(message.referrer(), message.contact()));
        lines.put("Remarks", remarks(message.about().oddities()));
        return lines;
    }

    private static Map<String, String> lines(ResultsMessage message, String senderName, ZoneId zone) {
        Map<String, String> lines = about(message.about(), "Results", senderName, zone);
        for (Panel panel : message.panels()) {
            String findings = panel.findings().stream().map(ReadBack::words).collect(Collectors.joining("; "));
            lines.put(
                    "Report " + panel.identifier(),
                    joined(panel.code().words(), findings, String.join(" ", panel.notes())));
        }
        lines.put("Remarks", remarks(message.about().oddities()));
        return lines;
    }

    private static Map<String, String> about(About about, String event, String senderName, ZoneId zone) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Sender", senderName + (about.organisation() == null ? "" : " (" + about.organisation() + ")"));
        lines.put("Event", about.envelope().messageType() + ", " + event);
        lines.put("Told", TIME.withZone(zone).format(about.at()));
        lines.put("Person", person(about.subject()));
        return lines;
    }

    private static String words(Panel.Finding finding) {
        String what = finding.code().words().isBlank()
                ? finding.code().code()
                : finding.code().words();
        String value = switch (finding.value()) {
            case Panel.Value.Quantity q -> (q.comparator() + q.number() + " " + q.unit()).strip();
            case Panel.Value.Words w -> w.text();
            case Panel.Value.Coded c ->
                c.codes().stream()
                        .map(code -> code.words().isBlank() ? code.code() : code.words())
                        .collect(Collectors.joining(", "));
            case Panel.Value.None n -> "no value";
        };
        return what + " " + value + (finding.flag().isBlank() ? "" : " (" + finding.flag() + ")");
    }

    private static Map<String, String> lines(AdtMessage message, String senderName, ZoneId zone) {
        DateTimeFormatter time = TIME.withZone(zone);
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
        lines.put("Remarks", remarks(message.oddities()));
        return lines;
    }

    private static String remarks(List<Oddity> oddities) {
        return oddities.isEmpty()
                ? "none"
                : oddities.stream().map(ReadBack::words).collect(Collectors.joining("; "));
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
