package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.Set;

/** What can go wrong between here and a GraphQL API, in a person's words. */
final class ApiFailures {
  private static final Set<String> NEEDED =
      Set.of(
          "metaschema_public.database",
          "metaschema_public.schema",
          "metaschema_public.table",
          "db_migrate.sql_actions");
  private static final String DATABASE_ID = "X-Database-Id";
  private static final String DATABASE_ID_WANTED =
      "Constructive's server wants to know a database: give --database-id with its uuid, which is"
          + " sent as X-Database-Id.";
  private static final String CHECK_URL = "Check the endpoint's URL.";

  private ApiFailures() {}

  /** The failure of an answer that is no GraphQL answer; by its status first, then by its type. */
  static Failure status(Endpoint endpoint, Reply reply) {
    return status(endpoint, reply, ServerWords.after(endpoint, reply));
  }

  /** The same of an answer whose words have been read. */
  static Failure status(Endpoint endpoint, Reply reply, String words) {
    String place = endpoint.location();
    return switch (reply.status()) {
      case 401 ->
          Failure.failed(
              "graphql-unauthorized",
              place + " does not know who is asking (401)" + words + ".",
              tokenWanted(endpoint));
      case 403 ->
          Failure.failed(
              "graphql-forbidden",
              place + " refuses whoever the token stands for (403)" + words + ".",
              "It must be allowed to read the metadata tables of the database. Constructive's"
                  + " server also refuses a database_id that it does not know.");
      case 404 ->
          Failure.failed(
              "graphql-not-found",
              place + " is not there (404" + (reply.isHtml() ? ", an HTML page" : "") + ").",
              "Check the path, which often is /graphql. "
                  + (endpoint.has(DATABASE_ID)
                      ? "Constructive's server also says so of an X-Schemata or X-Api-Name that it"
                          + " does not have; a public one tells its APIs by their host names."
                      : "A server of several APIs may want a header. " + DATABASE_ID_WANTED));
      case 429 ->
          Failure.failed(
              "graphql-rate-limited",
              place + " says that there were too many requests (429), again and again.",
              "Try later.");
      default -> other(endpoint, reply, words);
    };
  }

  /** Some servers say it in a GraphQL answer, with status 200. */
  static Failure unauthorized(Endpoint endpoint, ApiErrors errors) {
    return Failure.failed(
        "graphql-unauthorized", String.valueOf(errors.getMessage()), tokenWanted(endpoint), errors);
  }

  private static String tokenWanted(Endpoint endpoint) {
    return endpoint.isSigned()
        ? "The token may have expired, or be another API's."
        : "Give a token: PGSTOW_TOKEN, --token-file, or --header.";
  }

  private static Failure other(Endpoint endpoint, Reply reply, String words) {
    String place = endpoint.location();
    if (reply.status() == 200 && reply.isHtml()) {
      return Failure.failed(
          "graphql-html",
          place + " answers with an HTML page instead of JSON.",
          "It may be a login page, or the API's explorer: " + CHECK_URL);
    }
    if (reply.status() == 200) {
      return Failure.failed(
          "graphql-content-type",
          place + " answers with " + type(reply) + " instead of JSON.",
          CHECK_URL);
    }
    return Failure.failed(
        "graphql-http",
        place
            + " answers with HTTP status "
            + reply.status()
            + (reply.isHtml() ? " and an HTML page." : words + "."),
        reply.status() >= 500
            ? "The server's log may say why."
                + (endpoint.has(DATABASE_ID) ? "" : " " + DATABASE_ID_WANTED)
            : CHECK_URL);
  }

  private static String type(Reply reply) {
    return reply.contentType().isEmpty()
        ? "something of no type"
        : reply.contentType().split(";", 2)[0].strip();
  }

  static Failure notJson(Endpoint endpoint, IOException cause) {
    return Failure.failed(
        "graphql-not-json",
        endpoint.location() + " answers with what calls itself JSON but is none.",
        CHECK_URL,
        cause);
  }

  static Failure tooDeep(Endpoint endpoint, String doing, IOException cause) {
    return Failure.failed(
        "graphql-too-deep",
        "JSON at " + endpoint.location() + " is nested too deeply to be read, " + doing + ".",
        "Leave the table out with --exclude-table, or export it by SQL.",
        cause);
  }

  static Failure notGraphQl(Endpoint endpoint) {
    return Failure.failed(
        "graphql-not-graphql",
        endpoint.location() + " answers with JSON that has no \"data\": it is no GraphQL API.",
        CHECK_URL);
  }

  static Failure timeout(Endpoint endpoint, String doing) {
    return Failure.failed(
        "graphql-timeout",
        endpoint.location() + " took too long, " + doing + ".",
        "Try again when the server is less busy.");
  }

  static Failure lost(Endpoint endpoint, String doing, IOException cause) {
    String place = endpoint.location();
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause.getCause() instanceof UnresolvedAddressException) {
      return Failure.failed(
          "graphql-unreachable",
          place + " can't be reached" + words(cause) + ".",
          "Check the URL, and that the server runs.",
          cause);
    }
    if (cause instanceof HttpTimeoutException) {
      return timeout(endpoint, doing);
    }
    return Failure.failed(
        "graphql-connection-lost",
        "The connection to " + place + " broke off again and again, " + doing + words(cause) + ".",
        "Nothing was changed. Try again.",
        cause);
  }

  private static String words(IOException cause) {
    return Optional.ofNullable(cause.getMessage()).map(text -> ": " + text).orElse("");
  }

  static URI redirect(Endpoint endpoint, URI from, String location) {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw Failure.failed(
          "graphql-redirect",
          endpoint.location() + " redirects to what is no address.",
          CHECK_URL,
          e);
    }
  }

  static Failure redirected(Endpoint endpoint, URI to) {
    return Failure.failed(
        "graphql-redirect",
        endpoint.location() + " redirects to another server, " + to.getAuthority() + ".",
        "The token was not sent there. If that server is meant, give its URL as the endpoint.");
  }

  /** The API refuses to give a table's rows, in the server's words. */
  static Failure table(String label, ApiErrors errors) {
    return NEEDED.contains(label)
        ? errors
        : Failure.failed(
            errors.ident(),
            String.valueOf(errors.getMessage()),
            "The token must be allowed to read that table, and GraphQL can't carry an infinite float,"
                + " which servers may mask. Export it by SQL, or leave it out: --exclude-table "
                + label
                + ".",
            errors);
  }

  static Failure endless(Endpoint endpoint, String table) {
    return Failure.failed(
        "graphql-endless",
        "The pages of " + table + " at " + endpoint.location() + " don't end: one came twice.",
        "The server's pagination is broken; nothing was written.");
  }
}
