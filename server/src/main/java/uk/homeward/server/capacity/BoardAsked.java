package uk.homeward.server.capacity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import uk.homeward.journey.capacity.Freshness;
import uk.homeward.server.capacity.UnitsNow.UnitLine;

/** What somebody asked the capacity board for; also writes the addresses that ask for it again. */
public record BoardAsked(String pool, String area, String state, String words, int page) {

    static BoardAsked of(Map<String, String> asked) {
        String page = asked.getOrDefault("page", "1");
        return new BoardAsked(
                asked.getOrDefault("pool", ""),
                asked.getOrDefault("area", ""),
                asked.getOrDefault("state", ""),
                asked.getOrDefault("q", "").strip(),
                page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    }

    public boolean narrows() {
        return !(pool + area + state + words).isEmpty();
    }

    boolean fits(UnitLine unit, Instant now) {
        return (pool.isEmpty() || unit.pool().equals(pool))
                && (area.isEmpty()
                        || unit.locality().equals(area)
                        || unit.locality().isEmpty())
                && (words.isEmpty() || unit.title().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)))
                && isInState(unit, now);
    }

    private boolean isInState(UnitLine unit, Instant now) {
        return switch (state) {
            case "free" -> unit.room().free() >= 1;
            case "full" -> unit.room().free() < 1;
            case "held" -> unit.room().held() > 0;
            case "out" -> unit.room().outOfService() > 0;
            case "old" -> unit.room().freshness(now) != Freshness.FRESH;
            default -> true;
        };
    }

    /** The same question at another address. */
    public String address(String path) {
        return address(path, 1);
    }

    public String address(String path, int page) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("pool", pool);
        all.put("area", area);
        all.put("state", state);
        all.put("q", words);
        all.put("page", page == 1 ? "" : String.valueOf(page));
        StringBuilder query = new StringBuilder();
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path + query;
    }
}
