package uk.homeward.journey.place;

import java.util.regex.Pattern;
import uk.homeward.journey.source.CsvRow;

/** Rows about where people live: localities, electoral wards, postal areas and practices. */
final class GeographyRows {

    static final LocalityId NO_LOCALITY = LocalityId.of("unknown");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z][0-9]{8}");

    private final Heading heading;

    GeographyRows(Heading heading) {
        this.heading = heading;
    }

    Locality locality(CsvRow row) {
        return new Locality(
                row.value("id", LocalityId::of, NO_LOCALITY),
                row.text("title"),
                matching(row, "authority", AUTHORITY, "an ONS code such as E08000025"),
                row.texts("constituencies"),
                row.number("older_share", 0),
                heading.source(row));
    }

    ElectoralWard ward(CsvRow row, Table<Locality> localities) {
        heading.source(row);
        return new ElectoralWard(
                matching(row, "code", AUTHORITY, "an ONS code such as E05011118"),
                row.text("title"),
                localities.reference(row, "locality", LocalityId::of, NO_LOCALITY));
    }

    PostalArea postalArea(CsvRow row) {
        heading.source(row);
        return new PostalArea(row.text("outward"), position(row));
    }

    static Position position(CsvRow row) {
        return new Position(row.number("latitude", -90), row.number("longitude", -180));
    }

    Practice practice(CsvRow row, Table<Locality> localities, Table<PostalArea> areas) {
        Practice practice = new Practice(
                row.value("code", PracticeCode::of, PracticeCode.of("XXX")),
                row.text("title"),
                postcode(row),
                localities.reference(row, "locality", LocalityId::of, NO_LOCALITY),
                row.text("network"),
                row.whole("list_size", 0),
                heading.source(row));
        if (!areas.has(practice.outward()) && !areas.values().isEmpty()) {
            String what = "the postcode's outward part is not known (" + practice.outward() + ")";
            row.fault(what, "add it to postal-areas.csv");
        }
        return practice;
    }

    static String postcode(CsvRow row) {
        String postcode = matching(row, "postcode", POSTCODE, "B18 7QH");
        return postcode.contains(" ") ? postcode : postcode + " ";
    }

    private static String matching(CsvRow row, String column, Pattern form, String example) {
        String text = row.text(column);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            row.fault("'" + column + "' is not in its usual form (" + text + ")", "write it as " + example);
        }
        return text;
    }
}
