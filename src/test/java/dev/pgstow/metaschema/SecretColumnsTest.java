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
    "tls_key, true",
    "sslKey, true",
    "ssh_keys, true",
    "hmac_key, true",
    "master_key, true",
    "auth_key, true",
    "session_key, true",
    "symmetric_key, true",
    "webhook_key, true",
    "client_key, true",
    "privatekey, true",
    "secretkey, true",
    "accesskey, true",
    "private_key_base64, true",
    "key_b64, true",
    "secret_v2, true",
    "secret_12, true",
    "apikey2, true",
    "password_old, true",
    "token_new, true",
    "token_previous, true",
    "password_hash_v2, true",
    "password_v2_hash, true",
    "password_salt, true",
    "key_ciphertext_2, true",
    "totp_seed, true",
    "uuid_seed, false",
    "seed, false",
    "owner_key_v2, false",
    "key_2, false",
    "v2, false",
    "hash, false",
    "public_key, false",
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
