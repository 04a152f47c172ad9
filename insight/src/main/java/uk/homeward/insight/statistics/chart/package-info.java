/** Control charts (XmR) with the rules and icons of NHS "Making Data Count". */
@NullMarked
package uk.homeward.insight.statistics.chart;

import org.jspecify.annotations.NullMarked;
