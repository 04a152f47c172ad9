package uk.homeward.server.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.assessment.Assessment;
import uk.homeward.journey.assessment.Bank;
import uk.homeward.journey.assessment.Form;
import uk.homeward.journey.assessment.Known;
import uk.homeward.journey.assessment.Question;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.server.time.PlaceTime;

/** Questions, forms and assessments in the shape in which scripts get them. */
@Component
class FormViews {

    private final Bank bank;
    private final PlaceTime time;
    private final Titles titles;

    FormViews(Bank bank, PlaceTime time, Titles titles) {
        this.bank = bank;
        this.time = time;
        this.titles = titles;
    }

    /** A question of the bank, and the forms that ask it. */
    record Asked(
            String id,
            String text,
            String hint,
            Question.Kind kind,
            List<Question.Choice> answers,
            int validDays,
            String from,
            List<String> forms) {}

    /** A form in the list; {@code needed} of its questions must have an answer before it is complete. */
    record Line(String id, String title, String purpose, int validDays, int questions, int needed, String source) {}

    /** A form whole. */
    record Whole(Line form, List<Part> sections) {}

    /** Questions that belong together; those of {@code may} can be left out. */
    record Part(String title, List<Asked> questions, List<Asked> may) {}

    /** A form beside one person: how much is known, what is being filled, what the reader may rely on. */
    record Standing(
            String form,
            String title,
            int known,
            int questions,
            @Nullable String open,
            @Nullable String stands) {}

    /** Who told something, and for whom. */
    record Teller(String name, String role, String organisation) {}

    /**
     * A question beside what the person has told.
     *
     * @param ask true if it must be asked: nobody knows the answer, or it is too old
     * @param again how often it was asked although the answer was known and valid
     */
    record Told(
            String question,
            String text,
            boolean needed,
            boolean ask,
            @Nullable String answer,
            @Nullable String words,
            @Nullable String sure,
            @Nullable Teller by,
            @Nullable Instant at,
            int asked,
            int again) {}

    /** An answer as an assessment keeps it. */
    record Kept(String question, String text, String answer, String words, String sure, String by, Instant at) {}

    /** An organisation that may rely on an assessment, and by which agreement. */
    record Relying(String organisation, String agreement, LocalDate until) {}

    /** What the receiving side says is wrong. */
    record Wrong(Teller by, Instant at, List<String> questions, String reason) {}

    /** One assessment in the list of a person. */
    record Made(
            String id,
            String form,
            String title,
            String state,
            Teller by,
            Instant begunAt,
            @Nullable String again) {}

    /** One assessment whole; what it lacks is null or empty. */
    record One(
            Made assessment,
            String person,
            Map<String, String> asked,
            @Nullable Instant completedAt,
            @Nullable LocalDate validUntil,
            @Nullable String result,
            List<Kept> answers,
            List<Relying> trusted,
            List<String> reliedOnBy,
            @Nullable Wrong challenge,
            List<String> history) {}

    List<Asked> questions() {
        return bank.questions().values().stream().map(this::asked).toList();
    }

    private Asked asked(Question q) {
        return new Asked(
                q.id(),
                q.text(),
                q.hint(),
                q.kind(),
                q.choices(),
                q.validDays(),
                q.from(),
                bank.asking(q.id()).stream().map(Form::id).toList());
    }

    List<Line> forms() {
        return bank.forms().values().stream().map(FormViews::line).toList();
    }

    private static Line line(Form f) {
        return new Line(
                f.id(),
                f.title(),
                f.purpose(),
                f.validDays(),
                f.questions().size(),
                f.needed().size(),
                f.source());
    }

    Whole whole(Form form) {
        return new Whole(
                line(form),
                form.sections().stream()
                        .map(s -> new Part(s.title(), asked(s.questions()), asked(s.may())))
                        .toList());
    }

