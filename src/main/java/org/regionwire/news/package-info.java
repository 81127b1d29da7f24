/**
 * The words: what travels along the wire, and what every stage says of it alike (dates, excerpts,
 * hashes). Depends on nothing but java.*.
 */
package org.regionwire.news;
