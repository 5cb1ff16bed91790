// PostGraphile 4 on a free port; the schemas, the database and the inflection come by environment.
const { createServer } = require("node:http");
const { postgraphile } = require("postgraphile");

const simple = process.env.SIMPLE === "1" ? [require("@graphile-contrib/pg-simplify-inflector")] : [];
const server = createServer(
  postgraphile(process.env.DATABASE, process.env.SCHEMAS.split(","), {
    graphqlRoute: "/graphql",
    graphiql: false,
    appendPlugins: simple,
    legacyRelations: "omit",
    simpleCollections: process.env.LISTS === "1" ? "only" : "omit",
  }),
);
server.listen(0, "127.0.0.1", () => console.log("ready " + server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
