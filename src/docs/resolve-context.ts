// What a link of a page is resolved against.
import type { SourceSnapshot } from '../lib/snapshot.ts';
import type { PlannedPage, SitePlan } from './plan.ts';
import type { SiteMap } from './site-map.ts';

/** The page whose links are resolved, and everything around it. */
export interface ResolveContext {
  readonly plan: SitePlan;
  readonly page: PlannedPage;
  readonly source: SourceSnapshot;
  readonly map: SiteMap;
}
