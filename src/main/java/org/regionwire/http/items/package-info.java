/** Items over HTTP: sending, changing and withdrawing them, where each is, and what it was. */
package org.regionwire.http.items;
