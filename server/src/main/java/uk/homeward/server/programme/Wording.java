package uk.homeward.server.programme;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.BaselineEvent;
import uk.homeward.journey.event.ChangeEvent;
import uk.homeward.journey.event.CycleEvent;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.MaturityEvent;
import uk.homeward.journey.event.ProgrammeEvent;
import uk.homeward.journey.event.RiskEvent;
import uk.homeward.journey.event.WinterEvent;
import uk.homeward.journey.programme.Score;

/** What was told of the change, in sentences. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    private Wording() {}

    static String of(Event event) {
        return event instanceof ChangeEvent change
                ? switch (change) {
                    case ProgrammeEvent e -> programme(e);
                    case RiskEvent e -> risk(e);
                    case CycleEvent e -> cycle(e);
                    case MaturityEvent e -> maturity(e);
                    case WinterEvent e -> winter(e);
                    case BaselineEvent e -> baseline(e);
                }
                : event.type();
    }

    private static String programme(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeEvent.ProgrammeDescribed e -> "described the programme: " + e.objective();
            case ProgrammeEvent.OutcomeSet e -> "set the outcome “" + e.title() + "”" + target(e);
            case ProgrammeEvent.OutcomeDropped e -> "dropped the outcome (" + e.outcome() + "): " + e.reason();
            case ProgrammeEvent.MilestoneSet e ->
                "set the milestone “" + e.title() + "”" + (e.planned() == null ? "" : " for " + day(e.planned()));
            case ProgrammeEvent.MilestoneForecast e ->
                "expects “" + plain(e.milestone()) + "” on " + day(e.day()) + ": " + e.reason();
            case ProgrammeEvent.MilestoneReached e ->
                "reached “" + plain(e.milestone()) + "” on " + day(e.day()) + more(e.note());
            case ProgrammeEvent.MilestoneDropped e ->
                "dropped the milestone “" + plain(e.milestone()) + "”: " + e.reason();
            case ProgrammeEvent.DependencySet e -> "depends on " + e.words();
            case ProgrammeEvent.DecisionAsked e -> "needs a decision: " + e.words();
            case ProgrammeEvent.DecisionTaken e ->
                "decided (" + e.takenBy() + "): " + e.words() + (e.why().isEmpty() ? "" : ", because " + e.why());
            case ProgrammeEvent.ActionSet e -> "action for " + e.owner() + " by " + day(e.due()) + ": " + e.words();
            case ProgrammeEvent.ActionClosed e ->
                (e.done() ? "did the action “" : "dropped the action “") + plain(e.action()) + "”" + more(e.note());
            case ProgrammeEvent.OpinionGiven e ->
                e.opinion().words().toLowerCase(Locale.ROOT)
                        + (e.outcome().isEmpty() ? "" : " of “" + plain(e.outcome()) + "”")
                        + more(e.words());
            case ProgrammeEvent.GapExplained e -> "explained the gap of “" + plain(e.benefit()) + "”: " + e.words();
            case ProgrammeEvent.HighlightWritten e -> "wrote the highlight: " + e.words();
            case ProgrammeEvent.ProgrammeRefused e -> "was refused: " + e.why();
        };
    }

    private static String target(ProgrammeEvent.OutcomeSet e) {
        return e.target() == null || e.targetBy() == null
                ? ""
                : ": " + number(e.target()) + " " + e.unit() + " by " + day(e.targetBy());
    }

    private static String risk(RiskEvent event) {
        return switch (event) {
            case RiskEvent.RiskDescribed e -> "described the risk: " + e.event();
            case RiskEvent.RiskScored e ->
                "scored it " + score(e) + (e.stage() == RiskEvent.Stage.BEFORE ? " as it is" : " once mitigated")
                        + more(e.why());
            case RiskEvent.MitigationSet e ->
                "mitigation: " + e.words() + (e.due() == null ? "" : ", by " + day(e.due()));
            case RiskEvent.MitigationDone e -> "mitigation done" + more(e.note());
            case RiskEvent.RiskReviewed e -> "reviewed it, next by " + day(e.next()) + more(e.words());
            case RiskEvent.RiskEscalated e -> "asked " + e.organisation() + " to take it over: " + e.why();
            case RiskEvent.EscalationAnswered e ->
                (e.accepted() ? "took it over" : "did not take it over") + more(e.words());
            case RiskEvent.RiskClosed e -> "closed it: " + e.reason();
            case RiskEvent.RiskReopened e -> "reopened it: " + e.reason();
            case RiskEvent.RiskRefused e -> "was refused: " + e.why();
        };
    }

    private static String score(RiskEvent.RiskScored e) {
        return new Score(e.likelihood(), e.impact()).words();
    }

    private static String cycle(CycleEvent event) {
        return switch (event) {
            case CycleEvent.CyclePlanned e -> "planned a change from " + day(e.startsOn()) + ": " + e.change();
            case CycleEvent.CycleNoted e -> "noted: " + e.words();
            case CycleEvent.CycleConcluded e -> e.act().words() + ". " + e.found() + more(e.words());
            case CycleEvent.CycleRefused e -> "was refused: " + e.why();
        };
    }

    private static String maturity(MaturityEvent event) {
        return switch (event) {
            case MaturityEvent.PracticeAssessed e ->
                "assessed “" + plain(e.practice()) + "” as " + e.level().words() + more(e.evidence());
            case MaturityEvent.MaturityRefused e -> "was refused: " + e.why();
        };
    }

    private static String winter(WinterEvent event) {
        return switch (event) {
            case WinterEvent.WinterActionStarted e -> "started it: " + e.why();
            case WinterEvent.WinterActionReceived e -> e.organisation() + " knows of it";
            case WinterEvent.WinterActionStopped e -> "stopped it" + more(e.note());
            case WinterEvent.WinterRefused e -> "was refused: " + e.why();
        };
    }

    private static String baseline(BaselineEvent event) {
        return switch (event) {
            case BaselineEvent.FigureNamed e -> "named the figure “" + e.title() + "”, " + e.area();
            case BaselineEvent.FigureTold e ->
                e.period() + ": " + (e.value() == null ? e.says() : number(e.value())) + " (" + e.source() + ")";
            case BaselineEvent.FigureRefused e -> "was refused: " + e.why();
        };
    }

    private static String more(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }

    /** A name as words: {@code programme-start} reads “programme start”. */
    static String plain(String name) {
        return name.replace('-', ' ');
    }

    static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.UK, "%,.0f", value)
                : String.format(Locale.UK, "%,.2f", value).replaceAll("0$", "");
    }
}
