package uk.homeward.server.journal;

import java.util.List;
import uk.homeward.server.journal.JourneyRow.ClockRow;
import uk.homeward.server.journal.JourneyRow.PlaceRow;
import uk.homeward.server.journal.JourneyRow.TaskRow;

/** Writes the rows of many journeys at once. */
final class BulkJourneys {

    private final PlaceKey place;

    BulkJourneys(PlaceKey place) {
        this.place = place;
    }

    void write(List<JourneyRow> journeys, BulkJournal.Copy copy) {
        copy.into("""
                journey (place, id, version, person, pathway, route, sender_kind, sender, reason, urgency,
                    locality, state, at, since, opened_at, accepted, ended_at, outcome, team, staff, staff_name,
                    coordinator, ready_since, delay_cause, delay_owner, due_standard, due_warn_at, due_at, by_hand)
                """, rows -> journeys.forEach(j -> journey(j, rows)));
        copy.into(
                "clock (place, journey, number, standard, started_at, warn_at, deadline, stopped_at, met)",
                rows -> journeys.forEach(j -> j.clocks().forEach(c -> clock(j.id(), c, rows))));
        copy.into(
                "task (place, journey, id, kind, what, owner, due_at)",
                rows -> journeys.forEach(j -> j.tasks().forEach(t -> task(j.id(), t, rows))));
        copy.into(
                "occupancy (place, journey, pool, unit, spot, since)",
                rows -> journeys.forEach(j -> j.places().forEach(p -> occupancy(j.id(), p, rows))));
    }

    private void journey(JourneyRow r, CopyRows rows) {
        rows.add(place.value()).add(r.id()).add(r.version()).add(r.person());
        rows.add(r.pathway()).add(r.route()).add(r.senderKind()).add(r.sender());
        rows.add(r.reason()).add(r.urgency()).add(r.locality()).add(r.state());
        rows.add(r.at()).add(r.since()).add(r.openedAt()).add(r.accepted());
        rows.add(r.endedAt()).add(r.outcome()).add(r.team()).add(r.staff());
        rows.add(r.staffName()).add(r.coordinator()).add(r.readySince());
        rows.add(r.delayCause()).add(r.delayOwner()).add(r.dueStandard());
        rows.add(r.dueWarnAt()).add(r.dueAt()).add(r.byHand()).end();
    }

    private void clock(String journey, ClockRow c, CopyRows rows) {
        rows.add(place.value()).add(journey).add(c.number()).add(c.standard());
        rows.add(c.startedAt()).add(c.warnAt()).add(c.deadline()).add(c.stoppedAt());
        rows.add(c.met()).end();
    }

    private void task(String journey, TaskRow t, CopyRows rows) {
        rows.add(place.value()).add(journey).add(t.id()).add(t.kind());
        rows.add(t.what()).add(t.owner()).add(t.dueAt()).end();
    }

    private void occupancy(String journey, PlaceRow p, CopyRows rows) {
        rows.add(place.value()).add(journey).add(p.pool()).add(p.unit());
        rows.add(p.spot()).add(p.since()).end();
    }
}
