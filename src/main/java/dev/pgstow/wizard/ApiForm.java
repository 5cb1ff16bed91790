package dev.pgstow.wizard;

import dev.pgstow.failure.Failure;
import dev.pgstow.wizard.LineRow.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** How to reach a GraphQL API. */
final class ApiForm implements Form {
  private static final int ENDPOINT = 0;
  private static final int TOKEN = 1;
  private static final String UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String HEADER = "Such as apikey: …  What follows the colon is hidden.";

  private final LineRow endpoint;
  private final LineRow token;
  private final String tokenSource;
  private final List<LineRow> headers = new ArrayList<>();
  private final LineRow databaseId;
  private final LineRow migrateEndpoint;
  private final LineRow migrateHost;
  private final List<LineRow> migrateHeaders = new ArrayList<>();
  private final WizardScript.Doubts doubts;

  ApiForm(ApiFields fields, WizardScript.Doubts doubts) {
    this.doubts = doubts;
    tokenSource = fields.tokenSource();
    endpoint =
        new LineRow(
            "Endpoint",
            "URL of the metadata API, such as https://api.example.com/graphql.",
            Mask.NONE,
            fields.endpoint());
    token =
        new LineRow(
            "Token",
            "Never shown, never kept. Empty: "
                + (tokenSource.isEmpty() ? "none is sent." : "the one of " + tokenSource + "."),
            Mask.ALL,
            fields.token());
    fields.headers().forEach(text -> headers.add(header(text)));
    databaseId =
        new LineRow(
            "database_id",
            "A uuid, only where the server lists nothing without one.",
            Mask.NONE,
            fields.databaseId());
    migrateEndpoint =
        new LineRow(
            "Migrate endpoint",
            "URL of the API with sql_actions.",
            Mask.NONE,
            fields.migrateEndpoint());
    migrateHost =
        new LineRow(
            "Migrate host",
            "Its Host header. Empty: as in the URL.",
            Mask.NONE,
            fields.migrateHost());
    fields.migrateHeaders().forEach(text -> migrateHeaders.add(migrateHeader(text)));
  }

  private static LineRow header(String text) {
    return new LineRow("Header", HEADER, Mask.AFTER_COLON, text);
  }

  private static LineRow migrateHeader(String text) {
    return new LineRow("Migrate header", HEADER, Mask.AFTER_COLON, text);
  }

  @Override
  public String title() {
    return "GraphQL API";
  }

  @Override
  public List<FormRow> rows() {
    leaveRoom(headers, ApiForm::header);
    leaveRoom(migrateHeaders, ApiForm::migrateHeader);
    List<FormRow> rows = new ArrayList<>(List.of(endpoint, token));
    rows.addAll(headers);
    rows.add(databaseId);
    rows.add(migrateEndpoint);
    if (!migrateEndpoint.stripped().isEmpty()) {
      rows.add(migrateHost);
      rows.addAll(migrateHeaders);
    }
    return rows;
  }

  /** One more than there is, and no more. */
  private static void leaveRoom(List<LineRow> rows, Function<String, LineRow> row) {
    while (rows.size() > 1 && isEmpty(rows, 1) && isEmpty(rows, 2)) {
      rows.remove(rows.size() - 1);
    }
    if (rows.isEmpty() || !isEmpty(rows, 1)) {
      rows.add(row.apply(""));
    }
  }

  private static boolean isEmpty(List<LineRow> rows, int fromTheEnd) {
    return rows.get(rows.size() - fromTheEnd).stripped().isEmpty();
  }

  @Override
  public int start(Optional<Failure> failure) {
    return failure.filter(it -> it.ident().equals("graphql-unauthorized")).isPresent()
        ? TOKEN
        : ENDPOINT;
  }

  @Override
  public Optional<String> problem() {
    if (endpoint.stripped().isEmpty()) {
      return Optional.of("The URL of an endpoint is needed.");
    }
    if (!texts(headers, migrateHeaders).allMatch(text -> text.indexOf(':') > 0)) {
      return Optional.of("A header is written like Name: value.");
    }
    return databaseId.stripped().isEmpty() || databaseId.stripped().matches(UUID)
        ? Optional.empty()
        : Optional.of("The database_id must be a uuid here.");
  }

  @SafeVarargs
  private static Stream<String> texts(List<LineRow>... lists) {
    return Stream.of(lists)
        .flatMap(List::stream)
        .map(LineRow::stripped)
        .filter(text -> !text.isEmpty());
  }

  @Override
  public List<Pane.Line> notes() {
    return doubts.about(fields()).stream()
        .map(text -> new Pane.Line("! " + text, Role.WARNING))
        .toList();
  }

  @Override
  public ApiFields fields() {
    return new ApiFields(
        endpoint.stripped(),
        token.stripped(),
        tokenSource,
        texts(headers).toList(),
        databaseId.stripped(),
        migrateEndpoint.stripped(),
        migrateHost.stripped(),
        texts(migrateHeaders).toList());
  }
}
