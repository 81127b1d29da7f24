/** What pages show to subscribers: the form for a subscription, and the letters someone gets. */
package org.regionwire.pages.subscribers;
