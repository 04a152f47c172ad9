package uk.homeward.server.hospital;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import uk.homeward.journey.flow.Criterion;
import uk.homeward.journey.flow.FlowPlace;
import uk.homeward.journey.flow.NationalReason;
import uk.homeward.journey.place.DelayCause;

/** What the boards say of people in hospital at one moment: the words for what stands in a line. */
public record WardView(FlowPlace place, Wards wards, Instant now) {

    private LocalDate today() {
        return place.day(now);
    }

    private ZoneId zone() {
        return place.zone();
    }

    public List<Criterion> criteria() {
        return place.criteria().list();
    }

    /** The causes for which people wait in hospital. */
    public List<DelayCause> causes() {
        return place.causes().stream()
                .filter(cause -> cause.nationalReason() != null)
                .toList();
    }

    /** The day of the stay; the first is 1. */
    public long day(StayLine line) {
        return line.admittedAt() == null
                ? 0
                : ChronoUnit.DAYS.between(line.admittedAt().atZone(zone()).toLocalDate(), today()) + 1;
    }

    /** Days since they were ready, counted in midnights. */
    public long readyDays(StayLine line) {
        return line.readySince() == null
                ? 0
                : ChronoUnit.DAYS.between(line.readySince().atZone(zone()).toLocalDate(), today());
    }

    public boolean reviewedToday(StayLine line) {
        return line.reviewedAt() != null && place.day(line.reviewedAt()).equals(today());
    }

    public boolean isDateOver(StayLine line) {
        return line.expected() != null && line.expected().isBefore(today());
    }

    /** {@code today}, {@code tomorrow}, or the day. */
    public String date(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        if (days == 0) {
            return "today";
        }
        return days == 1
                ? "tomorrow"
                : day.format(java.time.format.DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK));
    }

    /** {@code green}, {@code red}, or {@code red} because nobody has judged today. */
    public boolean isGreen(StayLine line) {
        return Boolean.TRUE.equals(line.judgedGreen()) && today().equals(line.judgedDay());
    }

    public boolean isJudgedToday(StayLine line) {
        return today().equals(line.judgedDay());
    }

    public String criterion(String id) {
        return place.criteria().find(id).map(Criterion::title).orElse(id);
    }

    /** A cause's title; {@code not named} for none. */
    public String cause(String id) {
        return causes().stream()
                .filter(cause -> cause.id().value().equals(id))
                .map(DelayCause::title)
                .findFirst()
                .orElse("Nobody has named the cause");
    }

    /** Who has to act; empty where no cause was named. */
    public String owner(String cause) {
        return causes().stream()
                .filter(c -> c.id().value().equals(cause))
                .map(c -> c.actor() + " (" + NationalReason.words(c.owner()) + ")")
                .findFirst()
                .orElse("");
    }

    /** Who it is counted on in the returns, and as what; empty where no cause was named. */
    public String national(String cause) {
        return causes().stream()
                .filter(c -> c.id().value().equals(cause))
                .map(c -> NationalReason.of(c).why())
                .findFirst()
                .orElse("");
    }

    public String ward(String ward) {
        return wards.shortTitle(ward);
    }

    public String site(String site) {
        return wards.site(site);
    }
}
