// A portal made for reading: one docs site on a git host, larger than a page shows, with pictures, drawings, folding blocks and tabs.
// Run as a program it builds the site into a folder: `node tests/support/reader-site.ts FOLDER`.
import { EMPTY_CONFIG } from '../../src/config/empty.ts';
import { crc32, deflateSync } from 'node:zlib';
import { memoryFiles } from '../../src/lib/files.ts';
import type { Snapshot } from '../../src/lib/snapshot.ts';
import { compilePortal } from '../../src/portal/compile.ts';
import { publishFiles } from '../../src/portal/publish-fs.ts';
import { openBundle } from '../../src/render/bundle-fs.ts';
import { renderSite } from '../../src/render/render-site-fs.ts';

const RUNBOOKS = 120;

const INDEX = `# Handbook

Read [pictures](pictures.md), [folding](folding.md#inside) and [the last runbook](runbooks/119.md).

## Words

${'The harbour master writes down what comes in and what goes out, by hand and by name. '.repeat(12)}

The *second* paragraph says that refunds take three days.

Umlauts count: Überfahrt.
`;

const PICTURES = `# Pictures

![A wide chart](img/wide.png)

![A small badge](img/small.png)

[![A linked chart](img/wide.png)](index.md)

\`\`\`dot title="How it flows"
digraph { rankdir=LR; pier -> gate -> deck -> berth }
\`\`\`
`;

const FOLDING = `# Folding

${'A line that takes room on the page.\n\n'.repeat(40)}

??? note "First"
    ## Inside

    Folded words.

??? tip "Second"
    ??? info "Nested"
        ### Deep inside

        More folded words.

=== "npm"

    Install with npm.

=== "pnpm"

    Install with pnpm, the periwinkle way.
`;

const FILES: Record<string, string | Uint8Array> = {
  'mkdocs.yml': [
    'site_name: Handbook',
    'nav:',
    '  - Start: index.md',
    '  - Pictures: pictures.md',
    '  - Folding: folding.md',
    '  - Runbooks:',
    ...Array.from({ length: RUNBOOKS }, (_, index) => `      - runbooks/${index}.md`),
    '',
  ].join('\n'),
  'docs/index.md': INDEX,
  'docs/pictures.md': PICTURES,
  'docs/folding.md': FOLDING,
  'docs/outside.md': '# Outside of the nav\n',
  'docs/img/wide.png': png(1600, 800),
  'docs/img/small.png': png(40, 40),
  ...Object.fromEntries(
    Array.from({ length: RUNBOOKS }, (_, index) => [`docs/runbooks/${index}.md`, `# Runbook ${index}\n\nWhat to do about ${index}.\n`]),
  ),
};

const SNAPSHOT: Snapshot = {
  sources: [
    {
      id: 'handbook',
      origin: {
        type: 'git',
        url: 'https://github.com/acme/handbook.git',
        ref: 'main',
        commit: 'c0ffee00'.repeat(5),
        committedAt: '2026-01-01T00:00:00Z',
      },
      root: '/nowhere/handbook',
      files: memoryFiles(FILES),
      catalog: [],
      docs: '',
      stale: null,
    },
  ],
  radar: null,
};

const CONFIG = { ...EMPTY_CONFIG, title: 'Reader', history: true };

/** Draws stripes as a PNG, of eight-bit grey. */
function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = Array.from({ length: height }, () =>
    Buffer.from([0, ...Array.from({ length: width }, (_, x) => ((x >> 4) % 2) * 120 + 100)]),
  );
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const portal = await compilePortal(CONFIG, SNAPSHOT);
const folder = process.argv[2] ?? '';
await renderSite(portal, await openBundle(CONFIG), folder);
await publishFiles(portal, SNAPSHOT, folder);
