// Backstage's own judgement, with its own code, for comparison: schemas, policies and relation fields of its catalog model.
import { createRequire } from 'node:module';
import {
  type Entity,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  entityEnvelopeSchemaValidator,
  entityKindSchemaValidator,
  entitySchemaValidator,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { CatalogModel, CatalogModelLayer } from '@backstage/catalog-model/alpha';

interface Alpha {
  compileCatalogModel(layers: Iterable<CatalogModelLayer>): CatalogModel;
  defaultCatalogEntityModel: CatalogModelLayer;
  aiResourceEntityModel: CatalogModelLayer;
  mcpServerApiEntityModel: CatalogModelLayer;
}

// The entry does not load as an ES module: it imports `lodash/isEqual` without an extension.
const alpha = createRequire(import.meta.url)('@backstage/catalog-model/alpha') as Alpha;

/** The model of all kinds but Template. */
export const model = alpha.compileCatalogModel([
  alpha.defaultCatalogEntityModel,
  alpha.aiResourceEntityModel,
  alpha.mcpServerApiEntityModel,
]);

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const envelope = entityEnvelopeSchemaValidator();
const schema = entitySchemaValidator();
const kinds = new Map<unknown, (data: unknown) => unknown>();

/** Returns the message with which Backstage rejects an entity, or null. */
export async function judge(written: unknown): Promise<string | null> {
  try {
    const entity = withAnnotations(written) as Entity;
    envelope(entity);
    await policies.enforce(entity);
    schema(entity);
    const kind = model.getKind(entity as { kind: string; apiVersion: string; spec?: { type?: string } });
    if (kind === undefined) return 'No processor recognized the entity';
    const validate = kinds.get(kind) ?? entityKindSchemaValidator(kind.jsonSchema);
    kinds.set(kind, validate);
    validate(entity);
    const spec = (entity.spec ?? {}) as Record<string, unknown>;
    for (const { path, defaultKind } of kind.relationFields) {
      for (const ref of [spec[path.replace('spec.', '')]].flat()) {
        if (typeof ref === 'string' && ref !== '')
          parseEntityRef(ref, { ...(defaultKind !== undefined && { defaultKind }), defaultNamespace: 'default' });
      }
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Backstage writes where an entity comes from into its annotations before it checks them, whatever falsy value they had. */
function withAnnotations(written: unknown): unknown {
  const metadata = (written as { metadata?: { annotations?: unknown } } | null)?.metadata;
  if (typeof metadata !== 'object' || metadata === null || metadata.annotations) return written;
  return { ...(written as object), metadata: { ...metadata, annotations: {} } };
}
