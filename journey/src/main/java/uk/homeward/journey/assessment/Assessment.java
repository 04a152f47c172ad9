package uk.homeward.journey.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.AssessmentEvent;
import uk.homeward.journey.event.AssessmentEvent.Answered;
import uk.homeward.journey.event.AssessmentEvent.Asking;
import uk.homeward.journey.event.AssessmentEvent.Trusted;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/**
 * One assessment as its events tell it.
 *
 * @param by who began it, and for which organisation
 * @param again why it was begun although another stood; null where none did
 * @param asked how each question that was asked came to be asked
 * @param reliedOn the organisations that took it for their own
 * @param version the number of the last event
 */
public record Assessment(
        String id,
        String person,
        String form,
        Actor by,
        Instant begunAt,
        @Nullable String again,
        Map<String, Asking> asked,
        State state,
        Set<String> reliedOn,
        int version) {

    public Assessment {
        asked = Map.copyOf(asked);
        reliedOn = Set.copyOf(reliedOn);
    }

    /** How it stands. */
    public sealed interface State {}

    /** Somebody fills it. */
    public record Open() implements State {}

    /** It is whole, and whoever may rely on it does. */
    public record Complete(
            List<Answered> answers, String result, Instant at, Actor by, LocalDate validUntil, List<Trusted> trusted)
            implements State {

        public Complete {
            answers = List.copyOf(answers);
            trusted = List.copyOf(trusted);
        }

        private Complete without(Set<String> questions) {
            List<Answered> shown = answers.stream()
                    .filter(a -> !questions.contains(a.question()))
                    .toList();
            return new Complete(shown, result, at, by, validUntil, trusted);
        }

        /** Up to when this organisation may rely on it: its own, or one to which an agreement gives it. */
        Optional<LocalDate> until(String organisation, String own) {
            return organisation.equals(own)
                    ? Optional.of(validUntil)
                    : trusted.stream()
                            .filter(t -> t.organisation().equals(organisation))
                            .map(Trusted::until)
                            .max(LocalDate::compareTo);
        }
    }

    /** The receiving side holds it to be flawed, and those who made it have not answered. */
    public record Challenged(Complete complete, Challenge challenge) implements State {}

    /** It was flawed; nobody relies on it. */
    public record Flawed(Complete complete, Challenge challenge, String words) implements State {}

    public record Withdrawn(String reason) implements State {}

    /** What the receiving side says. */
    public record Challenge(Actor by, Instant at, List<String> questions, String reason) {

        public Challenge {
            questions = List.copyOf(questions);
        }
    }

    /** An assessment from its events; empty where it was never begun. */
    public static Optional<Assessment> of(List<Recorded<Event>> told) {
        Fold fold = new Fold();
        told.forEach(fold::take);
        return fold.result();
    }

    /** What was completed; empty while it is open, and once it was withdrawn. */
    public Optional<Complete> complete() {
        return switch (state) {
            case Open open -> Optional.empty();
            case Withdrawn withdrawn -> Optional.empty();
            case Complete complete -> Optional.of(complete);
            case Challenged challenged -> Optional.of(challenged.complete());
            case Flawed flawed -> Optional.of(flawed.complete());
        };
    }

    /** The same without the answers to these questions, for somebody who may not see them. */
    public Assessment without(Set<String> questions) {
        return questions.isEmpty()
                ? this
                : new Assessment(
                        id, person, form, by, begunAt, again, asked, without(state, questions), reliedOn, version);
    }

    private static State without(State state, Set<String> questions) {
        return switch (state) {
            case Open open -> open;
            case Withdrawn withdrawn -> withdrawn;
            case Complete complete -> complete.without(questions);
            case Challenged(Complete complete, Challenge challenge) ->
                new Challenged(complete.without(questions), challenge);
            case Flawed(Complete complete, Challenge challenge, String words) ->
                new Flawed(complete.without(questions), challenge, words);
        };
    }

    /** True if this organisation may rely on it on a day. */
    public boolean standsFor(String organisation, LocalDate day) {
        return state instanceof Complete complete
                && complete.until(organisation, by.organisation())
                        .filter(until -> !day.isAfter(until))
                        .isPresent();
    }

    private static final class Fold {

        private @Nullable Recorded<Event> begun;
        private final Map<String, Asking> asked = new LinkedHashMap<>();
        private final Set<String> reliedOn = new HashSet<>();
        private int version;
        private final List<State> states = new ArrayList<>(List.of(new Open()));

        void take(Recorded<Event> r) {
            version = r.sequence();
            switch ((AssessmentEvent) r.event()) {
                case AssessmentEvent.AssessmentBegun e -> begun = r;
                case AssessmentEvent.QuestionsAsked e -> e.asked().forEach(a -> asked.put(a.question(), a.how()));
                case AssessmentEvent.AssessmentCompleted e ->
                    states.add(
                            new Complete(e.answers(), e.result(), r.occurredAt(), r.by(), e.validUntil(), e.trusted()));
                case AssessmentEvent.AssessmentReliedOn e -> reliedOn.add(e.organisation());
                case AssessmentEvent.AssessmentChallenged e -> challenged(r, e);
                case AssessmentEvent.ChallengeAnswered e -> answered(e);
                case AssessmentEvent.AssessmentWithdrawn e -> states.add(new Withdrawn(e.reason()));
                case AssessmentEvent.AssessmentRefused e -> {} // changes nothing
            }
        }

        private void challenged(Recorded<Event> r, AssessmentEvent.AssessmentChallenged e) {
            if (states.getLast() instanceof Complete complete) {
                states.add(new Challenged(complete, new Challenge(r.by(), r.occurredAt(), e.questions(), e.reason())));
            }
        }

        private void answered(AssessmentEvent.ChallengeAnswered e) {
            if (states.getLast() instanceof Challenged challenged) {
                states.add(
                        e.upheld()
                                ? new Flawed(challenged.complete(), challenged.challenge(), e.words())
                                : challenged.complete());
            }
        }

        Optional<Assessment> result() {
            Recorded<Event> first = begun;
            if (first == null) {
                return Optional.empty();
            }
            AssessmentEvent.AssessmentBegun e = (AssessmentEvent.AssessmentBegun)
                    Objects.requireNonNull(first).event();
            return Optional.of(new Assessment(
                    first.subject().id(),
                    e.person(),
                    e.form(),
                    first.by(),
                    first.occurredAt(),
                    e.again(),
                    asked,
                    states.getLast(),
                    reliedOn,
                    version));
        }
    }
}
