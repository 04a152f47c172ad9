package uk.homeward.server.exchange.csv;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.homeward.journey.event.Actor;
import uk.homeward.journey.event.JourneyEvent;
import uk.homeward.journey.journeys.JourneyCommand;
import uk.homeward.journey.pathway.Pathway;
import uk.homeward.journey.pathway.Route;
import uk.homeward.server.journal.Desk;
import uk.homeward.server.journal.Told;

/**
 * Referrals: each row registers or updates its person as a table of people does, and opens a journey. The same reference of the
 * same organisation is the same referral, in every table.
 */
final class ReferralsTable implements RowTaker {

    private final PeopleTable people;
    private final Desk desk;
    private final Pathway pathway;
    private final Route route;
    private final Instant now;
    private final Actor by;

    ReferralsTable(PeopleTable people, Desk desk, Pathway pathway, Instant now, Actor by) {
        this.people = people;
        this.desk = desk;
        this.pathway = pathway;
        this.route = pathway.routes().values().stream()
                .filter(Route::acceptance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the pathway (" + pathway.id()
                        + ") has no route for referrals. Maybe: add one with acceptance"));
        this.now = now;
        this.by = by;
    }

    @Override
    public String kind() {
        return "referrals";
    }

    @Override
    public List<String> required() {
        List<String> all = new ArrayList<>(people.required());
        all.addAll(List.of("reference", "reason"));
        return all;
    }

    @Override
    public List<String> optional() {
        List<String> all = new ArrayList<>(people.optional());
        all.addAll(List.of("urgency", "sender_kind", "sender", "sender_name", "contact"));
        return all;
    }

    @Override
    public Report.Receipt take(Row row, boolean write) {
        String reference = row.need("reference");
        String reason = row.need("reason");
        String urgency = row.oneOf("urgency", List.of("urgent", "routine"), "routine");
        String kind = row.oneOf("sender_kind", route.who(), route.who().getFirst());
        Report.Receipt person = people.take(row, write);
        if (!row.isSound()) {
            return row.refused();
        }
        String name = "csv-referral|" + by.organisation() + "|" + reference;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        if (desk.find(id).isPresent()) {
            return row.taken(Report.State.UNCHANGED, id);
        }
        if (write) {
            JourneyEvent.Sender sender = new JourneyEvent.Sender(
                    kind, row.may("sender"), or(row.may("sender_name"), by.name()), row.may("contact"));
            Told told = desk.open(
                    id,
                    pathway.id(),
                    new JourneyCommand.Open(person.id(), route.id(), sender, reason, attributes(reference, urgency)),
                    now,
                    by,
                    "csv-referral/" + id);
            if (told instanceof Told.Refused refused) {
                row.fault("reference", refused.why(), "telephone the team");
                return row.refused();
            }
        }
        return row.taken(Report.State.ADDED, id);
    }

    private static Map<String, String> attributes(String reference, String urgency) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("urgency", urgency);
        attributes.put("referral", reference);
        return attributes;
    }

    private static String or(String told, String otherwise) {
        return told.isEmpty() ? otherwise : told;
    }
}
