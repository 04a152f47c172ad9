package uk.homeward.server.commandline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.ProgrammeEvent.OutcomeSet;
import uk.homeward.journey.programme.ActionLine;
import uk.homeward.journey.programme.CriticalPath;
import uk.homeward.journey.programme.Decision;
import uk.homeward.journey.programme.Risk;
import uk.homeward.journey.programme.Score;
import uk.homeward.server.programme.AsOf;
import uk.homeward.server.programme.BenefitLine;
import uk.homeward.server.programme.ChangeBook;
import uk.homeward.server.programme.OutcomeLine;
import uk.homeward.server.programme.ProgrammeLine;
import uk.homeward.server.programme.ProgrammeView;

/** Programmes and risks as tables of a command. */
final class ProgrammeSheets {

    private ProgrammeSheets() {}

    static Sheet list(List<ProgrammeLine> lines) {
        Sheet sheet = Sheet.of(
                "programmes",
                "Programmes",
                "id",
                "title",
                "status",
                "overdue_milestones",
                "open_decisions",
                "open_risks",
                "why");
        for (ProgrammeLine l : lines) {
            sheet = sheet.with(
                    l.programme().id(),
                    l.programme().title(),
                    l.status().standing().word(),
                    l.overdueMilestones(),
                    l.openDecisions(),
                    l.risks(),
                    l.status().sentence());
        }
        return sheet;
    }

    static List<Sheet> of(ProgrammeView view) {
        return List.of(outcomes(view), milestones(view), benefits(view), decisions(view), actions(view));
    }

    private static Sheet outcomes(ProgrammeView view) {
        Sheet sheet = Sheet.of("outcomes", "Outcomes", "id", "title", "baseline", "target", "by", "status", "why");
        for (OutcomeLine line : view.outcomes()) {
            OutcomeSet o = line.outcome();
            sheet = sheet.with(
                    o.outcome(),
                    o.title(),
                    line.baseline(),
                    line.target(),
                    day(o.targetBy()),
                    line.status().standing().word(),
                    line.status().sentence());
        }
        return sheet;
    }

    private static Sheet milestones(ProgrammeView view) {
        Sheet sheet = Sheet.of(
                "milestones",
                "Milestones",
                "id",
                "title",
                "planned",
                "forecast",
                "reached",
                "expected",
                "slack_days",
                "critical");
        for (CriticalPath.Stop s : view.path().stops()) {
            sheet = sheet.with(
                    s.ref(),
                    s.milestone().title(),
                    day(s.milestone().planned()),
                    day(s.milestone().expected()),
                    day(s.milestone().reached()),
                    day(s.expected()),
                    s.slack(),
                    s.critical());
        }
        return sheet;
    }

    private static Sheet benefits(ProgrammeView view) {
        Sheet sheet = Sheet.of("benefits", "Benefits", "id", "title", "standing", "why");
        for (BenefitLine b : view.benefits()) {
            sheet = sheet.with(b.link().id(), b.title(), b.kind().word(), b.sentence());
        }
        return sheet;
    }

    private static Sheet decisions(ProgrammeView view) {
        Sheet sheet = Sheet.of("decisions", "Decisions", "id", "asked", "decided", "taken_by");
        for (Decision d : view.programme().decisions()) {
            sheet = sheet.with(
                    d.id(),
                    d.asked(),
                    d.taken() == null ? "" : d.taken().what().words(),
                    d.taken() == null ? "" : d.taken().what().takenBy());
        }
        return sheet;
    }

    private static Sheet actions(ProgrammeView view) {
        Sheet sheet = Sheet.of("actions", "Actions", "id", "what", "owner", "due", "state");
        for (ActionLine a : view.actions()) {
            String state = a.closed() == null ? "open" : a.closed().what().done() ? "done" : "dropped";
            sheet = sheet.with(
                    a.set().action(),
                    a.set().words(),
                    a.set().owner(),
                    day(a.set().due()),
                    state);
        }
        return sheet;
    }

    static Sheet risks(ChangeBook book, AsOf asOf, ZoneId zone) {
        Sheet sheet = Sheet.of(
                "risks",
                "Open risks",
                "id",
                "programme",
                "event",
                "owner",
                "organisation",
                "score",
                "band",
                "next_review",
                "days_late");
        List<Risk> open = book.risks(asOf).stream()
                .filter(Risk::isOpen)
                .sorted(Comparator.comparing((Risk r) -> -Math.max(0, r.late(asOf.day(), zone)))
                        .thenComparing(r -> -r.score().map(Score::value).orElse(0))
                        .thenComparing(Risk::id))
                .toList();
        for (Risk r : open) {
            sheet = sheet.with(
                    r.id(),
                    r.described().programme(),
                    r.title(),
                    r.described().owner(),
                    r.organisation(),
                    r.score().<Object>map(Score::value).orElse(Sheet.EMPTY),
                    r.score().map(s -> s.band().words()).orElse(""),
                    r.due(zone).map(LocalDate::toString).orElse(""),
                    Math.max(0, r.late(asOf.day(), zone)));
        }
        return sheet;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
