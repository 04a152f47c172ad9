package uk.homeward.server.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.place.Place;
import uk.homeward.server.access.Role;
import uk.homeward.server.access.User;

/** Everything that decides what happens in the demo, made from one seed. */
record Cast(
        Pathway pathway,
        Choices choices,
        Luck luck,
        Staff staff,
        Waits waits,
        Words words,
        Stories stories,
        Script script,
        ZoneId zone) {

    /** @param origin the day on which the pathway's daily rates hold */
    static Cast of(Place place, Pathway pathway, Function<Role, User> users, long seed, LocalDate origin) {
        Choices choices = new Choices(pathway, seed, origin);
        Luck luck = new Luck(seed);
        Words words = new Words(luck);
        Staff staff = new Staff(place, luck, users);
        Waits waits = new Waits(choices, luck, place);
        Script script = new Script(choices, luck, words, staff, waits, place.zone());
        return new Cast(pathway, choices, luck, staff, waits, words, new Stories(luck), script, place.zone());
    }
}
