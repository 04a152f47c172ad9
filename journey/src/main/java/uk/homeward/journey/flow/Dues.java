package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.homeward.journey.flow.Due.Kind;

/** Reads from a stay what has to be done next. */
final class Dues {

    private final Flow flow;
    private final FlowPlace place;
    private final List<Due> dues = new ArrayList<>();

    private Dues(Flow flow) {
        this.flow = flow;
        this.place = flow.place();
    }

    static List<Due> of(Flow flow) {
        Dues dues = new Dues(flow);
        switch (flow.spell().state()) {
            case ADMITTED -> flow.since().ifPresent(dues::inHospital);
            case LEFT -> dues.afterwards();
            case ARRIVED, CANCELLED -> {}
        }
        return dues.dues.stream().sorted(Comparator.comparing(Due::at)).toList();
    }

    private void add(Kind kind, Instant at) {
        dues.add(new Due(kind, at));
    }

    private void inHospital(Instant since) {
        LocalDate admitted = place.day(since);
        Instant firstRound = place.at(admitted.plusDays(1), Limits.ROUND_HOUR);
        if (flow.expected().isEmpty() || flow.criteriaForDischarge().isEmpty()) {
            add(Kind.EXPECTED_DATE, firstRound);
        }
        flow.expectedDay().ifPresent(day -> add(Kind.EXPECTED_DATE_OVER, place.at(day.plusDays(1), 0)));
        add(
                Kind.ROUND,
                flow.lastReview()
                        .map(review -> place.at(place.day(review.at()).plusDays(1), Limits.ROUND_HOUR))
                        .orElse(firstRound));
        flow.readySince().ifPresent(this::ready);
        longStay(admitted);
        flow.tasks().stream().filter(Task::isOpen).forEach(task -> add(Kind.TASK, task.dueAt()));
        flow.departure().ifPresent(at -> add(Kind.DEPARTURE, at));
        flow.summaries().stream()
                .filter(Summary::outdated)
                .forEach(summary -> add(Kind.SUMMARY_AGAIN, summary.sentAt()));
    }

    private void ready(Instant since) {
        Instant nextMidday = place.at(place.day(since).plusDays(1), Limits.ROUND_HOUR);
        if (flow.need().isEmpty()) {
            add(Kind.NEED, nextMidday);
        }
        if (flow.holdUp().isEmpty()) {
            add(Kind.CAUSE, nextMidday);
        }
    }

    private void longStay(LocalDate admitted) {
        for (int days : Limits.LONG_STAYS) {
            if (!flow.longStayReviews().containsKey(days)) {
                add(Kind.LONG_STAY, place.at(admitted.plusDays(days), Limits.ROUND_HOUR));
                return;
            }
        }
    }

    private void afterwards() {
        Instant left = flow.spell().leftAt();
        if (left == null || flow.isDeath() || flow.told().isEmpty()) {
            return;
        }
        if (flow.arrivalCheck().isPresent() && flow.arrival().isEmpty()) {
            add(Kind.ARRIVAL_CHECK, left.plus(Limits.ARRIVAL_CHECK));
        }
        flow.handedOver()
                .filter(over -> !over.left().isEmpty())
                .ifPresent(over -> add(Kind.HAND_OVER, left.plus(Limits.SUMMARY)));
        if (flow.summaries().isEmpty()) {
            add(Kind.SUMMARY, left.plus(Limits.SUMMARY));
        }
        for (Summary summary : flow.summaries()) {
            if (summary.outdated()) {
                add(Kind.SUMMARY_AGAIN, summary.sentAt());
            } else if (!summary.isRead()) {
                add(Kind.ACKNOWLEDGEMENT, summary.sentAt().plus(Limits.SUMMARY));
            }
        }
    }
}
