package uk.homeward.server.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.server.person.PersonRecord;
import uk.homeward.server.record.Fact.Kind;
import uk.homeward.server.web.Form;

/** Everything that was ever told of a person, to be searched and filtered; newest first. */
public final class History {

    public static final String OWN = "homeward";
    static final String OWN_SOURCE = "Homeward";

    private History() {}

    /** One line; {@code reference} is the address of what was received, blank for what was told here. */
    public record Item(Instant at, String kind, String what, String detail, String source, String reference) {}

    /**
     * What to show; blank or null where everything is wanted.
     *
     * @param kind a word of {@link Kind}, or {@link #OWN} for what was told here
     */
    public record Filter(
            String words,
            String kind,
            String source,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        static Filter of(Form form) {
            return new Filter(form.may("q"), form.may("kind"), form.may("source"), form.day("from"), form.day("to"));
        }

        private boolean takes(Item item, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(item.at(), zone);
            return (kind.isEmpty() || item.kind().equals(kind))
                    && (source.isEmpty() || item.source().equals(source))
                    && (from == null || !day.isBefore(from))
                    && (to == null || !day.isAfter(to))
                    && hasWords(item);
        }

        /** Every word stands somewhere in the line. */
        private boolean hasWords(Item item) {
            String line = (item.what() + " " + item.detail() + " " + item.source()).toLowerCase(Locale.ROOT);
            for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
                if (!line.contains(word)) {
                    return false;
                }
            }
            return true;
        }
    }

    static List<Item> of(List<Fact> facts, PersonRecord record) {
        List<Item> items = new ArrayList<>();
        for (Fact f : facts) {
            String detail = f.kind() == Kind.RESULT ? Trend.text(f) : f.detail();
            items.add(new Item(f.when(), f.kind().word(), f.title(), detail, f.source(), f.reference()));
        }
        for (PersonRecord.Happened h : record.timeline()) {
            items.add(new Item(
                    h.sentence().at(), OWN, h.sentence().what(), h.sentence().detail(), OWN_SOURCE, ""));
        }
        items.sort(Comparator.comparing(Item::at).reversed());
        return items;
    }

    static List<Item> filtered(List<Item> all, Filter filter, ZoneId zone) {
        return all.stream().filter(item -> filter.takes(item, zone)).toList();
    }

    /** The words of a kind as people read them. */
    public static String title(String kind) {
        for (Kind k : Kind.values()) {
            if (k.word().equals(kind)) {
                return k.title();
            }
        }
        return "Told here";
    }
}
