// What reading one AsyncAPI definition has at hand.
import type { MakeId } from '../ids.ts';
import type { Node, References } from '../references.ts';
import type { Schemas } from '../schema/schemas.ts';
import type { Messages } from './messages.ts';

export interface AsyncContext {
  readonly references: References;
  readonly schemas: Schemas;
  readonly messages: Messages;
  readonly makeId: MakeId;
  readonly root: Node;
  /** Version 2 has its operations inside of channels. */
  readonly isOld: boolean;
  /** Ids of channels by the way to them. */
  readonly channels: Map<string, string>;
  readonly security: ReadonlyMap<string, string>;
}
