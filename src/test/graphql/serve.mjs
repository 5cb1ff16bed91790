// PostGraphile 5 on a free port; the schemas, the database and the inflection come by environment.
// Before version 22 Node lacks withResolvers, which is all that PostGraphile 5 needs of 22 here.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};

const { createServer } = await import("node:http");
const { postgraphile } = await import("postgraphile");
const { PostGraphileAmberPreset } = await import("postgraphile/presets/amber");
const { makePgService } = await import("postgraphile/adaptors/pg");
const { grafserv } = await import("postgraphile/grafserv/node");
const { PgSimplifyInflectionPreset } = await import("@graphile/simplify-inflection");

const simple = process.env.SIMPLE === "1" ? [PgSimplifyInflectionPreset] : [];
const server = createServer();
await postgraphile({
  extends: [PostGraphileAmberPreset, ...simple],
  pgServices: [
    makePgService({ connectionString: process.env.DATABASE, schemas: process.env.SCHEMAS.split(",") }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false },
})
  .createServ(grafserv)
  .addTo(server);
server.listen(0, "127.0.0.1", () => console.log("ready " + server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
