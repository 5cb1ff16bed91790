package dev.pgstow.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code aclitem} in its text form, {@code grantee=privileges/grantor}; an empty grantee is
 * PUBLIC.
 *
 * @param plain letters of the privileges without grant option
 * @param grantable letters of those with it
 */
record AclItem(String grantee, String grantor, List<Character> plain, List<Character> grantable) {

  static AclItem parse(String text) {
    StringBuilder name = new StringBuilder();
    int at = name(text, 0, name);
    String grantee = name.toString();
    List<Character> plain = new ArrayList<>();
    List<Character> grantable = new ArrayList<>();
    for (at++; at < text.length() && text.charAt(at) != '/'; at++) {
      boolean option = at + 1 < text.length() && text.charAt(at + 1) == '*';
      (option ? grantable : plain).add(text.charAt(at));
      if (option) {
        at++;
      }
    }
    name.setLength(0);
    name(text, at + 1, name);
    return new AclItem(grantee, name.toString(), plain, grantable);
  }

  /** Reads a role's name as {@code putid} writes it; returns where it ends. */
  private static int name(String text, int start, StringBuilder name) {
    boolean quoted = false;
    int at = start;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        if (quoted && at + 1 < text.length() && text.charAt(at + 1) == '"') {
          name.append(c);
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && c == '=') {
        break;
      } else {
        name.append(c);
      }
    }
    return at;
  }
}
