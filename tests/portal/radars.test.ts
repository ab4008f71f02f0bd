// Radars in a portal: where they stand, who answers for entries, what changed when, and the feeds of that.
import { describe, expect, test } from 'vitest';
import { compilePortal } from '../../src/portal/compile.ts';
import type { Config } from '../../src/config/types.ts';
import { furtherEntryPaths, furtherRadarPaths, radarPaths } from '../../src/portal/paths.ts';
import { radarChanges } from '../../src/portal/radar-changes.ts';
import { radarEntryView } from '../../src/portal/radar-entry-view.ts';
import { radarAtom, radarJsonFeed } from '../../src/portal/radar-feed.ts';
import { radarTime } from '../../src/portal/radar-time.ts';
import { radarDrawing, radarView } from '../../src/portal/radar-view.ts';
import type { Portal, RadarUse } from '../../src/portal/types.ts';
import { CONFIG, SHOP, source } from './organisation.ts';

const entry = (front: string, body = 'What it is.') => `---\n${front}\n---\n${body}\n`;

const MAIN = source('radar', {
  'go.md': entry(
    'title: Go\nquadrant: tools\nowner: payments\ntags: [server]\nrelated: [rust]\nhistory:\n  - { date: 2026-03, ring: adopt, text: "Ten services, see [the cart](/catalog/default/component/cart/)." }\n  - { date: 2025-09, ring: trial }',
  ),
  'rust.md': entry('title: Rust\nquadrant: tools\nowner: component:cart\nhistory:\n  - { date: 2026-03, ring: assess }'),
  'perl.md': entry(
    'title: Perl\nquadrant: tools\nowner: nobody\nhistory:\n  - { date: 2026-03, ring: archive }\n  - { date: 2025-09, ring: hold }',
  ),
  'data.md': entry('title: Data\nquadrant: techniques\nhistory:\n  - { date: 2025-09, ring: adopt }'),
});
const DATA = source('data', {
  'tech.csv': 'name,ring,quadrant,isNew,description\nKafka,Adopt,Platforms,TRUE,"Streams & <b>more</b>"\nChanges,Hold,Tools,FALSE,x\n',
});

async function portalWith(config: Partial<Config> = {}): Promise<Portal> {
  return compilePortal(
    { ...CONFIG, ...config },
    {
      sources: [SHOP],
      radar: { id: 'main', source: MAIN, path: '' },
      furtherRadars: [{ id: 'data', title: 'Data platform', source: DATA, path: 'tech.csv' }],
    },
  );
}

const portal = await portalWith();
const [main, data] = portal.radars as readonly [RadarUse, RadarUse];
const entryOf = (use: RadarUse, id: string) => use.radar.entries.find((one) => one.id === id) ?? use.radar.entries[0]!;

