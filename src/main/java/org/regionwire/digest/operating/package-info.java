/** What an operator sees of letters, and decides about them. */
package org.regionwire.digest.operating;
