package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.Need;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.flow.Advice;
import uk.homeward.journey.flow.Due;

/**
 * One person in hospital, as a board shows them.
 *
 * @param stay the stay's id
 * @param meets the last round's answer; null if nobody has asked yet
 * @param readySince when the running period without criteria began; null while they meet them
 * @param pathway the way out, 0 to 3; null while nobody described the need
 * @param holdUp the cause that holds them up now; empty if none was named
 * @param judgedDay the day that was judged red or green last
 * @param dueAt when the next thing is due
 */
public record StayLine(
        String stay,
        int version,
        String person,
        String name,
        @Nullable LocalDate born,
        @Nullable String nhsNumber,
        boolean livesAlone,
        String site,
        String ward,
        String bed,
        @Nullable Instant admittedAt,
        String consultant,
        @Nullable LocalDate expected,
        int expectedChanges,
        String criteria,
        @Nullable Instant reviewedAt,
        @Nullable Boolean meets,
        String criterion,
        @Nullable Instant readySince,
        @Nullable Integer pathway,
        List<Need> needs,
        boolean bedAsked,
        String holdUp,
        @Nullable Instant holdUpSince,
        String holdUpNote,
        int moves,
        int harms,
        @Nullable LocalDate judgedDay,
        @Nullable Boolean judgedGreen,
        String judgedReason,
        String destination,
        @Nullable Instant departureAt,
        String arrivalCheck,
        Due.@Nullable Kind dueKind,
        @Nullable Instant dueAt,
        List<OpenTask> tasks) {

    public StayLine {
        needs = List.copyOf(needs);
        tasks = List.copyOf(tasks);
    }

    /** Something that is waited for. */
    public record OpenTask(TaskKind kind, String what, String stage, String deliverTo, Instant dueAt) {}

    StayLine with(List<OpenTask> open) {
        return new StayLine(
                stay,
                version,
                person,
                name,
                born,
                nhsNumber,
                livesAlone,
                site,
                ward,
                bed,
                admittedAt,
                consultant,
                expected,
                expectedChanges,
                criteria,
                reviewedAt,
                meets,
                criterion,
                readySince,
                pathway,
                needs,
                bedAsked,
                holdUp,
                holdUpSince,
                holdUpNote,
                moves,
                harms,
                judgedDay,
                judgedGreen,
                judgedReason,
                destination,
                departureAt,
                arrivalCheck,
                dueKind,
                dueAt,
                open);
    }

    static List<Need> needs(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(Need::valueOf).toList();
    }

    /** The address of the stay's page. */
    public String address() {
        return "/stays/" + StayRef.encode(stay);
    }

    public boolean isReady() {
        return readySince != null;
    }

    /** True if a bed was asked for somebody whose described need could be met at home. */
    public boolean couldGoHome() {
        return bedAsked && !needs.isEmpty() && Advice.of(needs).isHome();
    }

    /** The way out in words; empty while nobody described the need. */
    public String wayOut() {
        return pathway == null ? "" : "P" + pathway + " " + Advice.title(pathway);
    }

    /** The class of the clock's mark at a moment. */
    public String clock(Instant now) {
        if (dueAt == null) {
            return "";
        }
        if (now.isAfter(dueAt)) {
            return "hw-clock--breached";
        }
        return now.isAfter(dueAt.minusSeconds(7_200)) ? "hw-clock--warning" : "hw-clock--running";
    }
}
