/**
 * Those who want to be told instead of asking: a WebSub hub (W3C Recommendation of 23 January 2018)
 * for our feeds, and the events that outsiders read from the broker.
 */
package org.regionwire.push;
