package uk.homeward.server.exchange.fhir;

/** How a referral comes. */
enum Form {
    /** A ServiceRequest by itself. */
    REQUEST("ServiceRequest"),
    /** A message bundle, as BaRS sends it. */
    MESSAGE("Bundle");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /** The type of the resource, which is also the type of the kept message. */
    String type() {
        return type;
    }

    static Form of(String type) {
        return type.startsWith(MESSAGE.type) ? MESSAGE : REQUEST;
    }
}