describe('radars of a portal', () => {
  test('stand at the radar’s address, and below it by their ids', () => {
    expect(portal.radar).toBe(main);
    expect(portal.radars.map(({ id, address, radar }) => [id, address, radar.title])).toEqual([
      ['main', '/tech-radar/', 'Tech radar'],
      ['data', '/tech-radar/data/', 'Data platform'],
    ]);
    expect(radarPaths(portal).map(({ params, props }) => [params.id, props.entry?.title ?? null])).toEqual([
      ['go', 'Go'],
      ['rust', 'Rust'],
      ['perl', 'Perl'],
      ['data-2', 'Data'],
      ['data', null],
    ]);
    expect(furtherRadarPaths(portal).map(({ params }) => params)).toEqual([{ id: 'data' }]);
    expect(furtherEntryPaths(portal).map(({ params }) => params)).toEqual([
      { id: 'data', entry: 'changes-2' },
      { id: 'data', entry: 'kafka' },
    ]);
    expect(radarView(portal, main).others.map(({ href, current }) => [href, current])).toEqual([
      ['/tech-radar/', true],
      ['/tech-radar/data/', false],
    ]);
  });

  test('say which entries had to give way to other pages', () => {
    expect(portal.problems.filter(({ rule }) => rule === 'radar/taken-address').map(({ place }) => [place?.source, place?.path])).toEqual([
      ['data', 'tech.csv'],
      ['radar', 'data.md'],
    ]);
  });

  test('link whoever answers for an entry, of any kind, and say who is not there', () => {
    expect(radarEntryView(portal, main, entryOf(main, 'go'))).toMatchObject({
      owner: { ref: 'group:default/payments' },
      unknownOwner: null,
      since: 'March 2026',
      tags: [{ name: 'server', href: '/tech-radar/?tag=server' }],
    });
    expect(radarEntryView(portal, main, entryOf(main, 'rust')).owner?.ref).toBe('component:default/cart');
    expect(radarEntryView(portal, main, entryOf(main, 'perl'))).toMatchObject({ owner: null, unknownOwner: 'nobody', left: 'March 2026' });
    expect(portal.problems.filter(({ rule }) => rule === 'radar/unknown-owner').map(({ place }) => place?.path)).toEqual(['perl.md']);
    expect(radarView(portal, main).owners.map(({ ref }) => ref)).toEqual(['component:default/cart', 'group:default/payments']);
  });

  test('lead from an entry to those beside it, both ways', () => {
    const related = (id: string) => radarEntryView(portal, main, entryOf(main, id)).related.map((row) => row.entry.id);
    expect(related('go')).toEqual(['rust']);
    expect(related('rust')).toEqual(['go']);
  });

  test('keep the address of the second when the first cannot be read', async () => {
    const broken = await compilePortal(CONFIG, {
      sources: [],
      radar: { id: 'main', source: source('radar', { 'x.json': '{' }), path: 'x.json' },
      furtherRadars: [{ id: 'data', source: DATA, path: 'tech.csv' }],
    });
    expect(broken.radars.map(({ address }) => address)).toEqual(['/tech-radar/data/']);
  });
});

describe('radarDrawing', () => {
  test('shows each quadrant alone in a square that holds all of it', () => {
    expect(radarDrawing(main).quadrants.map(({ viewBox }) => viewBox)).toEqual([
      '-4 -364 368 368',
      '-4 -4 368 368',
      '-364 -4 368 368',
      '-364 -364 368 368',
    ]);
  });

  test('puts readable numbers on colours of the file', () => {
    const quadrants = main.picture.quadrants.map((one, index) => ({
      ...one,
      quadrant: { ...one.quadrant, color: index === 0 ? '#ffcc00' : '#003366' },
    }));
    const { colours } = radarDrawing({ ...main, picture: { ...main.picture, quadrants } });
    expect([...colours.values()].slice(0, 2)).toEqual([
      { index: 0, own: '#ffcc00', text: '#000000' },
      { index: 1, own: '#003366', text: '#ffffff' },
    ]);
  });
});

describe('radarTime', () => {
  test('knows every release and where everything stood in it', () => {
    const time = radarTime(main, () => '');
    expect(time.releases).toEqual(['2025-09', '2026-03']);
    const legs = (id: string) => time.entries[id]?.legs.map(([release, ring, x]) => [release, ring, typeof x]);
    expect(legs('go')).toEqual([
      [0, 1, 'number'],
      [1, 0, 'number'],
    ]);
    expect(legs('perl')).toEqual([
      [0, 3, 'number'],
      [1, -1, 'undefined'],
    ]);
    expect(legs('rust')).toEqual([[1, 2, 'number']]);
    expect(time.entries['go']).toMatchObject({ summary: 'What it is.', tags: ['server'] });
  });

  test('counts the days of a month as one release when a decision names no day', async () => {
    const history = (date: string) => entry(`title: A\nquadrant: tools\nhistory:\n  - { date: ${date}, ring: hold }`);
    const files = { 'a.md': history('2026-03'), 'b.md': history('2026-03-09'), 'c.md': history('2025-01-02') };
    const { radars } = await compilePortal(CONFIG, { sources: [], radar: { source: source('radar', files), path: '' } });
    const time = radarTime(radars[0] as RadarUse, () => '');
    expect(time.releases).toEqual(['2025-01-02', '2026-03']);
    expect(time.entries['b']?.legs[0]?.[0]).toBe(1);
  });
});

