/** The words: what travels along the wire. Plain records that depend on nothing but java.*. */
package org.regionwire.news;
