package uk.homeward.server.exchange.hl7.clinical;

import java.util.List;

/** Results (ORU): one panel for each OBR. */
public record ResultsMessage(About about, List<Panel> panels) {

    public ResultsMessage {
        panels = List.copyOf(panels);
    }
}
