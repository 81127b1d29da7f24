package org.regionwire;

import java.io.File;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.regionwire.intake.Inbox;

/** Tells Camel's file component which files the inbox wants. */
final class InboxFilter implements GenericFileFilter<File> {
  private final Inbox inbox;

  InboxFilter(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public boolean accept(GenericFile<File> file) {
    return !file.isDirectory() && inbox.wants(file.getFile().toPath());
  }
}
