package uk.homeward.server.exchange.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Including;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Searching;
import uk.homeward.server.exchange.resources.Searching.Page;
import uk.homeward.server.exchange.resources.Searching.Position;
import uk.homeward.server.exchange.resources.Types;
import uk.homeward.server.exchange.resources.Unusable;

/** Searches of one type, page by page. */
@Component("fhirSearchSet")
class SearchSet {

    private final Searching searching;
    private final Including including;
    private final Types types;
    private final Own own;

    SearchSet(Searching searching, Including including, Types types, Own own) {
        this.searching = searching;
        this.including = including;
        this.types = types;
        this.own = own;
    }

    Answer search(Call call, String type) {
        return page(call, new PageToken(type, call.parameters(), Position.START));
    }

    /** The page to which a link leads. */
    Answer next(Call call, String word) {
        return page(call, PageToken.of(word));
    }

    private Answer page(Call call, PageToken token) {
        Query query = Query.of(types.get(token.type()), token.parameters());
        boolean counts = token.parameters().getOrDefault("_summary", List.of()).contains("count");
        Set<String> owned = own.parameters(token.type());
        List<String> unknown =
                query.unknown().stream().filter(p -> !owned.contains(p)).toList();
        if (!unknown.isEmpty() && call.isStrict()) {
            throw new Unusable(
                    400,
                    unknown.stream()
                            .map(p -> new Issue(
                                    "not-supported",
                                    p,
                                    "is nothing by which " + token.type() + " is searched here",
                                    true))
                            .toList());
        }
        BundleText bundle = new BundleText("searchset");
        bundle.link("self", call.base() + "/" + token.type() + query(token, unknown));
        boolean first = token.position().equals(Position.START);
        boolean ownOnly = query.unknown().stream().anyMatch(owned::contains);
        List<Resource> ours = first ? own.search(call.user(), query, token.parameters()) : List.of();
        if (counts || query.count() == 0) {
            long stored = ownOnly ? 0 : searching.count(call.user(), query);
            return Answer.of(Answer.OK, bundle.total(ours.size() + stored).bytes());
        }
        Page page = ownOnly ? new Page(List.of(), null) : searching.search(call.user(), query, token.position());
        bundle.total(total(call, token, query, page, ours.size(), first));
        if (page.next() != null) {
            PageToken next = new PageToken(token.type(), token.parameters(), page.next());
            bundle.link("next", call.base() + "?_page=" + next.word());
        }
        write(call, bundle, query, page.matches(), ours, unknown);
        return Answer.of(Answer.OK, bundle.bytes());
    }

    private @Nullable Long total(Call call, PageToken token, Query query, Page page, int ours, boolean first) {
        if (first && page.next() == null) {
            return (long) ours + page.matches().size();
        }
        boolean accurate = token.parameters().getOrDefault("_total", List.of()).contains("accurate");
        return accurate ? ours + searching.count(call.user(), query) : null;
    }

    private void write(
            Call call, BundleText bundle, Query query, List<Kept> matches, List<Resource> ours, List<String> unknown) {
        Set<String> written = new HashSet<>();
        for (Resource resource : ours) {
            String reference =
                    query.type().name() + "/" + resource.getIdElement().getIdPart();
            written.add(reference);
            bundle.found(call.base() + "/" + reference, own.json(resource), "match");
        }
        for (Kept kept : matches) {
            written.add(kept.reference());
            bundle.found(call.base() + "/" + kept.reference(), kept.json(), "match");
        }
        if (!query.includes().isEmpty() || !query.revIncludes().isEmpty()) {
            for (Kept kept : including.included(call.user(), query, matches)) {
                if (written.add(kept.reference())) {
                    bundle.found(call.base() + "/" + kept.reference(), kept.json(), "include");
                }
            }
        }
        if (!unknown.isEmpty()) {
            byte[] outcome = uk.homeward.server.exchange.resources.Json.MAPPER.writeValueAsBytes(Outcome.well(
                    "Left out, since it is nothing by which this is searched here: " + String.join(", ", unknown)));
            bundle.found("urn:uuid:" + java.util.UUID.randomUUID(), outcome, "outcome");
        }
    }

    /** What was understood of the search, so that a caller sees what was left out. */
    private static String query(PageToken token, List<String> unknown) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, List<String>> parameter : token.parameters().entrySet()) {
            if (!unknown.contains(parameter.getKey())) {
                parameter.getValue().forEach(v -> parts.add(encoded(parameter.getKey()) + "=" + encoded(v)));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
