package uk.homeward.journey.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.homeward.journey.source.Fault;
import uk.homeward.journey.source.FaultyDefinition;

/** Each test breaks a copy of Littleton and reads what the author of the place would be told. */
class FaultyPlaceTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void copyLittleton() throws IOException {
        try (Stream<Path> files = Files.list(TestPlaces.littleton())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void everyFaultOfEveryFileIsToldAtOnce() throws IOException {
        change("place.yaml", "schema: littleton", "schema: Little Town");
        change("localities.csv", "riverside,Riverside", "hillside,Riverside");
        change("practices.csv", "riverside,Littleton,11000", "lakeside,Littleton,many");
        change("practices.csv", "ZZ1 1AA", "ZZ9 1AA");
        change("organisations.csv", "acute-trust", "hospital");
        change("sites.csv", "hospital-trust", "trust");
        change("hospital-wards.csv", ",20,1,", ",20,21,");
        change("teams.csv", "24/7", "now and then");
        change("pools.csv", "response,,4,0", "response,,-4,0");
        change("pools.csv", "town-hall\nenablement-hillside", "hearsay\nenablement-hillside");
        change("providers.csv", "nursing; dementia,980", "nursing; sauna,980");
        change("standards.csv", "first contact", "");
        change("delay-causes.csv", "nhs", "nobody");
        change("people.yaml", "fit: 0.6,", "fit: 0.7,");
        change("people-ages.csv", "E99000001,70", "E99000002,70");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "place.yaml:6: a schema is named in lower-case letters, digits and underscores (Little Town)",
                        "localities.csv:3: the locality (hillside) stands twice, first on line 2",
                        "wards.csv:3: there is no locality (riverside)",
                        "practices.csv:2: the postcode's outward part is not known (ZZ9)",
                        "practices.csv:3: there is no locality (lakeside)",
                        "practices.csv:3: 'list_size' is no number (many)",
                        "organisations.csv:2: 'kind' is not a known word (hospital)",
                        "sites.csv:2: there is no organisation (trust)",
                        "hospital-wards.csv:3: more is out of service (21) than there is (20)",
                        "teams.csv:4: 'hours' cannot be used: these are no working hours (now and then)",
                        "teams.csv:6: there is no locality (riverside)",
                        "pools.csv:2: 'capacity' must be at least 0 (-4)",
                        "pools.csv:2: the source is not known (hearsay)",
                        "providers.csv:2: the feature is not known (sauna)",
                        "standards.csv:2: a clock must say when it starts and when it stops",
                        "delay-causes.csv:2: 'owner' is not a known word (nobody)",
                        "people.yaml:6: the shares add up to (1.1) and not to 1",
                        "people-ages.csv:3: no locality lies in this authority (E99000002)");
    }

    @Test
    void everyFaultSaysHowItCouldBeMended() throws IOException {
        change("sites.csv", "acute-hospital", "clinic");
        FaultyDefinition faulty = catchThrowableOfType(FaultyDefinition.class, () -> Place.load(folder));
        assertThat(faulty.getMessage())
                .endsWith("sites.csv:2: 'kind' is not a known word (clinic). Maybe: one of [acute-hospital, "
                        + "specialist-hospital, community-hospital, enablement-centre, assessment-unit, hub, "
                        + "walk-in-centre]");
    }

    @Test
    void listSizesThatDoNotAddUpAreFound() throws IOException {
        change("practices.csv", "11000", "10999");
        assertThat(told())
                .containsExactly("place.yaml:8: the list sizes of practices.csv add up to 20499, not to (20500)");
    }

    @Test
    void aLocalityWithoutTeamsPracticesOrWardsIsFound() throws IOException {
        change("localities.csv", "riverside,", "island,Island,E99000001,,1,town-hall\nriverside,");
        change("people.yaml", "riverside: {local: 1}", "riverside: {local: 1}\n    island: {local: 1}");
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "practices.csv:1: nobody is registered in the locality (island)",
                        "wards.csv:1: the locality has no electoral ward (island)",
                        "teams.csv:1: no team of kind enablement serves the locality (island)");
    }

    @Test
    void anAuthorityWithoutCountedPeopleAndAnAgeCountedTwiceAreFound() throws IOException {
        change("people-ages.csv", "E99000001,70", "E99000001,60");
        assertThat(told()).containsExactly("people-ages.csv:3: the age stands twice for this authority (60)");
        Files.writeString(folder.resolve("people-ages.csv"), "authority,age,female,male,source\n");
        assertThat(told()).containsOnly("people-ages.csv:1: nobody is counted for the authority (E99000001)");
    }

    @Test
    void aPlaceWithoutFilesIsToldWhichOnesItNeeds() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(told())
                .filteredOn(fault -> fault.endsWith("there is no such file"))
                .hasSize(17);
        assertThat(told())
                .filteredOn(fault -> !fault.startsWith("place.yaml"))
                .allMatch(fault -> fault.endsWith("there is no such file"));
    }

    @Test
    void aPoolGroupThatNothingGivesIsFound() throws IOException {
        change("pool-groups.csv", "acute-beds,", "moon-beds,Beds on the moon,beds,bed,1,town-hall\nacute-beds,");
        assertThat(told()).containsExactly("pool-groups.csv:1: no pool gives this group (moon-beds)");
    }

    @Test
    void aFileThatIsMissingIsOneFaultAndNotHundreds() throws IOException {
        Files.delete(folder.resolve("organisations.csv"));
        assertThat(told()).containsExactly("organisations.csv:0: there is no such file");
    }

    @Test
    void aRowWithTooManyValuesIsOneFault() throws IOException {
        change("organisations.csv", "council,,Littleton Council,", "council,,Littleton, Council,");
        assertThat(told()).containsExactly("organisations.csv:3: the row has (7) values where the header names 6");
    }

    @Test
    void anAssumptionMustGiveItsReason() throws IOException {
        change("pool-groups.csv", "400,assumption: a round figure", "400,assumption:");
        assertThat(told()).containsExactly("pool-groups.csv:3: the source gives no reason (assumption:)");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** What is told, without the folder and without the way to mend it. */
    private List<String> told() {
        FaultyDefinition faulty = catchThrowableOfType(FaultyDefinition.class, () -> Place.load(folder));
        return faulty.faults().stream()
                .map(Fault::toString)
                .map(fault -> fault.substring(folder.toString().length() + 1, fault.indexOf(". Maybe: ")))
                .toList();
    }
}
