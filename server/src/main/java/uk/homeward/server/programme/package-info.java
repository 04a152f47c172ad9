/**
 * The change that is being made: programmes, the shared risk register, improvement cycles, the maturity matrix, the winter plan,
 * and what the market, the workforce and the estate start from. Everything is folded from the journal, for today and for any
 * day before alike. Its face for others is {@link uk.homeward.server.programme.WinterPlan}.
 */
@NullMarked
package uk.homeward.server.programme;

import org.jspecify.annotations.NullMarked;
