package uk.homeward.server.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.pathway.Decision;
import uk.homeward.journey.pathway.DecisionId;
import uk.homeward.journey.pathway.OptionId;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.PoolId;
import uk.homeward.journey.pathway.RouteId;
import uk.homeward.journey.pathway.StandardId;
import uk.homeward.journey.pathway.StepId;

/** One thing that a scenario changes; written in addresses as {@code pool:home-places:1140:2026-12-01}. */
sealed interface Change {

    /** Places of a pool, from a day on; from the start where no day is named. */
    record Places(PoolId pool, int places, @Nullable LocalDate from) implements Change {}

    /** How long a step lasts, in percent of what it does now. */
    record Stay(StepId step, int percent, @Nullable LocalDate from) implements Change {}

    /** How long it takes until a step can begin once there is room, in percent of now. */
    record Arranging(StepId step, int percent, @Nullable LocalDate from) implements Change {}

    /** For how many in a hundred an option is taken; the others keep their proportions. */
    record Share(
            DecisionId decision,
            OptionId option,
            double percent,
            @Nullable LocalDate from) implements Change {}

    /** How many people come by a route, in percent of now. */
    record Coming(RouteId route, int percent, @Nullable LocalDate from) implements Change {}

    /** Within how many hours a promise is to be kept. */
    record Within(
            StandardId standard, double hours, @Nullable LocalDate from) implements Change {}

    /** The day from which it holds; null is from the start. */
    @Nullable
    LocalDate from();

    /** Two changes of one kind to one thing on one day: the later one counts. */
    default String subject() {
        String day = ":" + from();
        return switch (this) {
            case Places p -> "pool:" + p.pool() + day;
            case Stay s -> "step:" + s.step() + day;
            case Arranging a -> "arrange:" + a.step() + day;
            case Share s -> "share:" + s.decision() + ":" + s.option() + day;
            case Coming c -> "route:" + c.route() + day;
            case Within w -> "within:" + w.standard() + day;
        };
    }

    /** As it stands in an address. */
    default String code() {
        String what = switch (this) {
            case Places p -> "pool:" + p.pool() + ":" + p.places();
            case Stay s -> "step:" + s.step() + ":" + s.percent();
            case Arranging a -> "arrange:" + a.step() + ":" + a.percent();
            case Share s -> "share:" + s.decision() + ":" + s.option() + ":" + number(s.percent());
            case Coming c -> "route:" + c.route() + ":" + c.percent();
            case Within w -> "within:" + w.standard() + ":" + number(w.hours());
        };
        return from() == null ? what : what + ":" + from();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** What it is, for people. */
    default String words(Pathway pathway) {
        String what = switch (this) {
            case Places p -> pathway.get(p.pool()).title() + ": " + p.places() + " places";
            case Stay s -> pathway.get(s.step()).title() + ": lasts " + s.percent() + "% of what it does now";
            case Arranging a ->
                pathway.get(a.step()).title() + ": is arranged in " + a.percent() + "% of the time it takes now";
            case Share s ->
                pathway.get(s.decision()).title() + ": “"
                        + pathway.get(s.decision()).get(s.option()).title() + "” for " + number(s.percent())
                        + "%";
            case Coming c -> pathway.get(c.route()).title() + ": " + c.percent() + "% of the people who come now";
            case Within w ->
                pathway.get(w.standard()).title() + ": counted as kept within " + number(w.hours()) + " hours";
        };
        boolean always = from() == null && !(this instanceof Places);
        return always ? what : what + (from() == null ? " from the start" : " from " + day(from()));
    }

    private static String day(@Nullable LocalDate from) {
        return from == null
                ? ""
                : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(from);
    }

    /** Reads what stands in an address; empty for what this pathway does not have or what cannot be. */
    static Optional<Change> read(String code, Pathway pathway) {
        List<String> parts = List.of(code.split(":"));
        try {
            Change change = read(parts);
            return isKnown(change, pathway) ? Optional.of(change) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Change read(List<String> parts) {
        return switch (parts.getFirst()) {
            case "pool" -> new Places(PoolId.of(parts.get(1)), Integer.parseInt(parts.get(2)), from(parts, 3));
            case "step" -> new Stay(StepId.of(parts.get(1)), Integer.parseInt(parts.get(2)), from(parts, 3));
            case "arrange" -> new Arranging(StepId.of(parts.get(1)), Integer.parseInt(parts.get(2)), from(parts, 3));
            case "share" ->
                new Share(
                        DecisionId.of(parts.get(1)),
                        OptionId.of(parts.get(2)),
                        Double.parseDouble(parts.get(3)),
                        from(parts, 4));
            case "route" -> new Coming(RouteId.of(parts.get(1)), Integer.parseInt(parts.get(2)), from(parts, 3));
            case "within" -> new Within(StandardId.of(parts.get(1)), Double.parseDouble(parts.get(2)), from(parts, 3));
            default -> throw new IllegalArgumentException("no kind of change (" + parts.getFirst() + ")");
        };
    }

    private static @Nullable LocalDate from(List<String> parts, int at) {
        return parts.size() > at ? LocalDate.parse(parts.get(at)) : null;
    }

    private static boolean isKnown(Change change, Pathway pathway) {
        return switch (change) {
            case Places p -> pathway.pools().containsKey(p.pool()) && p.places() >= 1 && p.places() <= 100_000;
            case Stay s -> pathway.steps().containsKey(s.step()) && s.percent() >= 10 && s.percent() <= 1000;
            case Arranging a -> pathway.steps().containsKey(a.step()) && a.percent() >= 1 && a.percent() <= 1000;
            case Share s -> isKnown(s, pathway.decisions().get(s.decision()));
            case Coming c -> pathway.routes().containsKey(c.route()) && c.percent() >= 0 && c.percent() <= 1000;
            case Within w -> pathway.standards().containsKey(w.standard()) && w.hours() >= 0.1 && w.hours() <= 10_000;
        };
    }

    private static boolean isKnown(Share share, @Nullable Decision decision) {
        return decision != null
                && decision.options().stream().anyMatch(o -> o.id().equals(share.option()))
                && share.percent() >= 0
                && share.percent() <= 100;
    }
}
