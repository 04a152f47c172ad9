package uk.homeward.server.brokerage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.PackageEvent;
import uk.homeward.journey.event.Recorded;
import uk.homeward.journey.event.Subject;
import uk.homeward.journey.matching.Ruling;
import uk.homeward.journey.matching.Terms;
import uk.homeward.journey.packages.CarePackage;
import uk.homeward.journey.packages.PackageCommand;
import uk.homeward.journey.packages.PackageHandling;
import uk.homeward.journey.packages.PackageSituation;
import uk.homeward.journey.place.Place;
import uk.homeward.server.journal.Entry;
import uk.homeward.server.journal.Ledger;
import uk.homeward.server.journal.Verdict;
import uk.homeward.server.matching.Keeping;
import uk.homeward.server.time.PlaceTime;

/** The desk for packages: pages, scripts and the demo all tell it. */
@Component
public class PackageDesk {

    private final Ledger ledger;
    private final Keeping keeping;
    private final Terms terms;
    private final Place place;
    private final PlaceTime time;

    PackageDesk(Ledger ledger, Keeping keeping, Terms terms, Place place, PlaceTime time) {
        this.ledger = ledger;
        this.keeping = keeping;
        this.terms = terms;
        this.place = place;
        this.time = time;
    }

    /**
     * Tells a package something.
     *
     * @param key the same key is never applied twice; null where the caller does not repeat themselves
     */
    public Entry tell(String id, PackageCommand command, Instant occurredAt, Actor by, @Nullable String key) {
        return ledger.tell(Subject.carePackage(id), occurredAt, by, key, before -> {
            PackageSituation situation = new PackageSituation(occurredAt, by, place.zone(), terms);
            CarePackage carePackage = of(id, before);
            Ruling ruling = PackageHandling.answer(carePackage, command, situation);
            if (ruling instanceof Ruling.Done && command instanceof PackageCommand.End end) {
                carePackage
                        .findElement(end.element())
                        .ifPresent(one -> keeping.leave(
                                carePackage.person(),
                                one.provider(),
                                end.reason().words(),
                                by));
            }
            return verdict(command, ruling);
        });
    }

    /** The same, now. */
    public Entry tell(String id, PackageCommand command, Actor by, @Nullable String key) {
        return tell(id, command, time.instant(), by, key);
    }

    /** The package as it stands; empty if there is none. */
    public Optional<CarePackage> find(String id) {
        return Optional.of(of(id, ledger.history(Subject.carePackage(id)))).filter(CarePackage::isOpened);
    }

    private static CarePackage of(String id, List<Recorded<Event>> told) {
        return CarePackage.of(
                id,
                told.stream()
                        .map(r -> new Recorded<>(
                                r.subject(), r.sequence(), r.occurredAt(), r.recordedAt(), r.by(), (PackageEvent)
                                        r.event()))
                        .toList());
    }

    private static Verdict verdict(PackageCommand command, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Done done -> new Verdict.Done(done.events());
            case Ruling.Refused(String code, String why) ->
                new Verdict.Refused(new PackageEvent.PackageRefused(command.word(), code, why));
        };
    }
}
