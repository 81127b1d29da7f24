/** What comes back to the addresses letters come from: reports of mail servers, and replies. */
package org.regionwire.digest.mail.returned;
