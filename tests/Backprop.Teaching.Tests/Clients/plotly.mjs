// Reads a JSON list of figures {data, layout} from standard input and prints, as JSON, what Plotly.validate of the package named finds in each.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

let input = '';
for await (const part of process.stdin) input += part;
const { window } = new JSDOM('<!doctype html><body></body>', { runScripts: 'outside-only', pretendToBeVisual: true });
window.URL.createObjectURL = () => '';
window.eval(readFileSync(createRequire(import.meta.url).resolve(`${process.argv[2]}/plotly-cartesian.min.js`), 'utf8'));
const findings = [];
for (const figure of JSON.parse(input)) {
  for (const finding of window.Plotly.validate(figure.data, figure.layout) ?? []) findings.push(finding.msg);
}
console.log(JSON.stringify(findings));
process.exit(0);
