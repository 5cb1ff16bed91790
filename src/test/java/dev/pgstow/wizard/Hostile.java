package dev.pgstow.wizard;

import dev.pgstow.prompt.Choice;
import java.util.List;

/** Names as an enemy would choose them, and as honest people do elsewhere. */
final class Hostile {
  static final List<String> NAMES =
      List.of(
          "顧客管理データベース",
          "고객관리",
          "shop-🛒-🇩🇪-👍🏽",
          "family-👩\u200d👩\u200d👧",
          "heart-❤\uFE0F",
          "cafe\u0301-nai\u0308ve",
          "z\u0300\u0301\u0302\u0303\u0304\u0305\u0306algo",
          "שלום-עולם",
          "قاعدة-البيانات",
          "\u001b[31mred\u001b[2J",
          "title\u001b]0;owned\u0007",
          "c1\u009b2Jcsi",
          "override-\u202Egnp.exe\u2066x",
          "nul\u0000bell\u0007tab\tnl\n",
          "lone-\uD83D-surrogate",
          "zero\u200Bwidth\uFEFF",
          "ｆｕｌｌｗｉｄｔｈ",
          "ไทยกำ",
          "a".repeat(63));

  private Hostile() {}

  static List<Choice> choices() {
    return NAMES.stream().map(name -> FakeScript.schema(name, name, 3)).toList();
  }
}
