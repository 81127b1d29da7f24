/**
 * The queue between intake and everything after it: Artemis inside this process, and Camel's way to
 * it.
 */
package org.regionwire.broker;
