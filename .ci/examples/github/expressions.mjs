// ${{ … }}, evaluated by GitHub's own library.
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

function value(plain) {
  if (plain === null || plain === undefined) return new data.Null();
  if (typeof plain === 'boolean') return new data.BooleanData(plain);
  if (typeof plain === 'number') return new data.NumberData(plain);
  if (typeof plain === 'string') return new data.StringData(plain);
  return new data.Dictionary(...Object.entries(plain).map(([key, inner]) => ({ key, value: value(inner) })));
}

/** The functions that depend on the job: is it failing, was it cancelled, which files are there? */
function functions({ failing, workspace }) {
  const define = (name, minArgs, call) => [name.toLowerCase(), { name, description: '', minArgs, maxArgs: minArgs, call }];
  return new Map([
    define('always', 0, () => new data.BooleanData(true)),
    define('cancelled', 0, () => new data.BooleanData(false)),
    define('failure', 0, () => new data.BooleanData(failing)),
    define('success', 0, () => new data.BooleanData(!failing)),
    define('hashFiles', 1, (name) => new data.StringData(existsSync(join(workspace, name.coerceString())) ? 'hash' : '')),
  ]);
}

function evaluate(expression, contexts, job) {
  const known = functions(job);
  const { tokens } = new Lexer(expression).lex();
  const tree = new Parser(tokens, Object.keys(contexts), [...known.values()]).parse();
  return new Evaluator(tree, value(contexts), known).evaluate();
}

/** A text with expressions in it. */
export function fill(text, contexts, job) {
  return String(text).replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression) => evaluate(expression, contexts, job).coerceString());
}

/** The values of a mapping, such as env or with. */
export function fillAll(mapping, contexts, job) {
  return Object.fromEntries(Object.entries(mapping ?? {}).map(([name, text]) => [name, fill(text, contexts, job)]));
}

/** Whether a step or job runs: only after success, unless its condition asks how things are. */
export function holds(condition, contexts, job) {
  const expression = String(condition ?? 'success()').replace(/^\$\{\{(.*)\}\}$/s, '$1');
  const asks = /\b(always|cancelled|failure|success)\(/.test(expression);
  const { value: result } = evaluate(asks ? expression : `success() && (${expression})`, contexts, job);
  return Boolean(result);
}
