// The door of the room: the definition of an API in; its model, and what is wrong with it, out. Never throws for what is in the files.
import { createFormatChecker } from './check-format.ts';
import { openWorkspace } from './document.ts';
import { FORMATS, type Format } from './formats.ts';
import type { ApiInput, ApiResult } from './types.ts';

/** Reads definitions one after the other. */
export type ReadApi = (input: ApiInput) => Promise<ApiResult>;

/** Makes the reader of one build; what is the same for all definitions is prepared once. */
export function createApiReader(): ReadApi {
  const checker = createFormatChecker();
  return async (input) => {
    const workspace = openWorkspace(input);
    const named = byType(input.type);
    const found = named?.detect(input.text) === true ? named : FORMATS.find(({ detect }) => detect(input.text));
    if (named !== undefined && found !== named && input.text.trim() !== '') {
      const what = found === undefined ? 'does not look like it' : `is ${found.name}`;
      workspace.tell('api/wrong-format', `The type is ${input.type}, but the definition ${what}.`);
    }
    const model = found === undefined ? null : await found.read(workspace, checker);
    const trial = model === null ? null : (found?.trial?.(workspace, input.tryHosts ?? []) ?? null);
    return { model, problems: workspace.problems, trial };
  };
}

function byType(type: string | null): Format | undefined {
  return type === null ? undefined : FORMATS.find(({ types }) => types.includes(type.toLowerCase()));
}
