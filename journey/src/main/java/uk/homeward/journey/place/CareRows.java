package uk.homeward.journey.place;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.CsvRow;

/** Rows about who gives care and where: organisations, sites, teams and services. */
final class CareRows {

    private static final OrganisationId NO_ORGANISATION = OrganisationId.of("unknown");
    static final SiteId NO_SITE = SiteId.of("unknown");

    private final Heading heading;
    private final Table<Locality> localities;

    CareRows(Heading heading, Table<Locality> localities) {
        this.heading = heading;
        this.localities = localities;
    }

    Organisation organisation(CsvRow row) {
        String ods = row.optional("ods");
        if (!ods.equals(ods.toUpperCase(Locale.ROOT))) {
            row.fault("an ODS code is written in capital letters (" + ods + ")", ods.toUpperCase(Locale.ROOT));
        }
        return new Organisation(
                row.value("id", OrganisationId::of, NO_ORGANISATION),
                ods.isEmpty() ? null : ods,
                row.text("title"),
                row.text("short_title"),
                row.choice("kind", OrganisationKind.class),
                heading.source(row));
    }

    Site site(CsvRow row, Table<Organisation> organisations) {
        return new Site(
                row.value("id", SiteId::of, NO_SITE),
                row.text("title"),
                organisations.reference(row, "organisation", OrganisationId::of, NO_ORGANISATION),
                row.choice("kind", SiteKind.class),
                row.yes("emergency_department"),
                GeographyRows.postcode(row),
                locality(row),
                GeographyRows.position(row),
                heading.source(row));
    }

    Team team(CsvRow row, Table<Organisation> organisations, Table<Site> sites) {
        String phone = row.text("phone");
        if (!phone.matches("[0-9 +]*")) {
            row.fault("'phone' is no telephone number (" + phone + ")", "write digits and spaces");
        }
        return new Team(
                row.value("id", TeamId::of, TeamId.of("unknown")),
                row.text("title"),
                row.choice("kind", TeamKind.class),
                organisations.reference(row, "organisation", OrganisationId::of, NO_ORGANISATION),
                locality(row),
                sites.optional(row, "site", SiteId::of, NO_SITE),
                row.value("hours", OpeningHours::of, OpeningHours.ALWAYS),
                phone,
                heading.source(row));
    }

    Service service(CsvRow row, Table<Organisation> organisations) {
        return new Service(
                row.value("id", ServiceId::of, ServiceId.of("unknown")),
                row.text("title"),
                organisations.optional(row, "organisation", OrganisationId::of, NO_ORGANISATION),
                row.text("what"),
                row.text("audience"),
                row.optional("hours"),
                row.optional("response"),
                heading.source(row));
    }

    private @Nullable LocalityId locality(CsvRow row) {
        return localities.optional(row, "locality", LocalityId::of, GeographyRows.NO_LOCALITY);
    }
}
