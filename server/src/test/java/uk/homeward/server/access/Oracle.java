package uk.homeward.server.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may open whose record, said a second time and apart from the server: from the rules of docs/trust.md, the place's files,
 * and what the test itself told. Shares no code with what it judges.
 */
final class Oracle {

    private static final Set<String> OPEN_RECORDS =
            Set.of("triage-clinician", "responder", "therapist", "ward", "hub", "coordinator", "head-of-brokerage");
    private static final Set<String> FRONT_DOOR = Set.of("triage-clinician", "hub", "coordinator", "head-of-brokerage");

    private final Map<String, String> organisationOfTeam = new HashMap<>();
    private final Map<String, String> localityOfTeam = new HashMap<>();
    private final Map<String, String> organisationOfSite = new HashMap<>();
    private final Set<String> leftTheAgreement;

    Oracle(Path place, Set<String> leftTheAgreement) {
        this.leftTheAgreement = leftTheAgreement;
        for (String[] team : table(place.resolve("teams.csv"))) {
            organisationOfTeam.put(team[0], team[3]);
            localityOfTeam.put(team[0], team[4]);
        }
        for (String[] site : table(place.resolve("sites.csv"))) {
            organisationOfSite.put(site[0], site[2]);
        }
    }

    private static List<String[]> table(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody at work. */
    record Worker(String id, String role, String organisation, List<String> teams) {}

    /** Care by a team; {@code staff} is the named one or empty. */
    record Care(String team, String staff, Instant ended) {}

    record Stay(String site, Instant left) {}

    /** What the test told of somebody. {@link #NEVER} where nothing ended. */
    static final class Somebody {
        final String id;
        final String locality;
        final List<Care> cared = new ArrayList<>();
        final List<Stay> stays = new ArrayList<>();
        final Map<String, Instant> reasons = new HashMap<>();
        boolean caringNowOnly;

        Somebody(String id, String locality) {
            this.id = id;
            this.locality = locality;
        }
    }

    static final Instant NEVER = Instant.MAX;

    boolean opens(Worker worker, Somebody person, Instant now) {
        if (!OPEN_RECORDS.contains(worker.role())) {
            return false;
        }
        Instant reason = person.reasons.get(worker.id());
        if (caredUntil(worker, person).contains(NEVER)
                || (reason != null && Duration.between(reason, now).compareTo(Duration.ofHours(1)) < 0)) {
            return true;
        }
        if (person.caringNowOnly) {
            return false;
        }
        if (caredUntil(worker, person).stream()
                .anyMatch(end -> Duration.between(end, now).compareTo(Duration.ofDays(91)) < 0)) {
            return true;
        }
        return FRONT_DOOR.contains(worker.role())
                && !leftTheAgreement.contains(worker.organisation())
                && worker.teams().stream()
                        .map(localityOfTeam::get)
                        .anyMatch(locality -> locality.isEmpty() || locality.equals(person.locality));
    }

    private List<Instant> caredUntil(Worker worker, Somebody person) {
        List<Instant> ends = new ArrayList<>();
        for (Care care : person.cared) {
            if (worker.teams().contains(care.team())
                    || worker.id().equals(care.staff())
                    || worker.organisation().equals(organisationOfTeam.get(care.team()))) {
                ends.add(care.ended());
            }
        }
        for (Stay stay : person.stays) {
            if (worker.organisation().equals(organisationOfSite.get(stay.site()))) {
                ends.add(stay.left());
            }
        }
        return ends;
    }
}
