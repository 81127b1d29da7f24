package org.regionwire;

public final class Regionwire {
  private Regionwire() {}

  public static void main(String[] args) {}
}