describe('radarChanges', () => {
  test('tells what moved from where to where, the newest first', () => {
    expect(
      radarChanges(main).map(({ date, changes }) => [date, changes.map(({ entry: { title }, words }) => `${title}: ${words}`)]),
    ).toEqual([
      ['2026-03', ['Go: moved in from Trial to Adopt', 'Rust: new in Assess', 'Perl: off the radar']],
      ['2025-09', ['Go: new in Trial', 'Perl: new in Hold', 'Data: new in Adopt']],
    ]);
    expect(radarChanges(data)).toEqual([]);
  });
});

describe('radarAtom', () => {
  test('has complete addresses where the site is known', async () => {
    const known = await portalWith({ site: 'https://portal.acme.example', base: '/p/' });
    const feed = radarAtom(known, known.radars[0]!);
    expect(feed).toContain('<id>https://portal.acme.example/p/tech-radar/</id>');
    expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://portal.acme.example/p/tech-radar/feed.atom"/>');
    expect(feed).toContain('<updated>2026-03-01T00:00:00Z</updated>');
    expect(feed).toContain('<title>Go: moved in from Trial to Adopt</title>');
    expect(feed).toContain('<id>https://portal.acme.example/p/tech-radar/go/#2026-03-2</id>');
    expect(feed).toContain('href=&quot;https://portal.acme.example/p/catalog/default/component/cart/&quot;');
    expect(feed.match(/<entry>/g)).toHaveLength(6);
  });

  test('has names that stay, and paths, where it is not', () => {
    const feed = radarAtom(portal, main);
    expect(feed).toContain('<id>urn:callboard:radar:main</id>');
    expect(feed).toContain('<id>urn:callboard:radar:main:go:2026-03-2</id>');
    expect(feed).toContain('href="/tech-radar/go/"');
    expect(feed).not.toContain('null');
  });

  test('is well-formed whatever is written in the radar', async () => {
    const evil = entry(
      'title: "<b>&\\u0001]]>"\nquadrant: tools\nhistory:\n  - { date: 2026-03, ring: adopt, text: "<script>x</script> & \\u0000" }',
    );
    const { radars, ...rest } = await compilePortal(CONFIG, {
      sources: [],
      radar: { source: source('radar', { 'a.md': evil }), path: '' },
    });
    const feed = radarAtom({ radars, ...rest }, radars[0]!);
    expect(feed).toContain('<title>&lt;b&gt;&amp;]]&gt;: new in Adopt</title>');
    expect(feed).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;)/);
    expect([...feed].filter((sign) => sign < ' ' && sign !== '\n')).toEqual([]);
  });
});

describe('radarJsonFeed', () => {
  test('says the same as JSON', async () => {
    const known = await portalWith({ site: 'https://portal.acme.example' });
    expect(radarJsonFeed(known, known.radars[0]!)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: 'https://portal.acme.example/tech-radar/',
      feed_url: 'https://portal.acme.example/tech-radar/feed.json',
      items: [
        {
          id: 'https://portal.acme.example/tech-radar/go/#2026-03-2',
          url: 'https://portal.acme.example/tech-radar/go/',
          title: 'Go: moved in from Trial to Adopt',
          date_published: '2026-03-01T00:00:00Z',
          tags: ['server'],
        },
        { title: 'Rust: new in Assess' },
        { title: 'Perl: off the radar' },
        {},
        {},
        {},
      ],
    });
    expect(Object.keys(radarJsonFeed(portal, main))).not.toContain('feed_url');
  });
});
