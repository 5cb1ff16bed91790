package dev.pgstow.workspace;

import java.util.HexFormat;

/**
 * Paths with their hashes in 16 bytes each: fingerprints of 64 bits, so that a module of hundreds
 * of thousands of files fits. That two of a million paths share one has a chance of 1 in 10^7.
 */
final class KnownFiles {
  private static final int HEX_DIGITS = 16;

  private long[] keys = new long[1 << 10];
  private long[] values = new long[1 << 10];
  private int size;

  void add(String path, String sha256) {
    int slot = slot(keys, fingerprint(path));
    if (keys[slot] == 0 && ++size * 3 > keys.length * 2) {
      grow();
      slot = slot(keys, fingerprint(path));
    }
    keys[slot] = fingerprint(path);
    values[slot] = start(sha256);
  }

  boolean has(String path) {
    return keys[slot(keys, fingerprint(path))] != 0;
  }

  boolean has(String path, String sha256) {
    int slot = slot(keys, fingerprint(path));
    return keys[slot] != 0 && values[slot] == start(sha256);
  }

  private void grow() {
    long[] biggerKeys = new long[keys.length * 2];
    long[] biggerValues = new long[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int slot = slot(biggerKeys, keys[i]);
        biggerKeys[slot] = keys[i];
        biggerValues[slot] = values[i];
      }
    }
    keys = biggerKeys;
    values = biggerValues;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long start(String sha256) {
    return sha256.length() < HEX_DIGITS ? 0 : HexFormat.fromHexDigitsToLong(sha256, 0, HEX_DIGITS);
  }

  /** FNV-1a over the characters, with the finishing steps of MurmurHash3; never 0. */
  private static long fingerprint(String path) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
