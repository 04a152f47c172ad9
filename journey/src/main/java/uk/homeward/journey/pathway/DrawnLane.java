package uk.homeward.journey.pathway;

/** A passage through a column: one line of a net that runs past the column's blocks. */
final class DrawnLane {

    final DrawnNet net;
    final int column;
    double y;

    DrawnLane(DrawnNet net, int column) {
        this.net = net;
        this.column = column;
    }
}
