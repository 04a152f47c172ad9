package uk.homeward.server.exchange.hl7.adt;

import java.util.List;

/** A home address: its lines in order, without blank ones, and the postcode apart (blank if not sent). */
public record Address(List<String> lines, String postcode) {

    public Address {
        lines = lines.stream().filter(line -> !line.isBlank()).toList();
    }
}
