package uk.homeward.journey.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.capacity.EscalationPlan.Indicator;
import uk.homeward.journey.event.EscalationEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/**
 * The pressure on the place as it was told: the level that holds, since when and why.
 *
 * @param since null while no level was ever reached
 */
public record Escalation(int level, @Nullable Instant since, List<String> reasons) {

    public Escalation {
        reasons = List.copyOf(reasons);
    }

    /** What an indicator shows now; the value is not a number where nothing can be read. */
    public record Reading(Indicator indicator, double value) {

        public int level() {
            return Double.isNaN(value) ? 1 : indicator.level(value);
        }

        /** {@code Acute beds in use: 97%, from 92% on level 3}. */
        public String words() {
            String shown = Double.isNaN(value) ? "no data" : amount(value);
            return indicator.title() + ": " + shown
                    + (level() == 1
                            ? ""
                            : ", from " + amount(indicator.limits().get(level() - 2)) + " on level " + level());
        }

        public String amount(double number) {
            String digits = number == Math.rint(number)
                    ? String.valueOf((long) number)
                    : String.format(Locale.UK, "%.1f", number);
            return indicator.unit().equals("%") ? digits + "%" : digits + " " + indicator.unit();
        }
    }

    /** The level that so many indicators are at, and those that make it so; the worst first. */
    public record Judged(int level, List<String> reasons) {
        public Judged {
            reasons = List.copyOf(reasons);
        }
    }

    public static Escalation of(List<Recorded<Event>> told) {
        Escalation now = new Escalation(1, null, List.of());
        for (Recorded<Event> r : told) {
            if (r.event() instanceof EscalationEvent event) {
                now = now.after(r, event);
            }
        }
        return now;
    }

    private Escalation after(Recorded<Event> r, EscalationEvent event) {
        return switch (event) {
            case EscalationEvent.LevelReached e -> new Escalation(e.level(), r.occurredAt(), e.reasons());
            case EscalationEvent.EscalationRefused e -> this;
        };
    }

    /** The rule: the highest level at which enough indicators are. */
    public static Judged judge(EscalationPlan plan, List<Reading> readings) {
        int level = 1;
        for (int candidate = 2; candidate <= 4; candidate++) {
            int at = candidate;
            if (readings.stream().filter(r -> r.level() >= at).count() >= plan.needs()) {
                level = candidate;
            }
        }
        int reached = level;
        List<String> reasons = new ArrayList<>(readings.stream()
                .filter(r -> r.level() >= Math.max(2, reached))
                .sorted(Comparator.comparingInt(Reading::level).reversed())
                .map(Reading::words)
                .toList());
        if (reasons.size() < plan.needs()) {
            reasons = new ArrayList<>(List.of("Fewer than " + plan.needs() + " figures are above their limits"));
        }
        return new Judged(level, reasons);
    }

    /** What follows from a judgement: it goes up at once, and down only after the level was kept long enough. */
    public Optional<EscalationEvent> follows(Judged judged, EscalationPlan plan, Instant now) {
        boolean keeps = since != null && now.isBefore(since.plus(plan.keeps()));
        boolean changes = since == null || judged.level() > level || (judged.level() < level && !keeps);
        return changes
                ? Optional.of(new EscalationEvent.LevelReached(judged.level(), level, judged.reasons()))
                : Optional.empty();
    }
}
