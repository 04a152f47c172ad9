package uk.homeward.server.overview;

import uk.homeward.server.overview.Now.Room;

/** The pictures of the overview, as SVG. */
public record Charts(Now now, int hourNow) {

    public String arrivals() {
        return Chart.hours(now.byHour(), now.usualByHour(), hourNow);
    }

    public String fill(Room room) {
        return Chart.fill(room.pool(), room.title(), room.occupancy());
    }
}
