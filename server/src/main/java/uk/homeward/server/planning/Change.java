package uk.homeward.server.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
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
import uk.homeward.journey.pathway.StepId;

/** One thing that a scenario changes; written in addresses as {@code pool:home-places:1140:2026-12-01}. */
sealed interface Change {

    /** Places of a pool, from a day on; from the start where no day is named. */
    record Places(PoolId pool, int places, @Nullable LocalDate from) implements Change {}

    /** How long a step lasts, in percent of what it does now. */
    record Stay(StepId step, int percent) implements Change {}

    /** For how many in a hundred an option is taken; the others keep their proportions. */
    record Share(DecisionId decision, OptionId option, double percent) implements Change {}

    /** How many people come by a route, in percent of now. */
    record Coming(RouteId route, int percent) implements Change {}

    /** Two changes of one kind to one thing on one day: the later one counts. */
    default String subject() {
        return switch (this) {
            case Places p -> "pool:" + p.pool() + ":" + p.from();
            case Stay s -> "step:" + s.step();
            case Share s -> "share:" + s.decision() + ":" + s.option();
            case Coming c -> "route:" + c.route();
        };
    }

    /** As it stands in an address. */
    default String code() {
        return switch (this) {
            case Places p -> "pool:" + p.pool() + ":" + p.places() + (p.from() == null ? "" : ":" + p.from());
            case Stay s -> "step:" + s.step() + ":" + s.percent();
            case Share s ->
                "share:" + s.decision() + ":" + s.option() + ":" + String.format(Locale.ROOT, "%.1f", s.percent());
            case Coming c -> "route:" + c.route() + ":" + c.percent();
        };
    }

    /** What it is, for people. */
    default String words(Pathway pathway) {
        return switch (this) {
            case Places p ->
                pathway.get(p.pool()).title() + ": " + p.places() + " places"
                        + (p.from() == null ? " from the start" : " from " + p.from());
            case Stay s -> pathway.get(s.step()).title() + ": lasts " + s.percent() + "% of what it does now";
            case Share s ->
                pathway.get(s.decision()).title() + ": “"
                        + pathway.get(s.decision()).get(s.option()).title() + "” for "
                        + String.format(Locale.ROOT, "%.1f", s.percent()) + "%";
            case Coming c -> pathway.get(c.route()).title() + ": " + c.percent() + "% of the people who come now";
        };
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
            case "pool" ->
                new Places(
                        PoolId.of(parts.get(1)),
                        Integer.parseInt(parts.get(2)),
                        parts.size() > 3 ? LocalDate.parse(parts.get(3)) : null);
            case "step" -> new Stay(StepId.of(parts.get(1)), Integer.parseInt(parts.get(2)));
            case "share" ->
                new Share(DecisionId.of(parts.get(1)), OptionId.of(parts.get(2)), Double.parseDouble(parts.get(3)));
            case "route" -> new Coming(RouteId.of(parts.get(1)), Integer.parseInt(parts.get(2)));
            default -> throw new IllegalArgumentException("no kind of change (" + parts.getFirst() + ")");
        };
    }

    private static boolean isKnown(Change change, Pathway pathway) {
        return switch (change) {
            case Places p -> pathway.pools().containsKey(p.pool()) && p.places() >= 1 && p.places() <= 100_000;
            case Stay s -> pathway.steps().containsKey(s.step()) && s.percent() >= 10 && s.percent() <= 1000;
            case Share s -> isKnown(s, pathway.decisions().get(s.decision()));
            case Coming c -> pathway.routes().containsKey(c.route()) && c.percent() >= 0 && c.percent() <= 1000;
        };
    }

    private static boolean isKnown(Share share, @Nullable Decision decision) {
        return decision != null
                && decision.options().stream().anyMatch(o -> o.id().equals(share.option()))
                && share.percent() >= 0
                && share.percent() <= 100;
    }
}
