/** Who may operate: tokens of operators, the sessions they open, and passes of our commands. */
package org.regionwire.operate.operators;
