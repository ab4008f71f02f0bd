// Another release of the radar: entries go to where they stood, and what differs from a second release is said.
import { dateWords } from '../../portal/date-words.ts';
import { BLIP_SHAPES, BLIP_TEXT, MOVEMENT_LABELS } from '../../portal/radar-shapes.ts';
import type { RadarTime } from '../../portal/radar-time.ts';
import type { Movement } from '../../portal/types.ts';
import type { Part } from './parts.ts';

type Leg = Part['legs'][number];

/** Returns where an entry stood in a release; undefined before it came, ring -1 when it had left. */
function legAt({ legs }: Part, release: number): Leg | undefined {
  return legs.findLast(([from]) => from <= release);
}

function movementOf(before: Leg | undefined, now: Leg): Movement {
  if (before === undefined || before[1] < 0) return 'new';
  return now[1] === before[1] ? 'none' : now[1] < before[1] ? 'in' : 'out';
}

/** Shows a release, with shapes for what changed since another one; or, without the other, the newest as the page was built. */
export function showRelease(parts: readonly Part[], { rings }: RadarTime, at: number, since: number | null): void {
  const scale = Number(document.querySelector<SVGElement>('[data-radar-scale]')?.dataset['radarScale'] ?? 1);
  for (const part of parts) {
    const now = legAt(part, at);
    const gone = now === undefined || now[1] < 0;
    part.there = since === null || !gone;
    part.ring = since === null || gone ? part.built.ring : (rings[now[1]] ?? '');
    part.moved = since === null || gone ? part.built.moved : movementOf(legAt(part, since), now);
    if (gone) part.blip?.parentElement?.setAttribute('display', 'none');
    else placeBlip(part, now, scale);
    placeRow(part, since === null ? part.built.label : MOVEMENT_LABELS[part.moved]);
  }
}

function placeBlip({ blip, moved, ring }: Part, [, , x, y]: Leg, scale: number): void {
  if (blip === null) return;
  const group = blip.parentElement;
  if (x === undefined || y === undefined) return group?.setAttribute('display', 'none');
  group?.removeAttribute('display');
  group?.setAttribute('transform', `translate(${x} ${y})`);
  blip.dataset['ring'] = ring;
  if (moved === 'none') delete blip.dataset['moved'];
  else blip.dataset['moved'] = moved;
  blip.querySelector('path')?.setAttribute('d', BLIP_SHAPES[moved]);
  const text = blip.querySelector('text');
  text?.setAttribute('y', String(BLIP_TEXT[moved].y * scale));
  text?.setAttribute('font-size', String(BLIP_TEXT[moved].size * scale));
}

function placeRow({ row, ring }: Part, label: string | null): void {
  const list = row.closest('[data-legend-quadrant]')?.querySelector(`[data-legend-ring="${CSS.escape(ring)}"] ul`);
  if (list && row.parentElement !== list) list.append(row);
  row.querySelector('.moved')?.remove();
  if (label === null) return;
  const mark = document.createElement('span');
  mark.className = 'moved';
  mark.textContent = label;
  row.querySelector('a')?.after(mark);
}

/** Writes what changed between two releases. */
export function showDifference(parts: readonly Part[], time: RadarTime, at: number, since: number, ringNames: readonly string[]): void {
  const place = document.querySelector<HTMLElement>('[data-radar-diff]');
  if (place === null) return;
  const changes = parts.flatMap((part) => {
    const [before, now] = [legAt(part, since), legAt(part, at)];
    const [from, to] = [before?.[1] ?? -1, now?.[1] ?? -1];
    if (from === to) return [];
    const words = from < 0 ? `new in ${ringNames[to]}` : to < 0 ? `left ${ringNames[from]}` : `${ringNames[from]} → ${ringNames[to]}`;
    return [{ part, words }];
  });
  const head = document.createElement('p');
  const count = changes.length === 0 ? 'Nothing changed' : `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`;
  head.textContent = `${count} between ${dateWords(time.releases[since] ?? '')} and ${dateWords(time.releases[at] ?? '')}`;
  const list = document.createElement('ul');
  for (const { part, words } of changes) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = part.row.querySelector('a')?.href ?? '';
    link.textContent = part.title;
    const said = document.createElement('span');
    said.className = 'muted';
    said.textContent = words;
    item.append(link, ' ', said);
    list.append(item);
  }
  place.replaceChildren(head, list);
  place.hidden = false;
}

/** Takes away what was said about two releases. */
export function hideDifference(): void {
  const place = document.querySelector<HTMLElement>('[data-radar-diff]');
  if (place !== null) place.hidden = true;
}
