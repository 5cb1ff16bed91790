package dev.pgstow.source.graphql;

import dev.pgstow.failure.Failure;
import dev.pgstow.postgres.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a GraphQL API answers, and what opens it. Headers and token may be secrets: {@link
 * #toString()} has none of them.
 *
 * @param uri http or https
 * @param headers sent with each request, in order; later ones replace earlier ones of the same name
 * @param token sent as {@code Authorization: Bearer}
 */
public record Endpoint(URI uri, List<Header> headers, Optional<Secret> token) {
  private static final String AUTHORIZATION = "authorization";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** Copies the headers. */
  public Endpoint {
    headers = List.copyOf(headers);
  }

  /** A header of HTTP. */
  public record Header(String name, Secret value) {
    private static final Set<String> HARMLESS =
        Set.of("x-schemata", "x-meta-schema", "x-database-id", "x-api-name");

    /** Whether it may be shown: any header may hold a secret, save those known to hold none. */
    public boolean isHarmless() {
      return HARMLESS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** What nobody may see of it: the value, and those parts that are one by themselves. */
    public List<String> secrets() {
      if (isHarmless()) {
        return List.of();
      }
      return SecretParts.of(
          name.toLowerCase(Locale.ROOT).endsWith(AUTHORIZATION)
              ? value.reveal().replaceFirst("^\\w+\\s+(?=\\S)", "")
              : value.reveal());
    }
  }

  /**
   * An endpoint without headers and token.
   *
   * @param flag what a person gave the URL with, for messages
   * @throws Failure {@code endpoint-invalid}
   */
  public static Endpoint of(String url, String flag) {
    try {
      URI uri = new URI(url.strip());
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (Set.of("http", "https").contains(scheme) && uri.getHost() != null) {
        if (uri.getRawUserInfo() != null) {
          throw Failure.usage(
              "endpoint-invalid",
              flag + ": the URL has a user or a password in it.",
              "Give what opens the API with --token-file or PGSTOW_TOKEN, or as a --header.");
        }
        return new Endpoint(uri, List.of(), Optional.empty());
      }
    } catch (URISyntaxException e) {
      // Told below, without the text: it may hold a secret.
    }
    throw Failure.usage(
        "endpoint-invalid",
        flag + " is no http or https URL.",
        "Write it like https://api.example.com/graphql.");
  }

  /** With a header, in place of one of that name. */
  public Endpoint with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.removeIf(header -> header.name().equalsIgnoreCase(name));
    more.add(new Header(name, new Secret(value)));
    return new Endpoint(uri, more, token);
  }

  /** With a header, unless one of that name is there. */
  public Endpoint withDefault(String name, String value) {
    return has(name) ? this : with(name, value);
  }

  /** Whether there is a header of that name. */
  boolean has(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  /** Whether anything says who is asking. */
  public boolean isSigned() {
    return token.isPresent() || has(AUTHORIZATION);
  }

  /** With a token. */
  public Endpoint withToken(Optional<Secret> secret) {
    return new Endpoint(uri, headers, secret);
  }

  /** Whether another host is named than the URL's. */
  boolean hasHost() {
    return has("host");
  }

  /** The address for people: without a query, which may hold a secret. */
  public String location() {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getRawPath();
  }

  /** Whether what is sent can be read on its way. */
  public boolean isExposed() {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean loopback =
        LOOPBACK.contains(host) || host.startsWith("127.") || host.endsWith(".localhost");
    return uri.getScheme().equalsIgnoreCase("http") && !loopback;
  }

  /** A server's words, without the secrets of this endpoint should it have repeated them. */
  String redact(String text) {
    List<String> secrets = new ArrayList<>();
    token.ifPresent(secret -> secrets.addAll(SecretParts.of(secret.reveal())));
    headers.forEach(header -> secrets.addAll(header.secrets()));
    if (uri.getQuery() != null) {
      secrets.addAll(SecretParts.of(uri.getRawQuery()));
      secrets.addAll(SecretParts.of(uri.getQuery()));
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, "***");
    }
    return redacted;
  }

  @Override
  public String toString() {
    return location();
  }
}
