package uk.homeward.server.exchange.fhir;

/** What comes by FHIR as a command. */
enum Form {
    /** A ServiceRequest by itself. */
    REQUEST("ServiceRequest"),
    /** A message bundle, as BaRS sends it. */
    MESSAGE("Bundle"),
    /** A letter about a person, as ITK3 sends it. */
    LETTER("Letter");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /** The type of the resource, which is also the type of the kept message. */
    String type() {
        return type;
    }

    static Form of(String type) {
        for (Form form : values()) {
            if (type.startsWith(form.type)) {
                return form;
            }
        }
        return REQUEST;
    }
}
