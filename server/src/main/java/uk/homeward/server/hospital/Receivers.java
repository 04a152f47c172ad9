package uk.homeward.server.hospital;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.journey.Id;
import uk.homeward.journey.event.FlowEvent.DestinationNamed;
import uk.homeward.journey.flow.Flow;
import uk.homeward.journey.place.OrganisationId;
import uk.homeward.journey.place.OrganisationKind;
import uk.homeward.journey.place.Place;
import uk.homeward.journey.place.Practice;
import uk.homeward.journey.place.PracticeCode;
import uk.homeward.journey.place.ProviderId;

/** Who of the place can receive a discharge summary, and read and acknowledge it here: practices, providers, organisations. */
@Component
public class Receivers {

    private static final List<OrganisationKind> CARING =
            List.of(OrganisationKind.COMMUNITY_TRUST, OrganisationKind.MENTAL_HEALTH_TRUST, OrganisationKind.COUNCIL);

    private final Place place;

    Receivers(Place place) {
        this.place = place;
    }

    /** One of them; {@code near} for those that a summary of this person most likely goes to. */
    public record Receiver(String id, String title, boolean near) {}

    /** What a receiver is called; empty if the place knows none of this id. */
    public Optional<String> title(String id) {
        return practice(id)
                .map(Practice::title)
                .or(() -> Id.WORDS.matcher(id).matches()
                        ? place.providers()
                                .find(ProviderId.of(id))
                                .map(p -> p.title())
                                .or(() -> place.organisations()
                                        .find(OrganisationId.of(id))
                                        .map(o -> o.title()))
                        : Optional.empty());
    }

    /** True for a general practice; their systems are told by letter. */
    public boolean isPractice(String id) {
        return practice(id).isPresent();
    }

    private Optional<Practice> practice(String id) {
        return id.matches("[A-Z][0-9]{5}") ? place.practices().find(PracticeCode.of(id)) : Optional.empty();
    }

    /** Those to choose from for one person: their practice and where they go first, then everybody by name. */
    List<Receiver> of(Flow flow, String practice) {
        String goesTo = flow.destination()
                .map(DestinationNamed::name)
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        List<Receiver> all = new ArrayList<>();
        title(practice).ifPresent(title -> all.add(new Receiver(practice, title + ", their practice", true)));
        List<Receiver> others = new ArrayList<>();
        place.providers().stream()
                .forEach(p -> others.add(new Receiver(
                        p.id().value(),
                        p.title(),
                        p.title().toLowerCase(Locale.ROOT).equals(goesTo))));
        place.organisations().stream()
                .filter(o -> CARING.contains(o.kind()))
                .forEach(o -> others.add(new Receiver(o.id().value(), o.title(), false)));
        others.sort(Comparator.comparing((Receiver r) -> !r.near()).thenComparing(Receiver::title));
        all.addAll(others);
        return List.copyOf(all);
    }
}
