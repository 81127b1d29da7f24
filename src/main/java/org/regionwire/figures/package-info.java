/** Figures for whoever operates the wire: what was counted, hour by hour, and what mends itself. */
package org.regionwire.figures;
