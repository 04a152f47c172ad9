package uk.homeward.server.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.homeward.foresight.calibration.Between;
import uk.homeward.foresight.calibration.Calibration;
import uk.homeward.foresight.calibration.LearnedArrivals;
import uk.homeward.foresight.calibration.LearnedDecision;
import uk.homeward.foresight.calibration.LearnedDuration;
import uk.homeward.foresight.calibration.LearnedEffect;

/** The report of a calibration: what was learned, how well it fits, and what stays an assumption. */
final class CalibrationSheets {

    /** A place does not start empty; a scenario that was learned plays half a year before it counts. */
    static final int WARM_UP_DAYS = 180;

    private final Calibration learned;

    CalibrationSheets(Calibration learned) {
        this.learned = learned;
    }

    static Path firstPathway(Path place) {
        try (Stream<Path> files = Files.list(place.resolve("pathways"))) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure("there is no pathway in (" + place.resolve("pathways")
                            + "). Maybe: name one with --pathway"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Sheet> all() {
        return List.of(
                durations("steps", "Steps, hours", learned.steps()),
                durations("acceptance", "Acceptance of referrals, hours", learned.acceptance()),
                fit(),
                shares(),
                effects(),
                groups(),
                arrivals(),
                returns(),
                kept());
    }

    private static Object cell(double value) {
        return Double.isFinite(value) ? (Object) value : Sheet.EMPTY;
    }

    private static Sheet durations(String id, String title, List<LearnedDuration> durations) {
        Sheet sheet = Sheet.of(
                id,
                title,
                "name",
                "stays",
                "ended",
                "assumed mean",
                "mean",
                "low",
                "high",
                "naive mean",
                "distance",
                "learned");
        for (LearnedDuration d : durations) {
            double assumed =
                    d.assumed() == null ? Double.NaN : d.assumed().mean().toMillis() / 3_600_000.0;
            sheet = sheet.with(
                    d.name(),
                    d.stays(),
                    d.ended(),
                    cell(assumed),
                    cell(d.mean().value()),
                    cell(d.mean().low()),
                    cell(d.mean().high()),
                    cell(d.naive()),
                    cell(d.distance()),
                    d.isLearned() ? "yes" : "no");
        }
        return sheet;
    }

    private Sheet fit() {
        Sheet sheet = Sheet.of(
                "fit", "Within how many hours so many had ended", "name", "share", "observed", "fitted", "assumed");
        for (LearnedDuration d : Stream.concat(learned.steps().stream(), learned.acceptance().stream())
                .toList()) {
            for (LearnedDuration.Quantile q : d.fit()) {
                sheet = sheet.with(d.name(), q.p(), cell(q.observed()), cell(q.fitted()), cell(q.assumed()));
            }
        }
        return sheet;
    }

    private Sheet shares() {
        Sheet sheet = Sheet.of(
                "shares",
                "Shares of options, of somebody whom no shift concerns",
                "decision",
                "option",
                "chosen",
                "of",
                "assumed",
                "share",
                "low",
                "high");
        for (LearnedDecision d : learned.decisions()) {
            for (LearnedDecision.LearnedOption o : d.options()) {
                Between s = o.share();
                sheet = sheet.with(
                        d.decision(), o.option(), o.chosen(), d.made(), o.assumed(), s.value(), s.low(), s.high());
            }
        }
        return sheet;
    }

    private Sheet effects() {
        Sheet sheet = Sheet.of(
                "effects",
                "What attributes and waiting change",
                "of",
                "for",
                "people",
                "assumed",
                "factor",
                "low",
                "high");
        for (LearnedDuration d : learned.steps()) {
            for (LearnedEffect e : d.effects()) {
                sheet = effect(sheet, d.name(), e);
            }
        }
        for (LearnedDecision d : learned.decisions()) {
            for (LearnedDecision.LearnedOption o : d.options()) {
                for (LearnedEffect e : o.effects()) {
                    sheet = effect(sheet, d.decision() + ", " + o.option(), e);
                }
            }
        }
        return sheet;
    }

    private static Sheet effect(Sheet sheet, String of, LearnedEffect e) {
        return sheet.with(
                of,
                e.words(),
                e.people(),
                e.assumed(),
                e.factor().value(),
                cell(e.factor().low()),
                cell(e.factor().high()));
    }

    /** Only where the learned shares do not explain what a group gets; the rest would hide it. */
    private Sheet groups() {
        Sheet sheet = Sheet.of(
                "unexplained",
                "Groups whose shares the pathway's shifts do not explain (it may lack one; one in twenty is chance)",
                "decision",
                "option",
                "attribute",
                "value",
                "people",
                "share",
                "low",
                "high",
                "fitted");
        for (LearnedDecision d : learned.decisions()) {
            for (LearnedDecision.Group g : d.groups()) {
                if (g.isUnexplained()) {
                    sheet = sheet.with(
                            d.decision(),
                            g.option(),
                            g.attribute(),
                            g.value(),
                            g.people(),
                            g.share().value(),
                            g.share().low(),
                            g.share().high(),
                            g.fitted());
                }
            }
        }
        return sheet;
    }

    private Sheet arrivals() {
        Sheet sheet = Sheet.of(
                "arrivals",
                "People a day who come for the first time, at " + learned.epoch(),
                "route",
                "people",
                "assumed",
                "per day",
                "low",
                "high",
                "growth a year",
                "dispersion",
                "patterns learned");
        for (LearnedArrivals a : learned.arrivals()) {
            String patterns = (a.byHour().isEmpty() ? "" : "hour ")
                    + (a.byWeekday().isEmpty() ? "" : "weekday ")
                    + (a.byMonth().isEmpty() ? "" : "month");
            sheet = sheet.with(
                    a.route(),
                    a.people(),
                    cell(a.assumedPerDay()),
                    cell(a.perDay().value()),
                    cell(a.perDay().low()),
                    cell(a.perDay().high()),
                    cell(a.growthPerYear().value()),
                    cell(a.dispersion()),
                    patterns.isBlank() ? "none" : patterns.strip());
        }
        return sheet;
    }

    private Sheet returns() {
        Sheet sheet = Sheet.of(
                "shares-of-people",
                "Who is declined, and who comes back",
                "of",
                "count",
                "people",
                "assumed",
                "share",
                "low",
                "high");
        for (Calibration.LearnedDeclined d : learned.declined()) {
            Between s = d.share();
            sheet = sheet.with(
                    "declined, " + d.route(), d.count(), d.answered(), d.assumed(), cell(s.value()), s.low(), s.high());
        }
        for (var r : learned.returns()) {
            Between s = r.share();
            sheet = sheet.with(
                    "back after " + r.exit(), r.back(), r.left(), r.assumed(), cell(s.value()), s.low(), s.high());
        }
        return sheet;
    }

    private Sheet kept() {
        Sheet sheet = Sheet.of("kept", "What stays an assumption", "what", "why");
        for (Calibration.Kept kept : learned.kept()) {
            sheet = sheet.with(kept.what(), kept.why());
        }
        return sheet;
    }

    List<String> notes() {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%,d journeys with %,d events, %s to %s.",
                        learned.journeys(),
                        learned.events(),
                        learned.window().from(),
                        learned.window().to().minusDays(1)),
                "Means are of all stays that began in this time, those included that have not ended (Kaplan-Meier);"
                        + " the naive mean forgets them. Low and high are 95% intervals.",
                "Distance is the largest gap between the shares that had ended, observed and fitted.",
                "Learned shares and durations are of somebody whom no shift concerns; a day of waiting counts as the"
                        + " pathway says.");
    }
}
