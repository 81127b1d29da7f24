package org.regionwire;

import java.io.File;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.regionwire.intake.inbox.Inbox;

/**
 * Tells Camel's file component which files the inbox wants: none while the broker takes nothing.
 */
final class InboxFilter implements GenericFileFilter<File> {
  private final Inbox inbox;
  private final BooleanSupplier accepting;

  InboxFilter(Inbox inbox, BooleanSupplier accepting) {
    this.inbox = inbox;
    this.accepting = accepting;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    return accepting.getAsBoolean() && !file.isDirectory() && inbox.wants(file.getFile().toPath());
  }
}
