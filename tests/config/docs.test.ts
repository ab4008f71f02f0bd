// What portal.yaml says about docs: servers that draw, hosts to embed from, and what is wrong with either.
import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { serverFault } from '../../src/config/docs.ts';

const parse = (docs: string, before = '') => parseConfig(`title: Acme\n${before}sources:\n  - path: org\ndocs: ${docs}\n`, 'portal.yaml');
const complaints = (docs: string, before = '') =>
  parse(docs, before).problems.map(({ place, rule, message }) => `${place?.line}:${place?.column} ${rule} ${message}`);

describe('parseConfig(text, file): docs', () => {
  test('PlantUML has its own server before the one that draws all', () => {
    const { value } = parse('{diagrams: {kroki: https://kroki.acme.example/, plantuml: "http://localhost:8080/plantuml"}}');
    expect(value?.docs.servers).toEqual([
      { kind: 'plantuml', url: 'http://localhost:8080/plantuml', place: { source: 'portal', path: 'portal.yaml', line: 4, column: 65 } },
      { kind: 'kroki', url: 'https://kroki.acme.example', place: { source: 'portal', path: 'portal.yaml', line: 4, column: 26 } },
    ]);
  });

  test('hosts to embed from are lower case, sorted, each once', () => {
    expect(parse('{embeds: [Video.acme.example, localhost:8080, video.acme.example]}').value?.docs.embeds).toEqual([
      'localhost:8080',
      'video.acme.example',
    ]);
  });

  test.each([
    ['{diagramms: {}}', '4:8 config/unknown-key The entry of "docs" has no key "diagramms".'],
    ['{diagrams: {kroky: "https://x"}}', '4:19 config/unknown-key The entry of "diagrams" has no key "kroky".'],
    ['{embeds: ["https://video.acme.example/"]}', '4:17 config/invalid-host The host is not the name of a host.'],
    ['{embeds: video.acme.example}', '4:16 config/wrong-type docs.embeds must be a list.'],
  ])('%s is a mistake', (docs, complaint) => {
    expect(complaints(docs)).toEqual([complaint]);
  });

  test('the portal cannot frame its own host', () => {
    const found = complaints('{embeds: [portal.acme.example]}', 'site: https://portal.acme.example\n');
    expect(found).toEqual(['5:17 config/invalid-host Pages of "portal.acme.example" cannot be shown in pages of the same host.']);
  });
});

describe('serverFault(address)', () => {
  test.each([
    'https://kroki.io',
    'https://kroki.acme.example:8443/base/',
    'http://localhost:8000',
    'http://kroki:8000',
    'http://kroki.svc',
    'http://kroki.internal/',
    'http://127.0.0.1:8000',
    'http://10.1.2.3',
    'http://172.20.0.4:8000',
    'http://192.168.1.2',
    'http://[::1]:8000',
    'http://[fd12:3456::1]',
  ])('takes %s', (address) => {
    expect(serverFault(address)).toBeNull();
  });

  test.each([
    'kroki.acme.example',
    'http://kroki.io',
    'http://172.32.0.4',
    'http://10.evil.example',
    'http://127.0.0.1.evil.example',
    'http://[2001:db8::1]',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:secret@kroki.acme.example',
    'https://kroki.acme.example?x=1',
    'https://',
    `https://kroki.acme.example/${'x'.repeat(1000)}`,
  ])('refuses %s', (address) => {
    expect(serverFault(address)).toMatchObject({ rule: 'config/invalid-server' });
  });
});
