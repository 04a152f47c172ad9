package uk.homeward.server.exchange.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Including;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Searching;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/** {@code Patient/$everything}: a patient, whatever is about them, and what that refers to. */
@Component("fhirEverything")
class Everything {

    private final Interactions interactions;
    private final Searching searching;
    private final Including including;
    private final Types types;
    private final Own own;

    Everything(Interactions interactions, Searching searching, Including including, Types types, Own own) {
        this.interactions = interactions;
        this.searching = searching;
        this.including = including;
        this.types = types;
        this.own = own;
    }

    Answer of(Call call, String id) {
        long before = 0;
        @Nullable String page = call.parameter("_before");
        if (page != null) {
            before = number(page);
        }
        BundleText bundle = new BundleText("searchset");
        bundle.link("self", call.base() + "/Patient/" + id + "/$everything");
        Set<String> written = new HashSet<>();
        Answer patient = interactions.read(call, "Patient", id, 0);
        if (before == 0 && patient.body() != null) {
            bundle.found(call.base() + "/Patient/" + id, patient.body(), "match");
            written.add("Patient/" + id);
            owned(call, bundle, id, written);
        }
        int count = Query.of(types.get("Patient"), counted(call)).count();
        Searching.Page found = searching.ofPatient(call.user(), id, wanted(call), before, count);
        for (Kept kept : found.matches()) {
            if (written.add(kept.reference())) {
                bundle.found(call.base() + "/" + kept.reference(), kept.json(), "match");
            }
        }
        for (Kept kept : including.referredTo(call.user(), found.matches())) {
            if (written.add(kept.reference())) {
                bundle.found(call.base() + "/" + kept.reference(), kept.json(), "include");
            }
        }
        if (found.next() != null) {
            bundle.link(
                    "next",
                    call.base() + "/Patient/" + id + "/$everything?_count=" + count + "&_before="
                            + found.next().before()
                            + (wanted(call).isEmpty() ? "" : "&_type=" + String.join(",", wanted(call))));
        } else if (before == 0) {
            bundle.total((long) written.size());
        }
        return Answer.of(Answer.OK, bundle.bytes());
    }

    private static Map<String, List<String>> counted(Call call) {
        @Nullable String count = call.parameter("_count");
        return Map.of("_count", List.of(count == null ? String.valueOf(Query.MOST) : count));
    }

    private static List<String> wanted(Call call) {
        @Nullable String wanted = call.parameter("_type");
        return wanted == null ? List.of() : List.of(wanted.split(","));
    }

    /** What Homeward itself knows of the patient. */
    private void owned(Call call, BundleText bundle, String id, Set<String> written) {
        for (String type : own.types()) {
            String param = own.parameters(type).contains("patient") ? "patient" : "subject";
            boolean possible = own.parameters(type).contains(param) && types.isKept(type) && !type.equals("Patient");
            if (possible && (wanted(call).isEmpty() || wanted(call).contains(type))) {
                Map<String, List<String>> search = Map.of(param, List.of("Patient/" + id));
                own.search(call.user(), Query.of(types.get(type), search), search)
                        .forEach(r -> {
                            String reference = type + "/" + r.getIdElement().getIdPart();
                            if (written.add(reference)) {
                                bundle.found(call.base() + "/" + reference, own.json(r), "match");
                            }
                        });
            }
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Unusable.request("_before", "is none of this server's links");
        }
    }
}
