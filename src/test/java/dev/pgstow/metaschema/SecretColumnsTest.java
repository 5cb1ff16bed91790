package dev.pgstow.metaschema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pgstow.metaschema.ColumnType.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretColumnsTest {
  @ParameterizedTest
  @CsvSource({
    "password, true",
    "smtp_passwd, true",
    "password_hash, true",
    "client_secret, true",
    "apiKey, true",
    "api_key, true",
    "private_key_pem, true",
    "key_material, true",
    "access_token, true",
    "secret_value, true",
    "tokens_table_id, false",
    "secrets_table_id, false",
    "tls_secret_name, false",
    "tokens_default_expiration, false",
    "set_password_function, false",
    "one_time_token_function, false",
    "key, false",
    "owner_key, false",
    "sign_up_with_key, false"
  })
  void namesTell(String name, boolean secret) {
    assertEquals(secret, SecretColumns.looksSecret(TestTables.column(name, Kind.TEXT)));
  }

  @ParameterizedTest
  @CsvSource({"BOOLEAN, false", "UUID, false", "INTEGER, false", "JSONB, true", "TEXT, true"})
  void typesTell(Kind kind, boolean secret) {
    assertEquals(secret, SecretColumns.looksSecret(TestTables.column("password", kind)));
  }
}
