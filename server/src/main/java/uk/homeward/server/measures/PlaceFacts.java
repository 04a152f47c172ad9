package uk.homeward.server.measures;

import java.nio.file.Path;
import java.util.stream.Collectors;
import uk.homeward.insight.events.Deprivation;
import uk.homeward.journey.flow.Criteria;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.journeys.Calendar;
import uk.homeward.journey.place.Holiday;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Pathways;
import uk.homeward.server.journal.PlaceKey;

/** What of a place its events are published by. */
public record PlaceFacts(
        PlaceKey key, Pathways pathways, Calendar calendar, FlowPlace leaving, Deprivation deprivation) {

    /** From the place's folder. */
    public static PlaceFacts of(Place place, Path folder) {
        Calendar calendar = new Calendar(
                place.zone(), place.holidays().stream().map(Holiday::date).collect(Collectors.toUnmodifiableSet()));
        return new PlaceFacts(
                new PlaceKey(place.id().value()),
                Pathways.of(folder),
                calendar,
                FlowPlace.of(place, Criteria.load(folder)),
                Deprivation.load(folder));
    }
}
