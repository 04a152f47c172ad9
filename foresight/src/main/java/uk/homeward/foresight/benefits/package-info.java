/**
 * What a programme yields, month by month: outcomes and flow, programme benefit, cash, investment, and how far printed
 * tables agree. Money is in pounds unless a name says otherwise; months count from 1, the month in which it starts.
 */
@NullMarked
package uk.homeward.foresight.benefits;

import org.jspecify.annotations.NullMarked;
