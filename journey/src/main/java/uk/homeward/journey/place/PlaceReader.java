package uk.homeward.journey.place;

import java.nio.file.Path;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads the files of a place's folder, in an order in which each can be checked against those before it. */
final class PlaceReader {

    private static final String ID = "id";

    private final Path folder;
    private final Faults faults;
    private final Heading heading;

    private PlaceReader(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
        this.heading = new Heading(Yaml.read(folder.resolve("place.yaml"), faults));
    }

    static Place read(Path folder) {
        Faults faults = new Faults();
        Place place = new PlaceReader(folder, faults).read();
        faults.throwIfAny();
        return place;
    }

    private Place read() {
        GeographyRows geography = new GeographyRows(heading);
        var localities = Table.read(localities(), "locality", ID, geography::locality);
        var wards = Table.read(
                csv("wards").columns("code", "title", "locality", "source"),
                "electoral ward",
                "code",
                row -> geography.ward(row, localities));
        var areas = Table.read(
                csv("postal-areas").columns("outward", "latitude", "longitude", "source"),
                "postal area",
                "outward",
                geography::postalArea);
        var practices = Table.read(
                csv("practices").columns("code", "title", "postcode", "locality", "network", "list_size", "source"),
                "practice",
                "code",
                row -> geography.practice(row, localities, areas));
        CareRows care = new CareRows(heading, localities);
        var organisations = Table.read(
                csv("organisations").columns(ID, "ods", "title", "short_title", "kind", "source"),
                "organisation",
                ID,
                care::organisation);
        var sites = Table.read(sites(), "site", ID, row -> care.site(row, organisations));
        var teams = Table.read(teams(), "team", ID, row -> care.team(row, organisations, sites));
        var services = Table.read(services(), "service", ID, row -> care.service(row, organisations));
        PoolRows capacity = new PoolRows(heading, localities);
        var groups = Table.read(
                csv("pool-groups").columns(ID, "title", "kind", "unit", "cost_per_day", "source"),
                "pool group",
                ID,
                capacity::group);
        capacity.use(groups);
        var hospitalWards = Table.read(hospitalWards(), "hospital ward", ID, row -> capacity.ward(row, sites));
        var providers = Table.read(providers(), "provider", ID, row -> capacity.provider(row, areas));
        Table.read(pools(), "pool", ID, row -> capacity.teamPool(row, teams)); // gathered by capacity
        RuleRows rules = new RuleRows(heading);
        var standards = Table.read(standards(), "standard", ID, rules::standard);
        var causes = Table.read(delayCauses(), "delay cause", ID, rules::cause);
        Place place = new Place(
                heading.id(),
                heading.title(),
                heading.zone(),
                heading.language(),
                heading.schema(),
                heading.population(),
                heading.holidays(),
                Catalogue.of("source", heading.sources(), Source::id),
                heading.features(),
                localities.catalogue(Locality::id),
                wards.catalogue(ElectoralWard::code),
                areas.catalogue(PostalArea::outward),
                practices.catalogue(Practice::code),
                organisations.catalogue(Organisation::id),
                sites.catalogue(Site::id),
                hospitalWards.catalogue(HospitalWard::id),
                teams.catalogue(Team::id),
                services.catalogue(Service::id),
                groups.catalogue(PoolGroup::id),
                capacity.catalogue(),
                providers.catalogue(Provider::id),
                standards.catalogue(Standard::id),
                causes.catalogue(DelayCause::id),
                new PeopleReader(folder, faults, heading, localities).read());
        new PlaceChecks(place, folder, faults).check(heading);
        return place;
    }

    private Csv csv(String name) {
        return Csv.read(folder.resolve(name + ".csv"), faults);
    }

    private Csv localities() {
        return csv("localities").columns(ID, "title", "authority", "constituencies", "older_share", "source");
    }

    private Csv sites() {
        return csv("sites")
                .columns(
                        ID,
                        "title",
                        "organisation",
                        "kind",
                        "emergency_department",
                        "postcode",
                        "locality",
                        "latitude",
                        "longitude",
                        "source");
    }

    private Csv teams() {
        return csv("teams")
                .columns(ID, "title", "kind", "organisation", "locality", "site", "hours", "phone", "source");
    }

    private Csv services() {
        return csv("services").columns(ID, "title", "organisation", "what", "audience", "hours", "response", "source");
    }

    private Csv hospitalWards() {
        return csv("hospital-wards")
                .columns(ID, "site", "code", "title", "kind", "group", "beds", "out_of_service", "source");
    }

    private Csv providers() {
        return csv("providers")
                .columns(
                        ID,
                        "title",
                        "kind",
                        "group",
                        "locality",
                        "outward",
                        "capacity",
                        "vacancies",
                        "rating",
                        "features",
                        "price",
                        "made_up",
                        "source");
    }

    private Csv pools() {
        return csv("pools")
                .columns(
                        ID,
                        "title",
                        "group",
                        "team",
                        "locality",
                        "capacity",
                        "out_of_service",
                        "cost_per_day",
                        "source");
    }

    private Csv standards() {
        return csv("standards")
                .columns(ID, "title", "sense", "limit", "unit", "starts_when", "stops_when", "applies_to", "source");
    }

    private Csv delayCauses() {
        return csv("delay-causes")
                .columns(
                        ID,
                        "title",
                        "actor",
                        "owner",
                        "national_group",
                        "national_reason",
                        "older_reason",
                        "daily_mean",
                        "source");
    }
}
