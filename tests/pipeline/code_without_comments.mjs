// Says for pairs of scripts whether both are the same code to TypeScript's parser, comments and
// blanks aside. Standard input: [[name, name], ...]; standard output: the pairs that differ.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A syntax tree as nested lists: kind, name or value, operator, let or const, and what is inside. */
function shape(node) {
  const inside = [];
  node.forEachChild((one) => { inside.push(shape(one)); });
  return [node.kind, node.text, node.rawText, node.operator, node.flags & ts.NodeFlags.BlockScoped,
    inside];
}

function tree(name) {
  const file = ts.createSourceFile(name, readFileSync(name, 'utf-8'), ts.ScriptTarget.Latest);
  if (file.parseDiagnostics.length) return `${name} is no script`;
  const [last] = file.statements.slice(-1);
  return JSON.stringify([!last, ...file.statements.map(shape)]);
}

const pairs = JSON.parse(readFileSync(0, 'utf-8'));
console.log(JSON.stringify(pairs.filter(([one, other]) => tree(one) !== tree(other))));
