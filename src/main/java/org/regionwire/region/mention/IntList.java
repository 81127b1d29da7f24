package org.regionwire.region.mention;

import java.util.Arrays;

/** Numbers without objects. */
final class IntList {
  private int[] numbers;
  private int size;

  IntList(int expected) {
    this.numbers = new int[expected];
  }

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  int get(int index) {
    return numbers[index];
  }

  int size() {
    return size;
  }

  IntList copy() {
    var copy = new IntList(size + 1);
    System.arraycopy(numbers, 0, copy.numbers, 0, size);
    copy.size = size;
    return copy;
  }
}
