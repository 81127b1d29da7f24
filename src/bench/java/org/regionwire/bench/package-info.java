/**
 * Measures the running wire, the jar as it is shipped, against a yardstick in the same run: raw
 * sends to the broker, nginx, or itself with less in the archive. Figures depend on the machine;
 * ratios less so. Fails on nothing.
 */
package org.regionwire.bench;
