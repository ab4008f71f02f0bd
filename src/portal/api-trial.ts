// "Try it": an API whose requests may be sent from the portal in; what the page says, and how its policy is opened, out.
import type { Entity } from '../catalog/types.ts';
import { plural } from './frame.ts';
import type { Portal } from './types.ts';

export interface TrialView {
  /** Hosts that requests are sent to, as people know them. */
  readonly hosts: readonly string[];
  /** The definition that the reader is given. */
  readonly definitionHref: string;
  /** Why something of the definition is missing; empty when nothing is. */
  readonly missing: string;
  /** What the policy of the page is opened for: a directive. */
  readonly policy: `connect-src ${string}`;
}

/** Address of the page on which requests are tried. */
export function trialAddress(portal: Portal, entity: Entity): string {
  return `${portal.addresses.entity(entity, 'definition')}try/`;
}

/** Links to the page on which requests are tried; null when the API has none. */
export function trialHref(portal: Portal, entity: Entity): string | null {
  return trialOf(portal, entity) === null ? null : portal.addresses.href(trialAddress(portal, entity));
}

/** Makes the view of the page; null when the API has none. */
export function trialView(portal: Portal, entity: Entity): TrialView | null {
  const trial = trialOf(portal, entity);
  if (trial === null) return null;
  const { origins, leftOut } = trial;
  return {
    hosts: [...new Set(origins.map((origin) => origin.slice(origin.indexOf('//') + 2)))],
    definitionHref: portal.addresses.href(`${trialAddress(portal, entity)}definition.json`),
    missing: leftOut === 0 ? '' : `${plural(leftOut, 'operation')} of other servers cannot be tried here.`,
    policy: `connect-src ${origins.join(' ')}`,
  };
}

/** Lists the APIs whose requests can be tried, with the definition for each. */
export function trials(portal: Portal): { readonly entity: Entity; readonly definition: string }[] {
  return [...portal.apis].flatMap(([ref, { trial }]) => {
    const entity = portal.catalog.get(ref);
    return trial === null || entity === null ? [] : [{ entity, definition: trial.definition }];
  });
}

function trialOf(portal: Portal, entity: Entity) {
  return portal.apis.get(entity.ref)?.trial ?? null;
}
