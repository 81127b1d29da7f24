/**
 * HTTP as it is served: what is settled before a body is read, what is delivered without a route,
 * and how a route answers.
 */
package org.regionwire.http;
