package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.ProgrammeEvent.ActionClosed;
import uk.homeward.journey.event.ProgrammeEvent.ActionSet;
import uk.homeward.journey.event.ProgrammeEvent.DecisionAsked;
import uk.homeward.journey.event.ProgrammeEvent.DecisionTaken;
import uk.homeward.journey.event.ProgrammeEvent.DependencySet;
import uk.homeward.journey.event.ProgrammeEvent.GapExplained;
import uk.homeward.journey.event.ProgrammeEvent.HighlightWritten;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneDropped;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneForecast;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneReached;
import uk.homeward.journey.event.ProgrammeEvent.MilestoneSet;
import uk.homeward.journey.event.ProgrammeEvent.OpinionGiven;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeDropped;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.event.ProgrammeEvent.ProgrammeDescribed;
import uk.homeward.journey.event.ProgrammeEvent.ProgrammeRefused;

/**
 * What may be told of a programme.
 *
 * @param all every programme, because milestones wait for each other across them
 * @param measures tells whether a measure is known
 * @param today the day on which it is told
 */
public record ProgrammeRules(Programmes all, Predicate<String> measures, LocalDate today) {

    /** Why this may not be told; empty if it may. */
    public Optional<Refused> refuses(Programme now, ProgrammeEvent asked) {
        return Optional.ofNullable(
                switch (asked) {
                    case ProgrammeDescribed e -> null;
                    case OutcomeSet e -> first(target(e), baseline(e), datesInOrder(e), measure(e.measure()));
                    case OutcomeDropped e -> known(now.outcome(e.outcome()), "outcome", e.outcome());
                    case MilestoneSet e -> first(waitsForKnown(now, e), noCircle(now, e), plannedInOrder(now, e));
                    case MilestoneForecast e ->
                        first(
                                known(now.milestone(e.milestone()), "milestone", e.milestone()),
                                notReached(now, e.milestone()),
                                notBeforeWhatItWaitsFor(now, e));
                    case MilestoneReached e ->
                        first(
                                known(now.milestone(e.milestone()), "milestone", e.milestone()),
                                notReached(now, e.milestone()),
                                notAhead(e.day()));
                    case MilestoneDropped e ->
                        first(
                                known(now.milestone(e.milestone()), "milestone", e.milestone()),
                                nothingWaits(now, e.milestone()));
                    case DependencySet e -> programme(now, e.programme());
                    case DecisionAsked e -> null;
                    case DecisionTaken e -> stillOpen(now, e);
                    case ActionSet e -> dueAhead(e.due());
                    case ActionClosed e ->
                        first(known(now.action(e.action()), "action", e.action()), stillToDo(now, e.action()));
                    case OpinionGiven e ->
                        e.outcome().isEmpty() ? null : known(now.outcome(e.outcome()), "outcome", e.outcome());
                    case GapExplained e -> null;
                    case HighlightWritten e -> null;
                    case ProgrammeRefused e -> null;
                });
    }

