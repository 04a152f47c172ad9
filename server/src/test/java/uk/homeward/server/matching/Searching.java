package uk.homeward.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.PersonEvent.Details;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** What these tests need: somebody with dementia who looks for a nursing home, and the words of the form. */
abstract class Searching extends ServerTest {

    static final Actor HUB = new Actor("jo", "Jo Bennett", "hub", "bcc");
    private static final Pattern SEARCH = Pattern.compile("/places/(search-[0-9a-f-]+)");

    final Instant now = bean(PlaceTime.class).instant();
    final Openings openings = bean(Openings.class);

    /** Somebody whose record the demo's hub may open: they live in a locality that it serves. */
    String person(String given) {
        String id = newId("search-person");
        Details d = someone(given, "Finch");
        Details details = new Details(
                "9990000000",
                d.family(),
                d.given(),
                d.born(),
                d.sex(),
                "12 Hidden Street",
                "B23 6RA",
                "0121 496 0999",
                "north",
                d.practice(),
                d.language(),
                d.interpreter(),
                d.ethnicity(),
                d.livesAlone(),
                true,
                d.frailty(),
                d.residence(),
                d.synthetic());
        bean(Desk.class)
                .tellPerson(
                        id,
                        List.of(new PersonEvent.PersonRegistered(details)),
                        now.minus(Duration.ofDays(80)),
                        STAFF,
                        null);
        return id;
    }

    /** The fields of a need that many nursing homes meet; further names and values replace or add. */
    static String[] need(String person, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "person",
                person,
                "setting",
                "NURSING_HOME",
                "essential",
                "dementia",
                "urgency",
                "SOON",
                "funder",
                "COUNCIL",
                "near",
                "B23",
                "near-whom",
                "her daughter Anne",
                "moves",
                "Walks with a frame and one person",
                "help",
                "Washing, dressing, meals",
                "nights",
                "Up twice",
                "risks",
                "Falls; walks about at dusk",
                "matters",
                "Hymns and the garden"));
        for (int i = 0; i < more.length; i += 2) {
            int at = fields.indexOf(more[i]);
            if (at >= 0) {
                fields.set(at + 1, more[i + 1]);
            } else {
                fields.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    /** Begins a search on the page; returns its id. */
    static String begin(Visitor hub, String person, String... more) {
        hub.get("/places/new?person=" + person);
        String page = hub.send("/places/new", need(person, more));
        Matcher found = SEARCH.matcher(hub.path());
        assertThat(found.find()).as("the page of the search opens: %s", page).isTrue();
        return found.group(1);
    }

    /** Nursing homes for people with dementia that have room, without a top-up, in the place's order. */
    List<CareService> homes() {
        return openings.all().stream()
                .filter(s -> s.kind() == ProviderKind.NURSING_HOME
                        && s.rating() != Rating.INADEQUATE
                        && s.features().contains("dementia")
                        && s.room() > 0
                        && s.price() <= 1150)
                .toList();
    }

    /** One of the last of them: the stories ask the first ones, and must find nobody there. */
    CareService spareHome(int fromTheEnd) {
        List<CareService> homes = homes();
        return homes.get(homes.size() - 1 - fromTheEnd);
    }

    /** They choose this place, and it is asked. */
    static String ask(Visitor hub, String search, String provider) {
        hub.get("/places/" + search);
        hub.send("/places/" + search + "/choose", "provider", provider, "chooser", "FAMILY", "words", "Near Anne");
        return hub.send("/places/" + search + "/offer-place", "provider", provider);
    }

    static Visitor provider(String id) {
        Visitor visitor = visitor(Role.PROVIDER, id);
        visitor.get("/offers");
        return visitor;
    }

    static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(Arrays.asList(fields));
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }
}
