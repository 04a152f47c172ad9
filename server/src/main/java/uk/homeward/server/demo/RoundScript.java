package uk.homeward.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.FlowEvent.DestinationKind;
import uk.homeward.journey.event.FlowEvent.SummaryPart;
import uk.homeward.journey.event.FlowEvent.TaskKind;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.FlowCommand;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.Limits;
import uk.homeward.journey.flow.Summary;
import uk.homeward.server.journal.FlowDesk.Dated;

/** What the made-up staff of a ward say of one stay, each thing at its hour. All chance comes from the stay's id. */
final class RoundScript {

    /** Reasons of the medical causes that stand until the journey names a better one. */
    private static final List<String> FIRST_CAUSES = List.of(
            "hub-confirmation", "therapy-review", "medical-review", "medicines", "discharge-decision", "transport");

    /** Where a home receives the person, and the summary with them. */
    private static final Set<DestinationKind> HOMES = EnumSet.of(
            DestinationKind.USUAL_CARE_HOME, DestinationKind.CARE_HOME_FOR_NOW, DestinationKind.NEW_CARE_HOME);

    private final Luck luck;
    private final RoundWords words;

    RoundScript(Luck luck) {
        this.luck = luck;
        this.words = new RoundWords(luck);
    }

    /** What is to be said by now and was not said yet, in order. */
    List<Dated> due(Flow flow, Bedside bedside, Instant now) {
        Telling telling = new Telling(flow, bedside, now);
        flow.since().ifPresent(telling::stay);
        return telling.said.stream().sorted(Comparator.comparing(Dated::at)).toList();
    }

    /** One stay while it is gone through. */
    private final class Telling {

        private final Flow flow;
        private final Bedside bedside;
        private final Instant now;
        private final ZoneId zone;
        private final String id;
        private final List<Dated> said = new ArrayList<>();

        Telling(Flow flow, Bedside bedside, Instant now) {
            this.flow = flow;
            this.bedside = bedside;
            this.now = now;
            this.zone = flow.place().zone();
            this.id = flow.stay();
        }

        private void say(Instant at, FlowCommand command) {
            Instant left = flow.spell().leftAt();
            if (!at.isAfter(now) && (left == null || !at.isAfter(left))) {
                said.add(new Dated(command, at));
            }
        }

        private void sayAfterwards(Instant at, FlowCommand command) {
            if (!at.isAfter(now)) {
                said.add(new Dated(command, at));
            }
        }

        void stay(Instant since) {
            LocalDate admitted = flow.place().day(since);
            Instant end = flow.spell().leftAt() == null ? now : flow.spell().leftAt();
            LocalDate planned = plan(since, admitted);
            @Nullable Instant readyAt = readyAt(since);
            rounds(since, admitted, flow.place().day(end), readyAt, planned);
            longStays(admitted);
            if (readyAt != null) {
                ready(readyAt);
            }
            afterwards();
        }

        /** A senior looks at the person soon after the treatment is done. */
        private @Nullable Instant readyAt(Instant since) {
            Instant done = bedside.readyAt();
            return done == null ? null : (done.isBefore(since) ? since : done).plusSeconds(300);
        }

        /** Most plans are made at the first round; some are late, and the board says so. */
        private LocalDate plan(Instant since, LocalDate admitted) {
            Instant at = hour(admitted.plusDays(1), 9, "plan", 150);
            if (luck.happens(0.12, id, "late plan")) {
                at = hour(admitted.plusDays(1), 14, "plan", 360);
            }
            if (at.isBefore(since)) {
                at = since.plusSeconds(3_600);
            }
            if (flow.consultant().isEmpty()) {
                say(
                        at,
                        new FlowCommand.NameConsultant(
                                words.consultant(flow.spell().ward())));
            }
            LocalDate planned = flow.place().day(at).plusDays(2 + Math.round(5 * luck.uniform(id, "expected")));
            if (flow.expected().isEmpty()) {
                say(at.plusSeconds(60), new FlowCommand.SetDate(planned, ""));
            }
            if (flow.criteriaForDischarge().isEmpty()) {
                say(at.plusSeconds(120), new FlowCommand.SetCriteria(words.criteria(id)));
            }
            return flow.expectedDay().orElse(planned);
        }

