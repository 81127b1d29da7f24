/** What letters say, found out at the moment they are sent, or looked at before. */
package org.regionwire.digest.composing;
