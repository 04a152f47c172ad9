package uk.homeward.journey.programme;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Event;
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
import uk.homeward.journey.event.Recorded;

/** One programme as it stands after its events. */
public final class Programme {

    private final String id;
    private int version;
    private @Nullable Said<ProgrammeDescribed> described;
    private @Nullable Said<HighlightWritten> highlight;
    private final Map<String, OutcomeSet> outcomes = new LinkedHashMap<>();
    private final Map<String, Milestone> milestones = new LinkedHashMap<>();
    private final Map<String, DependencySet> dependencies = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, ActionLine> actions = new LinkedHashMap<>();
    private final Map<String, Said<OpinionGiven>> opinions = new LinkedHashMap<>();
    private final Map<String, Said<GapExplained>> gaps = new LinkedHashMap<>();

    private Programme(String id) {
        this.id = id;
    }

    /** Folds the events of one programme, in their order. */
    public static Programme of(String id, List<? extends Recorded<? extends Event>> told) {
        Programme programme = new Programme(id);
        told.forEach(programme::take);
        return programme;
    }

    private void take(Recorded<? extends Event> told) {
        if (!(told.event() instanceof ProgrammeEvent event) || event instanceof ProgrammeRefused) {
            return;
        }
        version = told.sequence();
        switch (event) {
            case ProgrammeDescribed e -> described = said(e, told);
            case OutcomeSet e -> outcomes.put(e.outcome(), e);
            case OutcomeDropped e -> outcomes.remove(e.outcome());
            case MilestoneSet e ->
                milestones.merge(
                        e.milestone(),
                        new Milestone(e, null, null),
                        (before, now) -> new Milestone(e, before.forecast(), before.reachedBy()));
            case MilestoneForecast e ->
                milestones.computeIfPresent(
                        e.milestone(), (m, before) -> new Milestone(before.set(), e, before.reachedBy()));
            case MilestoneReached e ->
                milestones.computeIfPresent(
                        e.milestone(), (m, before) -> new Milestone(before.set(), before.forecast(), e));
            case MilestoneDropped e -> milestones.remove(e.milestone());
            case DependencySet e -> dependencies.put(e.dependency(), e);
            case DecisionAsked e -> decisions.put(e.decision(), new Decision(e.decision(), e.words(), null));
            case DecisionTaken e ->
                decisions.put(e.decision(), new Decision(e.decision(), asked(e.decision()), said(e, told)));
            case ActionSet e -> actions.put(e.action(), new ActionLine(e, null));
            case ActionClosed e ->
                actions.computeIfPresent(e.action(), (a, before) -> new ActionLine(before.set(), said(e, told)));
            case OpinionGiven e -> opinions.put(e.outcome(), said(e, told));
            case GapExplained e -> gaps.put(e.benefit(), said(e, told));
            case HighlightWritten e -> highlight = said(e, told);
            case ProgrammeRefused e -> {}
        }
    }

    private String asked(String decision) {
        Decision before = decisions.get(decision);
        return before == null ? "" : before.asked();
    }

    private static <T> Said<T> said(T event, Recorded<? extends Event> told) {
        return new Said<>(event, told.occurredAt(), told.by());
    }

    public String id() {
        return id;
    }

    /** The number of its last event that is no refusal; 0 while nothing was told. */
    public int version() {
        return version;
    }

    /** False while nothing was told of it. */
    public boolean isKnown() {
        return described != null;
    }

    /** What it is; throws while nothing was told of it. */
    public ProgrammeDescribed described() {
        return Objects.requireNonNull(described, "nothing was told of the programme (" + id + ")")
                .what();
    }

    public String title() {
        return described().title();
    }

    /** The day from which it is known. */
    public Instant since() {
        return Objects.requireNonNull(described).at();
    }

    public Collection<OutcomeSet> outcomes() {
        return List.copyOf(outcomes.values());
    }

    public Optional<OutcomeSet> outcome(String outcome) {
        return Optional.ofNullable(outcomes.get(outcome));
    }

    public Collection<Milestone> milestones() {
        return List.copyOf(milestones.values());
    }

    public Optional<Milestone> milestone(String milestone) {
        return Optional.ofNullable(milestones.get(milestone));
    }

    public Collection<DependencySet> dependencies() {
        return List.copyOf(dependencies.values());
    }

    public Collection<Decision> decisions() {
        return List.copyOf(decisions.values());
    }

    public Optional<Decision> decision(String decision) {
        return Optional.ofNullable(decisions.get(decision));
    }

    public Collection<ActionLine> actions() {
        return List.copyOf(actions.values());
    }

    public Optional<ActionLine> action(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    /** The last opinion of an outcome, or of the whole programme for an empty name. */
    public Optional<Said<OpinionGiven>> opinion(String outcome) {
        return Optional.ofNullable(opinions.get(outcome));
    }

    public Optional<Said<GapExplained>> gap(String benefit) {
        return Optional.ofNullable(gaps.get(benefit));
    }

    public Optional<Said<HighlightWritten>> highlight() {
        return Optional.ofNullable(highlight);
    }
}
