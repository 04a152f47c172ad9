package uk.homeward.server.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.homeward.foresight.engine.Listener;
import uk.homeward.foresight.forecast.Forecast;
import uk.homeward.foresight.forecast.Quantity;
import uk.homeward.foresight.network.Standing;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

class ForecastTest extends ServerTest {

    private static String journey = "";

    @BeforeAll
    static void somebodyIsEnabledAtHome() {
        Desk desk = bean(Desk.class);
        PlaceTime time = bean(PlaceTime.class);
        String person = newId("forecast-person");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Foreseen", "Fortune"))),
                time.instant(),
                STAFF,
                null);
        journey = newId("forecast-journey");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "Test Practice", "Dr Test", "0121 496 0000"),
                        "fell at home",
                        Map.of("urgency", "urgent", "locality", "central")),
                time.instant(),
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        desk.tell(
                journey,
                0,
                new JourneyCommand.Decide(
                        OptionId.of("enable-at-home"), "", List.of("nurse", "therapist"), "home", null),
                time.instant(),
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.StartStep(List.of()), time.instant(), STAFF, null);
    }

    private static KeptForecast made(Instant now) {
        assertThat(bean(ForecastDesk.class).forecast(now, Listener.NONE)).isTrue();
        return Objects.requireNonNull(bean(ForecastDesk.class).latest()).kept();
    }

    @Test
    void itStartsFromThePeopleWhereTheyStand() {
        Somebody enabled = bean(LivePlace.class).people().stream()
                .filter(p -> p.journey().equals(journey))
                .findFirst()
                .orElseThrow();
        assertThat(enabled.pools()).containsExactly("home-places");
        assertThat(enabled.attributes()).containsEntry("urgency", "urgent").doesNotContainKey("locality");
        Standing standing = enabled.standing(
                bean(LivePlace.class).pathway(), enabled.since().plus(Duration.ofHours(30)));
        assertThat(standing.step()).isEqualTo("home-enablement");
        assertThat(standing.state()).isEqualTo(Standing.State.IN_STEP);
        assertThat(standing.elapsedHours()).isEqualTo(30.0);
    }

    @Test
    void itIsKeptWhole() {
        KeptForecast kept = made(bean(PlaceTime.class).instant());
        KeptForecast read = bean(Forecasts.class).findLatest().orElseThrow();
        assertThat(read.number()).isEqualTo(kept.number());
        Forecast f = read.forecast();
        assertThat(f.people()).isGreaterThanOrEqualTo(1);
        assertThat(f.runs()).isEqualTo(200);
        assertThat(f.line(new Quantity(Quantity.Kind.TAKEN, "home-places")).at())
                .hasSize(40);
        assertThat(f.line(new Quantity(Quantity.Kind.TAKEN, "home-places")).at(0, 50))
                .as("hardly anybody leaves enablement on the first day")
                .isGreaterThanOrEqualTo(1);
        assertThat(read.asNow()).containsKey(new Quantity(Quantity.Kind.TAKEN, "home-places"));
    }

    @Test
    void itIsScoredWhenItsMomentsHaveCome() {
        Instant past = bean(PlaceTime.class).instant().minus(Duration.ofDays(200));
        LocalDateTime local = LocalDateTime.ofInstant(past, bean(Place.class).zone());
        bean(ForecastDesk.class).forecast(past, Listener.NONE);
        LocalDateTime first = local.toLocalDate().atStartOfDay();
        while (!first.isAfter(local)) {
            first = first.plusHours(6);
        }
        bean(ForecastDesk.class).look(first);
        bean(ForecastDesk.class).look(first); // a moment is scored once
        List<Forecasts.Scored> scores = bean(Forecasts.class).scores(past.minusSeconds(1));
        Forecasts.Scored taken = scores.stream()
                .filter(s -> s.quantity().equals(new Quantity(Quantity.Kind.TAKEN, "enablement-beds")))
                .findFirst()
                .orElseThrow();
        assertThat(taken.moments()).isEqualTo(1);
        assertThat(taken.crps()).isGreaterThanOrEqualTo(0);
        assertThat(bean(Forecasts.class).seenSince(past))
                .containsKey(new Quantity(Quantity.Kind.TAKEN, "enablement-beds"));
    }

    @Test
    void namesAreOnlyForThoseWhoMaySeeThem() {
        made(bean(PlaceTime.class).instant());
        String hub = get("/forecast", "hub").body();
        assertThat(hub).contains("<h1>The next ten days</h1>", "Who could move first", "Foreseen Fortune");
        String analyst = get("/forecast", "analyst").body();
        assertThat(analyst).contains("Who could move first", "Somebody").doesNotContain("Foreseen", journey);
        assertThat(get("/forecast", "provider").statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverMayForeseeLooksAheadFromNow() {
        Visitor hub = visitor(Role.HUB);
        assertThat(hub.get("/forecast")).contains("Look ahead from now");
        assertThat(hub.send("/forecast")).contains("200 runs of the pathway that runs care");
        assertThat(hub.path()).isEqualTo("/forecast");
    }

    @Test
    void figuresCanBeTakenAlong() {
        made(bean(PlaceTime.class).instant());
        String csv = get("/forecast.csv", "commissioner").body();
        assertThat(csv.lines().findFirst().orElse("")).startsWith("made,what,of,at,p5,p10");
        assertThat(csv.lines().filter(l -> l.contains(",taken,acute-beds,")).count())
                .isEqualTo(40);
        assertThat(get("/api/forecast", "analyst").body()).contains("\"oneMore\"", "\"runOut\"");
    }
}
