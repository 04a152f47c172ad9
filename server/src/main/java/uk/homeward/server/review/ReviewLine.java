package uk.homeward.server.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review in the list.
 *
 * @param own how many of its cases the reader has answered
 */
public record ReviewLine(
        String id,
        String title,
        Instant openedAt,
        String openedBy,
        int cases,
        @Nullable Instant closedAt,
        int reviewers,
        int professions,
        int own) {}
