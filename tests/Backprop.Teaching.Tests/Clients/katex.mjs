// Reads a JSON list of LaTeX formulas from standard input and prints, as JSON, those that KaTeX does not parse.
import katex from 'katex';

let input = '';
for await (const part of process.stdin) input += part;
const failures = [];
for (const formula of JSON.parse(input)) {
  try {
    katex.renderToString(formula, { throwOnError: true, strict: code => code === 'unicodeTextInMathMode' ? 'ignore' : 'error', output: 'mathml', displayMode: true });
  } catch (error) {
    failures.push(`${formula}: ${error.message}`);
  }
}
console.log(JSON.stringify(failures));
