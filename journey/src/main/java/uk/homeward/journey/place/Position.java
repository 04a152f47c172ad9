package uk.homeward.journey.place;

/**
 * Where something is, in degrees (WGS 84); places give it to about a kilometre.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record Position(double latitude, double longitude) {

    private static final double EARTH_RADIUS_KM = 6371.0;

    public Position {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("no such position (" + latitude + ", " + longitude
                    + "). Maybe: latitude and longitude are swapped");
        }
    }

    /** Kilometres as the crow flies, by the haversine formula. */
    public double kilometresTo(Position other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double cosines = Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(north * north + cosines * east * east));
    }
}
