package uk.homeward.server.journal;

import static uk.homeward.server.journal.Journal.at;
import static uk.homeward.server.journal.Journal.atOrNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import uk.homeward.journey.event.FlowEvent.DayJudged;
import uk.homeward.journey.event.FlowEvent.DestinationNamed;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.flow.DischargeReady;
import uk.homeward.journey.flow.Due;
import uk.homeward.journey.flow.Expected;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.Moved;
import uk.homeward.journey.flow.Summary;

/** The row of one stay by column: a pure function of the stay, so that a rebuild equals what stands. */
final class FlowRow {

    /** The columns, in the order in which {@link #of} gives their values. */
    private static final List<String> NAMES = List.of(
            "version",
            "ward",
            "consultant",
            "admitted_at",
            "left_at",
            "died",
            "by_hand",
            "first_expected",
            "expected",
            "expected_set_at",
            "expected_changes",
            "criteria",
            "reviewed_at",
            "meets",
            "criterion",
            "long_stay_reviewed",
            "ready_since",
            "ready_date",
            "delay_days",
            "pathway",
            "need",
            "bed_asked",
            "hold_up",
            "hold_up_since",
            "hold_up_note",
            "moves",
            "night_moves",
            "harms",
            "judged_day",
            "judged_green",
            "judged_reason",
            "destination_kind",
            "destination",
            "told_destination",
            "handed_over_at",
            "hand_over_left",
            "departure_at",
            "arrival_check",
            "arrival_checked_at",
            "summary_sent_at",
            "summary_read_at",
            "summary_outdated",
            "summary_complete",
            "due_kind",
            "due_at");

    private final Flow flow;
    private final Map<String, @Nullable Object> columns = new LinkedHashMap<>();

    private FlowRow(Flow flow) {
        this.flow = flow;
    }

    /** The columns in a fixed order, without place and stay. */
    static Map<String, @Nullable Object> of(Flow flow) {
        FlowRow row = new FlowRow(flow);
        row.stay();
        row.plan();
        row.ready();
        row.days();
        row.leaving();
        row.afterwards();
        row.due();
        if (!NAMES.equals(List.copyOf(row.columns.keySet()))) {
            throw new IllegalStateException("the columns (" + row.columns.keySet() + ") are not those of the table");
        }
        return row.columns;
    }

    static List<String> names() {
        return NAMES;
    }

    /**
     * No value for a column, with its type: a statement is prepared anew whenever a parameter without a type was of another
     * type before, and which columns hold nothing changes from stay to stay.
     */
    static PGobject nothing(String column) {
        PGobject nothing = new PGobject();
        nothing.setType(
                switch (column) {
                    case "first_expected", "expected", "ready_date", "judged_day" -> "date";
                    case "meets", "judged_green" -> "bool";
                    case "delay_days", "pathway" -> "int4";
                    case "due_kind" -> "varchar";
                    default -> "timestamptz";
                });
        return nothing;
    }

    private void put(String column, @Nullable Object value) {
        columns.put(column, value);
    }

    private void stay() {
        put("version", flow.version());
        put("ward", flow.spell().ward());
        put("consultant", flow.consultant());
        put("admitted_at", atOrNull(flow.spell().admittedAt()));
        put("left_at", atOrNull(flow.spell().leftAt()));
        put("died", flow.isDeath());
        put("by_hand", flow.isByHand());
    }

    private void plan() {
        List<Expected> expected = flow.expected();
        put("first_expected", expected.isEmpty() ? null : expected.getFirst().day());
        put("expected", expected.isEmpty() ? null : expected.getLast().day());
        put(
                "expected_set_at",
                expected.isEmpty() ? null : at(expected.getFirst().setAt()));
        put("expected_changes", (int)
                Math.max(0, expected.stream().map(Expected::day).distinct().count() - 1));
        put("criteria", flow.criteriaForDischarge());
        Optional<Flow.Review> review = flow.lastReview();
        put("reviewed_at", atOrNull(review.map(Flow.Review::at).orElse(null)));
        put("meets", review.map(Flow.Review::met).orElse(null));
        put("criterion", review.map(Flow.Review::criterion).orElse(""));
        put(
                "long_stay_reviewed",
                flow.longStayReviews().keySet().stream().mapToInt(i -> i).max().orElse(0));
    }

    private void ready() {
        put("ready_since", atOrNull(flow.readySince().orElse(null)));
        Instant left = flow.spell().leftAt();
        Optional<DischargeReady> ready = left == null ? Optional.empty() : flow.ready(left);
        put("ready_date", ready.map(DischargeReady::date).orElse(null));
        put("delay_days", ready.map(r -> (int) r.days()).orElse(null));
        put("pathway", flow.pathway().orElse(null));
        put(
                "need",
                flow.need()
                        .map(need -> need.needs().stream().map(Need::name).collect(Collectors.joining(",")))
                        .orElse(""));
        put("bed_asked", flow.bedAsked().isPresent());
        Optional<HoldUp> holdUp = flow.holdUp();
        put("hold_up", holdUp.map(HoldUp::cause).orElse(""));
        put("hold_up_since", atOrNull(holdUp.map(HoldUp::from).orElse(null)));
        put("hold_up_note", holdUp.map(HoldUp::note).orElse(""));
    }

    private void days() {
        List<Moved> moves = flow.moves();
        put("moves", moves.size());
        put("night_moves", (int) moves.stream().filter(Moved::byNight).count());
        put("harms", (int) moves.stream().filter(Moved::isHarm).count());
        Optional<DayJudged> day = flow.lastJudged();
        put("judged_day", day.map(DayJudged::day).orElse(null));
        put("judged_green", day.map(DayJudged::green).orElse(null));
        put("judged_reason", day.map(DayJudged::reason).orElse(""));
    }

    private void leaving() {
        Optional<DestinationNamed> to = flow.destination();
        put("destination_kind", to.map(d -> d.kind().name()).orElse(""));
        put("destination", to.map(DestinationNamed::name).orElse(""));
        put("told_destination", Objects.requireNonNullElse(flow.spell().destination(), ""));
        put("handed_over_at", atOrNull(flow.handedOverAt().orElse(null)));
        put("hand_over_left", flow.handedOver().map(over -> over.left().size()).orElse(0));
        put("departure_at", atOrNull(flow.departure().orElse(null)));
        put("arrival_check", flow.arrivalCheck().map(check -> check.who()).orElse(""));
    }

    private void afterwards() {
        put("arrival_checked_at", atOrNull(flow.arrivalCheckedAt().orElse(null)));
        Optional<Summary> summary = flow.summary();
        put("summary_sent_at", atOrNull(summary.map(Summary::sentAt).orElse(null)));
        put("summary_read_at", summary.isEmpty() ? null : atOrNull(summary.get().acknowledgedAt()));
        put("summary_outdated", summary.map(Summary::outdated).orElse(false));
        put("summary_complete", summary.map(Summary::completeness).orElse(0));
    }

    private void due() {
        List<Due> dues = flow.dues();
        put("due_kind", dues.isEmpty() ? null : dues.getFirst().kind().name());
        put("due_at", dues.isEmpty() ? null : at(dues.getFirst().at()));
    }
}
