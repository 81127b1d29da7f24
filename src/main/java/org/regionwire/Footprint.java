package org.regionwire;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import com.sun.management.VMOption.Origin;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The memory that the process takes from the machine, where it is more than it needs. */
final class Footprint {
  /** Netty's arenas take memory by chunks; 512 KB hold what we send, 4 MB would stand empty. */
  private static final String CHUNKS = "io.netty.allocator.maxOrder";

  /** In per cent of the heap. */
  private static final String LEAST_FREE = "MinHeapFreeRatio";

  private static final String MOST_FREE = "MaxHeapFreeRatio";
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final Logger LOG = LoggerFactory.getLogger(Footprint.class);

  private Footprint() {}

  /** Before anything asks Netty for a buffer. */
  static void chooseSmallChunks() {
    if (System.getProperty(CHUNKS) == null) {
      System.setProperty(CHUNKS, "6");
    }
  }

  /**
   * Gives back what starting left behind, which is most of the memory in use: Java by itself would
   * keep nearly as much again free. What the operator chose by a flag stays.
   */
  static void giveBack() {
    shrinkHeap();
    trimNativeHeap();
  }

  private static void shrinkHeap() {
    @Nullable HotSpotDiagnosticMXBean machine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (machine == null) {
      System.gc();
      return;
    }
    VMOption least = machine.getVMOption(LEAST_FREE);
    VMOption most = machine.getVMOption(MOST_FREE);
    if (least.getOrigin() != Origin.DEFAULT || most.getOrigin() != Origin.DEFAULT) {
      System.gc();
      return;
    }
    machine.setVMOption(LEAST_FREE, "10");
    machine.setVMOption(MOST_FREE, "20");
    System.gc();
    // The least stays: with Java's own, the next look at the heap would take the memory again.
    machine.setVMOption(MOST_FREE, most.getValue());
  }

  /** What compiling needed: {@code malloc_trim} of Linux, which Java has a command for. */
  private static void trimNativeHeap() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(new ObjectName(COMMANDS), "systemTrimNativeHeap", new Object[0], new String[0]);
    } catch (JMException e) {
      LOG.debug("this Java cannot trim its native heap", e);
    }
  }
}
