package uk.homeward.server.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.server.web.Fields;

/** Reads an entry from what was filled in. */
final class EntryForm {

    private EntryForm() {}

    static Details details(Fields fields) {
        String age = fields.text("minimum_age");
        return new Details(
                fields.text("title"),
                fields.text("organisation"),
                fields.text("what"),
                fields.text("audience"),
                fields.text("not_for"),
                list(fields.text("categories")),
                fields.text("phone"),
                fields.text("email"),
                web(fields.text("web")),
                fields.text("outward").toUpperCase(Locale.ROOT),
                fields.text("site"),
                fields.all("areas"),
                age.matches("[0-9]{1,3}") ? Integer.parseInt(age) : 0,
                fields.text("hours"),
                fields.text("opens"),
                fields.text("response"),
                fields.text("public").equals("yes"),
                fields.text("community").equals("yes"),
                fields.has("source") ? fields.text("source") : "written here");
    }

    /** Only an address of the web can be followed. */
    static String web(String address) {
        return address.matches("https?://[^\\s\"<>]+") ? address : "";
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split("[,;]"))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
    }
}
