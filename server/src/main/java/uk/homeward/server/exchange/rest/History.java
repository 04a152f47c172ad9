package uk.homeward.server.exchange.rest;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Reading;
import uk.homeward.server.exchange.resources.Unusable;

/** What a resource was before, and what came in lately. */
@Component("fhirHistory")
class History {

    private final Reading reading;

    History(Reading reading) {
        this.reading = reading;
    }

    /** Every version of one resource, the newest first; also of one that was deleted. */
    Answer of(Call call, String type, String id) {
        List<Kept> versions = reading.history(call.user(), type, id, count(call));
        if (versions.isEmpty()) {
            throw Unusable.notFound("there is no (" + type + ") with this id here");
        }
        return bundle(call, versions, Optional.empty());
    }

    /** What the caller's own organisation sent, version by version, the newest first. */
    Answer of(Call call, @Nullable String type) {
        List<Kept> versions = reading.sent(call.user(), type, since(call), before(call), count(call) + 1);
        boolean more = versions.size() > count(call);
        List<Kept> page = more ? versions.subList(0, count(call)) : versions;
        Optional<String> next = more
                ? Optional.of(
                        call.base() + (type == null ? "" : "/" + type) + "/_history?_count=" + count(call) + "&_before="
                                + page.getLast().key()
                                + (since(call) == null ? "" : "&_since=" + call.parameter("_since")))
                : Optional.empty();
        return bundle(call, page, next);
    }

    private static Answer bundle(Call call, List<Kept> versions, Optional<String> next) {
        BundleText bundle = new BundleText("history");
        bundle.link("self", call.base() + "/" + String.join("/", call.path()));
        next.ifPresent(url -> bundle.link("next", url));
        if (next.isEmpty()) {
            bundle.total((long) versions.size());
        }
        versions.forEach(v -> bundle.version(call.base(), v));
        return Answer.of(Answer.OK, bundle.bytes());
    }

    private static int count(Call call) {
        @Nullable String count = call.parameter("_count");
        try {
            return count == null ? Query.DEFAULT_COUNT : Math.clamp(Integer.parseInt(count), 1, Query.MOST);
        } catch (NumberFormatException e) {
            throw Unusable.request("_count", "is no whole number");
        }
    }

    private static long before(Call call) {
        @Nullable String before = call.parameter("_before");
        try {
            return before == null ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException e) {
            throw Unusable.request("_before", "is none of this server's links");
        }
    }

    private static @Nullable OffsetDateTime since(Call call) {
        @Nullable String since = call.parameter("_since");
        try {
            return since == null ? null : OffsetDateTime.parse(since.replace(' ', '+'));
        } catch (java.time.DateTimeException e) {
            throw Unusable.request("_since", "is no instant such as 2026-11-29T10:00:00Z");
        }
    }
}
