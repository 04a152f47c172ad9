package uk.homeward.journey.place;

import java.nio.file.Path;
import java.util.function.Function;
import uk.homeward.journey.source.Csv;
import uk.homeward.journey.source.CsvRow;
import uk.homeward.journey.source.Faults;
import uk.homeward.journey.source.Yaml;

/** Reads the files of a place's folder, in an order in which each can be checked against those before it. */
final class PlaceReader {

    private final Path folder;
    private final Faults faults = new Faults();
    private final Heading heading;

    private final Table<Locality> localities;
    private final Table<ElectoralWard> wards;
    private final Table<PostalArea> areas;
    private final Table<Practice> practices;
    private final Table<Organisation> organisations;
    private final Table<Site> sites;
    private final Table<Team> teams;
    private final Table<Service> services;
    private final Table<PoolGroup> groups;
    private final Table<HospitalWard> hospitalWards;
    private final Table<Provider> providers;
    private final Catalogue<PoolId, Pool> pools;
    private final Table<Standard> standards;
    private final Table<DelayCause> causes;

    private PlaceReader(Path folder) {
        this.folder = folder;
        heading = new Heading(Yaml.read(folder.resolve("place.yaml"), faults));
        GeographyRows geography = new GeographyRows(heading);
        localities = table(Columns.LOCALITIES, geography::locality);
        wards = table(Columns.WARDS, row -> geography.ward(row, localities));
        areas = table(Columns.POSTAL_AREAS, geography::postalArea);
        practices = table(Columns.PRACTICES, row -> geography.practice(row, localities, areas));
        CareRows care = new CareRows(heading, localities);
        organisations = table(Columns.ORGANISATIONS, care::organisation);
        sites = table(Columns.SITES, row -> care.site(row, organisations));
        teams = table(Columns.TEAMS, row -> care.team(row, organisations, sites));
        services = table(Columns.SERVICES, row -> care.service(row, organisations));
        PoolRows capacity = new PoolRows(heading, localities);
        groups = table(Columns.POOL_GROUPS, capacity::group);
        hospitalWards = table(Columns.HOSPITAL_WARDS, row -> capacity.ward(row, sites));
        providers = table(Columns.PROVIDERS, row -> capacity.provider(row, areas));
        table(Columns.POOLS, row -> capacity.teamPool(row, teams));
        pools = capacity.catalogue();
        RuleRows rules = new RuleRows(heading);
        standards = table(Columns.STANDARDS, rules::standard);
        causes = table(Columns.DELAY_CAUSES, rules::cause);
    }

    static Place read(Path folder) {
        PlaceReader reader = new PlaceReader(folder);
        Place place = reader.place();
        new PlaceChecks(place, folder, reader.faults).check(reader.heading);
        reader.faults.throwIfAny();
        return place;
    }

    private <V> Table<V> table(Columns columns, Function<CsvRow, V> map) {
        Csv csv = Csv.read(folder.resolve(columns.file()), faults).columns(columns.names());
        return Table.read(csv, columns.thing(), columns.key(), map);
    }

    private Place place() {
        return new Place(
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
                pools,
                providers.catalogue(Provider::id),
                standards.catalogue(Standard::id),
                causes.catalogue(DelayCause::id),
                new PeopleReader(folder, faults, heading, localities).read());
    }
}
