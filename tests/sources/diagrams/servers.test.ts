import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DIAGRAM_LANGUAGES, toDiagram } from '../../../src/lib/diagrams.ts';
import { SERVER_KINDS, encodePlantuml } from '../../../src/sources/diagrams/servers.ts';

const { kroki, plantuml } = SERVER_KINDS;

describe('encodePlantuml(source)', () => {
  // https://plantuml.com/text-encoding
  test('makes what PlantUML itself makes', () => {
    expect(encodePlantuml('Bob -> Alice : hello')).toMatch(/^SyfFKj2rKt3CoKnELR1Io4ZDoSa70000?$/);
  });

  test('can be read back, whatever is in it', () => {
    const source = '@startuml\nZoë -> 東京: "näher" 🚢\n@enduml';
    const base64 = encodePlantuml(source).replace(/[\w-]/g, (character) => {
      const index = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_'.indexOf(character);
      return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'[index] ?? '';
    });
    expect(inflateRawSync(Buffer.from(base64, 'base64')).toString()).toBe(source);
  });
});

describe('the request for a diagram', () => {
  test('to Kroki is its source', () => {
    expect(kroki.request(toDiagram('d2', 'a -> b'))).toEqual({ path: '/d2/svg', method: 'POST', body: 'a -> b' });
  });

  test('adds the lines that PlantUML needs, where they are missing', () => {
    expect(kroki.request(toDiagram('plantuml', 'a -> b')).body).toBe('@startuml\na -> b\n@enduml');
    expect(kroki.request(toDiagram('plantuml', '  @startmindmap\n* a\n@endmindmap')).body).toBe('  @startmindmap\n* a\n@endmindmap');
  });

  test('to a PlantUML server is an address, as long as servers take it', () => {
    expect(plantuml.request(toDiagram('plantuml', 'a -> b'))).toEqual({
      path: `/svg/${encodePlantuml('@startuml\na -> b\n@enduml')}`,
      method: 'GET',
    });
    const long = Array.from({ length: 3000 }, (_, index) => `a${index * 7919} -> b${index * 104_729}`).join('\n');
    expect(plantuml.request(toDiagram('plantuml', long))).toMatchObject({ path: '/svg', method: 'POST' });
  });

  test('goes to a PlantUML server for PlantUML alone', () => {
    const drawn = Object.keys(DIAGRAM_LANGUAGES).filter(plantuml.draws);
    expect(drawn).toEqual(['c4plantuml', 'plantuml']);
    expect(Object.keys(DIAGRAM_LANGUAGES).every(kroki.draws)).toBe(true);
  });
});

describe('what is wrong with a diagram', () => {
  const fault = (language: string, source: string, text: string) => kroki.fault(toDiagram(language, source), new Headers(), text);
  const wrapped = '@startuml\na -> b\nfoo bar\n@enduml';

  test.each([
    ['plantuml', wrapped, 'Error 400: Syntax Error? (line: 2)', { error: 'Syntax Error', line: 3 }],
    [
      'plantuml',
      'a -> b\nfoo bar',
      'Error 400: Syntax Error? (Assumed diagram type: sequence) (line: 2)',
      { error: 'Syntax Error? (Assumed diagram type: sequence)', line: 2 },
    ],
    [
      'd2',
      'a\nb\na -> -> c',
      'Error 400: err: failed to compile -: -:3:6: connection missing destination\n',
      { error: 'connection missing destination', line: 3 },
    ],
    ['nomnoml', 'x', 'Error 400: Parse error on line 1:\n[\n-^\nstack', { error: 'Parse error on line 1', line: null }],
    ['d2', 'a', 'Error 400: err -:900:1: beyond', { error: 'beyond', line: null }],
    ['d2', 'a', '', { error: 'the server does not say why', line: null }],
    ['d2', 'a', '<!doctype html><html><body>Bad Request', { error: 'the server does not say why', line: null }],
    ['d2', 'a', `x\u001b[31m${'y'.repeat(500)}`, { error: `x [31m${'y'.repeat(194)}…`, line: null }],
  ])('by Kroki: %s %j %j', (language, source, text, wanted) => {
    expect(fault(language, source, text)).toEqual(wanted);
  });

  test('by a PlantUML server stands in headers', () => {
    const headers = new Headers({ 'x-plantuml-diagram-error': 'Syntax Error?', 'x-plantuml-diagram-error-line': '2' });
    expect(plantuml.fault(toDiagram('plantuml', wrapped), headers, '<svg/>')).toEqual({ error: 'Syntax Error', line: 3 });
    expect(plantuml.fault(toDiagram('plantuml', wrapped), new Headers(), '<svg/>')).toMatchObject({ line: null });
  });
});
