/** Who may send: tokens, what each may do, and when it was last used. */
package org.regionwire.senders;
