package uk.homeward.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.foresight.opportunity.CaseReviewReader;
import uk.homeward.journey.event.JourneyEvent.Sender;
import uk.homeward.journey.event.PersonEvent;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.PathwayId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.server.ServerTest;
import uk.homeward.server.Visitor;
import uk.homeward.server.access.Role;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Told;
import uk.homeward.server.time.PlaceTime;

class CaseReviewPagesTest extends ServerTest {

    private final Desk desk = bean(Desk.class);
    private final PlaceTime time = bean(PlaceTime.class);

    private static String opened(Visitor planner, String title, String cases) {
        planner.get("/reviews");
        planner.send("/reviews/file", "title", title, "rows", cases);
        assertThat(planner.path()).startsWith("/reviews/");
        return planner.path();
    }

    private static void answer(Visitor reviewer, String review, String one, String profession, String... answers) {
        reviewer.get(review + "/cases/" + one);
        String[] form = new String[4 + answers.length];
        form[0] = "profession";
        form[1] = profession;
        form[2] = "ideal";
        form[3] = "Own home";
        System.arraycopy(answers, 0, form, 4, answers.length);
        reviewer.send(review + "/cases/" + one, form);
    }

    private static String[] all(String avoidable) {
        return new String[] {
            "answer-avoidable-admission", avoidable,
            "answer-delayed-in-hospital", "no",
            "answer-wrong-pathway", "no",
            "answer-better-bed-enablement", "unsure",
            "answer-better-home-enablement", "yes"
        };
    }

    private static final String CASES = """
        case,setting,summary
        a,Acute bed,"Fell at home, no fracture; three nights in a bed"
        b,Acute bed,"Pneumonia, oxygen for two days"
        """;

    @Test
    void reviewers_are_blind_to_each_other_until_the_review_is_closed() {
        Visitor planner = visitor(Role.ANALYST);
        String review = opened(planner, "Winter, told", CASES);
        Visitor nurse = visitor(Role.TRIAGE_CLINICIAN);
        Visitor therapist = visitor(Role.THERAPIST);

        answer(nurse, review, "a", "Nurse", all("yes"));
        assertThat(nurse.path()).endsWith("/cases/b");
        answer(nurse, review, "b", "Nurse", all("no"));
        assertThat(nurse.path()).isEqualTo(review);
        String blind = therapist.get(review + "/cases/a");
        assertThat(blind).contains("Fell at home").doesNotContain("Nurse").doesNotContain("checked>");
        answer(therapist, review, "a", "Therapist", all("yes"));
        assertThat(planner.get(review))
                .contains("is shown once the review is closed")
                .doesNotContain("Wilson");
        planner.get(review + "/csv");
        assertThat(planner.status()).isEqualTo(404);

        String found = planner.send(review + "/close");
        assertThat(found).contains("1 of 2").contains("50% (9% to 91%)").contains("How large the opportunity is");
        assertThat(therapist.send(review + "/cases/b", "profession", "Therapist"))
                .contains("This review is closed");
        var taken = CaseReviewReader.parse("taken.csv", planner.get(review + "/csv"));
        assertThat(taken.questions()).hasSize(5);
        assertThat(taken.summary("avoidable-admission").proportion().cases()).isEqualTo(1);
    }

    @Test
    void every_question_must_be_answered_and_an_answer_can_be_given_anew() {
        String review = opened(visitor(Role.PROGRAMME), "Answered anew", CASES);
        Visitor nurse = visitor(Role.RESPONDER);
        answer(nurse, review, "a", "Nurse", "answer-avoidable-admission", "yes");
        assertThat(nurse.get(review + "/cases/a")).doesNotContain("value=\"yes\" checked");
        answer(nurse, review, "a", "Nurse", all("yes"));
        answer(nurse, review, "a", "Nurse", all("unsure"));
        assertThat(nurse.get(review)).contains("1 reviewers (Nurse)");
        var events = bean(Ledger.class).history(Subject.review(review.substring("/reviews/".length())));
        assertThat(events)
                .extracting(e -> e.event().type())
                .containsExactly("CaseReviewOpened", "CaseReviewRefused", "CaseReviewed", "CaseReviewed");
    }

