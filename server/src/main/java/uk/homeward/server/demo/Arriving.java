package uk.homeward.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.foresight.chance.Chance;
import uk.homeward.foresight.pathway.Player;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.ExitId;
import uk.homeward.journey.pathway.RouteId;

/** Who comes, and when: the engine's arrivals of each day, with the ids that their journeys will have. */
final class Arriving {

    private final Choices choices;
    private final Luck luck;
    private final ZoneId zone;
    private final double share;

    /** @param share 1 for the whole place, less for fewer people */
    Arriving(Choices choices, Luck luck, ZoneId zone, double share) {
        this.choices = choices;
        this.luck = luck;
        this.zone = zone;
        this.share = share;
    }

    /** Those who come on a day, in the order of time. */
    List<Arrival> on(LocalDate day) {
        return choices.player().arrivals(day, share).stream()
                .map(arrival -> arrival(arrival, day))
                .toList();
    }

    /** Those who come after {@code from} and not after {@code to}. */
    List<Arrival> between(Instant from, Instant to) {
        LocalDate last = to.atZone(zone).toLocalDate();
        return from.atZone(zone)
                .toLocalDate()
                .datesUntil(last.plusDays(1))
                .flatMap(day -> on(day).stream())
                .filter(arrival -> arrival.at().isAfter(from) && !arrival.at().isAfter(to))
                .toList();
    }

    private Arrival arrival(Player.Arrival coming, LocalDate day) {
        String id = id(coming.route() + " " + day + " " + coming.number());
        Instant at = coming.at().atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS);
        return arrival(id, at, coming.route(), Map.of(), null);
    }

    private Arrival arrival(String id, Instant at, RouteId route, Map<String, String> known, @Nullable String person) {
        Player player = choices.player();
        return new Arrival(id, at, route, player.sender(route, id), player.attributes(route, id, known), person);
    }

    private String id(String name) {
        Chance chance = luck.chance(name, "journey");
        return "j" + Long.toUnsignedString(chance.bits(), 36);
    }

    /** Whoever ended here and comes back, if they do. */
    Optional<Arrival> comesBack(Journey journey) {
        return journey.state() instanceof State.Ended ended
                ? comesBack(
                        journey.id(),
                        journey.person(),
                        ended.exit(),
                        ended.since(),
                        journey.attributes().getOrDefault("frailty", ""))
                : Optional.empty();
    }

    /** The same, for a journey that ended by this exit; who comes back is as frail as before. */
    Optional<Arrival> comesBack(String journey, String person, ExitId exit, Instant ended, String frailty) {
        return choices.comesBack(journey, exit)
                .map(back -> arrival(
                        id(journey + " returns"),
                        ended.plus(back.after()).truncatedTo(ChronoUnit.SECONDS),
                        back.route(),
                        Map.of("frailty", frailty),
                        person));
    }
}
