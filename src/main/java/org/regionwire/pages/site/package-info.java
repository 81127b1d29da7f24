/** What all pages share: where the wire is, links and feeds, and what a page says about itself. */
package org.regionwire.pages.site;
