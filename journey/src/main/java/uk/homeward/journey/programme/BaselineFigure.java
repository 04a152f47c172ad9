package uk.homeward.journey.programme;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.BaselineEvent.FigureNamed;
import uk.homeward.journey.event.BaselineEvent.FigureTold;
import uk.homeward.journey.event.Event;
import uk.homeward.journey.event.Recorded;

/** One figure of the market, the workforce or the estate, with what was told of it for each period. */
public final class BaselineFigure {

    private final String id;
    private int version;
    private @Nullable FigureNamed named;
    private final Map<String, Said<FigureTold>> periods = new LinkedHashMap<>();

    private BaselineFigure(String id) {
        this.id = id;
    }

    /** Folds the events of one figure, in their order. */
    public static BaselineFigure of(String id, List<? extends Recorded<? extends Event>> told) {
        BaselineFigure figure = new BaselineFigure(id);
        for (Recorded<? extends Event> r : told) {
            if (r.event() instanceof FigureNamed e) {
                figure.named = e;
                figure.version = r.sequence();
            } else if (r.event() instanceof FigureTold e) {
                figure.periods.remove(e.period());
                figure.periods.put(e.period(), new Said<>(e, r.occurredAt(), r.by()));
                figure.version = r.sequence();
            }
        }
        return figure;
    }

    public String id() {
        return id;
    }

    public int version() {
        return version;
    }

    public boolean isKnown() {
        return named != null;
    }

    /** What it is; throws while nothing was told of it. */
    public FigureNamed named() {
        return Objects.requireNonNull(named, "nothing was told of the figure (" + id + ")");
    }

    /** What was told, the last told period last. */
    public Collection<Said<FigureTold>> periods() {
        return List.copyOf(periods.values());
    }

    /** The period that was told last; null where none was. */
    public @Nullable Said<FigureTold> last() {
        return periods.isEmpty() ? null : List.copyOf(periods.values()).getLast();
    }

    /** True where this says nothing that is not known. */
    public boolean says(FigureTold told) {
        Said<FigureTold> known = periods.get(told.period());
        return known != null && known.what().equals(told);
    }
}
