// Which columns a person has hidden, kept in the browser for each kind; and the menu in which they are ticked.
import type { ColumnView } from '../../portal/catalog/cells.ts';
import { element } from '../dom.ts';
import { readMemory, writeMemory } from '../memory.ts';

const NAME = 'columns';
const MOST = 100;

/** Hidden columns by preset. */
function readHidden(): ReadonlyMap<string, readonly string[]> {
  const found = readMemory(NAME);
  if (typeof found !== 'object' || found === null) return new Map();
  return new Map(
    Object.entries(found)
      .slice(0, MOST)
      .map(([key, list]) => [key, Array.isArray(list) ? list.filter((one) => typeof one === 'string').slice(0, MOST) : []]),
  );
}

/** Leaves out the columns that were hidden under a preset. The name stays. */
export function visibleColumns(columns: readonly ColumnView[], preset: string): readonly ColumnView[] {
  const hidden = readHidden().get(preset) ?? [];
  return columns.filter(({ id }) => id === 'name' || !hidden.includes(id));
}

/** Draws one box for each column; `changed` is called when one is ticked. */
export function drawColumnsMenu(part: HTMLElement, columns: readonly ColumnView[], preset: string, changed: () => void): void {
  if (part.dataset['preset'] === preset) return;
  part.dataset['preset'] = preset;
  const hidden = new Set(readHidden().get(preset));
  part.replaceChildren(
    ...columns
      .filter(({ id }) => id !== 'name')
      .map(({ id, label }) => {
        const line = element('label');
        const box = element('input');
        box.type = 'checkbox';
        box.checked = !hidden.has(id);
        box.addEventListener('change', () => {
          const now = new Map(readHidden());
          const rest = (now.get(preset) ?? []).filter((one) => one !== id);
          now.set(preset, box.checked ? rest : [...rest, id]);
          writeMemory(NAME, Object.fromEntries(now));
          changed();
        });
        line.append(box, element('span', '', label));
        return line;
      }),
  );
}
