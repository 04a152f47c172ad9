package uk.homeward.journey.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.homeward.journey.matching.Somebody.MATCHER;
import static uk.homeward.journey.matching.Somebody.TODAY;
import static uk.homeward.journey.matching.Somebody.home;
import static uk.homeward.journey.matching.Somebody.needs;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.Funder;
import uk.homeward.journey.event.SearchEvent.Urgency;
import uk.homeward.journey.matching.Morning.Line;
import uk.homeward.journey.matching.Morning.Proposal;
import uk.homeward.journey.matching.Morning.Waiting;
import uk.homeward.journey.place.Rating;

class MorningTest {

    @Test
    void more_days_at_the_right_place_than_first_come_first_served() {
        List<CareService> homes = List.of(
                home("special", "B23", Rating.GOOD, 1, "nursing", "dementia"),
                home("plain", "B1", Rating.GOOD, 1, "nursing"));
        Proposal proposal = propose(
                List.of(
                        waits("first", 3, "", List.of("nursing")),
                        waits("second", 2, "", List.of("nursing", "dementia"))),
                homes);

        assertThat(place(proposal, "first")).isEqualTo("plain");
        assertThat(place(proposal, "second")).isEqualTo("special");
        assertThat(proposal.placed()).isEqualTo(2);
        assertThat(proposal.firstComePlaced()).isEqualTo(1);
        assertThat(proposal.daysSaved()).isGreaterThan(14);
    }

    @Test
    void whoever_is_in_the_last_weeks_of_life_comes_before_somebody_who_waited_a_little_longer() {
        Waiting urgent = new Waiting(
                "urgent", Asked.of(needs(List.of("nursing"), List.of(), Urgency.URGENT, Funder.NHS, "")), TODAY, "");
        Proposal proposal = propose(
                List.of(waits("longer", 10, "", List.of("nursing")), urgent),
                List.of(home("one", "B23", Rating.GOOD, 1, "nursing")));

        assertThat(place(proposal, "urgent")).isEqualTo("one");
        Line line = line(proposal, "urgent");
        assertThat(line.next()).contains("longer");
        assertThat(line.costsOthers()).as("what the other gives up").isGreaterThan(20);
    }

    @Test
    void whoever_chose_is_proposed_their_choice_or_nothing() {
        Proposal proposal = propose(
                List.of(waits("chooser", 1, "far", List.of("nursing"))),
                List.of(
                        home("near", "B23", Rating.OUTSTANDING, 1, "nursing"),
                        home("far", "B93", Rating.GOOD, 0, "nursing")));

        assertThat(place(proposal, "chooser")).isEmpty();
        assertThat(line(proposal, "chooser").fitting()).isZero();
    }

    @Test
    void waiting_long_counts_but_not_without_end() {
        List<CareService> one = List.of(home("one", "B23", Rating.GOOD, 1, "nursing"));

        assertThat(place(
                        propose(
                                List.of(
                                        waits("new", 0, "", List.of("nursing")),
                                        waits("old", 21, "", List.of("nursing"))),
                                one),
                        "old"))
                .isEqualTo("one");
        assertThat(line(propose(List.of(waits("old", 700, "", List.of("nursing"))), one), "old")
                        .weight())
                .isEqualTo(1.5 * 2.0);
    }

    @Test
    void the_rules_can_be_read() {
        assertThat(Morning.rules(Somebody.TERMS.fairness()))
                .anyMatch(rule -> rule.contains("Each week of waiting adds 10%"))
                .anyMatch(rule -> rule.contains("Who pays makes no difference"));
    }

    private static Proposal propose(List<Waiting> people, List<CareService> services) {
        return Morning.propose(MATCHER, people, services, TODAY);
    }

    private static Waiting waits(String search, int days, String chosen, List<String> essential) {
        LocalDate since = TODAY.minusDays(days);
        return new Waiting(
                search, Asked.of(needs(essential, List.of(), Urgency.SOON, Funder.COUNCIL, "")), since, chosen);
    }

    private static Line line(Proposal proposal, String search) {
        return proposal.lines().stream()
                .filter(line -> line.person().search().equals(search))
                .findFirst()
                .orElseThrow();
    }

    private static String place(Proposal proposal, String search) {
        return line(proposal, search).service().map(CareService::id).orElse("");
    }
}
