package uk.homeward.server.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;
import uk.homeward.journey.pathway.Pathway;

/** Changes that are being put together; they stand in the address of the page, so nothing is lost by looking around. */
record Draft(String title, List<Change> changes) {

    Draft {
        changes = List.copyOf(changes);
    }

    /** Reads the codes of an address; what this pathway does not have is left out. */
    static Draft of(String title, List<String> codes, Pathway pathway) {
        Map<String, Change> bySubject = new LinkedHashMap<>();
        for (String code : codes) {
            Change.read(code, pathway).ifPresent(c -> bySubject.put(c.subject(), c));
        }
        return new Draft(title, List.copyOf(bySubject.values()));
    }

    List<String> codes() {
        return changes.stream().map(Change::code).toList();
    }

    Draft without(Change change) {
        List<Change> left = new ArrayList<>(changes);
        left.remove(change);
        return new Draft(title, left);
    }

    /** The address of the builder with these changes, at a step, decision or route; {@code at} may be empty. */
    String address(String at) {
        StringBuilder address = new StringBuilder("/scenarios/new?title=" + encoded(title));
        codes().forEach(code -> address.append("&change=").append(encoded(code)));
        if (!at.isEmpty()) {
            address.append("&at=").append(encoded(at)).append("#form");
        }
        return address.toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
