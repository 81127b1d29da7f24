/** Words and spellings, in any script: what names and texts have in common. */
package org.regionwire.region.text;
