// Asks an endpoint with fetch-sparql-endpoint and prints the rows as JSON.
// node fetch-sparql-endpoint.mjs ENDPOINT QUERY-FILE
import { readFileSync } from 'node:fs';
import { SparqlEndpointFetcher } from 'fetch-sparql-endpoint';

const [endpoint, file] = process.argv.slice(2);
const stream = await new SparqlEndpointFetcher().fetchBindings(endpoint, readFileSync(file, 'utf8'));
const rows = [];
for await (const row of stream) {
  rows.push(Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])));
}
console.log(JSON.stringify(rows));
