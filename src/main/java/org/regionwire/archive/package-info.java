/** Items and revisions, kept for ever, in the order they were committed. */
package org.regionwire.archive;
