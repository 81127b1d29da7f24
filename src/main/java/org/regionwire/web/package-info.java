/** What every HTTP answer of ours shares: problems, conditions, compression. */
package org.regionwire.web;
