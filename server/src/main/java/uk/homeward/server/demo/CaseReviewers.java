package uk.homeward.server.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.foresight.opportunity.Sizing;
import uk.homeward.foresight.opportunity.SizingReader;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.ReviewEvent.Case;
import uk.homeward.journey.event.ReviewEvent.CaseReviewOpened;
import uk.homeward.journey.event.ReviewEvent.CaseReviewed;
import uk.homeward.journey.event.ReviewEvent.Question;
import uk.homeward.journey.place.Place;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.review.CaseSource;
import uk.homeward.server.review.Cohort;
import uk.homeward.server.review.Reviews;

/**
 * The made-up reviewers of the demo: one review of stays that ended is answered by three professions and closed, one of people who
 * are held up is half answered, so that a visitor can go on with it. About each case they mostly agree; how often the answer
 * is yes follows what the place's own review once found.
 */
@Component
class CaseReviewers {

    private static final Actor PLANNER = Actor.system("demo", "demo");
    private static final int STAYS = 30;
    private static final int HELD_UP = 12;
    private static final int ANSWERED = 5;
    private static final Map<String, String> PROFESSIONS =
            Map.of("demo-nurse", "Nurse", "demo-therapist", "Therapist", "demo-social-worker", "Social worker");
    private static final List<String> BETTER =
            List.of("Own home", "Own home", "Own home with crisis response", "Enablement at home", "Enablement bed");
    private final Reviews reviews;
    private final CaseSource source;
    private final ServerSettings settings;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final List<String> causes;
    private final Luck luck = new Luck(DemoLife.SEED);

    CaseReviewers(
            Reviews reviews, CaseSource source, ServerSettings settings, JdbcTemplate jdbc, PlaceKey key, Place place) {
        this.reviews = reviews;
        this.source = source;
        this.settings = settings;
        this.jdbc = jdbc;
        this.key = key;
        this.causes = place.delayCauses().stream().map(c -> c.title()).toList();
    }

    /** To be called once the place is filled; does nothing the second time. */
    void seed() {
        Path stated = settings.place().resolve("opportunity/sizing.csv");
        if (Files.exists(stated) && nobodyHasReviewed()) {
            List<Sizing> asked = SizingReader.read(stated);
            closed(asked);
            halfAnswered(asked.stream()
                    .filter(s -> s.question().startsWith("better-"))
                    .toList());
        }
    }

    private boolean nobodyHasReviewed() {
        return jdbc.queryForList("select 1 from case_review where place = ? limit 1", Integer.class, key.value())
                .isEmpty();
    }

    private void closed(List<Sizing> asked) {
        List<Case> cases = source.draw(Cohort.DISCHARGED, 60, STAYS, 1);
        List<CaseReviewed> told = new ArrayList<>();
        for (Case one : cases) {
            PROFESSIONS.keySet().stream().sorted().forEach(who -> told.add(answer(one, who, asked)));
        }
        if (!cases.isEmpty()) {
            open("Could it have been better? Stays of the last two months", "stays that ended", cases, asked, told);
        }
    }

    private void halfAnswered(List<Sizing> asked) {
        List<Case> cases = source.draw(Cohort.DELAYED, 60, HELD_UP, 1);
        if (!cases.isEmpty() && !asked.isEmpty()) {
            String id = open("People who are held up this week", "journeys held up now", cases, asked, List.of());
            cases.stream()
                    .limit(ANSWERED)
                    .forEach(one -> reviews.answer(
                            id,
                            answer(one, "demo-therapist", asked),
                            new Actor("demo-therapist", "Therapist", "therapist", "bcc")));
        }
    }

    private String open(String title, String from, List<Case> cases, List<Sizing> asked, List<CaseReviewed> told) {
        List<Question> questions =
                asked.stream().map(s -> new Question(s.question(), s.title())).toList();
        String drawn = cases.size() + " of: " + from + ", by chance (seed 1)";
        return reviews.open(new CaseReviewOpened(title, drawn, questions, cases), told, PLANNER)
                .id();
    }

    private CaseReviewed answer(Case one, String who, List<Sizing> asked) {
        Map<String, String> answers = new HashMap<>();
        for (Sizing sizing : asked) {
            String question = sizing.question();
            boolean so = luck.happens(sizing.share(), one.subject(), question);
            boolean seesIt = luck.happens(0.88, one.subject() + who, question);
            boolean unsure = luck.happens(0.06, one.subject() + who, question + " unsure");
            answers.put(question, unsure ? "unsure" : so == seesIt ? "yes" : "no");
        }
        boolean better = answers.containsValue("yes");
        return new CaseReviewed(
                one.id(),
                who,
                PROFESSIONS.getOrDefault(who, "Nurse"),
                answers,
                better ? luck.any(BETTER, one.subject() + who, "ideal setting") : "",
                better && !causes.isEmpty() ? luck.any(causes, one.subject(), "delay cause") : "",
                "");
    }
}
