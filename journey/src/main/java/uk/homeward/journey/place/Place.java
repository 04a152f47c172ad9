package uk.homeward.journey.place;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.homeward.journey.Id;

/**
 * An area that shares one system of care, as its folder describes it. Immutable.
 *
 * @param zone the time zone of its clocks
 * @param language the language of its pages, such as en-GB
 * @param schema the name of the database schema in which it lives
 * @param population residents of all ages
 * @param features the words for what care providers can do
 * @param people the model of its synthetic older people
 * @param wards electoral wards; those of hospitals are {@code hospitalWards}
 */
public record Place(
        PlaceId id,
        String title,
        ZoneId zone,
        String language,
        String schema,
        int population,
        List<Holiday> holidays,
        Catalogue<String, Source> sources,
        Set<String> features,
        Catalogue<LocalityId, Locality> localities,
        Catalogue<String, ElectoralWard> wards,
        Catalogue<String, PostalArea> postalAreas,
        Catalogue<PracticeCode, Practice> practices,
        Catalogue<OrganisationId, Organisation> organisations,
        Catalogue<SiteId, Site> sites,
        Catalogue<WardId, HospitalWard> hospitalWards,
        Catalogue<TeamId, Team> teams,
        Catalogue<ServiceId, Service> services,
        Catalogue<PoolGroupId, PoolGroup> poolGroups,
        Catalogue<PoolId, Pool> pools,
        Catalogue<ProviderId, Provider> providers,
        Catalogue<StandardId, Standard> standards,
        Catalogue<CauseId, DelayCause> delayCauses,
        PeopleModel people) {

    public Place {
        holidays = List.copyOf(holidays);
        features = Set.copyOf(features);
    }

    /**
     * Reads and checks a place's folder.
     *
     * @throws uk.homeward.journey.source.FaultyDefinition with every fault of all its files
     */
    public static Place load(Path folder) {
        return PlaceReader.read(folder);
    }

    public List<Practice> practicesOf(LocalityId locality) {
        return practices.stream().filter(p -> p.locality().equals(locality)).toList();
    }

    public List<HospitalWard> wardsOf(SiteId site) {
        return hospitalWards.stream().filter(w -> w.site().equals(site)).toList();
    }

    /** The pools that give what a pathway asks for under this name: a pool group's id or the pathway's own pool id. */
    public List<Pool> poolsOf(Id group) {
        return pools.stream()
                .filter(p -> p.group().id().value().equals(group.value()))
                .toList();
    }

    /** The teams of this kind that serve the locality: its own first, then those of the whole place. */
    public List<Team> teamsOf(TeamKind kind, LocalityId locality) {
        return teams.stream()
                .filter(t -> t.kind() == kind && t.serves(locality))
                .sorted(java.util.Comparator.comparing(t -> t.locality() == null))
                .toList();
    }

    /** People of all ages who are registered with practices of the locality. */
    public int registeredIn(LocalityId locality) {
        return practicesOf(locality).stream().mapToInt(Practice::listSize).sum();
    }

    public Optional<Organisation> findOrganisationByOds(String ods) {
        return organisations.stream().filter(o -> ods.equals(o.ods())).findFirst();
    }

    /** The ward that a site's messages name with this code. */
    public Optional<HospitalWard> findWard(SiteId site, String code) {
        return wardsOf(site).stream().filter(w -> w.code().equals(code)).findFirst();
    }

    public boolean isHoliday(LocalDate day) {
        return holidays.stream().anyMatch(holiday -> holiday.date().equals(day));
    }
}
