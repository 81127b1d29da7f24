/** Events as iCalendar has them (RFC 5545, RFC 7986): what is written, and how. */
package org.regionwire.feeds.calendar;
