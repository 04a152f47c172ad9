package uk.homeward.insight.events;

/** Makes rows of {@link FactTable#PEOPLE}. */
final class PersonRows {

    private final Facts facts;

    PersonRows(Facts facts) {
        this.facts = facts;
    }

    void add(PersonFacts person) {
        long id = facts.pseudonyms().person(person.id());
        facts.replace(FactTable.PEOPLE, "all", id);
        facts.add(
                FactTable.PEOPLE,
                "all",
                new FactRow(FactTable.PEOPLE)
                        .put("person", id)
                        .put("stands_for", facts.pseudonyms().person(person.standsFor()))
                        .put("sex", person.sex())
                        .put(
                                "born_year",
                                person.born() == null ? null : person.born().getYear())
                        .put("locality", person.locality())
                        .put("deprivation", person.deprivation())
                        .put("ethnicity", person.ethnicity())
                        .put("residence", person.residence())
                        .put("frailty", person.frailty() == 0 ? null : person.frailty())
                        .put("dementia", person.dementia())
                        .put("lives_alone", person.livesAlone())
                        .put("carers", person.carers())
                        .day("died_on", person.diedAt(), facts.zone()));
    }
}
