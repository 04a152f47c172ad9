package uk.homeward.server.exchange.hl7;

/** Why a message was refused, by HL7 table 0357. */
public enum ErrorCode {
    SEGMENT_SEQUENCE("100", "Segment sequence error"),
    REQUIRED_FIELD("101", "Required field missing"),
    DATA_TYPE("102", "Data type error"),
    TABLE_VALUE("103", "Table value not found"),
    MESSAGE_TYPE("200", "Unsupported message type"),
    EVENT("201", "Unsupported event code"),
    PROCESSING("202", "Unsupported processing id"),
    VERSION("203", "Unsupported version id"),
    UNKNOWN_KEY("204", "Unknown key identifier"),
    INTERNAL("207", "Application internal error");

    private final String code;
    private final String text;

    ErrorCode(String code, String text) {
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
