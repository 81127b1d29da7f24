/** HTML pages for people: latest news, regions, items, subscribing. No script, no outside files. */
package org.regionwire.pages;
