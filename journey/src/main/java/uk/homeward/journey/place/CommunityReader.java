package uk.homeward.journey.place;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.place.PeopleModel.Community;
import uk.homeward.journey.place.PeopleModel.Names;
import uk.homeward.journey.source.Yaml;

/** Reads the ethnic communities of {@code people.yaml}: their languages, names and shares. */
final class CommunityReader {

    private final Yaml communities;
    private final Yaml names;
    private final Table<Locality> localities;

    CommunityReader(Yaml yaml, Table<Locality> localities) {
        this.communities = yaml.get("communities");
        this.names = yaml.get("names");
        this.localities = localities;
    }

    private Map<String, Community> communities() {
        Map<String, Community> communities = new HashMap<>();
        this.communities.entries().forEach((id, at) -> {
            at.allow("title", "code", "names", "languages");
            Map<String, Double> languages = new LinkedHashMap<>();
            at.get("languages")
                    .entries()
                    .forEach((language, share) -> languages.put(language, ShareReader.share(share)));
            communities.put(
                    id,
                    new Community(
                            id,
                            at.get("title").text(),
                            at.get("code").text(),
                            ShareReader.shares(at.get("languages"), languages, "English"),
                            names(at.get("names"))));
        });
        return communities;
    }

    private Names names(Yaml list) {
        if (!names.has(list.text())) {
            list.fault("there are no such names (" + list.text() + ")", "one of " + names.keys());
            return new Names(List.of(), List.of(), List.of());
        }
        Yaml at = names.get(list.text()).allow("female", "male", "family");
        return new Names(
                ShareReader.texts(at, "female"), ShareReader.texts(at, "male"), ShareReader.texts(at, "family"));
    }

    /** The shares of each locality's communities. */
    Map<LocalityId, Shares<Community>> read(Yaml byLocality) {
        Map<String, Community> communities = communities();
        Map<LocalityId, Shares<Community>> shares = new HashMap<>();
        for (Locality locality : localities.values()) {
            Yaml at = byLocality.get(locality.id().value());
            Map<Community, Double> weights = new LinkedHashMap<>();
            at.entries().forEach((id, share) -> {
                @Nullable Community community = communities.get(id);
                if (community == null) {
                    share.fault("there is no such community (" + id + ")", "one of " + communities.keySet());
                } else {
                    weights.put(community, ShareReader.share(share));
                }
            });
            communities.values().stream()
                    .findFirst()
                    .ifPresent(any -> shares.put(locality.id(), ShareReader.shares(at, weights, any)));
        }
        return shares;
    }
}
