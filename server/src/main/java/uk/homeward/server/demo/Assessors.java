package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.AssessmentCommand;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Given;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.assessment.Question;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.place.Place;
import uk.homeward.server.assessment.AssessmentDesk;
import uk.homeward.server.demo.AssessmentPlan.Deed;
import uk.homeward.server.demo.AssessmentPlan.Want;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.measures.CountingDay;
import uk.homeward.server.time.PlaceTime;

/**
 * The made-up people who fill forms: first those of the told days, then whatever falls due. A thread of their own, because
 * nobody waits for them; what they have done last tells where they go on after a restart.
 */
@Component
class Assessors {

    private static final Logger LOG = LoggerFactory.getLogger(Assessors.class);
    /** So many people are assessed in the told days, however large the place is. */
    private static final double PEOPLE = 60;

    private static final Duration LONGEST = Duration.ofDays(60);
    private static final long PAUSE = 2_000;

    private final AssessmentDesk desk;
    private final Bank bank;
    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final PlaceTime time;
    private final CountingDay counting;
    private final Luck luck = new Luck(DemoLife.SEED);
    private final AnswerWords words = new AnswerWords(luck);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Assessors(
            AssessmentDesk desk,
            Bank bank,
            JdbcTemplate jdbc,
            PlaceKey key,
            Place place,
            PlaceTime time,
            CountingDay counting) {
        this.counting = counting;
        this.desk = desk;
        this.bank = bank;
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.time = time;
    }

    /** To be called once the place is filled. */
    void begin(Staff staff) {
        Optional<Instant> first =
                counting.find().map(day -> day.atStartOfDay(place.zone()).toInstant());
        if (!bank.agreements().isEmpty() && first.isPresent()) {
            stopping = false;
            thread = Thread.ofPlatform().name("demo-assessors").daemon().start(() -> work(staff, first.get()));
        }
    }

