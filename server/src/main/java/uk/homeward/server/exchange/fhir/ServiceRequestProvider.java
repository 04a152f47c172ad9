package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import uk.homeward.journey.journeys.Journey;
import uk.homeward.server.access.Looks;
import uk.homeward.server.access.Permission;
import uk.homeward.server.access.User;
import uk.homeward.server.exchange.hl7.Received;
import uk.homeward.server.exchange.resources.OwnResources;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.time.PlaceTime;

/** Referrals as ServiceRequest: create, read, and search by the sender's identifier. */
@Component
public class ServiceRequestProvider implements IResourceProvider, OwnResources {

    private final Referrals referrals;
    private final Desk desk;
    private final Looks looks;
    private final PlaceTime time;
    private final Records door;

    ServiceRequestProvider(Referrals referrals, Desk desk, Looks looks, PlaceTime time, Records door) {
        this.referrals = referrals;
        this.desk = desk;
        this.looks = looks;
        this.time = time;
        this.door = door;
    }

    @Override
    public Class<ServiceRequest> getResourceType() {
        return ServiceRequest.class;
    }

    /** Refers somebody; the same identifier answers with the same referral. */
    @Create
    public MethodOutcome create(@ResourceParam ServiceRequest unread, RequestDetails request) {
        try {
            Journey journey = referrals.receive(received(request, time), Form.REQUEST, Origin.of(Caller.get()), null);
            return new MethodOutcome(new IdType("ServiceRequest", journey.id()), true)
                    .setResource(ServiceRequestWriter.write(journey));
        } catch (Faulty faulty) {
            throw Outcomes.of(faulty);
        }
    }

    @Override
    public String type() {
        return "ServiceRequest";
    }

    /** What became of a referral. */
    @Override
    public Optional<ServiceRequest> find(User user, String id) {
        Optional<Journey> journey = user.may(Permission.READ_REFERRALS) ? desk.find(id) : Optional.empty();
        if (journey.isPresent() && Referrals.isOf(journey.get(), user.organisation())) {
            return Optional.of(own(user, journey.get()));
        }
        return user.may(Permission.READ_PERSON)
                ? journey.flatMap(j -> door.open(
                        user, j.person(), "referral by FHIR", () -> Optional.of(ServiceRequestWriter.write(j))))
                : Optional.empty();
    }

    @Override
    public Set<String> parameters() {
        return Set.of("identifier");
    }

    /** The referral with the sender's identifier. */
    @Override
    public List<ServiceRequest> search(User user, Map<String, List<String>> parameters) {
        return parameters.getOrDefault("identifier", List.of()).stream()
                .map(i -> identity(user, i))
                .flatMap(identity -> find(user, Referral.journey(identity)).stream())
                .toList();
    }

    private static String identity(User user, String identifier) {
        int bar = identifier.indexOf('|');
        return ReferralReader.identity(
                bar < 0 ? null : identifier.substring(0, bar), identifier.substring(bar + 1), Origin.of(user));
    }

    private ServiceRequest own(User user, Journey journey) {
        looks.keep(user, journey.person(), "referral by FHIR", "");
        return ServiceRequestWriter.write(journey);
    }

    static Received received(RequestDetails request, PlaceTime time) {
        String peer = request instanceof ServletRequestDetails servlet
                ? servlet.getServletRequest().getRemoteAddr()
                : "";
        return Received.whole(request.loadRequestContents(), peer, time.instant());
    }
}
