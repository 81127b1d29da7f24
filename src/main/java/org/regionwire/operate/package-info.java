/**
 * What an operator sees and decides at {@code /operate}, and what commands share with it. The pages
 * themselves are in {@code pages.operate}.
 */
package org.regionwire.operate;