    void stop() {
        stopping = true;
        Thread running = thread;
        if (running != null) {
            try {
                running.interrupt();
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(Staff staff, Instant first) {
        AssessmentPlan plan = new AssessmentPlan(bank, luck, place.zone(), first);
        double share = PEOPLE / Math.max(PEOPLE, openedInTheToldDays(first));
        Instant done = doneLast().orElse(first);
        while (!stopping) {
            Instant now = time.instant();
            for (Deed deed : due(plan, share, first, done, now)) {
                if (stopping) {
                    return;
                }
                doSafely(deed, staff);
            }
            done = now;
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private int openedInTheToldDays(Instant first) {
        Integer opened = jdbc.queryForObject(
                "select count(*) from journey where place = ? and opened_at between ? and ?",
                Integer.class,
                key.value(),
                first.atOffset(ZoneOffset.UTC),
                first.plus(Duration.ofDays(Past.DAYS)).atOffset(ZoneOffset.UTC));
        return opened == null ? 0 : opened;
    }

    private Optional<Instant> doneLast() {
        return jdbc
                .queryForList(
                        "select max(greatest(begun_at, completed_at)) from assessment where place = ? and id like"
                                + " 'demo-%'",
                        OffsetDateTime.class, key.value())
                .stream()
                .flatMap(at -> Optional.ofNullable(at).stream())
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    /** What is due after {@code done} and not after {@code now}, in order. */
    private List<Deed> due(AssessmentPlan plan, double share, Instant first, Instant done, Instant now) {
        Instant since = done.minus(LONGEST);
        List<Deed> due = new ArrayList<>();
        jdbc.query(
                """
                select j.id, j.person, j.opened_at, p.died_at from journey j
                join person p on p.place = j.place and p.id = j.person
                where j.place = ? and j.opened_at between ? and ? and not j.by_hand
                """,
                row -> {
                    String journey = row.getString(1);
                    if (luck.happens(share, journey, "assessed")) {
                        Instant end = Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .filter(now::isAfter)
                                .orElse(now);
                        plan.of(journey, row.getString(2), instant(row.getObject(3, OffsetDateTime.class))).stream()
                                .filter(d -> d.at().isAfter(done) && d.at().isBefore(end))
                                .forEach(due::add);
                    }
                },
                key.value(),
                (since.isBefore(first) ? first : since).atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
        due.sort(Comparator.comparing(Deed::at));
        return due;
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    /** One thing that cannot be done must not end all the others. */
    private void doSafely(Deed deed, Staff staff) {
        try {
            does(deed, staff);
        } catch (org.springframework.dao.DataAccessException | IllegalArgumentException e) {
            if (!stopping) {
                LOG.warn("a form of the demo could not be filled: {}", e.getMessage());
            }
        }
    }

    private void does(Deed deed, Staff staff) {
        List<Assessment> made = desk.list(deed.want().person());
        if (made.stream().anyMatch(a -> !a.id().startsWith("demo-"))) {
            return; // a visitor has begun: then the forms of this person are left to humans
        }
        Actor by = by(deed.want(), staff);
        switch (deed) {
            case AssessmentPlan.Looks looks -> looks(looks, made, by);
            case AssessmentPlan.Finishes finishes -> finishes(finishes, made, by);
            case AssessmentPlan.Doubts doubts -> doubts(doubts, made, by);
            case AssessmentPlan.Answers answers -> answers(answers, made);
        }
    }

    private static Actor by(Want want, Staff staff) {
        Staff.Member member = staff.of(want.organisation() + "-" + want.role(), want.journey());
        return new Actor(member.user(), member.name(), want.role(), want.organisation());
    }

    private void looks(AssessmentPlan.Looks deed, List<Assessment> made, Actor by) {
        Want want = deed.want();
        LocalDate day = LocalDate.ofInstant(deed.at(), place.zone());
        Optional<Assessment> stands = made.stream()
                .filter(a -> a.form().equals(want.form().id()) && a.standsFor(want.organisation(), day))
                .findFirst();
        Optional<Assessment> underWay = made.stream()
                .filter(a -> a.form().equals(want.form().id()) && a.state() instanceof Assessment.Open)
                .findFirst();
        boolean another = stands.isPresent() || underWay.isPresent();
        if (!deed.relies() || !another) {
            String again = another ? words.any(AnswerWords.ANOTHER, want.journey(), want.assessment()) : "";
            desk.begin(want.assessment(), want.person(), want.form().id(), again, deed.at(), by, want.assessment());
        } else if (stands.isPresent()
                && !stands.get().by().organisation().equals(want.organisation())
                && !stands.get().reliedOn().contains(want.organisation())) {
            desk.tell(stands.get(), new AssessmentCommand.Rely(), deed.at(), by, want.assessment() + "-rely");
        }
    }

    private void finishes(AssessmentPlan.Finishes deed, List<Assessment> made, Actor by) {
        Want want = deed.want();
        made.stream()
                .filter(a -> a.id().equals(want.assessment()) && a.state() instanceof Assessment.Open)
                .findFirst()
                .ifPresent(a -> {
                    desk.save(a, given(deed), deed.at(), by, want.assessment() + "-answers");
                    desk.tell(
                            a,
                            new AssessmentCommand.Complete(),
                            deed.at().plusSeconds(60),
                            by,
                            want.assessment() + "-complete");
                });
    }

    private List<Given> given(AssessmentPlan.Finishes deed) {
        Want want = deed.want();
        Known known = desk.known(want.person());
        List<Given> given = new ArrayList<>();
        for (String id : want.form().needed()) {
            Question question = bank.question(id).orElseThrow();
            boolean isKnown = known.valid(question, deed.at()).isPresent();
            boolean again = isKnown && luck.happens(deed.asksAgain(), want.assessment(), id);
            if (!isKnown || again) {
                given.add(new Given(
                        id,
                        words.answer(question, want.person(), deed.at()),
                        luck.any(List.of("certain", "certain", "likely", "unsure"), want.assessment(), id + " sure"),
                        again ? words.any(AnswerWords.AGAIN, want.assessment(), id) : ""));
            }
        }
        return given;
    }

    private void doubts(AssessmentPlan.Doubts deed, List<Assessment> made, Actor by) {
        Want want = deed.want();
        made.stream()
                .filter(a -> a.form().equals(want.form().id())
                        && a.reliedOn().contains(want.organisation())
                        && a.state() instanceof Assessment.Complete)
                .findFirst()
                .ifPresent(a -> desk.tell(
                        a,
                        new AssessmentCommand.Challenge(
                                List.of(want.form().needed().getLast()),
                                words.any(AnswerWords.WRONG, want.journey(), want.assessment())),
                        deed.at(),
                        by,
                        want.assessment() + "-doubt"));
    }

    private void answers(AssessmentPlan.Answers deed, List<Assessment> made) {
        Want want = deed.want();
        made.stream()
                .filter(a -> a.form().equals(want.form().id())
                        && a.state() instanceof Assessment.Challenged(var complete, var challenge)
                        && challenge.by().organisation().equals(want.organisation()))
                .findFirst()
                .ifPresent(a -> desk.tell(
                        a,
                        new AssessmentCommand.AnswerChallenge(
                                deed.upheld(), words.any(AnswerWords.ANSWERED, want.journey(), want.assessment())),
                        deed.at(),
                        a.by(),
                        want.assessment() + "-answer"));
    }
}
