// Asks an endpoint with Comunica, which is told nothing but its address, and prints the rows as JSON.
// node comunica.mjs ENDPOINT QUERY-FILE
import { readFileSync } from 'node:fs';
import { QueryEngine } from '@comunica/query-sparql';

const [endpoint, file] = process.argv.slice(2);
const engine = new QueryEngine();
const stream = await engine.queryBindings(readFileSync(file, 'utf8'), { sources: [endpoint] });
const rows = [];
for await (const bindings of stream) {
  rows.push(Object.fromEntries([...bindings].map(([variable, term]) => [variable.value, term.value])));
}
console.log(JSON.stringify(rows));
