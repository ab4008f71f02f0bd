// What reading one OpenAPI definition has at hand.
import type { Workspace } from '../document.ts';
import type { MakeId } from '../ids.ts';
import type { Node, References } from '../references.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Fact } from '../types.ts';

export interface OpenApiContext {
  readonly workspace: Workspace;
  readonly references: References;
  readonly schemas: Schemas;
  readonly makeId: MakeId;
  readonly root: Node;
  /** Definitions of version 2 have bodies among the parameters, and media types beside the operation. */
  readonly isSwagger: boolean;
  /** Ids of security schemes by name. */
  readonly security: ReadonlyMap<string, string>;
  /** Tells what requests have to prove, from a list of requirements. */
  readonly securityFacts: (requirements: unknown) => Fact[];
  /** Address of the first server, for example requests. */
  readonly server: string;
}
