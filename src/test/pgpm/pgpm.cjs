// pgpm.cjs WORKSPACE deploy|revert|verify TARGET: what the commands of pgpm call, on the server that PGHOST and so on name.
const { PgpmPackage } = require('@pgpmjs/core');

const [workspace, command, target] = process.argv.slice(2);
const pg = {
  host: process.env.PGHOST,
  port: Number(process.env.PGPORT),
  user: process.env.PGUSER,
  password: process.env.PGPASSWORD,
  database: process.env.PGDATABASE,
};

new PgpmPackage(workspace)[command]({ pg, deployment: { useTx: true, usePlan: true } }, target)
  .then(() => process.exit(0))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
