import type { Workspace } from '../document.ts'; import type { ApiModel } from '../types.ts'; export function readAsyncApi(_: Workspace): ApiModel | null { return null; }
