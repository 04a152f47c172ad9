package uk.homeward.journey.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The SAFER bundle of one ward on one day (NHS England): S senior review before midday; A all have an expected date and
 * criteria for discharge; F flow begins by ten; E early discharge, a third before midday; R review of stays over seven days
 * in the last week.
 *
 * @param seniorReviews people seen by a senior before midday, of those in a bed all morning
 * @param withPlan people with expected date and criteria for discharge, of those in a bed at midday
 * @param firstLeft whether somebody left by ten; false where nobody left at all
 * @param early people who left before midday, of those who left that day
 * @param reviewed stays over seven days that were looked at afresh in the last seven days
 */
public record Safer(Share seniorReviews, Share withPlan, boolean firstLeft, Share early, Share reviewed) {

    /** So many of so many. */
    public record Share(int of, int all) {

        /** In whole per cent, rounded half up; 0 of 0 is 100, because nothing was missed. */
        public int percent() {
            return all == 0 ? 100 : (int) ((200L * of + all) / (2L * all));
        }

        Share and(boolean counts, boolean hit) {
            return counts ? new Share(of + (hit ? 1 : 0), all + 1) : this;
        }
    }

    /** @param stays every stay that was on the ward on that day */
    public static Safer of(List<Flow> stays, LocalDate day) {
        Share senior = new Share(0, 0);
        Share plan = new Share(0, 0);
        Share early = new Share(0, 0);
        Share reviewed = new Share(0, 0);
        boolean first = false;
        for (Flow flow : stays) {
            Instant midnight = flow.place().at(day, 0);
            Instant midday = flow.place().at(day, Limits.ROUND_HOUR);
            Instant left = flow.spell().leftAt();
            boolean here = isHere(flow, midday);
            senior = senior.and(here && isHere(flow, midnight), hasSeniorReview(flow, midnight, midday));
            plan = plan.and(here, hasPlan(flow, midday));
            boolean leftToday = left != null && flow.place().day(left).equals(day);
            early = early.and(leftToday, left != null && left.isBefore(midday));
            first |= leftToday && left != null && !left.isAfter(flow.place().at(day, Limits.FIRST_FLOW_HOUR));
            reviewed =
                    reviewed.and(here && flow.nights(midday) > Limits.LONG_STAYS.getFirst(), wasReviewed(flow, midday));
        }
        return new Safer(senior, plan, first, early, reviewed);
    }

    private static boolean isHere(Flow flow, Instant at) {
        Instant left = flow.spell().leftAt();
        return flow.since().filter(since -> !since.isAfter(at)).isPresent() && (left == null || left.isAfter(at));
    }

    private static boolean hasSeniorReview(Flow flow, Instant from, Instant until) {
        return flow.reviews().stream()
                .anyMatch(review -> review.senior()
                        && !review.at().isBefore(from)
                        && review.at().isBefore(until));
    }

    private static boolean hasPlan(Flow flow, Instant at) {
        boolean date = flow.expected().stream().anyMatch(set -> !set.setAt().isAfter(at));
        return date && !flow.criteriaForDischarge().isEmpty();
    }

    private static boolean wasReviewed(Flow flow, Instant at) {
        List<Instant> reviews = new ArrayList<>();
        flow.facts()
                .all(uk.homeward.journey.event.FlowEvent.StayReviewed.class)
                .forEach(said -> reviews.add(said.at()));
        Instant weekBefore = at.atZone(flow.place().zone())
                .minusDays(Limits.LONG_STAYS.getFirst())
                .toInstant();
        return reviews.stream().anyMatch(review -> !review.isAfter(at) && review.isAfter(weekBefore));
    }
}