    private static @Nullable Refused first(@Nullable Refused... answers) {
        for (Refused answer : answers) {
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private static @Nullable Refused known(Optional<?> found, String what, String name) {
        return found.isPresent()
                ? null
                : new Refused(
                        "unknown-" + what, "This programme has no " + what + " (" + name + "). Maybe it was dropped.");
    }

    private static @Nullable Refused target(OutcomeSet e) {
        return e.target() != null && e.targetBy() == null
                ? new Refused(
                        "target-without-date",
                        "The target of “" + e.title()
                                + "” has no date. Say by when it should be reached, or leave the figure out.")
                : null;
    }

    private static @Nullable Refused baseline(OutcomeSet e) {
        return e.baseline() != null && e.baselineOn() == null
                ? new Refused(
                        "baseline-without-date",
                        "The baseline of “" + e.title() + "” has no date. Say when it was so, or leave the figure out.")
                : null;
    }

    private static @Nullable Refused datesInOrder(OutcomeSet e) {
        LocalDate from = e.baselineOn();
        LocalDate to = e.targetBy();
        return from != null && to != null && !to.isAfter(from)
                ? new Refused(
                        "dates-in-order",
                        "The target of “" + e.title() + "” (" + to + ") is not after its baseline (" + from + ").")
                : null;
    }

    private @Nullable Refused measure(String measure) {
        return measure.isEmpty() || measures.test(measure)
                ? null
                : new Refused(
                        "unknown-measure",
                        "There is no measure (" + measure + "). Choose one of the place's measures.");
    }

    private @Nullable Refused programme(Programme now, String programme) {
        if (programme.isEmpty()) {
            return null;
        }
        if (programme.equals(now.id())) {
            return new Refused("depends-on-itself", "A programme cannot depend on itself.");
        }
        return all.find(programme).isPresent()
                ? null
                : new Refused(
                        "unknown-programme", "There is no programme (" + programme + "). Choose one of the list.");
    }

    private @Nullable Refused waitsForKnown(Programme now, MilestoneSet e) {
        Programmes with = all.with(now);
        return e.after().stream()
                .map(a -> Programmes.ref(now.id(), a))
                .filter(a -> with.milestone(a).isEmpty())
                .findFirst()
                .map(a -> new Refused(
                        "unknown-milestone", "It is to wait for the milestone (" + a + "), which does not exist."))
                .orElse(null);
    }

    /** Follows what each milestone waits for; comes back to this one only if they wait for each other. */
    private @Nullable Refused noCircle(Programme now, MilestoneSet e) {
        String self = Programmes.ref(now.id(), e.milestone());
        Programmes with = all.with(now);
        List<String> next = new ArrayList<>();
        e.after().forEach(a -> next.add(Programmes.ref(now.id(), a)));
        Set<String> seen = new HashSet<>();
        while (!next.isEmpty()) {
            String at = next.removeLast();
            if (at.equals(self)) {
                return new Refused(
                        "dependency-circle",
                        "“" + e.title()
                                + "” would wait for itself, by way of what it waits for. Take one of them out.");
            }
            if (seen.add(at)) {
                String programme = at.substring(0, at.indexOf('/'));
                with.milestone(at).ifPresent(m -> m.after().forEach(a -> next.add(Programmes.ref(programme, a))));
            }
        }
        return null;
    }

    private @Nullable Refused plannedInOrder(Programme now, MilestoneSet e) {
        LocalDate day = e.planned();
        Programmes with = all.with(now);
        return day == null
                ? null
                : e.after().stream()
                        .flatMap(a -> with.milestone(Programmes.ref(now.id(), a)).stream())
                        .filter(m -> m.planned() != null && m.planned().isAfter(day))
                        .findFirst()
                        .map(m -> new Refused(
                                "dates-in-order",
                                "It is planned for " + day + ", before “" + m.title() + "” (" + m.planned()
                                        + "), for which it waits."))
                        .orElse(null);
    }

    private @Nullable Refused notBeforeWhatItWaitsFor(Programme now, MilestoneForecast e) {
        return now.milestone(e.milestone()).stream()
                .flatMap(m -> m.after().stream())
                .flatMap(a -> all.with(now).milestone(Programmes.ref(now.id(), a)).stream())
                .filter(m -> m.day() != null && m.day().isAfter(e.day()))
                .findFirst()
                .map(m -> new Refused(
                        "dates-in-order",
                        "It cannot be expected on " + e.day() + ", before “" + m.title() + "” (" + m.day()
                                + "), for which it waits."))
                .orElse(null);
    }

    private static @Nullable Refused notReached(Programme now, String milestone) {
        return now.milestone(milestone).map(Milestone::reached).isPresent()
                ? new Refused("already-reached", "This milestone has been reached already.")
                : null;
    }

    private @Nullable Refused notAhead(LocalDate day) {
        return day.isAfter(today)
                ? new Refused("not-yet", "It cannot have been reached on " + day + ", which is still to come.")
                : null;
    }

    private @Nullable Refused nothingWaits(Programme now, String milestone) {
        String ref = Programmes.ref(now.id(), milestone);
        return all.with(now).list().stream()
                .flatMap(p -> p.milestones().stream()
                        .filter(m -> m.after().stream()
                                .anyMatch(a -> Programmes.ref(p.id(), a).equals(ref))))
                .findFirst()
                .map(m -> new Refused("something-waits", "“" + m.title() + "” waits for it. Change that one first."))
                .orElse(null);
    }

    private static @Nullable Refused stillOpen(Programme now, DecisionTaken e) {
        return now.decision(e.decision()).filter(d -> !d.isOpen()).isPresent()
                ? new Refused(
                        "already-decided",
                        "This has been decided already. Note another decision that takes its place, and say why.")
                : null;
    }

    private @Nullable Refused dueAhead(LocalDate due) {
        return due.isBefore(today)
                ? new Refused("due-in-the-past", "The day by which it is due (" + due + ") has gone.")
                : null;
    }

    private static @Nullable Refused stillToDo(Programme now, String action) {
        return now.action(action).filter(a -> !a.isOpen()).isPresent()
                ? new Refused("already-closed", "This action has been closed already.")
                : null;
    }
}
