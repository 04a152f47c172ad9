package uk.homeward.journey.place;

import java.nio.file.Path;
import java.util.Set;
import uk.homeward.journey.source.Faults;

/** What must hold over all files together. Faults stand at the header of the file where the missing row belongs. */
final class PlaceChecks {

    private static final Set<TeamKind> EVERYWHERE =
            Set.of(TeamKind.FRONT_DOOR, TeamKind.OPAL, TeamKind.RESPONSE, TeamKind.ENABLEMENT);

    private final Place place;
    private final Path folder;
    private final Faults faults;

    PlaceChecks(Place place, Path folder, Faults faults) {
        this.place = place;
        this.folder = folder;
        this.faults = faults;
    }

    void check(Heading heading) {
        if (!faults.isEmpty()) {
            return; // sums over rows that are themselves faulty would only mislead
        }
        sums(heading);
        place.localities().stream().map(Locality::id).forEach(this::coverage);
        place.localities().stream().forEach(this::people);
        for (PoolGroup group : place.poolGroups().list()) {
            if (place.poolsOf(group.id()).isEmpty()) {
                fault(
                        Columns.POOL_GROUPS,
                        "no pool gives this group (" + group.id() + ")",
                        "add one, or drop the group");
            }
        }
    }

    private void sums(Heading heading) {
        long sum = place.practices().stream().mapToLong(Practice::listSize).sum();
        if (sum != heading.registered()) {
            heading.registeredAt()
                    .fault(
                            "the list sizes of practices.csv add up to " + sum + ", not to (" + heading.registered()
                                    + ")",
                            "a practice is missing or a list size is wrong");
        }
    }

    private void people(Locality locality) {
        String authority = locality.authority();
        boolean counted = place.people().ages().stream()
                .anyMatch(count -> count.authority().equals(authority) && count.female() + count.male() > 0);
        if (!counted) {
            faults.add(
                    folder.resolve("people-ages.csv").toString(),
                    1,
                    "nobody is counted for the authority (" + authority + ")",
                    "add its older people by age and sex");
        }
        if (locality.olderShare() == 0) {
            fault(
                    Columns.LOCALITIES,
                    "the locality has no older people (" + locality.id() + ")",
                    "an older_share of 1");
        }
        if (place.registeredIn(locality.id()) == 0) {
            fault(Columns.PRACTICES, "nobody is registered in the locality (" + locality.id() + ")", "add a practice");
        }
    }

    private void coverage(LocalityId locality) {
        if (place.wards().stream().noneMatch(ward -> ward.locality().equals(locality))) {
            fault(Columns.WARDS, "the locality has no electoral ward (" + locality + ")", "add its wards");
        }
        for (TeamKind kind : EVERYWHERE) {
            if (place.teamsOf(kind, locality).isEmpty()) {
                fault(
                        Columns.TEAMS,
                        "no team of kind " + kind.word() + " serves the locality (" + locality + ")",
                        "add one, or one that serves the whole place");
            }
        }
    }

    private void fault(Columns file, String what, String maybe) {
        faults.add(folder.resolve(file.file()).toString(), 1, what, maybe);
    }
}
