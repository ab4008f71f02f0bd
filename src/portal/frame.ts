// What stands on every page: the sections of the top bar and the foot.
import { SECTIONS } from './sections.ts';
import type { Portal } from './types.ts';

export interface FrameView {
  readonly title: string;
  readonly home: string;
  readonly search: string;
  readonly sections: readonly { readonly id: string; readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly foot: {
    readonly built: string;
    readonly problems: { readonly text: string; readonly href: string } | null;
    readonly stale: string | null;
    readonly version: string;
  };
}

/** Makes the frame of a page; `section` is the id of the section it belongs to. */
export function frameView(portal: Portal, section: string | null): FrameView {
  const frame = FRAMES.get(portal) ?? makeFrame(portal);
  FRAMES.set(portal, frame);
  return { ...frame, sections: frame.sections.map((one) => ({ ...one, current: one.id === section })) };
}

/** Every page asks for the frame, and nothing in it but the current section differs from page to page. */
const FRAMES = new WeakMap<Portal, FrameView>();

function makeFrame(portal: Portal): FrameView {
  const { href } = portal.addresses;
  const { sources, newestCommit, version } = portal.build;
  const count = portal.problems.filter((problem) => problem.severity !== 'info').length;
  const stale = sources.filter((source) => source.staleSince !== null).length;
  const newest = newestCommit === null ? '' : `, newest commit ${newestCommit.slice(0, 16).replace('T', ' ')} UTC`;
  return {
    title: portal.title,
    home: href('/'),
    search: href('/search/'),
    sections: SECTIONS.filter((one) => one.when(portal)).map(({ id, label, address }) => ({
      id,
      label,
      href: href(address),
      current: false,
    })),
    foot: {
      built: `Built from ${plural(sources.length, 'source')}${newest}`,
      problems: count === 0 ? null : { text: plural(count, 'problem'), href: href('/problems/') },
      stale: stale === 0 ? null : `${plural(stale, 'source')} on an older copy`,
      version: `Callboard ${version}`,
    },
  };
}

/** Writes a number with commas: `1,204`. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** Writes a count with its noun: `1 problem`, `1,204 problems`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : nouns}`;
}
