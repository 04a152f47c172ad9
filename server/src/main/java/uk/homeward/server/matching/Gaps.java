package uk.homeward.server.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.SearchEvent.DeclineReason;
import uk.homeward.journey.matching.CareService;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.place.LocalityId;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.ProviderKind;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.time.PlaceTime;

/**
 * What the market lacks, by area and need: people whom providers declined, people for whom nothing fitted, people who wait
 * longer than usual. A group of few people is not shown, and neither is anybody's name.
 */
@Component
public class Gaps {

    static final Duration PERIOD = Duration.ofDays(91);

    private final JdbcTemplate jdbc;
    private final PlaceKey key;
    private final Place place;
    private final Terms terms;
    private final PlaceTime time;

    Gaps(JdbcTemplate jdbc, PlaceKey key, Place place, Terms terms, PlaceTime time) {
        this.jdbc = jdbc;
        this.key = key;
        this.place = place;
        this.terms = terms;
        this.time = time;
    }

    /**
     * One gap.
     *
     * @param people how many people it concerns; -1 where they are too few to be shown
     * @param declines how many times a provider said no; -1 likewise
     * @param unmet for how many nothing fitted, or who wait longer than usual; -1 likewise
     * @param reasons the reasons that were given most, in words
     */
    public record Gap(String area, String need, int people, int declines, int unmet, List<String> reasons) {
        public Gap {
            reasons = List.copyOf(reasons);
        }
    }

    private static final class Counted {
        private final Set<String> people = new HashSet<>();
        private final Set<String> unmet = new HashSet<>();
        private final Map<DeclineReason, Set<String>> reasons = new TreeMap<>();
        private int declines;
    }

    /** The widest gaps first. */
    List<Gap> list() {
        Instant now = time.instant();
        Map<List<String>, Counted> counted = new HashMap<>();
        declines(now, counted);
        unmet(now, counted);
        return counted.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<List<String>, Counted> e) ->
                                e.getValue().people.size())
                        .reversed()
                        .thenComparing(e -> e.getKey().toString()))
                .map(e -> gap(e.getKey(), e.getValue()))
                .toList();
    }

    private void declines(Instant now, Map<List<String>, Counted> counted) {
        jdbc.query(
                """
                select s.person, o.locality, o.setting, o.essential, o.reason from search_offer o
                join search s on s.place = o.place and s.id = o.search
                where o.place = ? and o.state = 'DECLINED' and o.answered_at > ?
                """,
                row -> {
                    DeclineReason reason = DeclineReason.valueOf(row.getString(5));
                    if (reason.isGap()) {
                        for (List<String> group : groups(row.getString(2), row.getString(3), row.getString(4))) {
                            Counted gap = counted.computeIfAbsent(group, g -> new Counted());
                            gap.people.add(row.getString(1));
                            gap.declines++;
                            gap.reasons
                                    .computeIfAbsent(reason, r -> new HashSet<>())
                                    .add(row.getString(1));
                        }
                    }
                },
                key.value(),
                at(now.minus(PERIOD)));
    }

    private void unmet(Instant now, Map<List<String>, Counted> counted) {
        Duration usual = Duration.ofDays(terms.offers().usualWaitDays());
        jdbc.query(
                """
                select person, locality, setting, essential from search
                where place = ? and setting <> '' and opened_at > ?
                  and (fitting = 0 or coalesce(ended_at, ?) - opened_at > ? * interval '1 second')
                """,
                row -> {
                    for (List<String> group : groups(row.getString(2), row.getString(3), row.getString(4))) {
                        Counted gap = counted.computeIfAbsent(group, g -> new Counted());
                        gap.people.add(row.getString(1));
                        gap.unmet.add(row.getString(1));
                    }
                },
                key.value(),
                at(now.minus(PERIOD)),
                at(now),
                usual.toSeconds());
    }

    /** A need counts under each of its essentials, so that the scarce one stands out. */
    private static List<List<String>> groups(String locality, String setting, String essential) {
        List<List<String>> groups = new ArrayList<>();
        for (String feature : essential.split(",")) {
            groups.add(List.of(locality, setting, feature));
        }
        return groups;
    }

    private Gap gap(List<String> group, Counted counted) {
        String area = group.getFirst().isEmpty()
                ? "Not known"
                : place.localities()
                        .find(LocalityId.of(group.getFirst()))
                        .map(locality -> locality.title())
                        .orElse(group.getFirst());
        String kind = CareService.title(ProviderKind.valueOf(group.get(1)));
        String need = group.get(2).isEmpty() ? kind : kind + ": " + terms.words(group.get(2));
        boolean few = counted.people.size() < terms.smallNumber();
        List<String> reasons = counted.reasons.entrySet().stream()
                .filter(e -> e.getValue().size() >= terms.smallNumber())
                .sorted(Comparator.comparingInt((Map.Entry<DeclineReason, Set<String>> e) ->
                                e.getValue().size())
                        .reversed())
                .limit(3)
                .map(e -> e.getKey().words())
                .toList();
        return few
                ? new Gap(area, need, -1, -1, -1, List.of())
                : new Gap(area, need, counted.people.size(), counted.declines, shown(counted.unmet.size()), reasons);
    }

    private int shown(int people) {
        return people > 0 && people < terms.smallNumber() ? -1 : people;
    }

    int smallNumber() {
        return terms.smallNumber();
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
