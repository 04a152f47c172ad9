package uk.homeward.journey.directory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import uk.homeward.journey.event.ServiceEvent.Details;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;

/** The entries with which a place's directory begins: {@code directory.csv} of its folder. */
public final class DirectoryFile {

    private static final String[] COLUMNS = {
        "id",
        "title",
        "organisation",
        "what",
        "audience",
        "not_for",
        "categories",
        "phone",
        "email",
        "web",
        "outward",
        "site",
        "areas",
        "minimum_age",
        "hours",
        "opens",
        "response",
        "public",
        "community",
        "source"
    };

    private DirectoryFile() {}

    /**
     * The entries by id, in the order of the file; none where there is no file.
     *
     * @param organisations the names of organisations by their ids
     * @param sites the ids of the place's sites
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of the file
     */
    public static Map<String, Details> load(Path folder, Map<String, String> organisations, Set<String> sites) {
        Map<String, Details> entries = new LinkedHashMap<>();
        Path file = folder.resolve("directory.csv");
        if (!Files.exists(file)) {
            return entries;
        }
        Faults faults = new Faults();
        for (CsvRow row : Csv.read(file, faults).columns(COLUMNS).rows()) {
            Details details = details(row, organisations);
            DirectoryRules.check(details).ifPresent(r -> row.fault(r.code(), r.why()));
            if (!details.site().isEmpty() && !sites.contains(details.site())) {
                row.fault("there is no such site (" + details.site() + ")", "one of " + sites);
            }
            if (entries.put(row.text("id"), details) != null) {
                row.fault("the id stands twice (" + row.text("id") + ")", "give each entry its own");
            }
        }
        faults.throwIfAny();
        return entries;
    }

    private static Details details(CsvRow row, Map<String, String> organisations) {
        String organisation = row.optional("organisation");
        return new Details(
                row.text("title"),
                organisations.getOrDefault(organisation, organisation),
                row.text("what"),
                row.optional("audience"),
                row.optional("not_for"),
                row.texts("categories"),
                row.optional("phone"),
                row.optional("email"),
                row.optional("web"),
                row.optional("outward"),
                row.optional("site"),
                row.texts("areas"),
                row.isBlank("minimum_age") ? 0 : row.whole("minimum_age", 0),
                row.optional("hours"),
                row.optional("opens"),
                row.optional("response"),
                row.yes("public"),
                row.yes("community"),
                row.text("source"));
    }
}