        private void rounds(
                Instant since, LocalDate admitted, LocalDate last, @Nullable Instant readyAt, LocalDate planned) {
            Set<LocalDate> seen = flow.reviews().stream()
                    .map(review -> flow.place().day(review.at()))
                    .collect(Collectors.toSet());
            Set<LocalDate> judged = flow.judgedDays();
            LocalDate expected = planned;
            boolean readyTold = flow.reviews().stream().anyMatch(review -> !review.met());
            for (LocalDate day = admitted; !day.isAfter(last); day = day.plusDays(1)) {
                Instant at = hour(day, 8, "round " + day, luck.happens(0.85, id, "early " + day) ? 225 : 420);
                boolean ready = readyAt != null && !at.isBefore(readyAt);
                if (!at.isBefore(since) && !seen.contains(day) && luck.happens(0.95, id, "round held " + day)) {
                    say(at, review(ready, day));
                }
                Instant evening = hour(day, 16, "judged " + day, 90);
                if (!evening.isBefore(since) && !judged.contains(day) && luck.happens(0.8, id, "day judged " + day)) {
                    boolean readyByThen = readyAt != null && evening.isAfter(readyAt);
                    boolean green = luck.happens(readyByThen ? 0.3 : 0.62, id, "green " + day);
                    say(evening, new FlowCommand.JudgeDay(day, green, words.day(green, id, day)));
                }
                if (day.isAfter(expected) && !ready) {
                    LocalDate later = day.plusDays(2);
                    say(at.plusSeconds(90), new FlowCommand.SetDate(later, words.moved(id, day)));
                    expected = later;
                }
            }
            if (readyAt != null && !readyTold) {
                say(readyAt, new FlowCommand.Review(false, "", true, ""));
            }
        }

        private FlowCommand review(boolean ready, LocalDate day) {
            boolean senior = luck.happens(0.85, id, "senior " + day);
            return ready
                    ? new FlowCommand.Review(false, "", senior, "")
                    : new FlowCommand.Review(true, words.criterion(id), senior, "");
        }

        private void longStays(LocalDate admitted) {
            for (int days : Limits.LONG_STAYS) {
                boolean held = flow.longStayReviews().containsKey(days);
                if (!held && luck.happens(0.75, id, "long stay " + days)) {
                    say(
                            hour(admitted.plusDays(days), 10, "long stay at " + days, 100),
                            new FlowCommand.ReviewStay(days, words.finding(id, days), words.next(id, days)));
                }
            }
        }

        private void ready(Instant readyAt) {
            if (flow.need().isEmpty()) {
                say(described(readyAt), new FlowCommand.DescribeNeed(words.needs(bedside.next(), id), ""));
            }
            holdUps(readyAt);
            task(readyAt, TaskKind.MEDICINES, 0.7);
            task(readyAt, TaskKind.TRANSPORT, 0.35);
        }

        /** Soon after somebody is ready; for those who leave at once, while they pack. */
        private Instant described(Instant readyAt) {
            Instant at = readyAt.plusSeconds(600 + Math.round(3_000 * luck.uniform(id, "need at")));
            Instant left = flow.spell().leftAt();
            if (left == null || !at.isAfter(left) || !left.isAfter(readyAt)) {
                return at;
            }
            return left.minusSeconds(1);
        }

        private void holdUps(Instant readyAt) {
            Instant first = readyAt.plusSeconds(2_400 + Math.round(7_200 * luck.uniform(id, "cause at")));
            boolean none = flow.holdUps().stream().noneMatch(HoldUp::isNamed);
            if (none && luck.happens(0.85, id, "cause named")) {
                String cause = FIRST_CAUSES.get((int) (luck.uniform(id, "first cause") * FIRST_CAUSES.size()));
                say(first, new FlowCommand.NameHoldUp(cause, ""));
            }
            for (Bedside.Cause cause : bedside.causes()) {
                Instant at = cause.at().isAfter(first) ? cause.at() : first.plusSeconds(600);
                boolean told =
                        flow.holdUps().stream().anyMatch(link -> link.cause().equals(cause.id()));
                boolean counted = flow.place().causes().stream()
                        .anyMatch(known -> known.id().value().equals(cause.id()) && known.nationalReason() != null);
                if (!told && counted) {
                    say(at, new FlowCommand.NameHoldUp(cause.id(), ""));
                }
            }
        }

