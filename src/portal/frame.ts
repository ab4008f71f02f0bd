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

/** Makes the frame of a page; `section` is the id of the section it belongs to. Nothing in it changes with each commit: it is on every page. */
export function frameView(portal: Portal, section: string | null): FrameView {
  const { href } = portal.addresses;
  const { sections, sources, stale, hasProblems, version } = portal.frame;
  return {
    title: portal.title,
    home: href('/'),
    search: href('/search/'),
    sections: SECTIONS.filter(({ id }) => sections.includes(id)).map(({ id, label, address }) => ({
      id,
      label,
      href: href(address),
      current: id === section,
    })),
    foot: {
      built: `Built from ${plural(sources, 'source')}`,
      problems: hasProblems ? { text: 'Problems', href: href('/problems/') } : null,
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
