package uk.homeward.journey.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.homeward.journey.programme.Telling.day;
import static uk.homeward.journey.programme.Telling.risk;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.RiskEvent.EscalationAnswered;
import uk.homeward.journey.event.RiskEvent.MitigationDone;
import uk.homeward.journey.event.RiskEvent.MitigationSet;
import uk.homeward.journey.event.RiskEvent.RiskClosed;
import uk.homeward.journey.event.RiskEvent.RiskDescribed;
import uk.homeward.journey.event.RiskEvent.RiskEscalated;
import uk.homeward.journey.event.RiskEvent.RiskReopened;
import uk.homeward.journey.event.RiskEvent.RiskReviewed;
import uk.homeward.journey.event.RiskEvent.RiskScored;
import uk.homeward.journey.event.RiskEvent.Stage;

class RiskTest {

    private static final LocalDate TODAY = day("2018-02-01");
    private static final RiskDescribed STRIKE = new RiskDescribed(
            "",
            "Pay is disputed",
            "Carers strike",
            "People wait in hospital",
            "director",
            "bcc",
            List.of("dtoc-rate"),
            28,
            "");
    private static final RiskScored BEFORE = new RiskScored(Stage.BEFORE, 4, 5, "announced");
    private static final RiskScored AFTER = new RiskScored(Stage.AFTER, 2, 5, "cover is bought");
    private static final MitigationSet COVER = new MitigationSet("cover", "Buy cover", "director", day("2018-03-01"));

    @Test
    void what_will_be_left_counts_once_every_mitigation_is_done() {
        assertThat(risk(STRIKE, BEFORE, COVER, AFTER).score()).contains(new Score(4, 5));
        assertThat(risk(STRIKE, BEFORE, COVER, AFTER, new MitigationDone("cover", ""))
                        .score())
                .contains(new Score(2, 5));
    }

    @Test
    void bands_are_those_of_the_national_matrix() {
        assertThat(new Score(1, 3).band()).isEqualTo(Score.Band.LOW);
        assertThat(new Score(2, 3).band()).isEqualTo(Score.Band.MODERATE);
        assertThat(new Score(3, 4).band()).isEqualTo(Score.Band.HIGH);
        assertThat(new Score(3, 5).words()).isEqualTo("3 × 5 = 15, extreme");
        assertThatThrownBy(() -> new Score(0, 3)).hasMessageContaining("(0)");
    }

    @Test
    void the_review_clock_starts_with_the_risk_and_again_with_each_review() {
        assertThat(risk(STRIKE).due(ZoneOffset.UTC)).contains(day("2018-01-29"));
        assertThat(risk(STRIKE).late(TODAY, ZoneOffset.UTC)).isEqualTo(3);
        assertThat(risk(STRIKE, new RiskReviewed("same", day("2018-03-01"))).late(TODAY, ZoneOffset.UTC))
                .isNegative();
        assertThat(risk(STRIKE, new RiskClosed("settled")).due(ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void another_organisation_carries_it_once_it_has_said_yes() {
        Risk asked = risk(STRIKE, new RiskEscalated("icb", "beyond us"));
        assertThat(asked.organisation()).isEqualTo("bcc");
        assertThat(risk(STRIKE, new RiskEscalated("icb", "beyond us"), new EscalationAnswered(true, "yes"))
                        .organisation())
                .isEqualTo("icb");
        assertThat(risk(STRIKE, new RiskEscalated("icb", "beyond us"), new EscalationAnswered(false, "no"))
                        .organisation())
                .isEqualTo("bcc");
        assertThat(refused(asked, new RiskEscalated("uhb", "or you"))).isEqualTo("waits-for-an-answer");
        assertThat(refused(risk(STRIKE), new EscalationAnswered(true, ""))).isEqualTo("nothing-to-answer");
        assertThat(refused(risk(STRIKE), new RiskEscalated("bcc", ""))).isEqualTo("same-organisation");
    }

    @Test
    void scores_are_from_1_to_5_and_mitigation_makes_smaller() {
        assertThat(refused(risk(STRIKE), new RiskScored(Stage.BEFORE, 6, 1, "")))
                .isEqualTo("score-from-1-to-5");
        assertThat(refused(risk(STRIKE), AFTER)).isEqualTo("score-before-first");
        assertThat(refused(risk(STRIKE, BEFORE), new RiskScored(Stage.AFTER, 5, 5, "")))
                .isEqualTo("mitigation-makes-smaller");
    }

    @Test
    void a_closed_risk_can_only_be_reopened() {
        Risk closed = risk(STRIKE, new RiskClosed("settled"));
        assertThat(refused(closed, BEFORE)).isEqualTo("closed");
        assertThat(refused(closed, new RiskReopened("again"))).isEmpty();
        assertThat(refused(risk(STRIKE), new RiskReopened("again"))).isEqualTo("already-open");
    }

    @Test
    void the_next_review_is_after_today_and_within_a_year() {
        assertThat(refused(risk(STRIKE), new RiskReviewed("", TODAY))).isEqualTo("review-clock");
        assertThat(refused(risk(STRIKE), new RiskReviewed("", day("2019-06-01"))))
                .isEqualTo("review-clock");
        assertThat(refused(risk(STRIKE), new RiskReviewed("", day("2018-03-01"))))
                .isEmpty();
    }

    @Test
    void names_must_be_known() {
        assertThat(refused(risk(STRIKE), described("no-such", "bcc", List.of())))
                .isEqualTo("unknown-programme");
        assertThat(refused(risk(STRIKE), described("", "nobody", List.of()))).isEqualTo("unknown-organisation");
        assertThat(refused(risk(STRIKE), described("", "bcc", List.of("no-such"))))
                .isEqualTo("unknown-measure");
    }

    private static RiskDescribed described(String programme, String organisation, List<String> measures) {
        return new RiskDescribed(programme, "c", "e", "f", "director", organisation, measures, 28, "");
    }

    private static String refused(Risk now, RiskEvent asked) {
        return new RiskRules("dtoc-rate"::equals, List.of("bcc", "icb", "uhb")::contains, "home"::equals, TODAY)
                .refuses(now, asked)
                .map(Refused::code)
                .orElse("");
    }
}
