package org.regionwire.bench;

import java.util.List;

/** One thing to measure. It starts what it needs, and ends it. */
interface Row {
  List<Line> measure(Site site) throws Exception;
}
