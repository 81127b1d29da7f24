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

  void clear() {
    size = 0;
  }
}
