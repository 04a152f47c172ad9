/**
 * What Homeward tells the systems around: ADT and documents by HL7 v2, discharges as Transfer of Care documents, referrals by
 * BaRS. The journal is read on, each message is kept until its receiver has said yes, and what nobody takes waits for a person.
 */
@NullMarked
package uk.homeward.server.exchange.outgoing;

import org.jspecify.annotations.NullMarked;
