// Which rings say "leave this": the names under which radars have them.

const HOLD = new Set([
  'hold',
  'on-hold',
  'caution',
  'avoid',
  'stop',
  'retire',
  'retired',
  'phase-out',
  'deprecate',
  'deprecated',
  'sunset',
  'archive',
  'archived',
]);

/** Says whether what stands in a ring should be left. */
export function isHold(ring: { readonly id: string; readonly name: string }): boolean {
  return [ring.id, ring.name].some((name) =>
    HOLD.has(
      name
        .trim()
        .toLowerCase()
        .replace(/[\s_]+/g, '-'),
    ),
  );
}