        private void task(Instant readyAt, TaskKind kind, double share) {
            String task = "demo-" + kind.name().toLowerCase(java.util.Locale.ROOT);
            if (!luck.happens(share, id, task)) {
                return;
            }
            Instant at = readyAt.plusSeconds(600 + Math.round(10_800 * luck.uniform(id, task + " at")));
            Instant due = at.plus(Limits.TASK);
            Instant done = at.plus(Duration.ofMinutes(30 + Math.round(110 * luck.uniform(id, task + " lasts"))));
            boolean asked = flow.tasks().stream().anyMatch(known -> known.id().equals(task));
            if (!asked) {
                say(at, new FlowCommand.AskTask(task, kind, "", "", due));
            }
            boolean open = flow.tasks().stream()
                    .filter(known -> known.id().equals(task))
                    .noneMatch(t -> !t.isOpen());
            boolean willBeAsked = asked || said.stream().anyMatch(d -> isAsk(d, task));
            if (open && willBeAsked) {
                say(done, new FlowCommand.FinishTask(task, ""));
            }
        }

        private static boolean isAsk(Dated dated, String task) {
            return dated.command() instanceof FlowCommand.AskTask ask
                    && ask.task().equals(task);
        }

        private void afterwards() {
            Instant left = flow.spell().leftAt();
            if (left == null) {
                return;
            }
            DestinationKind to =
                    flow.destination().map(named -> named.kind()).orElseGet(() -> words.destination(bedside, id));
            boolean toHome = HOMES.contains(to) && !bedside.home().provider().isEmpty();
            if (flow.destination().isEmpty() && luck.happens(0.97, id, "destination")) {
                String name = toHome ? bedside.home().providerTitle() : "";
                sayAfterwards(left, new FlowCommand.NameDestination(to, name, ""));
            }
            if (to != DestinationKind.DIED) {
                summary(left, bedside.home().practice(), bedside.home().practiceTitle(), "the practice's duty doctor");
                if (toHome) {
                    summary(left, bedside.home().provider(), bedside.home().providerTitle(), "the nurse in charge");
                }
            }
        }

        /** Most summaries go out within a day, and most of these are read within another. */
        private void summary(Instant left, String organisation, String title, String reader) {
            String receiver = organisation.isEmpty() ? title : organisation;
            Optional<Summary> sent = flow.summaryTo(receiver);
            Instant at = left.plusSeconds(Math.round(3_600 * 20 * luck.uniform(id, "summary " + organisation)));
            boolean sends = luck.happens(0.88, id, "summary sent " + organisation);
            if (sent.isEmpty() && sends) {
                sayAfterwards(at, new FlowCommand.SendSummary(title, parts(), organisation, words.summary(id)));
            }
            boolean isRead = sent.filter(Summary::isRead).isPresent();
            if ((sends || sent.isPresent()) && !isRead && luck.happens(0.75, id, "summary read " + organisation)) {
                Instant read =
                        at.plusSeconds(3_600 + Math.round(3_600 * 26 * luck.uniform(id, "read " + organisation)));
                sayAfterwards(read, new FlowCommand.AcknowledgeSummary(reader, receiver, "", 0));
            }
        }

        private List<SummaryPart> parts() {
            List<SummaryPart> parts = new ArrayList<>();
            for (SummaryPart part : SummaryPart.values()) {
                if (part.isNeeded() || luck.happens(0.7, id, part.name())) {
                    parts.add(part);
                }
            }
            return parts;
        }

        /** A moment within so many minutes after an hour of a day. */
        private Instant hour(LocalDate day, int hour, String what, int minutes) {
            long after = Math.round(luck.uniform(id, what) * minutes);
            return day.atTime(hour, 15).plusMinutes(after).atZone(zone).toInstant();
        }
    }
}
