package uk.homeward.journey.pathway;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.Yaml;

/** Reads standards and follow-ups, and the moments that they speak of. */
final class StandardReader {

    private final Names names;

    StandardReader(Names names) {
        this.names = names;
    }

    Standard read(StandardId id, Yaml at) {
        at.allow("title", "from", "to", "only-if", "within", "warn-after", "hours", "pauses", "target", "source");
        Duration within = Amounts.read(at.get("within"));
        Duration warn = at.has("warn-after")
                ? Amounts.read(at.get("warn-after"))
                : within.multipliedBy(3).dividedBy(4);
        if (warn.compareTo(within) > 0) {
            at.get("warn-after")
                    .fault("the warning comes after the limit", "warn earlier than " + Amounts.text(within));
        }
        return new Standard(
                id,
                at.get("title").text(),
                moment(at.get("from")),
                moment(at.get("to")),
                at.find("only-if").map(this::moment).orElse(null),
                within,
                warn,
                at.find("hours").map(HoursReader::read).orElse(null),
                at.texts("pauses"),
                target(at),
                at.get("source").text());
    }

    private static @Nullable Double target(Yaml at) {
        return at.has("target") ? PathwayReader.share(at, "target", 0) : null;
    }

    FollowUp followUp(FollowUpId id, Yaml at) {
        at.allow("title", "since", "after", "question");
        return new FollowUp(
                id,
                at.get("title").text(),
                at.get("since").items().stream().map(this::moment).toList(),
                Amounts.read(at.get("after")),
                at.get("question").text());
    }

    private Moment moment(Yaml at) {
        List<String> words = List.of(at.text().split(" +"));
        for (Moment.Kind kind : Moment.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(words.getFirst())) {
                return moment(at, kind, words);
            }
        }
        at.fault(
                "no such moment (" + at.text() + ")",
                "begin with one of "
                        + Arrays.toString(Moment.Kind.values()).toLowerCase(Locale.ROOT)
                        + ", then the step or decision");
        return Moment.of(Moment.Kind.OPENED);
    }

    private Moment moment(Yaml at, Moment.Kind kind, List<String> words) {
        boolean decided = kind == Moment.Kind.DECIDED;
        int most = kind.ofJourney() ? 1 : decided ? 3 : 2;
        int least = kind.ofJourney() ? 1 : 2;
        if (words.size() < least || words.size() > most) {
            at.fault(
                    "the moment (" + at.text() + ") has the wrong number of words",
                    kind.ofJourney() ? "it stands alone" : "name the " + (decided ? "decision" : "step"));
            return Moment.of(kind);
        }
        if (kind.ofJourney()) {
            return Moment.of(kind);
        }
        String subject = words.get(1);
        if (!(decided ? names.decisions() : names.steps()).contains(subject)) {
            at.fault(
                    "there is no " + (decided ? "decision" : "step") + " (" + subject + ")",
                    "one of " + (decided ? names.decisions() : names.steps()));
        }
        return new Moment(kind, subject, words.size() > 2 ? words.get(2) : null);
    }
}
