package uk.homeward.journey.packages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.matching.Terms;

/** What a command on a package is judged by besides the package. */
public record PackageSituation(Instant at, Actor by, ZoneId zone, Terms terms) {

    LocalDate today() {
        return at.atZone(zone).toLocalDate();
    }

    /** Pounds a week that the teller may agree; 0 where their role may agree nothing. */
    double limit() {
        return terms.approval().getOrDefault(by.role(), 0.0);
    }

    /** The role with the least limit that suffices; the highest where none does. */
    String whoMayAgree(double weekly) {
        return terms.approval().entrySet().stream()
                .filter(role -> role.getValue() >= weekly)
                .min(java.util.Map.Entry.comparingByValue())
                .or(() -> terms.approval().entrySet().stream().max(java.util.Map.Entry.comparingByValue()))
                .map(java.util.Map.Entry::getKey)
                .orElse("");
    }
}
