package uk.homeward.insight.events;

import java.time.Instant;
import java.util.Optional;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.place.Team;

/** The columns that every row of a journey begins with, and where its rows go. */
final class JourneyColumns {

    private final Facts facts;
    private final Journey journey;
    private final PersonFacts person;
    private final Optional<Team> team;
    private final String part;
    private final long id;

    /**
     * @param firstToldOpening when the opening was first said to have happened: an amendment moves no row to another file
     * @param team who looks after the person, or did last
     */
    JourneyColumns(Facts facts, Journey journey, Instant firstToldOpening, PersonFacts person, Optional<Team> team) {
        this.facts = facts;
        this.journey = journey;
        this.person = person;
        this.team = team;
        this.part = facts.month(firstToldOpening);
        this.id = facts.pseudonyms().journey(journey.id());
    }

    /** Says that all rows of this journey give way to those that are added now. */
    void replaceAll() {
        for (FactTable table : FactTable.values()) {
            if (table.key().equals("journey")) {
                facts.replace(table, part, id);
            }
        }
    }

    void add(FactTable table, FactRow row) {
        facts.add(table, part, row);
    }

    /** A new row of this table with the columns of the journey. */
    FactRow row(FactTable table) {
        return new FactRow(table)
                .put("journey", id)
                .put("person", facts.pseudonyms().person(person.standsFor()))
                .put("pathway", journey.pathway().id().value())
                .put("route", journey.route().value())
                .put("sender_kind", journey.opening().sender().kind())
                .put("locality", journey.attributes().get("locality"))
                .put("deprivation", person.deprivation())
                .put("team", team.map(t -> t.id().value()).orElse(null))
                .put("organisation", team.map(t -> t.organisation().value()).orElse(null))
                .put("age_band", person.ageBand(facts.day(journey.openedAt())))
                .put("sex", person.sex())
                .put("ethnicity", person.ethnicity())
                .put("frailty", journey.attributes().get("frailty"))
                .put("urgency", journey.attributes().get("urgency"))
                .put("lives_alone", journey.attributes().get("lives-alone"))
                .put("dementia", journey.attributes().get("dementia"))
                .day("opened_on", journey.openedAt(), facts.zone());
    }
}
