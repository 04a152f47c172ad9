package uk.homeward.server.exchange.fhir;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import uk.homeward.journey.directory.HoursPart;
import uk.homeward.journey.directory.HoursPart.Span;
import uk.homeward.journey.directory.ServiceDays;
import uk.homeward.server.directory.DirectoryEntry;

/** Writes opening hours: the weeks of today's season as times, days that are closed as such, and the rest in words. */
final class HoursWriter {

    private static final String END = "23:59:59";

    private HoursWriter() {}

    static void write(HealthcareService service, DirectoryEntry entry, LocalDate today) {
        List<String> words = new ArrayList<>();
        entry.hours()
                .ifPresent(hours -> hours.parts().forEach(part -> {
                    if (part.days() instanceof ServiceDays.Weekly weekly
                            && weekly.weeks() == 1
                            && part.isWithin(today)) {
                        part.spans().forEach(span -> available(service, weekly, span));
                    } else if (part.days() instanceof ServiceDays.Dated
                            && part.spans().isEmpty()) {
                        closed(service, part);
                    } else {
                        words.add(part.words());
                    }
                }));
        if (!entry.details().hours().isEmpty()) {
            words.add(entry.details().hours());
        }
        service.setAvailabilityExceptions(words.isEmpty() ? null : String.join("; ", words));
    }

    /** What goes on after midnight is told of the next day. */
    private static void available(HealthcareService service, ServiceDays.Weekly weekly, Span span) {
        boolean isAllDay = span.toString().equals("00:00-24:00");
        HealthcareService.HealthcareServiceAvailableTimeComponent time = on(service, weekly.days());
        if (isAllDay) {
            time.setAllDay(true);
            return;
        }
        boolean toTheEnd = span.isOvernight() || span.end().equals("24:00");
        time.setAvailableStartTime(span.from() + ":00").setAvailableEndTime(toTheEnd ? END : span.end() + ":00");
        if (span.isOvernight()) {
            on(service, weekly.days().stream().map(d -> d.plus(1)).toList())
                    .setAvailableStartTime("00:00:00")
                    .setAvailableEndTime(span.end() + ":00");
        }
    }

    private static HealthcareService.HealthcareServiceAvailableTimeComponent on(
            HealthcareService service, Collection<DayOfWeek> days) {
        HealthcareService.HealthcareServiceAvailableTimeComponent time = service.addAvailableTime();
        new TreeSet<>(days)
                .forEach(day -> time.addDaysOfWeek(HealthcareService.DaysOfWeek.fromCode(
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT))));
        return time;
    }

    private static void closed(HealthcareService service, HoursPart part) {
        HealthcareService.HealthcareServiceNotAvailableComponent closed =
                service.addNotAvailable().setDescription(part.words());
        if (part.from() != null) {
            closed.getDuring().setStartElement(new DateTimeType(part.from().toString()));
        }
        if (part.until() != null) {
            closed.getDuring().setEndElement(new DateTimeType(part.until().toString()));
        }
    }
}
