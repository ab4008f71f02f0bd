// The files of a proto definition: its text in; one tree of everything that it and its imports define out.
import protobuf from 'protobufjs';
import { fileName, folderOf, resolveInside } from '../../lib/paths.ts';
import type { Workspace } from '../document.ts';

export interface ProtoFiles {
  readonly root: protobuf.Root;
  /** Package of the definition itself; empty for none. */
  readonly packageName: string;
  /** Syntax or edition: `proto3`. */
  readonly syntax: string;
}

/** Marks what the definition itself holds; imported things carry the path of their file. */
export const MAIN = '<definition>';

const SETTINGS = { keepCase: true, alternateCommentMode: true, preferTrailingComment: true };
/** Files of others, which repositories get from a registry and seldom hold. */
const OF_OTHERS = /^(?:google|buf|validate|gogoproto|grpc|envoy|protoc-gen-[\w-]+|opentelemetry)\//;

/** Parses a definition and what it imports; null when it cannot be parsed itself. */
export function readProtoFiles(workspace: Workspace): ProtoFiles | null {
  const { text, path } = workspace.input;
  const root = new protobuf.Root();
  const main = parseFile(workspace, text, null, root);
  if (main === null) return null;
  const done = new Set<string>([path]);
  const queue = importsOf(main).map((name) => ({ name, from: path }));
  for (const { name, from } of queue) {
    const found = findFile(workspace, name, from);
    if (found === null) {
      if (!OF_OTHERS.test(name)) {
        const at = from === path ? lineOf(text, name) : {};
        workspace.tell('api/unknown-ref', `The file "${name.slice(0, 160)}" is imported but not there.`, {
          file: from === path ? null : from,
          ...at,
        });
      }
      continue;
    }
    if (done.has(found.path)) continue;
    done.add(found.path);
    const parsed = parseFile(workspace, found.text, found.path, root);
    for (const inner of parsed === null ? [] : importsOf(parsed)) queue.push({ name: inner, from: found.path });
  }
  return { root, packageName: main.package ?? '', syntax: syntaxOf(text) };
}

function importsOf({ imports, weakImports }: protobuf.IParserResult): string[] {
  return [...(imports ?? []), ...(weakImports ?? [])];
}

/** Imports are named from some folder above the file. */
function findFile(workspace: Workspace, name: string, from: string): { path: string; text: string } | null {
  const parts = folderOf(from).split('/').filter(Boolean);
  for (let length = parts.length; length >= 0; length--) {
    const path = resolveInside(parts.slice(0, length).join('/'), name);
    const text = path === null || path === '' ? null : workspace.readText(path);
    if (path !== null && text !== null) return { path, text };
  }
  return null;
}

function parseFile(workspace: Workspace, text: string, file: string | null, root: protobuf.Root): protobuf.IParserResult | null {
  // The parser takes the name of the file from itself.
  const parser = protobuf.parse as typeof protobuf.parse & { filename: string | null };
  parser.filename = file ?? MAIN;
  try {
    return protobuf.parse(text, root, SETTINGS);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, reason = message, line] = /^(.*?)(?: \((?:[^()]*, )?line (\d+)\))?$/s.exec(message) ?? [];
    const where = file === null ? 'The definition' : `The file ${fileName(file)}`;
    workspace.tell('api/bad-syntax', `${where} is not valid proto: ${reason}.`, {
      file,
      ...(line !== undefined && { line: Number(line) }),
    });
    return null;
  } finally {
    parser.filename = null;
  }
}

function lineOf(text: string, word: string): { line?: number } {
  const at = text.indexOf(`"${word}"`);
  return at < 0 ? {} : { line: text.slice(0, at).split('\n').length };
}

function syntaxOf(text: string): string {
  const [, kind, value] = /^[ \t]*(syntax|edition)[ \t]*=[ \t]*["']([^"'\n]{1,40})/m.exec(text) ?? [];
  return value === undefined ? 'proto2' : kind === 'edition' ? `edition ${value}` : value;
}
