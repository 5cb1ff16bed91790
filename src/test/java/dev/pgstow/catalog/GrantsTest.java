package dev.pgstow.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.catalog.Lockouts.Lockout;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private static final List<String> OWNER = List.of("o=arwdDxt/o");

  private final Grants grants = new Grants(16);

  @Test
  void theDefaultNeedsNoStatement() {
    assertEquals(List.of(), grants.on("TABLE", "t", "o", new Acl(OWNER, OWNER)));
  }

  @Test
  void aGrantKeepsTheOwnersPrivileges() {
    assertEquals(
        List.of("GRANT SELECT, INSERT ON TABLE t TO bob"),
        grants.on("TABLE", "t", "o", new Acl(List.of("o=arwdDxt/o", "bob=ar/o"), OWNER)));
  }

  @Test
  void allPrivilegesOfTheMajorAreAll() {
    Acl acl = new Acl(List.of("o=arwdDxt/o", "bob=arwdDxt/o"), OWNER);
    assertEquals(List.of("GRANT ALL ON TABLE t TO bob"), grants.on("TABLE", "t", "o", acl));
    assertEquals(
        List.of(
            "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE t TO"
                + " bob"),
        new Grants(17).on("TABLE", "t", "o", acl));
  }

  @Test
  void whatTheOwnerLostIsRevokedFirst() {
    assertEquals(
        List.of("REVOKE ALL ON TABLE t FROM o", "GRANT SELECT ON TABLE t TO o"),
        grants.on("TABLE", "t", "o", new Acl(List.of("o=r/o"), OWNER)));
  }

  @Test
  void grantOptionsAndOtherGrantorsAreKept() {
    Acl acl = new Acl(List.of("o=arwdDxt/o", "bob=r*w/o", "\"A \"\"b\"=r/bob", "=r/o"), OWNER);
    assertEquals(
        List.of(
            "GRANT UPDATE ON TABLE t TO bob",
            "GRANT SELECT ON TABLE t TO bob WITH GRANT OPTION",
            "SET SESSION AUTHORIZATION bob",
            "GRANT SELECT ON TABLE t TO \"A \"\"b\"",
            "RESET SESSION AUTHORIZATION",
            "GRANT SELECT ON TABLE t TO PUBLIC"),
        grants.on("TABLE", "t", "o", acl));
  }

  @Test
  void aGrantComesAfterThoseItBuildsOnWhateverTheOrderInTheAcl() {
    Acl acl =
        new Acl(
            List.of("o=arwdDxt/o", "c=r*w*/o", "b=r/a", "=w/d", "a=r*/c", "d=w*/c", "e=r/o"),
            OWNER);
    List<String> made =
        grants.on("TABLE", "t", "o", acl).stream().filter(s -> s.startsWith("GRANT")).toList();
    assertEquals(
        List.of(
            "GRANT SELECT, UPDATE ON TABLE t TO c WITH GRANT OPTION",
            "GRANT SELECT ON TABLE t TO a WITH GRANT OPTION",
            "GRANT SELECT ON TABLE t TO b",
            "GRANT UPDATE ON TABLE t TO d WITH GRANT OPTION",
            "GRANT UPDATE ON TABLE t TO PUBLIC",
            "GRANT SELECT ON TABLE t TO e"),
        made);
  }

  @Test
  void aGrantThatNobodyAllowsIsMadeWhereItStands() {
    Acl acl = new Acl(List.of("o=arwdDxt/o", "b=r/a", "c=r/o"), OWNER);
    assertEquals(
        List.of(
            "SET SESSION AUTHORIZATION a",
            "GRANT SELECT ON TABLE t TO b",
            "RESET SESSION AUTHORIZATION",
            "GRANT SELECT ON TABLE t TO c"),
        grants.on("TABLE", "t", "o", acl));
  }

  @Test
  void columnsAreNamedAfterEachPrivilege() {
    assertEquals(
        List.of("GRANT SELECT (\"a b\"), UPDATE (\"a b\") ON TABLE t TO bob"),
        grants.onColumn("t", "a b", "o", new Acl(List.of("bob=rw/o"), List.of()), Lockout.NONE));
  }

  @Test
  void defaultPrivilegesNameNoObject() {
    assertEquals(
        List.of("ALTER DEFAULT PRIVILEGES FOR ROLE o REVOKE ALL ON FUNCTIONS FROM PUBLIC"),
        grants.onDefaults(
            "ALTER DEFAULT PRIVILEGES FOR ROLE o ",
            "FUNCTIONS",
            "o",
            new Acl(List.of("o=X/o"), List.of("=X/o", "o=X/o"))));
  }
}