    @Test
    void cases_are_drawn_from_the_journal_and_read_without_a_name() {
        String person = newId("reviewed");
        desk.tellPerson(
                person,
                List.of(new PersonEvent.PersonRegistered(someone("Zebedee", "Quillfeather"))),
                time.instant(),
                STAFF,
                null);
        String journey = newId("reviewed");
        desk.open(
                journey,
                PathwayId.of("intermediate-care"),
                new JourneyCommand.Open(
                        person,
                        RouteId.of("professional"),
                        new Sender("gp", "", "", ""),
                        "Zebedee has fallen",
                        Map.of("locality", "central", "urgency", "urgent")),
                time.instant(),
                STAFF,
                null);
        desk.tell(journey, 0, new JourneyCommand.Accept(), time.instant(), STAFF, null);
        JourneyCommand ends = new JourneyCommand.Decide(
                OptionId.of("community"), "District nurses go on", List.of("nurse", "therapist"), "At home", "At home");
        assertThat(desk.tell(journey, 0, ends, time.instant(), STAFF, null)).isInstanceOf(Told.Done.class);
        Visitor planner = visitor(Role.HUB);
        planner.get("/reviews");
        planner.send(
                "/reviews",
                "title",
                "Drawn",
                "cohort",
                "ended",
                "days",
                "30",
                "number",
                "400",
                "seed",
                "7",
                "question",
                "avoidable-admission");
        String review = planner.path();
        String one = cases(review, journey);
        String read = visitor(Role.THERAPIST).get(review + "/cases/" + one);
        assertThat(read)
                .contains("Age 8")
                .contains("urgency: urgent")
                .doesNotContain("Zebedee")
                .doesNotContain("Quillfeather");
        assertThat(bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from look where person = ? and reason = 'Case review: Drawn'",
                                Integer.class,
                                person))
                .isEqualTo(1);
    }

    private static String cases(String review, String journey) {
        var opened =
                bean(Reviews.class).find(review.substring("/reviews/".length())).orElseThrow();
        return opened.opened().cases().stream()
                .filter(c -> Objects.equals(c.subject(), journey))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void a_review_made_elsewhere_is_loaded_closed_and_faults_name_their_line() {
        Visitor planner = visitor(Role.ANALYST);
        String found = planner.get(opened(planner, "Made elsewhere", """
            case,question,reviewer,profession,answer,setting,ideal setting,delay cause
            c1,avoidable-admission,r1,consultant,yes,acute bed,own home,
            c1,avoidable-admission,r2,therapist,yes,acute bed,own home,
            c2,avoidable-admission,r1,consultant,no,acute bed,,
            c2,avoidable-admission,r2,therapist,no,acute bed,,
            """));
        assertThat(found).contains("1.00, almost full").contains("consultant and therapist 1.00");
        planner.get("/reviews");
        assertThat(planner.send(
                        "/reviews/file", "title", "Faulty", "rows", "case,setting,summary\na,x,told\na,x,again"))
                .contains("the rows:3")
                .contains("stands twice");
        assertThat(planner.send("/reviews/file", "title", "", "rows", CASES)).contains("A review needs a name");
    }

    @Test
    void planners_open_and_clinicians_answer() {
        Visitor planner = visitor(Role.COMMISSIONER);
        String review = opened(planner, "Who may what", CASES);
        planner.get(review + "/cases/a");
        assertThat(planner.status()).isEqualTo(403);
        Visitor nurse = visitor(Role.WARD);
        nurse.get("/reviews");
        nurse.send("/reviews/file", "title", "Not allowed", "rows", CASES);
        assertThat(nurse.status()).isEqualTo(403);
        nurse.get("/reviews");
        nurse.send(review + "/close");
        assertThat(nurse.status()).isEqualTo(403);
        Visitor provider = visitor(Role.PROVIDER);
        provider.get("/reviews");
        assertThat(provider.status()).isEqualTo(403);
    }
}
