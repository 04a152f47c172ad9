package uk.homeward.insight.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.flow.DischargeReady;
import uk.homeward.journey.flow.Expected;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.flow.HoldUp;
import uk.homeward.journey.flow.Moved;
import uk.homeward.journey.flow.ReadyPeriod;
import uk.homeward.journey.flow.Summary;
import uk.homeward.journey.place.CauseId;
import uk.homeward.journey.place.DelayCause;

/** Makes the rows of one stay on its way out, from its fold: the same dates and causes that the wards see. */
final class DischargeRows {

    private static final int MINUTES_OF_HOUR = 60;

    private final Facts facts;

    DischargeRows(Facts facts) {
        this.facts = facts;
    }

    /**
     * Adds the stay in place of how it stood.
     *
     * @param now the moment at which this is how things stand; the days of a stay that goes on are counted to it
     */
    void add(Flow flow, PersonFacts person, Instant now) {
        String part = facts.month(flow.told().getFirst().recordedAt()).substring(0, 4);
        long stay = facts.pseudonyms().spell(flow.stay());
        facts.replace(FactTable.DISCHARGES, part, stay);
        facts.replace(FactTable.READY, part, stay);
        FactRow row = who(new FactRow(FactTable.DISCHARGES), flow, person)
                .put("ward", flow.spell().ward());
        times(row, flow);
        plan(row, flow);
        ready(row, flow);
        days(row, flow, now);
        leaving(row, flow);
        facts.add(FactTable.DISCHARGES, part, row);
        chain(part, flow, person);
    }

    private FactRow who(FactRow row, Flow flow, PersonFacts person) {
        @Nullable LocalDate on = flow.since().map(facts::day).orElse(null);
        return row.put("stay", facts.pseudonyms().spell(flow.stay()))
                .put("person", facts.pseudonyms().person(person.standsFor()))
                .put("organisation", flow.stay().substring(0, flow.stay().indexOf('/')))
                .put("site", flow.spell().site())
                .put("locality", person.locality())
                .put("deprivation", person.deprivation())
                .put("age_band", on == null ? null : person.ageBand(on))
                .put("sex", person.sex())
                .put("ethnicity", person.ethnicity())
                .put("admitted_on", on)
                .day("left_on", flow.spell().leftAt(), facts.zone());
    }

    private void times(FactRow row, Flow flow) {
        @Nullable Instant left = flow.spell().leftAt();
        row.put("admitted_at", flow.since().orElse(null)).put("left_at", left).put("left_minute", minute(left));
    }

    private @Nullable Integer minute(@Nullable Instant at) {
        return at == null
                ? null
                : (Integer) (at.atZone(facts.zone()).getHour() * MINUTES_OF_HOUR
                        + at.atZone(facts.zone()).getMinute());
    }

    private static void plan(FactRow row, Flow flow) {
        List<Expected> expected = flow.expected();
        if (!expected.isEmpty()) {
            row.put("expected_first_at", expected.getFirst().setAt())
                    .put("expected_first_on", expected.getFirst().day())
                    .put("expected_on", expected.getLast().day());
        }
        row.put("expected_changes", (int) Math.max(
                        0, expected.stream().map(Expected::day).distinct().count() - 1))
                .put("criteria_set", !flow.criteriaForDischarge().isEmpty())
                .put("reviews", flow.reviews().size());
    }

    private void ready(FactRow row, Flow flow) {
        @Nullable Instant left = flow.spell().leftAt();
        Optional<DischargeReady> ready = left == null ? Optional.empty() : flow.ready(left);
        @Nullable
        Instant since = ready.map(DischargeReady::since).or(flow::readySince).orElse(null);
        row.put("ready_at", since)
                .day("ready_on", since, facts.zone())
                .put("delay_days", ready.map(r -> (int) r.days()).orElse(null))
                .put("way_out", flow.pathway().orElse(null))
                .put("bed_asked", flow.bedAsked().isPresent());
    }

    private static void days(FactRow row, Flow flow, Instant now) {
        List<Moved> moves = flow.moves();
        row.put("days", flow.days(now).size())
                .put("judged_days", (int)
                        flow.days(now).stream().filter(d -> d.judged()).count())
                .put("green_days", (int)
                        flow.days(now).stream().filter(d -> d.green()).count())
                .put("moves", moves.size())
                .put("night_moves", (int) moves.stream().filter(Moved::byNight).count())
                .put("harmful_moves", (int) moves.stream().filter(Moved::isHarm).count())
                .put("long_reviews", flow.longStayReviews().size());
    }

    private static void leaving(FactRow row, Flow flow) {
        Optional<Summary> summary = flow.summary();
        row.put("summary_sent_at", summary.map(Summary::sentAt).orElse(null))
                .put("summary_read_at", summary.isEmpty() ? null : summary.get().acknowledgedAt())
                .put("summary_complete", summary.map(Summary::completeness).orElse(null))
                .put("arrival_named", flow.arrivalCheck().isPresent())
                .put("arrival_checked_at", flow.arrivalCheckedAt().orElse(null))
                .put("destination", flow.destination().map(to -> to.kind()).orElse(null))
                .put("died", flow.isDeath());
    }

    private void chain(String part, Flow flow, PersonFacts person) {
        List<ReadyPeriod> periods = flow.readyPeriods();
        int number = 0;
        for (HoldUp link : flow.holdUps()) {
            number++;
            Optional<DelayCause> cause =
                    link.isNamed() ? flow.place().causes().find(new CauseId(link.cause())) : Optional.empty();
            Instant began = periods.stream()
                    .map(ReadyPeriod::from)
                    .filter(from -> !from.isAfter(link.from()))
                    .reduce((earlier, later) -> later)
                    .orElse(link.from());
            facts.add(
                    FactTable.READY,
                    part,
                    who(new FactRow(FactTable.READY), flow, person)
                            .put("number", number)
                            .put("cause", link.cause())
                            .put("side", cause.map(DelayCause::owner).orElse(null))
                            .put(
                                    "reason_group",
                                    cause.map(DelayCause::nationalGroup).orElse(null))
                            .put("reason", cause.map(DelayCause::nationalReason).orElse(null))
                            .day("period_from_on", began, facts.zone())
                            .put("from_at", link.from())
                            .day("from_on", link.from(), facts.zone())
                            .put("until_at", link.until())
                            .day("until_on", link.until(), facts.zone()));
        }
    }
}
