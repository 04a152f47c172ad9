package uk.homeward.journey.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each milestone of a programme can be expected, what it waits for, and the chain that decides the last one's day.
 *
 * <p>The work of a milestone is the time that was planned between it and the last of what it waits for. A milestone is
 * expected on the day that somebody forecast, else on its planned day; never before what it waits for plus its work, and
 * never before today if it is not reached. Its slack is how many days it may slip before the last one does.
 */
public final class CriticalPath {

    /** One milestone, of this programme or of another that it waits for. */
    public record Stop(
            String ref, String programme, Milestone milestone, LocalDate expected, long slack, boolean critical) {}

    private final Programmes all;
    private final LocalDate today;
    private final Map<String, LocalDate> expected = new LinkedHashMap<>();
    private final Map<String, LocalDate> latest = new LinkedHashMap<>();
    private final Set<String> entered = new HashSet<>();
    private final List<Stop> stops = new ArrayList<>();

    private CriticalPath(Programmes all, LocalDate today) {
        this.all = all;
        this.today = today;
    }

    /** The path of one programme as it stands on a day. */
    public static CriticalPath of(Programmes all, String programme, LocalDate today) {
        CriticalPath path = new CriticalPath(all, today);
        all.find(programme).ifPresent(path::work);
        return path;
    }

    /** The milestones that have a day, in the order in which they are expected. */
    public List<Stop> stops() {
        return List.copyOf(stops);
    }

    /** The chain that decides the last milestone's day, from its first. */
    public List<Stop> critical() {
        return stops.stream().filter(Stop::critical).toList();
    }

    /** The day of the last milestone; empty where none has a day. */
    public Optional<LocalDate> end() {
        return stops.isEmpty() ? Optional.empty() : Optional.of(stops.getLast().expected());
    }

    /** The stop that a milestone is; empty where it has no day. */
    public Optional<Stop> find(String ref) {
        return stops.stream().filter(s -> s.ref().equals(ref)).findFirst();
    }

    private void work(Programme programme) {
        programme.milestones().forEach(m -> expect(Programmes.ref(programme.id(), m.id())));
        List<String> order = expected.keySet().stream()
                .sorted(Comparator.comparing((String ref) -> Objects.requireNonNull(expected.get(ref)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (order.isEmpty()) {
            return;
        }
        LocalDate end = Objects.requireNonNull(expected.get(order.getLast()));
        order.forEach(ref -> latest.put(ref, end));
        order.reversed().forEach(this::pull);
        Set<String> chain = chain(order.getLast());
        for (String ref : order) {
            LocalDate day = Objects.requireNonNull(expected.get(ref));
            long slack = ChronoUnit.DAYS.between(day, Objects.requireNonNull(latest.get(ref)));
            stops.add(
                    new Stop(ref, ref.substring(0, ref.indexOf('/')), milestone(ref), day, slack, chain.contains(ref)));
        }
    }

    /** The day on which a milestone can be expected; null where nothing tells one. Asked first of all that it waits for. */
    private @Nullable LocalDate expect(String ref) {
        if (!entered.add(ref) || all.milestone(ref).isEmpty()) {
            return expected.get(ref);
        }
        Milestone milestone = milestone(ref);
        LocalDate day = milestone.day();
        for (String before : before(ref)) {
            LocalDate ready = expect(before);
            if (ready != null && milestone.reached() == null) {
                LocalDate earliest = ready.plusDays(work(ref));
                day = day == null || earliest.isAfter(day) ? earliest : day;
            }
        }
        if (day != null && milestone.reached() == null && day.isBefore(today)) {
            day = today;
        }
        if (day != null) {
            expected.put(ref, day);
        }
        return day;
    }

    private void pull(String ref) {
        LocalDate own = Objects.requireNonNull(latest.get(ref));
        for (String before : before(ref)) {
            if (expected.containsKey(before)) {
                LocalDate need = own.minusDays(work(ref));
                latest.merge(before, need, (a, b) -> a.isBefore(b) ? a : b);
            }
        }
    }

    /** From the last milestone back along what each one's day hangs on. */
    private Set<String> chain(String last) {
        Set<String> chain = new HashSet<>();
        String at = last;
        while (at != null && chain.add(at)) {
            String ref = at;
            LocalDate day = Objects.requireNonNull(expected.get(ref));
            at = before(ref).stream()
                    .filter(expected::containsKey)
                    .filter(b -> !Objects.requireNonNull(expected.get(b))
                            .plusDays(work(ref))
                            .isBefore(day))
                    .max(Comparator.comparing(b -> Objects.requireNonNull(expected.get(b))))
                    .orElse(null);
        }
        return chain;
    }

    private List<String> before(String ref) {
        String programme = ref.substring(0, ref.indexOf('/'));
        return milestone(ref).after().stream()
                .map(a -> Programmes.ref(programme, a))
                .filter(a -> all.milestone(a).isPresent())
                .toList();
    }

    /** The days that were planned for it after all that it waits for; none where a forecast says its day. */
    private long work(String ref) {
        LocalDate to = milestone(ref).planned();
        if (to == null || milestone(ref).forecast() != null) {
            return 0;
        }
        return before(ref).stream()
                .map(b -> milestone(b).planned())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(from -> Math.max(0, ChronoUnit.DAYS.between(from, to)))
                .orElse(0L);
    }

    private Milestone milestone(String ref) {
        return all.milestone(ref).orElseThrow();
    }
}
