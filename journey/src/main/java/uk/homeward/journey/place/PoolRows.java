package uk.homeward.journey.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.source.CsvRow;

/** Rows about what is limited. Wards, providers and teams each bring pools; all are gathered here. */
final class PoolRows {

    private static final PoolGroup NO_GROUP =
            new PoolGroup(PoolGroupId.of("unknown"), "", PoolKind.BEDS, "", 0, "assumption: none");

    private final Heading heading;
    private final Table<Locality> localities;
    private final Map<String, PoolGroup> groups = new HashMap<>();
    private final Map<PoolId, Pool> pools = new java.util.LinkedHashMap<>();
    private final Set<String> wardCodes = new HashSet<>();

    PoolRows(Heading heading, Table<Locality> localities) {
        this.heading = heading;
        this.localities = localities;
    }

    PoolGroup group(CsvRow row) {
        PoolGroup group = new PoolGroup(
                row.value("id", PoolGroupId::of, NO_GROUP.id()),
                row.text("title"),
                row.choice("kind", PoolKind.class),
                row.text("unit"),
                row.number("cost_per_day", 0),
                heading.source(row));
        groups.put(group.id().value(), group);
        return group;
    }

    HospitalWard ward(CsvRow row, Table<Site> sites) {
        HospitalWard ward = new HospitalWard(
                row.value("id", WardId::of, WardId.of("unknown")),
                sites.reference(row, "site", SiteId::of, CareRows.NO_SITE),
                row.text("code"),
                row.text("title"),
                row.choice("kind", WardKind.class),
                row.whole("beds", 0),
                row.whole("out_of_service", 0),
                heading.source(row));
        if (!wardCodes.add(ward.site() + " " + ward.code())) {
            row.fault("two wards of this site have the code (" + ward.code() + ")", "give one another code");
        }
        Site site = sites.values().stream()
                .filter(s -> s.id().equals(ward.site()))
                .findFirst()
                .orElse(null);
        PoolGroup group = groupOf(row);
        add(
                row,
                new Pool(
                        ward.pool(),
                        site == null ? ward.title() : ward.title() + ", " + site.title(),
                        group,
                        new Pool.OfWard(ward.id()),
                        ward.site(),
                        site == null ? null : site.locality(),
                        ward.beds(),
                        ward.outOfService(),
                        group.costPerDay(),
                        ward.source()));
        return ward;
    }

    Provider provider(CsvRow row, Table<PostalArea> areas) {
        Provider provider = new Provider(
                row.value("id", ProviderId::of, ProviderId.of("unknown")),
                row.text("title"),
                row.choice("kind", ProviderKind.class),
                localities.reference(row, "locality", LocalityId::of, GeographyRows.NO_LOCALITY),
                areas.reference(row, "outward", outward -> outward, ""),
                row.whole("capacity", 0),
                row.whole("vacancies", 0),
                row.choice("rating", Rating.class),
                features(row),
                row.number("price", 0),
                row.yes("made_up"),
                heading.source(row));
        if (provider.vacancies() > provider.capacity()) {
            row.fault(
                    "more is free (" + provider.vacancies() + ") than there is (" + provider.capacity() + ")",
                    "mend one of them");
        }
        PoolGroup group = groupOf(row);
        add(
                row,
                new Pool(
                        provider.pool(),
                        provider.title(),
                        group,
                        new Pool.OfProvider(provider.id()),
                        null,
                        provider.locality(),
                        provider.capacity(),
                        0,
                        costPerDay(provider),
                        provider.source()));
        return provider;
    }

    /** A bed costs its weekly price over seven days; an hour a week costs a seventh of its price on each day. */
    private static double costPerDay(Provider provider) {
        return provider.pricePerUnit() / 7;
    }

    private Set<String> features(CsvRow row) {
        List<String> features = row.texts("features");
        for (String feature : features) {
            if (!heading.features().contains(feature)) {
                row.fault("the feature is not known (" + feature + ")", "add it to 'features' in place.yaml");
            }
        }
        return new HashSet<>(features);
    }

    Pool teamPool(CsvRow row, Table<Team> teams) {
        TeamId id = teams.reference(row, "team", TeamId::of, TeamId.of("unknown"));
        @Nullable
        Team team = teams.values().stream()
                .filter(t -> t.id().equals(id))
                .findFirst()
                .orElse(null);
        PoolGroup group = groupOf(row);
        Pool pool = new Pool(
                row.value("id", PoolId::of, PoolId.of("unknown")),
                row.text("title"),
                group,
                new Pool.OfTeam(id),
                team == null ? null : team.site(),
                row.isBlank("locality") && team != null
                        ? team.locality()
                        : localities.optional(row, "locality", LocalityId::of, GeographyRows.NO_LOCALITY),
                row.whole("capacity", 0),
                row.whole("out_of_service", 0),
                row.isBlank("cost_per_day") ? group.costPerDay() : row.number("cost_per_day", 0),
                heading.source(row));
        add(row, pool);
        return pool;
    }

    private PoolGroup groupOf(CsvRow row) {
        String id = row.text("group");
        @Nullable PoolGroup group = groups.get(id);
        if (group == null && !id.isEmpty() && !groups.isEmpty()) {
            row.fault("there is no pool group (" + id + ")", "add it to pool-groups.csv, or mend 'group'");
        }
        return group == null ? NO_GROUP : group;
    }

    private void add(CsvRow row, Pool pool) {
        if (pool.inService() < 0) {
            String what =
                    "more is out of service (" + pool.outOfService() + ") than there is (" + pool.capacity() + ")";
            row.fault(what, "mend one of them");
        }
        if (pools.put(pool.id(), pool) != null) {
            row.fault("another ward, provider or pool has this id (" + pool.id() + ")", "give it another id");
        }
    }

    Catalogue<PoolId, Pool> catalogue() {
        return Catalogue.of("pool", new ArrayList<>(pools.values()), Pool::id);
    }
}
