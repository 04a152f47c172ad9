package uk.homeward.journey.programme;

import org.jspecify.annotations.Nullable;
import uk.homeward.journey.event.RiskEvent.MitigationDone;
import uk.homeward.journey.event.RiskEvent.MitigationSet;

/** Something that makes a risk smaller, and whether it is done. */
public record Mitigation(MitigationSet set, @Nullable Said<MitigationDone> done) {}
