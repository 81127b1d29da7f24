/** Several nodes: what each does, and what only one of them does at a time. */
package org.regionwire.nodes;
