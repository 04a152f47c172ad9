package uk.homeward.server.response;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.Clock;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.journey.journeys.State;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.Step;
import uk.homeward.journey.place.DelayCause;
import uk.homeward.journey.place.Team;
import uk.homeward.server.person.PersonCard;
import uk.homeward.server.person.Sentence;

/**
 * Everything that the page of a journey shows, read from the journey and its pathway.
 *
 * @param timeline newest first
 * @param team the team that has it now; null where none has
 * @param whyNot why the reader may not act on it; empty where they may
 * @param triages true where the reader may accept or decline it
 * @param cares true where the reader gives care, and is not only the one who referred
 * @param role the reader's role, to say whether a decision is theirs
 * @param key makes each form of the page count once
 */
public record JourneyView(
        Journey journey,
        PersonCard person,
        String now,
        List<Sentence> timeline,
        List<ClockView> clocks,
        List<Team> teams,
        @Nullable Team team,
        List<Worklist.Colleague> colleagues,
        List<DelayCause> causes,
        List<WorkLine> others,
        String whyNot,
        boolean triages,
        boolean cares,
        String role,
        String key) {

    public JourneyView {
        timeline = List.copyOf(timeline);
        clocks = List.copyOf(clocks);
        teams = List.copyOf(teams);
        colleagues = List.copyOf(colleagues);
        causes = List.copyOf(causes);
        others = List.copyOf(others);
    }

    /**
     * One clock of the journey.
     *
     * @param pauses the reasons for which it may be paused
     */
    public record ClockView(
            String standard,
            String title,
            Clock.Status status,
            @Nullable Instant deadline,
            @Nullable Instant stoppedAt,
            List<String> pauses) {

        public ClockView {
            pauses = List.copyOf(pauses);
        }

        /** The class of the clock's mark. */
        public String css() {
            return switch (status) {
                case BREACHED, MISSED -> "hw-clock--breached";
                case WARNING -> "hw-clock--warning";
                case RUNNING, MET -> "hw-clock--running";
                case PAUSED, VOID -> "hw-clock--paused";
            };
        }
    }

    /** True where the reader may record what is done. */
    public boolean acts() {
        return whyNot.isEmpty();
    }

    /** The decision that can be made now; null where none is due. */
    public @Nullable Decision decision() {
        return acts() ? journey.dueDecision().orElse(null) : null;
    }

    /** True where the pathway gives the due decision to the reader's role. */
    public boolean decides() {
        return journey.dueDecision()
                .map(d -> d.decidedBy().isEmpty() || d.decidedBy().contains(role))
                .orElse(false);
    }

    /** The step that the person is in or waits for; null otherwise. */
    public @Nullable Step step() {
        return journey.currentStep().orElse(null);
    }

    /** True where the step has to be begun before anything can be done in it. */
    public boolean canStart() {
        return acts() && journey.state() instanceof State.Waiting && !journey.isAtWork();
    }

    /** True where deciding is what there is to do; false where a step goes on and is decided about when it is done. */
    public boolean decidesNow() {
        Step step = step();
        return decision() != null
                && !canStart()
                && (step == null || step.occupies().isEmpty());
    }

    /** True where the running step keeps this kind of record, such as {@code contact}. */
    public boolean records(String kind) {
        Step step = step();
        return acts() && journey.isAtWork() && step != null && step.records().contains(kind);
    }

    /** True where the step's work can be said to be done without deciding at once. */
    public boolean canComplete() {
        return acts() && journey.state() instanceof State.InStep;
    }

    /** The professions that pages offer. */
    public List<String> professions() {
        return Professions.OFFERED;
    }

    /** The roles that act on the pathway; whoever owns an action is one of them. */
    public List<String> roles() {
        return journey.pathway().steps().values().stream()
                .map(Step::acts)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Those who can be the ones that must act on a delay. */
    public List<String> actors() {
        return causes.stream().map(DelayCause::actor).distinct().toList();
    }

    /** True where the person is ready and does not move. */
    public boolean delayed() {
        return journey.currentDelay().isPresent();
    }

    public boolean isOpen() {
        return journey.state().isOpen();
    }

    /** Who has taken it on; empty where nobody has. */
    public String staff() {
        return journey.findLast(JourneyEvent.StaffAssigned.class)
                .map(JourneyEvent.StaffAssigned::name)
                .orElse("");
    }

    /** The clocks that run, and those that ended, which are shown smaller. */
    public List<ClockView> running() {
        return clocks.stream().filter(c -> c.stoppedAt() == null).toList();
    }

    public List<ClockView> ended() {
        return clocks.stream().filter(c -> c.stoppedAt() != null).toList();
    }
}
