package uk.homeward.server.measures;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import uk.homeward.insight.measures.BrokenMeasure;
import uk.homeward.insight.measures.Grain;
import uk.homeward.insight.measures.Measure;
import uk.homeward.insight.measures.MeasureResult;

/** Turns what an address asks into a measure's result, or into an answer that says what is wrong. */
@Component
class Asking {

    private final Shelf shelf;

    Asking(Shelf shelf) {
        this.shelf = shelf;
    }

    Measure measure(String id) {
        return shelf.find(id)
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no measure (" + id + ")"));
    }

    Grain grain(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return shelf.usualGrain();
        }
        try {
            return Grain.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "there is no period (" + word + "). Maybe: day, week, month, quarter or year");
        }
    }

    /** A split of this measure; null for the whole place. */
    @Nullable
    String split(Measure measure, @Nullable String by) {
        if (by == null || by.isBlank()) {
            return null;
        }
        if (!measure.splits().contains(by)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "this measure cannot be split by (" + by + "). Maybe: by one of " + measure.splits());
        }
        return by;
    }

    /** The result; empty before the first publication. */
    Optional<MeasureResult> result(Measure measure, @Nullable String by, Grain grain) {
        try {
            return shelf.result(measure, by, grain);
        } catch (BrokenMeasure e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, String.valueOf(e.getMessage()), e);
        }
    }
}
