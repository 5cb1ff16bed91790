package dev.pgstow.rename;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {

  /** The right column is what komoji's toSnakeCase gives under Node. */
  @ParameterizedTest
  @CsvSource({
    "app-public,app_public",
    "appPublic,app_public",
    "app-public-v2,app_public_v_2",
    "app_public_v2,app_public_v_2",
    "HTMLParser,html_parser",
    "HTTPSConnection,https_connection",
    "2fa,2_fa",
    "X2Y,x_2_y",
    "i18n,i_18_n",
    "version2APIKey,version_2_api_key",
    "ABc,a_bc",
    "ABCd,ab_cd",
    "aBCdE,a_b_cd_e",
    "ABC123DEF,abc_123_def",
    "AB2c,ab_2_c",
    "oAuth2Token,o_auth_2_token",
    "__a__b--c  d,a_b_c_d",
    "a\u00a0b\u3000c,a_b_c",
    "v2-,v_2",
    "a--1,a_1",
    "A,a",
    "crm.v1,crm.v_1",
    "Ácme Ünit,ácme_ünit",
    "naïveÉtat,naïveétat",
    "ΣΑΣ,σας",
    "'  ',''",
    "-,''",
    "'',''",
  })
  void breaksWordsAsConstructiveDoes(String text, String snake) {
    assertEquals(snake, SnakeCase.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "demo-crm,app_public_v2,demo_crm_app_public_v_2",
    "crm,app-public,crm_app_public",
    "crm2,fa,crm_2_fa",
    "crm,2fa,crm_2_fa",
    "crm,'',crm",
  })
  void thePrefixIsTurnedToo(String extension, String schema, String portable) {
    assertEquals(portable, SchemaRenamer.portableName(extension, schema));
  }
}
