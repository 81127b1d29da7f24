/** How people ask for letters, confirm that, change what comes, and leave. */
package org.regionwire.digest.subscribing;
