// tRPC: the TypeScript file of a router in; a model with its procedures out. Rules: https://trpc.io/docs/server/routers
import type ts from 'typescript';
import type { Workspace } from '../document.ts';
import { createIds } from '../ids.ts';
import { groupOf } from '../info.ts';
import type { ApiModel, Item } from '../types.ts';
import { type Procedure, findProcedures } from './routers.ts';
import { type ZodContext, readValidator } from './zod.ts';

/** Validators that are read of one file. */
const MAX_VALIDATORS = 50_000;

/** Reads a router; null when there is none in the text. The compiler is loaded when the first router is read. */
export async function readTrpc(workspace: Workspace): Promise<ApiModel | null> {
  const { default: compiler } = await import('typescript');
  const file = compiler.createSourceFile('router.ts', workspace.input.text, compiler.ScriptTarget.Latest, true, compiler.ScriptKind.TS);
  const fault = syntaxFault(file);
  if (fault !== null)
    workspace.tell('api/bad-syntax', `The router is not valid TypeScript: ${fault.message}.`, {
      file: null,
      line: fault.line,
      column: fault.column,
    });
  const makeId = createIds();
  const { procedures, constants } = findProcedures(file, compiler);
  if (procedures.length === 0) return null;
  const context: ZodContext = { constants, compiler, budget: { left: MAX_VALIDATORS } };
  const toItem = ({ path, sort, base, input, output, comment, deprecated }: Procedure): Item => ({
    id: makeId(sort, path),
    badge: sort,
    does: true,
    title: path,
    summary: '',
    description: comment,
    deprecated,
    facts: base === '' ? [] : [{ label: 'Procedure', values: [[base]] }],
    parts: [...input.map((node) => readValidator('Input', node, context)), ...output.map((node) => readValidator('Output', node, context))],
    words: [],
  });
  return {
    format: 'trpc',
    formatName: 'tRPC',
    title: null,
    version: null,
    description: '',
    facts: [],
    parts: [],
    groups: [
      ...groupOf('Queries', '', procedures.filter(({ sort }) => sort === 'query').map(toItem), makeId),
      ...groupOf('Mutations', '', procedures.filter(({ sort }) => sort === 'mutation').map(toItem), makeId),
      ...groupOf('Subscriptions', '', procedures.filter(({ sort }) => sort === 'subscription').map(toItem), makeId),
      ...groupOf(
        'Routers of other files',
        'Their procedures are not listed here.',
        procedures.filter(({ sort }) => sort === 'router').map((one) => ({ ...toItem(one), does: false })),
        makeId,
      ),
    ],
  };
}

/** The first fault the parser found; it keeps them beside the tree. */
function syntaxFault(file: ts.SourceFile): { message: string; line: number; column: number } | null {
  const { parseDiagnostics = [] } = file as ts.SourceFile & { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
  const [first] = parseDiagnostics;
  if (first === undefined) return null;
  const { line, character } = file.getLineAndCharacterOfPosition(first.start);
  const message = typeof first.messageText === 'string' ? first.messageText : first.messageText.messageText;
  return { message: message.replace(/\.$/, ''), line: line + 1, column: character + 1 };
}
