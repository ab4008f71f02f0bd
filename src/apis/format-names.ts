// How people write the types of APIs. Apart from the formats themselves, so that pages need no parser to name one.

const NAMES: Readonly<Record<string, string>> = {
  openapi: 'OpenAPI',
  swagger: 'OpenAPI',
  asyncapi: 'AsyncAPI',
  graphql: 'GraphQL',
  grpc: 'gRPC',
  protobuf: 'Protocol Buffers',
  trpc: 'tRPC',
  crd: 'Kubernetes resources',
  'mcp-server': 'MCP servers',
  'json-schema': 'JSON Schema',
};

/** Returns how people write a type of API; the type itself where that is not known. */
export function formatName(type: string): string {
  return (Object.hasOwn(NAMES, type) ? NAMES[type] : undefined) ?? type;
}
