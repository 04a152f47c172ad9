package uk.homeward.journey.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.matching.Somebody.MATCHER;
import static uk.homeward.journey.matching.Somebody.home;
import static uk.homeward.journey.matching.Somebody.needs;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.journey.place.Rating;

class MatcherTest {

    private static final String[] ALL = {"nursing", "dementia", "garden"};

    @Test
    void nobody_is_ever_shown_a_service_that_is_rated_inadequate() {
        CareService bad = home("bad", "B23", Rating.INADEQUATE, 3, ALL);

        assertThat(whyNot(bad)).isEqualTo("inadequate");
        assertThat(MATCHER.find(
                                new Asked(
                                        needs(List.of(), List.of(), Urgency.URGENT, Funder.SELF, "bad"),
                                        ProviderKind.NURSING_HOME,
                                        Set.of()),
                                List.of(bad))
                        .fits())
                .as("not even the one where they live now")
                .isEmpty();
    }

    @Test
    void what_is_essential_is_never_traded_for_anything_else() {
        assertThat(whyNot(home("near", "B23", Rating.OUTSTANDING, 3, 500, "nursing", "garden")))
                .isEqualTo("lacks-essential");
    }

    @Test
    void a_full_home_is_no_choice_unless_it_keeps_their_place() {
        CareService full = home("full", "B23", Rating.GOOD, 0, ALL);

        assertThat(whyNot(full)).isEqualTo("full");
        Asked returning = Asked.of(needs(List.of("nursing"), List.of(), Urgency.SOON, Funder.COUNCIL, "full"));
        assertThat(MATCHER.find(returning, List.of(full)).fits().getFirst().why())
                .contains("where they want to go back to");
    }

    @Test
    void a_home_that_said_no_is_not_asked_again_for_the_same_need() {
        Asked asked = new Asked(needs(), ProviderKind.NURSING_HOME, Set.of("no"));

        assertThat(MATCHER.whyNot(asked, home("no", "B23", Rating.GOOD, 1, ALL)))
                .map(WhyNot::code)
                .contains("declined");
    }

    @Test
    void who_pays_changes_neither_what_is_shown_nor_its_order() {
        List<CareService> homes = List.of(
                home("a", "B93", Rating.GOOD, 1, ALL),
                home("b", "B23", Rating.GOOD, 1, ALL),
                home("c", "B1", Rating.GOOD, 1, ALL));
        List<List<Match>> shown = java.util.Arrays.stream(Funder.values())
                .map(funder -> MATCHER.find(
                                Asked.of(needs(List.of("nursing"), List.of("garden"), Urgency.SOON, funder, "")), homes)
                        .fits())
                .distinct()
                .toList();

        assertThat(shown).hasSize(1);
        assertThat(shown.getFirst()).extracting(m -> m.service().id()).containsExactly("b", "c", "a");
    }

    @Test
    void the_reasons_add_up_to_the_points_and_say_why_in_words() {
        Match match = MATCHER.find(Asked.of(needs()), List.of(home("a", "B23", Rating.GOOD, 1, ALL)))
                .fits()
                .getFirst();

        assertThat(match.points())
                .isEqualTo(
                        match.reasons().stream().mapToInt(Match.Reason::points).sum());
        assertThat(match.reasons().stream().mapToInt(Match.Reason::most).sum()).isEqualTo(100);
        assertThat(match.why())
                .contains("minutes by car from her daughter Anne in B23")
                .contains("It has what they wish for: a garden")
                .contains("rating: good")
                .contains("£1000 a week, within the usual price")
                .contains("It can begin on the day");
    }

    @Test
    void near_whom_language_faith_pets_and_a_couple_together_decide_among_homes_that_meet_the_need() {
        List<CareService> homes = List.of(
                home("far", "B93", Rating.GOOD, 1, "nursing", "dementia", "couples", "pets", "urdu", "halal"),
                home("both", "B23", Rating.GOOD, 1, "nursing", "dementia", "couples", "pets", "urdu", "halal"),
                home("cat", "B23", Rating.GOOD, 1, "nursing", "dementia", "couples", "pets"),
                home("alone", "B23", Rating.OUTSTANDING, 1, "nursing", "dementia", "pets", "urdu", "halal"));
        Asked asked = Asked.of(needs(
                List.of("nursing", "dementia", "couples"),
                List.of("pets", "urdu", "halal"),
                Urgency.SOON,
                Funder.COUNCIL,
                ""));

        List<Match> fits = MATCHER.find(asked, homes).fits();

        assertThat(fits)
                .as("a couple that must stay together is not parted for a better rating")
                .extracting(m -> m.service().id())
                .containsExactly("both", "cat", "far");
        assertThat(fits.getFirst().why()).contains("her daughter Anne in B23").contains("staff who speak Urdu", "pets");
    }

    @Test
    void a_price_above_the_usual_one_is_told_and_not_bid_down() {
        Match dear = MATCHER.find(Asked.of(needs()), List.of(home("a", "B23", Rating.GOOD, 1, 1250, ALL)))
                .fits()
                .getFirst();

        assertThat(dear.topUp()).isEqualTo(100);
        assertThat(dear.why()).contains("above the usual price: somebody would have to pay the rest");
    }

    @Test
    void travel_is_an_estimate_by_road_and_the_same_both_ways() {
        assertThat(Somebody.TRAVEL.minutes("B1", "B23")).isEqualTo(Somebody.TRAVEL.minutes("B23", "B1"));
        assertThat(Somebody.TRAVEL.minutes("B1", "B1").getAsInt()).isBetween(5, 10);
        assertThat(Somebody.TRAVEL.minutes("B1", "B23").getAsInt())
                .as("6 km as the crow flies")
                .isBetween(18, 28);
        assertThat(Somebody.TRAVEL.minutes("B1", "ZZ9")).isEmpty();
        assertThat(Travel.outward("b23 6ra")).isEqualTo("B23");
        assertThat(Travel.outward("B236RA")).isEqualTo("B23");
    }

    private static String whyNot(CareService service) {
        return MATCHER.whyNot(Asked.of(needs()), service).map(WhyNot::code).orElse("");
    }
}
