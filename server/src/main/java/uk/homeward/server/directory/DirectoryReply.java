package uk.homeward.server.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.web.Fields;

/** What the page says after a form was sent. */
public record DirectoryReply(String done, String refused) {

    static final DirectoryReply NONE = new DirectoryReply("", "");

    static DirectoryReply of(Entry entry, String done) {
        return switch (entry) {
            case Entry.Done d -> new DirectoryReply(done, "");
            case Entry.Refused(String code, String why) -> new DirectoryReply("", why);
        };
    }

    /** An entry as a form holds it. */
    static Fields fields(Details d) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("title", List.of(d.title()));
        values.put("organisation", List.of(d.organisation()));
        values.put("what", List.of(d.what()));
        values.put("audience", List.of(d.audience()));
        values.put("not_for", List.of(d.notFor()));
        values.put("categories", List.of(String.join(", ", d.categories())));
        values.put("phone", List.of(d.phone()));
        values.put("email", List.of(d.email()));
        values.put("web", List.of(d.web()));
        values.put("outward", List.of(d.outward()));
        values.put("site", List.of(d.site()));
        values.put("areas", d.areas());
        values.put("minimum_age", List.of(d.minimumAge() == 0 ? "" : String.valueOf(d.minimumAge())));
        values.put("hours", List.of(d.hours()));
        values.put("opens", List.of(d.opens()));
        values.put("response", List.of(d.response()));
        values.put("public", List.of(d.isPublic() ? "yes" : "no"));
        values.put("community", List.of(d.isCommunity() ? "yes" : "no"));
        values.put("source", List.of(d.source()));
        return new Fields(values);
    }
}
