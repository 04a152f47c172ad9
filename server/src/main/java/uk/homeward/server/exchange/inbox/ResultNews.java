package uk.homeward.server.exchange.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.hl7.AckCode;
import uk.homeward.server.exchange.hl7.ErrorCode;
import uk.homeward.server.exchange.hl7.Refusal;
import uk.homeward.server.exchange.hl7.adt.Oddity;
import uk.homeward.server.exchange.hl7.clinical.Panel;
import uk.homeward.server.exchange.hl7.clinical.ResultsMessage;
import uk.homeward.server.exchange.resources.Draft;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.ResourceText;
import uk.homeward.server.exchange.resources.Resources;
import uk.homeward.server.exchange.resources.Source;
import uk.homeward.server.exchange.resources.Unusable;

/**
 * Keeps results as resources of the person's record: a DiagnosticReport for each panel and an Observation for each finding.
 * The same result again changes nothing; a corrected one is a new version; one that was told before what stands is passed
 * over.
 */
@Component
class ResultNews {

    private final People people;
    private final Resources resources;

    ResultNews(People people, Resources resources) {
        this.people = people;
        this.resources = resources;
    }

    /**
     * Applies a message; runs inside the caller's transaction.
     *
     * @throws CannotApply if it cannot be applied as it stands
     */
    List<Oddity> apply(ResultsMessage message) {
        Applying applying = Applying.of(message.about());
        people.lock(List.of(message.about().subject()));
        KnownPerson person = people.meant(message.about().subject(), applying);
        String sender = message.about().envelope().sender().key();
        Source source = new Source(applying.organisation(), applying.by().user(), "hl7");
        List<Draft> drafts = new ArrayList<>();
        for (Panel panel : message.panels()) {
            ResultResources written = new ResultResources(sender, person.id(), panel, applying.at());
            written.all().forEach(resource -> draft(resource, source, applying).ifPresent(drafts::add));
        }
        try {
            if (!drafts.isEmpty()) {
                resources.keep(drafts, source, false);
            }
        } catch (Unusable e) {
            throw cannot(e);
        }
        return applying.oddities();
    }

    /** The next version; empty if the same stands already, or something later. */
    private Optional<Draft> draft(ResultResources.Written resource, Source source, Applying applying) {
        Optional<Kept> standing = resources.find(resource.type(), resource.id());
        if (standing.isPresent() && !standing.get().deleted()) {
            Kept kept = standing.get();
            if (!kept.organisation().equals(source.organisation())
                    || java.util.Arrays.equals(kept.content(), resource.json())) {
                return Optional.empty();
            }
            if (ResultResources.toldAt(kept).isAfter(applying.at())) {
                applying.note("OBR-3", "a later state of this report is known already; this one was passed over");
                return Optional.empty();
            }
        }
        int version = standing.map(k -> k.version() + 1).orElse(1);
        try {
            return Optional.of(
                    resources.draft(ResourceText.read(resource.json()), resource.id(), version, false, null));
        } catch (Unusable e) {
            throw cannot(e);
        }
    }

    private static CannotApply cannot(Unusable e) {
        String what = e.issues().isEmpty()
                ? "the results cannot be kept"
                : e.issues().getFirst().element() + " " + e.issues().getFirst().what();
        return new CannotApply(
                new Refusal(AckCode.AE, ErrorCode.DATA_TYPE, "OBX", what, "correct the results and send them again"));
    }
}
