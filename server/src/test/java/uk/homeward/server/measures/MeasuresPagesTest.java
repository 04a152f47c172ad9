package uk.homeward.server.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.insight.events.FactFolder;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class MeasuresPagesTest extends ServerTest {

    private static boolean happened;

    @BeforeAll
    static synchronized void publish() {
        if (!happened) {
            happened = true;
            twelveReferrals();
        }
        look();
    }

    private static void twelveReferrals() {
        Desk desk = bean(Desk.class);
        PlaceTime time = bean(PlaceTime.class);
        for (int i = 0; i < 12; i++) {
            String person = newId("measured");
            desk.tellPerson(
                    person,
                    List.of(new PersonEvent.PersonRegistered(someone("Mo", "Measured"))),
                    time.instant(),
                    STAFF,
                    null);
            String journey = newId("measured-journey");
            desk.open(
                    journey,
                    PathwayId.of("intermediate-care"),
                    new JourneyCommand.Open(
                            person,
                            RouteId.of("professional"),
                            new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                            "fell at home",
                            Map.of("urgency", "urgent", "locality", i < 9 ? "central" : "north")),
                    time.instant().minus(20, ChronoUnit.DAYS),
                    STAFF,
                    null);
            desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant().minus(20, ChronoUnit.DAYS), STAFF, null);
        }
    }

    /** Has everything published and computed that happened by now. */
    static void look() {
        Publishing publishing = bean(Publishing.class);
        publishing.stop();
        publishing.once(
                FactFolder.open(Objects.requireNonNull(bean(FactsPlace.class).folder())));
    }

    @Test
    void theWallShowsFiguresAndSaysWhereThereIsNoData() {
        String wall = get("/measures", "analyst").body();
        assertThat(wall).contains("Referrals accepted within 15 minutes", "No data", "Occupancy of acute beds");
        assertThat(get("/measures?programme=urgent+care", "commissioner").body())
                .doesNotContain("Referrals accepted within 15 minutes");
        assertThat(get("/measures?locality=central&grain=month", "ward").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMeasureHasChartDefinitionTableAndDownloads() {
        String page = get("/measures/accept-15min?grain=week", "programme").body();
        assertThat(page).contains("<svg", "Definition", "from clocks", "Download the figures");
        HttpResponse<String> csv = get("/measures/accept-15min.csv?by=locality&grain=month", "analyst");
        assertThat(csv.body()).startsWith("period,group,value,lower95,upper95").contains("whole place");
        HttpResponse<String> svg = get("/measures/accept-15min.svg", "analyst");
        assertThat(svg.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("image/svg"));
        assertThat(get("/measures/ae-4h", "analyst").body()).contains("That is not the same as zero");
    }

    @Test
    void smallNumbersAreHiddenAndSoIsWhatWouldTellThem() {
        String csv = get("/measures/referrals.csv?by=locality&grain=month", "analyst")
                .body();
        assertThat(csv).contains("north,,,,,,,hidden: small number");
        assertThat(csv.lines().filter(l -> l.contains("hidden")).count()).isGreaterThan(1);
    }

    @Test
    void theApiTellsTheSame() {
        assertThat(get("/api/measures", "analyst").body()).contains("\"response-2h\"", "\"quarantined\":[]");
        String json = get("/api/measures/accept-15min?grain=month", "analyst").body();
        assertThat(json).contains("\"numerator\":", "\"lower95\":", "\"sql\":");
        assertThat(get("/api/measures/dtoc-rate", "analyst").body()).contains("\"rows\":[");
        assertThat(get("/api/measures/nothing", "analyst").statusCode()).isEqualTo(404);
        assertThat(get("/api/measures/dtoc-rate?by=shoe", "analyst").statusCode())
                .isEqualTo(400);
        assertThat(get("/measures/dtoc-rate?grain=fortnight", "analyst").statusCode())
                .isEqualTo(400);
    }

    @Test
    void whatChangedIsToldOrThatNothingDid() {
        assertThat(get("/measures/changes", "commissioner").body())
                .contains("What changed this week", "measures moved as chance explains");
    }
}
