package uk.homeward.journey.place;

/** The columns of each CSV file of a place; docs/place-format.md describes them. */
enum Columns {
    LOCALITIES("locality", "id", "title", "authority", "constituencies", "older_share", "source"),
    WARDS("electoral ward", "code", "title", "locality", "source"),
    POSTAL_AREAS("postal area", "outward", "latitude", "longitude", "source"),
    PRACTICES("practice", "code", "title", "postcode", "locality", "network", "list_size", "source"),
    ORGANISATIONS("organisation", "id", "ods", "title", "short_title", "kind", "source"),
    SITES(
            "site",
            "id",
            "title",
            "organisation",
            "kind",
            "emergency_department",
            "postcode",
            "locality",
            "latitude",
            "longitude",
            "source"),
    TEAMS("team", "id", "title", "kind", "organisation", "locality", "site", "hours", "phone", "source"),
    SERVICES("service", "id", "title", "organisation", "what", "audience", "hours", "response", "source"),
    POOL_GROUPS("pool group", "id", "title", "kind", "unit", "cost_per_day", "source"),
    HOSPITAL_WARDS("hospital ward", "id", "site", "code", "title", "kind", "group", "beds", "out_of_service", "source"),
    PROVIDERS(
            "provider",
            "id",
            "title",
            "kind",
            "group",
            "locality",
            "outward",
            "capacity",
            "vacancies",
            "rating",
            "features",
            "price",
            "made_up",
            "source"),
    POOLS("pool", "id", "title", "group", "team", "locality", "capacity", "out_of_service", "cost_per_day", "source"),
    STANDARDS("standard", "id", "title", "sense", "limit", "unit", "starts_when", "stops_when", "applies_to", "source"),
    DELAY_CAUSES(
            "delay cause",
            "id",
            "title",
            "actor",
            "owner",
            "national_group",
            "national_reason",
            "older_reason",
            "daily_mean",
            "source");

    private final String thing;
    private final String[] names;

    Columns(String thing, String... names) {
        this.thing = thing;
        this.names = names;
    }

    /** What a row describes, in the singular. */
    String thing() {
        return thing;
    }

    /** The column that names a row. */
    String key() {
        return names[0];
    }

    String[] names() {
        return names.clone();
    }

    /** The name of the file, such as {@code hospital-wards.csv}. */
    String file() {
        return uk.homeward.journey.source.CsvRow.word(this) + ".csv";
    }
}
