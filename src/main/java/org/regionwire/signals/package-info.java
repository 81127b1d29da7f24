/** What can be seen of the wire by machines: figures, and the way of each item. */
package org.regionwire.signals;
