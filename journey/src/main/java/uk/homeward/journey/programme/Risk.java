package uk.homeward.journey.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.RiskEvent.EscalationAnswered;
import uk.homeward.journey.event.RiskEvent.MitigationDone;
import uk.homeward.journey.event.RiskEvent.MitigationSet;
import uk.homeward.journey.event.RiskEvent.RiskClosed;
import uk.homeward.journey.event.RiskEvent.RiskDescribed;
import uk.homeward.journey.event.RiskEvent.RiskEscalated;
import uk.homeward.journey.event.RiskEvent.RiskRefused;
import uk.homeward.journey.event.RiskEvent.RiskReopened;
import uk.homeward.journey.event.RiskEvent.RiskReviewed;
import uk.homeward.journey.event.RiskEvent.RiskScored;
import uk.homeward.journey.event.RiskEvent.Stage;

/** One risk as it stands after its events. */
public final class Risk {

    private final String id;
    private int version;
    private @Nullable RiskDescribed described;
    private Instant raised = Instant.EPOCH;
    private String organisation = "";
    private @Nullable Said<RiskScored> before;
    private @Nullable Said<RiskScored> after;
    private final Map<String, Mitigation> mitigations = new LinkedHashMap<>();
    private @Nullable Said<RiskReviewed> reviewed;
    private @Nullable Said<RiskEscalated> escalated;
    private @Nullable Said<RiskClosed> closed;

    private Risk(String id) {
        this.id = id;
    }

    /** Folds the events of one risk, in their order. */
    public static Risk of(String id, List<? extends Recorded<? extends Event>> told) {
        Risk risk = new Risk(id);
        told.forEach(risk::take);
        return risk;
    }

    private void take(Recorded<? extends Event> told) {
        if (!(told.event() instanceof RiskEvent event) || event instanceof RiskRefused) {
            return;
        }
        version = told.sequence();
        switch (event) {
            case RiskDescribed e -> described(e, told);
            case RiskScored e -> scored(e, told);
            case MitigationSet e -> mitigations.put(e.mitigation(), new Mitigation(e, null));
            case MitigationDone e ->
                mitigations.computeIfPresent(e.mitigation(), (m, known) -> new Mitigation(known.set(), said(e, told)));
            case RiskReviewed e -> reviewed = said(e, told);
            case RiskEscalated e -> escalated = said(e, told);
            case EscalationAnswered e -> answered(e);
            case RiskClosed e -> closed = said(e, told);
            case RiskReopened e -> closed = null;
            case RiskRefused e -> {}
        }
    }

    private void described(RiskDescribed e, Recorded<? extends Event> told) {
        if (described == null) {
            raised = told.occurredAt();
        }
        described = e;
        organisation = e.organisation();
    }

    private void scored(RiskScored e, Recorded<? extends Event> told) {
        switch (e.stage()) {
            case BEFORE -> before = said(e, told);
            case AFTER -> after = said(e, told);
        }
    }

    private void answered(EscalationAnswered e) {
        if (e.accepted() && escalated != null) {
            organisation = escalated.what().organisation();
        }
        escalated = null;
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

    public boolean isKnown() {
        return described != null;
    }

    /** What it is; throws while nothing was told of it. */
    public RiskDescribed described() {
        return Objects.requireNonNull(described, "nothing was told of the risk (" + id + ")");
    }

    /** One line for lists: what may happen. */
    public String title() {
        return described().event();
    }

    public Instant raised() {
        return raised;
    }

    /** Who carries it now. */
    public String organisation() {
        return organisation;
    }

    /** The score of the risk as it is; empty while nobody scored it. */
    public Optional<Score> before() {
        return Optional.ofNullable(before)
                .map(s -> new Score(s.what().likelihood(), s.what().impact()));
    }

    /** What will be left once it is mitigated; empty while nobody scored that. */
    public Optional<Score> after() {
        return Optional.ofNullable(after)
                .map(s -> new Score(s.what().likelihood(), s.what().impact()));
    }

    /** The score that counts: what will be left only counts once every mitigation is done. */
    public Optional<Score> score() {
        boolean done = !mitigations.isEmpty() && mitigations.values().stream().allMatch(m -> m.done() != null);
        return done && after != null ? after() : before();
    }

    /** Why it was scored so; empty while nobody scored it. */
    public Optional<Said<RiskScored>> scored(Stage stage) {
        return Optional.ofNullable(
                switch (stage) {
                    case BEFORE -> before;
                    case AFTER -> after;
                });
    }

    public Collection<Mitigation> mitigations() {
        return List.copyOf(mitigations.values());
    }

    public Optional<Mitigation> mitigation(String mitigation) {
        return Optional.ofNullable(mitigations.get(mitigation));
    }

    public Optional<Said<RiskReviewed>> reviewed() {
        return Optional.ofNullable(reviewed);
    }

    /** The day by which it must be looked at again; empty while nobody agreed one, or where it is closed. */
    public Optional<LocalDate> due(ZoneId zone) {
        if (!isOpen()) {
            return Optional.empty();
        }
        if (reviewed != null) {
            return Optional.of(reviewed.what().next());
        }
        return described().reviewEvery() == 0
                ? Optional.empty()
                : Optional.of(
                        LocalDate.ofInstant(raised, zone).plusDays(described().reviewEvery()));
    }

    /** How many days the review is late; 0 or less where it is not. */
    public long late(LocalDate today, ZoneId zone) {
        return due(zone).map(due -> ChronoUnit.DAYS.between(due, today)).orElse(0L);
    }

    /** The escalation that waits for an answer. */
    public Optional<Said<RiskEscalated>> escalated() {
        return Optional.ofNullable(escalated);
    }

    public Optional<Said<RiskClosed>> closed() {
        return Optional.ofNullable(closed);
    }

    public boolean isOpen() {
        return closed == null;
    }
}
