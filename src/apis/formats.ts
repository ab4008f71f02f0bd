// The formats of API definitions, as rows: which types name them, how their text is told apart, what reads them.
import { readAsyncApi } from './asyncapi/asyncapi.ts';
import type { FormatChecker } from './check-format.ts';
import { readCrd } from './crd/crd.ts';
import type { Workspace } from './document.ts';
import { readGraphql } from './graphql/graphql.ts';
import { readMcp } from './mcp/mcp.ts';
import { readOpenApi } from './openapi/openapi.ts';
import { makeTrial } from './openapi/trial.ts';
import { readProto } from './proto/proto.ts';
import { readJsonSchema } from './schema/json-schema.ts';
import { readTrpc } from './trpc/trpc.ts';
import type { ApiModel, Trial } from './types.ts';

export interface Format {
  readonly id: string;
  /** How people write it. */
  readonly name: string;
  /** Values of `spec.type` that mean it, in lower case; the first is Backstage's. */
  readonly types: readonly string[];
  /** Tells a definition of this format from its text. */
  readonly detect: (text: string) => boolean;
  /** Reads a definition; null when it cannot be parsed. Never throws for what is in the text. */
  readonly read: (workspace: Workspace, checker: FormatChecker) => ApiModel | null | Promise<ApiModel | null>;
  /** Makes what requests are tried with; null when none can be sent. Only formats whose requests a browser can send have it. */
  readonly trial?: (workspace: Workspace, hosts: readonly string[]) => Trial | null;
}

const matches = (pattern: RegExp) => (text: string) => pattern.test(text);

/** Says whether YAML has one of some keys at its root, or JSON has it anywhere. No pattern looks at a character many times. */
const hasKey = (keys: string) => {
  const yaml = new RegExp(String.raw`^['"]?(?:${keys})['"]?[ \t]*:`, 'm');
  const json = new RegExp(String.raw`"(?:${keys})"\s*:\s*"\d`);
  return (text: string) => yaml.test(text) || (text.trimStart().startsWith('{') && json.test(text));
};

/** In the order in which a text is tried. */
export const FORMATS: readonly Format[] = [
  {
    id: 'openapi',
    name: 'OpenAPI',
    types: ['openapi', 'swagger', 'rest'],
    detect: hasKey('openapi|swagger'),
    read: readOpenApi,
    trial: makeTrial,
  },
  {
    id: 'asyncapi',
    name: 'AsyncAPI',
    types: ['asyncapi'],
    detect: hasKey('asyncapi'),
    read: readAsyncApi,
  },
  {
    id: 'crd',
    name: 'Kubernetes resource',
    types: ['crd'],
    detect: matches(/^[ \t]*['"]?kind['"]?[ \t]*:[ \t]*['"]?CustomResourceDefinition\b/m),
    read: readCrd,
  },
  {
    id: 'mcp',
    name: 'MCP server',
    types: ['mcp-server', 'mcp'],
    detect: matches(/^[ \t]+inputSchema[ \t]*:|"inputSchema"\s*:/m),
    read: readMcp,
  },
  {
    id: 'json-schema',
    name: 'JSON Schema',
    types: ['json-schema', 'jsonschema'],
    detect: matches(
      /^[ \t]*['"]?\$schema['"]?[ \t]*:[ \t]*['"]?https?:\/\/json-schema\.org\/|"\$schema"\s*:\s*"https?:\/\/json-schema\.org\//m,
    ),
    read: readJsonSchema,
  },
  {
    id: 'proto',
    name: 'Protocol Buffers',
    types: ['grpc', 'protobuf', 'proto'],
    detect: matches(/^[ \t]*(?:syntax|edition)[ \t]*=[ \t]*["']|^[ \t]*(?:message|service)[ \t]+\w+[ \t]*\{/m),
    read: readProto,
  },
  {
    id: 'trpc',
    name: 'tRPC',
    types: ['trpc'],
    detect: matches(/\b(?:router|createTRPCRouter)\(\s*\{/),
    read: readTrpc,
  },
  {
    id: 'graphql',
    name: 'GraphQL',
    types: ['graphql'],
    detect: matches(/^[ \t]*(?:extend[ \t]+)?(?:type|interface|input|enum|union|scalar|schema|directive)\b[ \t]*[\w@{]|"__schema"\s*:/m),
    read: readGraphql,
  },
];
