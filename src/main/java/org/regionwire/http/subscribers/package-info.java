/** Subscribers over HTTP: asking for letters, confirming, changing and ending them. */
package org.regionwire.http.subscribers;
