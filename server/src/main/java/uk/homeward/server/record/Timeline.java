package uk.homeward.server.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.person.PersonRecord;
import uk.homeward.server.person.PersonRecords;
import uk.homeward.server.record.Fact.Kind;
import uk.homeward.server.time.PlaceTime;

/** The years of a person: contacts by month and sector, and everything that was told, searched. */
@Component
class Timeline {

    private static final int YEARS = 10;

    private final PersonRecords records;
    private final PersonFacts facts;
    private final Desk desk;
    private final Place place;
    private final PlaceTime time;

    Timeline(PersonRecords records, PersonFacts facts, Desk desk, Place place, PlaceTime time) {
        this.records = records;
        this.facts = facts;
        this.desk = desk;
        this.place = place;
        this.time = time;
    }

    /**
     * What the page shows.
     *
     * @param found everything that fits the filter
     * @param sources whoever told anything
     */
    record View(
            PersonRecord record, Months months, String svg, List<History.Item> found, int all, Set<String> sources) {}

    View read(String person, History.Filter filter, @Nullable LocalDate turn) {
        PersonRecord record = records.get(person);
        List<Fact> told = facts.of(person);
        List<History.Item> all = History.of(told, record);
        ZoneId zone = place.zone();
        Months months = Months.of(contacts(told, record), zone, LocalDate.ofInstant(time.instant(), zone), YEARS);
        Set<String> sources = new TreeSet<>();
        all.forEach(item -> sources.add(item.source()));
        return new View(
                record, months, MonthsSvg.svg(months, turn), History.filtered(all, filter, zone), all.size(), sources);
    }

    /** Contacts that other systems told, stays that hospitals told, and what our own teams did. */
    private List<Months.Contact> contacts(List<Fact> told, PersonRecord record) {
        List<Months.Contact> contacts = new ArrayList<>();
        told.stream()
                .filter(f -> f.kind() == Kind.ENCOUNTER)
                .forEach(f -> contacts.add(new Months.Contact(f.when(), Sector.of(f, place))));
        record.stays().stream()
                .flatMap(s -> Stream.ofNullable(s.arrivedAt()))
                .forEach(at -> contacts.add(new Months.Contact(at, Sector.HOSPITAL)));
        record.journeys().forEach(j -> ours(desk.get(j.id()), contacts));
        return contacts;
    }

    private void ours(Journey journey, List<Months.Contact> contacts) {
        journey.history().events().stream()
                .filter(r ->
                        r.event() instanceof JourneyEvent.ContactMade || r.event() instanceof JourneyEvent.VisitMade)
                .forEach(
                        r -> contacts.add(new Months.Contact(r.occurredAt(), Sector.of(r.by().organisation(), place))));
    }
}
