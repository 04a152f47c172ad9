package uk.homeward.foresight.pathway;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.source.Yaml;

/** What a scenario changes from later days on; each change stands on those before it. */
final class DatedChanges {

    private final Yaml later;
    private final Yaml base;
    private final LocalDate start;

    /**
     * @param later a list of {@code from} and {@code change}
     * @param base the pathway from the start
     */
    DatedChanges(Yaml later, Yaml base, LocalDate start) {
        this.later = later;
        this.base = base;
        this.start = start;
    }

    /** @param overlay lays a change over a pathway and tells faults */
    List<Scenario.Later> read(BinaryOperator<Yaml> overlay) {
        List<Scenario.Later> all = new ArrayList<>();
        LocalDate before = start;
        Yaml stands = base;
        for (Yaml item : later.items()) {
            item.allow("from", "change");
            LocalDate from = date(item.get("from"));
            if (!from.isAfter(before)) {
                item.get("from")
                        .fault(
                                "the day (" + from + ") is not after " + before,
                                "write later changes in the order of their days, all after the start");
            }
            before = from;
            refuseDatedCapacity(stands, item.get("change"));
            stands = overlay.apply(stands, item.get("change"));
            if (stands.faults().isEmpty()) {
                all.add(new Scenario.Later(from, Pathway.of(stands)));
            }
        }
        return all;
    }

    private LocalDate date(Yaml at) {
        try {
            return LocalDate.parse(at.text());
        } catch (DateTimeParseException e) {
            at.fault("not a day (" + at.text() + ")", "write 2026-12-01");
            return start.plusDays(1);
        }
    }

    /** A pool whose dated changes would win over a new capacity. */
    private static void refuseDatedCapacity(Yaml stands, Yaml change) {
        change.optional("pools").entries().forEach((pool, lines) -> {
            if (lines.has("capacity")
                    && !lines.has("changes")
                    && !stands.optional("pools")
                            .optional(pool)
                            .optional("changes")
                            .items()
                            .isEmpty()) {
                lines.get("capacity")
                        .fault(
                                "the pool (" + pool + ") has changes with days of their own",
                                "add this one to its 'changes' with its day, under 'change'");
            }
        });
    }
}