    private List<Asked> asked(List<String> ids) {
        return ids.stream()
                .flatMap(id -> bank.question(id).stream())
                .map(this::asked)
                .toList();
    }

    static Standing standing(FormLine l) {
        return new Standing(l.form().id(), l.form().title(), l.known(), l.questions(), id(l.open()), id(l.stands()));
    }

    private static @Nullable String id(@Nullable Assessment assessment) {
        return assessment == null ? null : assessment.id();
    }

    /** Every question of a form with what is known to it, in the order in which they are put. */
    List<Told> told(Form form, Known known) {
        Instant now = time.instant();
        List<String> needed = form.needed();
        return bank.of(form).stream()
                .map(q -> told(q, known.answer(q), needed.contains(q.id()), now))
                .toList();
    }

    private static Told told(Question q, Optional<Known.Answer> found, boolean needed, Instant now) {
        boolean ask = found.filter(a -> a.isValid(q, now)).isEmpty();
        return found.map(a -> new Told(
                        q.id(),
                        q.text(),
                        needed,
                        ask,
                        a.value(),
                        q.words(a.value()),
                        a.sure(),
                        teller(a.by()),
                        a.at(),
                        a.asked(),
                        a.again()))
                .orElseGet(() -> new Told(q.id(), q.text(), needed, ask, null, null, null, null, null, 0, 0));
    }

    private static Teller teller(Actor actor) {
        return new Teller(actor.name(), actor.role(), actor.organisation());
    }

    Made made(Assessment a) {
        return new Made(
                a.id(), a.form(), titles.form(a.form()), state(a.state()), teller(a.by()), a.begunAt(), a.again());
    }

    private static String state(Assessment.State state) {
        return switch (state) {
            case Assessment.Open s -> "open";
            case Assessment.Complete s -> "complete";
            case Assessment.Challenged s -> "challenged";
            case Assessment.Flawed s -> "flawed";
            case Assessment.Withdrawn s -> "withdrawn";
        };
    }

    One one(Assessment a, List<Recorded<Event>> history) {
        Optional<Assessment.Complete> complete = a.complete();
        Map<String, String> asked = new java.util.TreeMap<>();
        a.asked().forEach((question, how) -> asked.put(question, how.name().toLowerCase(java.util.Locale.ROOT)));
        return new One(
                made(a),
                a.person(),
                asked,
                complete.map(Assessment.Complete::at).orElse(null),
                complete.map(Assessment.Complete::validUntil).orElse(null),
                complete.map(Assessment.Complete::result).orElse(null),
                complete.map(c -> c.answers().stream().map(this::kept).toList()).orElse(List.of()),
                complete.map(c -> c.trusted().stream()
                                .map(t -> new Relying(t.organisation(), t.agreement(), t.until()))
                                .toList())
                        .orElse(List.of()),
                a.reliedOn().stream().sorted().toList(),
                challenge(a.state()).map(FormViews::wrong).orElse(null),
                history.stream()
                        .map(r -> r.occurredAt() + " " + Happened.words(r, titles))
                        .toList());
    }

    private Kept kept(uk.homeward.journey.event.AssessmentEvent.Answered a) {
        return new Kept(
                a.question(),
                titles.question(a.question()),
                a.answer(),
                titles.answer(a.question(), a.answer()),
                a.sure(),
                a.toldBy(),
                a.toldAt());
    }

    private static Optional<Assessment.Challenge> challenge(Assessment.State state) {
        return switch (state) {
            case Assessment.Challenged s -> Optional.of(s.challenge());
            case Assessment.Flawed s -> Optional.of(s.challenge());
            case Assessment.Open s -> Optional.empty();
            case Assessment.Complete s -> Optional.empty();
            case Assessment.Withdrawn s -> Optional.empty();
        };
    }

    private static Wrong wrong(Assessment.Challenge c) {
        return new Wrong(teller(c.by()), c.at(), c.questions(), c.reason());
    }
}
