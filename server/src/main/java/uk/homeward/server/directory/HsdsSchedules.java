package uk.homeward.server.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import uk.homeward.journey.directory.HoursPart;
import uk.homeward.journey.directory.HoursPart.Span;
import uk.homeward.journey.directory.ServiceDays;
import uk.homeward.journey.directory.ServiceHours;

/**
 * Opening hours as schedules of Open Referral. What its fields cannot say (bank holidays, days that are closed) stands in the
 * description in our own words, which are read again; a schedule that neither says is not guessed at.
 */
final class HsdsSchedules {

    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d(:\\d\\d)?";
    private static final String LAST_MINUTE = "23:59";

    private HsdsSchedules() {}

    /** One for each span of each part; what else is said of the hours stands in the notes. */
    static List<Map<String, Object>> write(DirectoryEntry entry) {
        List<Map<String, Object>> all = new ArrayList<>();
        entry.hours()
                .ifPresent(hours -> hours.parts().forEach(part -> {
                    if (part.spans().isEmpty()) {
                        all.add(schedule(entry, all.size(), part));
                    }
                    part.spans().forEach(span -> {
                        Map<String, Object> schedule = schedule(entry, all.size(), part);
                        schedule.put("opens_at", span.from() + ":00");
                        schedule.put("closes_at", (span.end().equals("24:00") ? LAST_MINUTE : span.end()) + ":00");
                        all.add(schedule);
                    });
                }));
        String words = entry.details().hours();
        if (!words.isEmpty() && all.isEmpty()) {
            all.add(new LinkedHashMap<>(Map.of("id", Hsds.uuid("schedule", entry.id()), "description", words)));
        } else if (!words.isEmpty()) {
            all.getFirst().put("notes", words);
        }
        return all;
    }

    private static Map<String, Object> schedule(DirectoryEntry entry, int number, HoursPart part) {
        Map<String, Object> schedule = new LinkedHashMap<>();
        schedule.put("id", Hsds.uuid("schedule", entry.id() + "/" + number));
        schedule.put("description", part.toString());
        put(schedule, "valid_from", part.from());
        put(schedule, "valid_to", part.until());
        switch (part.days()) {
            case ServiceDays.Weekly weekly -> {
                schedule.put("freq", "WEEKLY");
                schedule.put("interval", weekly.weeks());
                put(schedule, "dtstart", weekly.first());
                schedule.put(
                        "byday",
                        new TreeSet<>(weekly.days())
                                .stream().map(HsdsSchedules::day).collect(Collectors.joining(",")));
            }
            case ServiceDays.Monthly monthly -> {
                schedule.put("freq", "MONTHLY");
                schedule.put("interval", 1);
                schedule.put("byday", monthly.which() + day(monthly.day()));
            }
            case ServiceDays.Dated dated -> schedule.put("freq", "DAILY");
            case ServiceDays.BankHolidays holidays -> {} // the field for it does not exist
        }
        return schedule;
    }

    private static String day(DayOfWeek day) {
        return WEEK.get(day.getValue() - 1);
    }

    private static void put(Map<String, Object> into, String name, @Nullable LocalDate date) {
        if (date != null) {
            into.put(name, date.toString());
        }
    }

    /** What a service's schedules say: for machines, and what is left in words. */
    record Read(String opens, String words) {}

    static Read read(JsonNode schedules) {
        Set<HoursPart> parts = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        boolean isWhole = true;
        for (JsonNode schedule : schedules) {
            String description = HsdsReader.text(schedule, "description");
            Optional<ServiceHours> own = ServiceHours.find(description);
            List<HoursPart> found = own.isPresent() ? own.get().parts() : parts(schedule);
            parts.addAll(found);
            isWhole &= !found.isEmpty();
            words.add(own.isPresent() ? "" : description);
            words.add(own.isPresent() ? HsdsReader.text(schedule, "notes") : "");
        }
        words.remove("");
        String opens = parts.isEmpty() || !isWhole ? "" : new ServiceHours(List.copyOf(parts)).toString();
        return new Read(opens, String.join("; ", words));
    }

    /** None where the fields say what we do not understand, or too little. */
    private static List<HoursPart> parts(JsonNode schedule) {
        String opens = HsdsReader.text(schedule, "opens_at");
        String closes = HsdsReader.text(schedule, "closes_at");
        boolean isStrange = List.of("count", "wkst", "byweekno", "bymonthday", "byyearday", "timezone").stream()
                .anyMatch(field -> !HsdsReader.text(schedule, field).isEmpty());
        if (isStrange || !opens.matches(TIME) || !closes.matches(TIME)) {
            return List.of();
        }
        try {
            boolean isEvery = schedule.path("interval").asInt(1) <= 1; // else the days themselves say their first
            @Nullable LocalDate start = later(date(schedule, "valid_from"), isEvery ? date(schedule, "dtstart") : null);
            @Nullable LocalDate end = earlier(date(schedule, "valid_to"), date(schedule, "until"));
            List<Span> spans = List.of(new Span(time(opens), time(closes)));
            return days(schedule).stream()
                    .map(d -> new HoursPart(d, start, end, spans))
                    .toList();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return List.of();
        }
    }

    private static List<ServiceDays> days(JsonNode schedule) {
        String byday = HsdsReader.text(schedule, "byday");
        List<String> named = byday.isEmpty() ? List.of() : List.of(byday.split(" ?, ?"));
        int interval = Math.max(1, schedule.path("interval").asInt(1));
        return switch (HsdsReader.text(schedule, "freq")) {
            case "DAILY" -> interval == 1 && named.isEmpty() ? List.of(weekly(WEEK, 1, null)) : List.of();
            case "WEEKLY", "" ->
                named.isEmpty() ? List.of() : List.of(weekly(named, interval, date(schedule, "dtstart")));
            case "MONTHLY" ->
                interval == 1 ? named.stream().map(HsdsSchedules::monthly).toList() : List.of();
            default -> List.of();
        };
    }

    private static ServiceDays weekly(List<String> named, int weeks, @Nullable LocalDate first) {
        return new ServiceDays.Weekly(
                named.stream().map(HsdsSchedules::weekday).collect(Collectors.toSet()),
                weeks,
                weeks == 1 ? null : first);
    }

    private static ServiceDays monthly(String byday) {
        String which = byday.substring(0, Math.max(0, byday.length() - 2));
        if (!which.matches("[1-5]|-1")) {
            throw new IllegalArgumentException("this is no day of the month (" + byday + "). Maybe: 1TU or -1FR");
        }
        return new ServiceDays.Monthly(Integer.parseInt(which), weekday(byday.substring(byday.length() - 2)));
    }

    private static DayOfWeek weekday(String name) {
        int at = WEEK.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("this is no day of the week (" + name + "). Maybe: MO");
        }
        return DayOfWeek.of(at + 1);
    }

    private static LocalTime time(String text) {
        return text.startsWith(LAST_MINUTE) ? LocalTime.MIDNIGHT : LocalTime.parse(text.substring(0, "00:00".length()));
    }

    private static @Nullable LocalDate date(JsonNode schedule, String field) {
        String text = HsdsReader.text(schedule, field);
        return text.isEmpty()
                ? null
                : LocalDate.parse(text.substring(0, Math.min(text.length(), "2026-01-01".length())));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
