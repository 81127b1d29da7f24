/** What the operator's pages show. */
package org.regionwire.pages.operate;
